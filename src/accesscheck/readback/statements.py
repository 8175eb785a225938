"""What the pages state: the structure elements with ids of ours, and the words in their marked content."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf
from pikepdf import Array

from accesscheck.errors import ReportCyclic, ReportTooLarge
from accesscheck.model.fingerprints import Identifier, pages_fingerprint, parse_identifier

from . import limits
from .limits import Budget
from .objects import array, entry, number, place, text
from .pages import Reader, content, pages

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Statement:
    """One run of a page's text: what its id says it states, and the words that stand there."""

    identifier: Identifier
    words: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A piece of an element's content: marked content of a page, or words that are given beside it."""

    page: Place
    number: int
    instead: str | None = None


@dataclass(slots=True)
class _Element:
    """An element with an id, before its words are known."""

    identifier: Identifier
    pieces: list[Marked] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Pages:
    """What all pages say: their statements in the order of ids, and the fingerprint of their content."""

    statements: tuple[Statement, ...]
    fingerprint: str


def read_pages(pdf: pikepdf.Pdf, path: str) -> Pages:
    """Read every page once; raises `ReportCyclic`, `ReportTooLarge`, `ReportDamaged`, `PackedOtherwise`."""
    elements = list(_elements(pdf, path))
    wanted: dict[Place, set[int]] = {}
    for one in elements:
        for piece in one.pieces:
            wanted.setdefault(piece.page, set()).add(piece.number)
    words, fingerprint = _words(pdf, wanted, path)
    return Pages(tuple(Statement(one.identifier, _said(one, words)) for one in elements), fingerprint)


def _words(pdf: pikepdf.Pdf, wanted: dict[Place, set[int]], path: str) -> tuple[dict[tuple[Place, int], str], str]:
    """The wanted words by page and number, and the fingerprint of all pages."""
    reader, budget = Reader(path), Budget(path, limits.ALL_CONTENT)
    found: dict[tuple[Place, int], str] = {}

    def contents() -> Iterator[bytes]:
        for page in pages(pdf, path):
            operators = content(page, path)
            budget.spend(len(operators))
            own = wanted.get(place(page))
            if own:
                read = reader.words(page, operators, own)
                found.update({(place(page), number): said for number, said in read.items()})
            yield operators

    return found, pages_fingerprint(contents())


def _said(element: _Element, words: dict[tuple[Place, int], str]) -> str:
    return "".join(
        words.get((piece.page, piece.number), "") if piece.instead is None else piece.instead
        for piece in element.pieces
    )


def _elements(pdf: pikepdf.Pdf, path: str) -> Iterator[_Element]:
    """The elements that have an id of ours."""
    budget = Budget(path, limits.NODES)
    found = 0
    for key, made in _named(entry(entry(pdf.Root, "/StructTreeRoot"), "/IDTree"), budget, path):
        identifier = parse_identifier(key)
        if identifier is None or text(made, "/ID") != key:
            continue
        found += 1
        if found > limits.STATEMENTS:
            raise ReportTooLarge(path)
        yield _Element(identifier, list(_pieces(made, budget, path)))


def _named(tree: Any, budget: Budget, path: str) -> Iterator[tuple[str, Any]]:
    """The pairs of a name tree; raises `ReportCyclic` where it leads back into itself."""
    seen: set[Place] = set()
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        budget.spend()
        if place(node) in seen:
            raise ReportCyclic(path)
        if place(node) != (0, 0):
            seen.add(place(node))
        waiting += _kids(node, "/Kids", budget)
        pairs = iter(_kids(node, "/Names", budget))
        yield from (
            (str(key), made) for key, made in zip(pairs, pairs, strict=False) if isinstance(key, pikepdf.String)
        )


def _kids(node: Any, key: str, budget: Budget) -> list[Any]:
    found = array(node, key)
    if found is None:
        return []
    budget.spend(len(found))
    return list(found)


def _pieces(element: Any, budget: Budget, path: str, above: tuple[Place, ...] = ()) -> Iterator[Marked]:
    """The content of an element and of those below it, in order."""
    own = place(element)
    if own in above or len(above) > limits.DEPTH:
        raise ReportCyclic(path)
    instead = text(element, "/ActualText")
    if instead is not None:
        yield Marked((0, 0), 0, instead)
        return
    kid = entry(element, "/K")
    for one in list(kid) if isinstance(kid, Array) else [kid]:
        budget.spend()
        if type(one) is int:
            yield Marked(place(entry(element, "/Pg")), one)
        elif (marked := number(one, "/MCID")) is not None:
            yield Marked(place(entry(one, "/Pg")), marked)
        elif one is not None:
            yield from _pieces(one, budget, path, (*above, own))
