"""The pages of a report in order, and the words that stand in marked content, page by page."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from itertools import pairwise
from struct import unpack
from typing import Any

import pikepdf
from pikepdf import Array

from accesscheck.errors import ReportCyclic, ReportDamaged, ReportTooLarge

from . import limits
from .limits import Budget
from .objects import array, entry, place, unpacked

_MARK = re.compile(rb"/MCID\s{0,9}(\d{1,9})[^<>]{0,200}>>\s{0,9}BDC")
_FONT = re.compile(rb"/(\w{1,40})\s{1,9}[\d.]{1,20}\s{1,9}Tf")
_CODES = re.compile(rb"<([0-9A-Fa-f]{4,})>")
_PAIR = re.compile(rb"<([0-9A-Fa-f]{4})>\s{0,9}<([0-9A-Fa-f]{4,400})>")
_END = b"EMC"
_UNREADABLE = "\ufffd"


def pages(pdf: pikepdf.Pdf, path: str) -> Iterator[pikepdf.Object]:
    """Every page in order; raises `ReportCyclic` where the tree of pages leads back into itself."""
    seen: set[tuple[int, int]] = set()
    waiting = [entry(pdf.Root, "/Pages")]
    budget = Budget(path, 2 * limits.PAGES)
    while waiting:
        node = waiting.pop()
        budget.spend()
        if place(node) == (0, 0):
            raise ReportDamaged(path, repair=True)
        if place(node) in seen:
            raise ReportCyclic(path)
        seen.add(place(node))
        kids = array(node, "/Kids")
        if kids is None:
            yield node
        elif len(kids) > 2 * limits.PAGES:
            raise ReportTooLarge(path)
        else:
            waiting += reversed(list(kids))


def content(page: pikepdf.Object, path: str) -> bytes:
    """The page's drawing operators."""
    found = entry(page, "/Contents")
    parts = list(found)[: limits.DEPTH] if isinstance(found, Array) else [found]
    return b"\n".join(unpacked(part, limits.CONTENT, path) for part in parts)


class Words(dict[bytes, str]):
    """The text of every word that was met in one font, by its codes in hexadecimal: a word is looked up once."""

    def __init__(self, characters: Mapping[int, str]) -> None:
        super().__init__()
        self._character = characters.get

    def __missing__(self, word: bytes) -> str:
        whole, half = divmod(len(word), 4)
        codes = unpack(f">{whole}H", bytes.fromhex(word[: 4 * whole].decode("ascii")))
        said = "".join([self._character(code, _UNREADABLE) for code in codes])
        self[word] = said + _UNREADABLE if half else said
        return self[word]


class Reader:
    """Reads words out of pages; knows the fonts it has met and counts what it looks through."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._maps: dict[tuple[int, int], Words] = {}
        self._named: dict[tuple[tuple[int, int], bytes], Words] = {}
        self._marks = Budget(path, limits.MARKS)
        self._scanned = Budget(path, limits.SCANNED)

    def words(self, page: pikepdf.Object, operators: bytes, wanted: set[int]) -> dict[int, str]:
        """What is drawn inside the marked content of these numbers (MCID)."""
        self._marks.spend(operators.count(b"/"))
        sections = list(_sections(operators, wanted))
        if not sections:
            return {}
        fonts = [(found.start(), found[1]) for found in _FONT.finditer(operators)]
        starts = [start for start, _ in fonts]
        return {
            number: self._drawn(page, operators[start:end], fonts[max(bisect_right(starts, start) - 1, 0) :])
            for number, start, end in sections
        }

    def _drawn(self, page: pikepdf.Object, part: bytes, fonts: list[tuple[int, bytes]]) -> str:
        """The text of a stretch of operators; the first of `fonts` is the one in force where it begins."""
        self._scanned.spend(len(part))
        chosen = [(0, fonts[0][1])] if fonts else []
        chosen += [(found.start(), found[1]) for found in _FONT.finditer(part)]
        said: list[str] = []
        for (start, font), (end, _) in pairwise([*chosen, (len(part), b"")]):
            said += map(self._map(page, font).__getitem__, _CODES.findall(part, start, end))
        return "".join(said)

    def _map(self, page: pikepdf.Object, name: bytes) -> Words:
        """What the codes of a page's font stand for."""
        known = self._named.get((place(page), name))
        if known is None:
            font = entry(entry(entry(page, "/Resources"), "/Font"), f"/{name.decode('ascii', 'replace')}")
            known = self._maps.get(place(font))
            if known is None:
                known = self._maps[place(font)] = Words(self._characters(font))
            self._named[place(page), name] = known
        return known

    def _characters(self, font: Any) -> dict[int, str]:
        stream = entry(font, "/ToUnicode")
        data = unpacked(stream, limits.CHARACTER_MAP, self._path) if stream is not None else b""
        self._scanned.spend(len(data))
        return {
            int(found[1], 16): bytes.fromhex(found[2].decode("ascii")).decode("utf-16-be", "replace")
            for found in _PAIR.finditer(data)
            if len(found[2]) % 4 == 0
        }


def _sections(operators: bytes, wanted: set[int]) -> Iterator[tuple[int, int, int]]:
    """Number, start and end of the marked content that is wanted; marked content does not nest."""
    marks = list(_MARK.finditer(operators))
    ends = [*(mark.start() for mark in marks[1:]), len(operators)]
    for mark, limit in zip(marks, ends, strict=False):
        number = int(mark[1])
        if number in wanted:
            end = operators.find(_END, mark.end(), limit)
            yield number, mark.end(), limit if end < 0 else end
