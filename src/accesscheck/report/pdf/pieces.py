"""Words to positioned glyphs, whatever file they are drawn in: each word is shaped once and remembered for a while."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple

import uharfbuzz as hb

from .breaking import graphemes, is_mark
from .fonts import REPLACEMENT, Key, Program, chain, choose, programs

_REMEMBERED = 8192  # words, of about a kilobyte each: more than a long report has
_LONG = 40  # characters; what is longer does not come again


class Piece(NamedTuple):
    """A shaped piece of text in one font. Lengths are in thousandths of the font size, x runs from its left edge.

    `shows` is the inside of TJ arrays in logical order, each at its own rise: glyphs with the text they stand for,
    and what moves the pen between them. The rest is as in `Glyphs`.
    """

    program: Program
    shows: tuple[tuple[float, tuple[Key | str, ...]], ...]
    width: float
    start: float
    end: float
    actual: str | None
    stops: tuple[tuple[int, float], ...]
    tail: float = 0.0


@dataclass(frozen=True, slots=True)
class _Glyph:
    """One glyph of a cluster, with its pen position from the left edge of the piece and its rise."""

    number: int
    x: float
    rise: float


@dataclass(frozen=True, slots=True)
class _Cluster:
    """Glyphs that together stand for `text`, and how far they move the pen."""

    text: str
    glyphs: tuple[_Glyph, ...]
    advance: float


_TOLERANCE = 0.5  # thousandths of the font size: nobody sees that the pen stands so far off
_NOTHING = "\u200b"  # what a glyph beyond its cluster's characters stands for: no code may stand for no text


def pieces(text: str, bold: bool, right_to_left: bool, language: str) -> tuple[Piece, ...]:
    """The pieces of a word in logical order: text of one direction without newlines."""
    return (_kept if len(text) <= _LONG else _pieces)(text, bold, right_to_left, language)


def _pieces(text: str, bold: bool, right_to_left: bool, language: str) -> tuple[Piece, ...]:
    return tuple(_shaped_runs(text, bold, right_to_left, language))


_kept = lru_cache(_REMEMBERED)(_pieces)


def _shaped_runs(text: str, bold: bool, right_to_left: bool, language: str) -> Iterator[Piece]:
    for program, part in _runs(text, chain(bold, right_to_left, language), language):
        if program is None:
            yield _unknown(programs(bold)[0], part)
        else:
            yield from _shaped(program, part, right_to_left, language)


def _runs(text: str, found: tuple[Program, ...], language: str) -> Iterator[tuple[Program | None, str]]:
    """Stretches of one face and one script; a grapheme with a character no face has stands for itself, without one."""
    if text.isascii():
        yield found[0], text
        return
    program: Program | None = None
    script = ""
    start = position = 0
    for grapheme in graphemes(text):
        base = grapheme[0]
        chosen = _program_of(grapheme, found, program, language)
        named = _script(base) or script
        if position > start and (chosen is not program or chosen is None or (script and named != script)):
            yield program, text[start:position]
            start, script = position, _script(base)
        program, script = chosen, named
        position += len(grapheme)
    yield program, text[start:]


def _program_of(grapheme: str, found: tuple[Program, ...], before: Program | None, language: str) -> Program | None:
    """The face that has the whole grapheme; joiners and selectors need no glyph of their own."""
    chosen = choose(found, grapheme[0], before, language)
    needed = [character for character in grapheme if not _invisible(character)]
    if chosen is not None and all(map(chosen.covers, needed)):
        return chosen
    return next((program for program in found if all(map(program.covers, needed))), None) if needed else found[0]


def _invisible(character: str) -> bool:
    return unicodedata.category(character) == "Cf" or "\ufe00" <= character <= "\ufe0f"


@lru_cache(maxsize=4096)
def _script(character: str) -> str:
    """The script of a letter by the first word of its Unicode name; empty for what all scripts share."""
    return unicodedata.name(character, "").partition(" ")[0] if character.isalpha() and not is_mark(character) else ""


def _unknown(program: Program, text: str) -> Piece:
    glyph = program.font.get_nominal_glyph(ord(REPLACEMENT))
    width = program.width(glyph)
    shows = ((0.0, ((glyph, REPLACEMENT),)),)
    return Piece(program, shows, width, 0.0, width, text, ((len(text), width),))


def _shaped(program: Program, text: str, right_to_left: bool, language: str) -> Iterator[Piece]:
    """One piece, or several where a cluster with more glyphs than characters needs its text said beside it."""
    buffer = _buffer(text, right_to_left, language)
    hb.shape(program.font, buffer)
    infos, positions = list(buffer.glyph_infos), list(buffer.glyph_positions)
    if not right_to_left and _is_plain(text, infos, positions):
        yield _plain(program, text, infos, positions)
        return
    together: list[_Cluster] = []
    for cluster in _clusters(text, infos, positions, program.scale):
        if len(cluster.glyphs) <= len(cluster.text):
            together.append(cluster)
            continue
        if together:
            yield _piece(program, together, right_to_left)
            together = []
        yield _piece(program, [cluster], right_to_left)
    if together:
        yield _piece(program, together, right_to_left)


def _is_plain(text: str, infos: list[Any], positions: list[Any]) -> bool:
    """Whether every character has a glyph of its own on the baseline, as in most words."""
    return [info.cluster for info in infos] == list(range(len(text))) and not any(one.y_offset for one in positions)


def _plain(program: Program, text: str, infos: list[Any], positions: list[Any]) -> Piece:
    """What `_piece` would make of plain text that runs left to right, without a cluster for each character."""
    scale, width = program.scale, program.width
    start = pen = positions[0].x_offset * scale
    covered = 0.0
    parts: list[Key | str] = []
    stops: list[tuple[int, float]] = []
    for count, (character, info, position) in enumerate(zip(text, infos, positions, strict=True), 1):
        glyph = info.codepoint
        x = covered + position.x_offset * scale
        if abs(x - pen) > _TOLERANCE:
            moved = round(pen - x)
            parts.append(f">{moved}<")
            pen -= moved
        parts.append((glyph, character))
        pen += width(glyph)
        covered += position.x_advance * scale
        stops.append((count, covered))
    tail = positions[-1].x_advance * scale if text[-1] == " " else 0.0
    return Piece(program, ((0.0, tuple(parts)),), covered, start, pen, None, tuple(stops), tail)


def _clusters(text: str, infos: list[Any], positions: list[Any], scale: float) -> list[_Cluster]:
    """Clusters in logical order."""
    starts = sorted({info.cluster for info in infos})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    grouped: dict[int, list[tuple[Any, Any]]] = {start: [] for start in starts}
    for info, position in zip(infos, positions, strict=True):
        grouped[info.cluster].append((info, position))
    return [_cluster(text[start : ends[start]], grouped[start], scale) for start in starts]


def _buffer(text: str, right_to_left: bool, language: str) -> Any:
    buffer = hb.Buffer()
    buffer.add_codepoints([ord(character) for character in text])
    buffer.language = language
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if right_to_left else "ltr"
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    return buffer


def _cluster(text: str, glyphs: list[tuple[Any, Any]], scale: float) -> _Cluster:
    pen = 0.0
    placed = []
    for info, position in glyphs:
        placed.append(_Glyph(info.codepoint, (pen + position.x_offset) * scale, position.y_offset * scale))
        pen += position.x_advance
    return _Cluster(text, tuple(placed), pen * scale)


def _piece(program: Program, clusters: list[_Cluster], right_to_left: bool) -> Piece:
    width = sum(cluster.advance for cluster in clusters)
    writer = _Writer(program)
    stops: list[tuple[int, float]] = []
    count, covered = 0, 0.0
    for cluster in clusters:
        left = width - covered - cluster.advance if right_to_left else covered
        for glyph, text in zip(cluster.glyphs, _shares(cluster), strict=True):
            writer.put(text, glyph, left + glyph.x)
        count, covered = count + len(cluster.text), covered + cluster.advance
        stops.append((count, covered))
    actual = clusters[0].text if len(clusters[0].glyphs) > len(clusters[0].text) else None
    tail = clusters[-1].advance if clusters[-1].text == " " else 0.0
    return Piece(program, writer.shows(), width, writer.start, writer.pen, actual, tuple(stops), tail)


def _shares(cluster: _Cluster) -> list[str]:
    """The text each glyph stands for: together, in the order they are drawn, they say the cluster's text."""
    last = len(cluster.glyphs) - 1
    return [*cluster.text[:last].ljust(last, _NOTHING), cluster.text[last:] or _NOTHING]


class _Writer:
    """Puts glyphs one after the other into TJ arrays, with an offset where the pen has to be moved."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.start = self.pen = 0.0
        self._rise = 0.0
        self._parts: list[Key | str] = []
        self._shows: list[tuple[float, tuple[Key | str, ...]]] = []

    def put(self, text: str, glyph: _Glyph, x: float) -> None:
        if not self._parts and not self._shows:
            self.start = self.pen = x
            self._rise = glyph.rise
        if abs(glyph.rise - self._rise) > _TOLERANCE:
            self._end_show()
            self._rise = glyph.rise
        if abs(x - self.pen) > _TOLERANCE:
            moved = round(self.pen - x)
            self._parts.append(f">{moved}<")
            self.pen -= moved
        self._parts.append((glyph.number, text))
        self.pen += self.program.width(glyph.number)

    def shows(self) -> tuple[tuple[float, tuple[Key | str, ...]], ...]:
        self._end_show()
        return tuple(self._shows)

    def _end_show(self) -> None:
        self._shows.append((self._rise, tuple(self._parts)))
        self._parts = []
