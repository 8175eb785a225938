"""Words to positioned glyphs, once for every word: the text of a page is put together from these pieces."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import uharfbuzz as hb

from .breaking import graphemes, is_mark
from .fonts import REPLACEMENT, Face, Typefaces, choose


@dataclass(frozen=True, slots=True)
class Glyphs:
    """A shaped piece of text in one face. Lengths are in thousandths of the font size, x runs from its left edge.

    `shows` is the inside of TJ arrays in logical order, each at its own rise; `start` and `end` are where the pen is
    before and after them. `actual` is the text where the glyphs cannot tell it themselves. `stops` are the places
    where the piece may be torn in an emergency: characters so far, width so far. `tail` is the width of the blank at
    its end.
    """

    face: Face
    shows: tuple[tuple[float, str], ...]
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


class Shaped(dict[str, tuple[Glyphs, ...]]):
    """The pieces of each word in logical order, shaped when first asked for: text of one direction without newlines."""

    def __init__(self, typefaces: Typefaces, bold: bool, right_to_left: bool, language: str) -> None:
        super().__init__()
        self._chain = typefaces.chain(bold, right_to_left, language)
        self._replacement = typefaces.replacement(bold)
        self._right_to_left = right_to_left
        self._language = language

    def __missing__(self, text: str) -> tuple[Glyphs, ...]:
        found = self[text] = tuple(self._pieces(text))
        return found

    def _pieces(self, text: str) -> Iterator[Glyphs]:
        for face, part in _runs(text, self._chain, self._language):
            if face is None:
                yield _unknown(self._replacement, part)
            else:
                yield from _shaped(face, part, self._right_to_left, self._language)


class Shaper:
    """Shapes text for one file and remembers every piece."""

    def __init__(self, typefaces: Typefaces) -> None:
        self.typefaces = typefaces
        self._shaped: dict[tuple[bool, bool, str], Shaped] = {}

    def shaped(self, bold: bool, right_to_left: bool, language: str) -> Shaped:
        """The words of one look, direction and language."""
        key = (bold, right_to_left, language)
        found = self._shaped.get(key)
        if found is None:
            found = self._shaped[key] = Shaped(self.typefaces, *key)
        return found

    def shape(self, text: str, bold: bool, right_to_left: bool, language: str) -> tuple[Glyphs, ...]:
        """The pieces of one word."""
        return self.shaped(bold, right_to_left, language)[text]


def _runs(text: str, chain: tuple[Face, ...], language: str) -> Iterator[tuple[Face | None, str]]:
    """Stretches of one face and one script; a grapheme with a character no face has stands for itself, without one."""
    if text.isascii():
        yield chain[0], text
        return
    face: Face | None = None
    script = ""
    start = position = 0
    for grapheme in graphemes(text):
        base = grapheme[0]
        chosen = _face_of(grapheme, chain, face, language)
        named = _script(base) or script
        if position > start and (chosen is not face or chosen is None or (script and named != script)):
            yield face, text[start:position]
            start, script = position, _script(base)
        face, script = chosen, named
        position += len(grapheme)
    yield face, text[start:]


def _face_of(grapheme: str, chain: tuple[Face, ...], before: Face | None, language: str) -> Face | None:
    """The face that has the whole grapheme; joiners and selectors need no glyph of their own."""
    chosen = choose(chain, grapheme[0], before, language)
    needed = [character for character in grapheme if not _invisible(character)]
    if chosen is not None and all(map(chosen.covers, needed)):
        return chosen
    return next((face for face in chain if all(map(face.covers, needed))), None) if needed else chain[0]


def _invisible(character: str) -> bool:
    return unicodedata.category(character) == "Cf" or "\ufe00" <= character <= "\ufe0f"


@lru_cache(maxsize=4096)
def _script(character: str) -> str:
    """The script of a letter by the first word of its Unicode name; empty for what all scripts share."""
    return unicodedata.name(character, "").partition(" ")[0] if character.isalpha() and not is_mark(character) else ""


def _unknown(face: Face, text: str) -> Glyphs:
    glyph = face.font.get_nominal_glyph(ord(REPLACEMENT))
    width = face.width(glyph)
    shows = ((0.0, f"<{face.code(glyph, REPLACEMENT):04X}>"),)
    return Glyphs(face, shows, width, 0.0, width, text, ((len(text), width),))


def _shaped(face: Face, text: str, right_to_left: bool, language: str) -> Iterator[Glyphs]:
    """One piece, or several where a cluster with more glyphs than characters needs its text said beside it."""
    buffer = _buffer(text, right_to_left, language)
    hb.shape(face.font, buffer)
    infos, positions = list(buffer.glyph_infos), list(buffer.glyph_positions)
    if not right_to_left and _is_plain(text, infos, positions):
        yield _plain(face, text, infos, positions)
        return
    together: list[_Cluster] = []
    for cluster in _clusters(text, infos, positions, face.scale):
        if len(cluster.glyphs) <= len(cluster.text):
            together.append(cluster)
            continue
        if together:
            yield _piece(face, together, right_to_left)
            together = []
        yield _piece(face, [cluster], right_to_left)
    if together:
        yield _piece(face, together, right_to_left)


def _is_plain(text: str, infos: list[Any], positions: list[Any]) -> bool:
    """Whether every character has a glyph of its own on the baseline, as in most words."""
    return [info.cluster for info in infos] == list(range(len(text))) and not any(one.y_offset for one in positions)


def _plain(face: Face, text: str, infos: list[Any], positions: list[Any]) -> Glyphs:
    """What `_piece` would make of plain text that runs left to right, without a cluster for each character."""
    scale, drawn = face.scale, face.drawn
    start = pen = positions[0].x_offset * scale
    covered = 0.0
    parts: list[str] = []
    stops: list[tuple[int, float]] = []
    for count, (character, info, position) in enumerate(zip(text, infos, positions, strict=True), 1):
        code, width = drawn[info.codepoint, character]
        x = covered + position.x_offset * scale
        if abs(x - pen) > _TOLERANCE:
            moved = round(pen - x)
            parts.append(f">{moved}<")
            pen -= moved
        parts.append(code)
        pen += width
        covered += position.x_advance * scale
        stops.append((count, covered))
    tail = positions[-1].x_advance * scale if text[-1] == " " else 0.0
    return Glyphs(face, ((0.0, f"<{''.join(parts)}>"),), covered, start, pen, None, tuple(stops), tail)


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


def _piece(face: Face, clusters: list[_Cluster], right_to_left: bool) -> Glyphs:
    width = sum(cluster.advance for cluster in clusters)
    writer = _Writer(face)
    stops: list[tuple[int, float]] = []
    count, covered = 0, 0.0
    for cluster in clusters:
        left = width - covered - cluster.advance if right_to_left else covered
        for glyph, text in zip(cluster.glyphs, _shares(cluster), strict=True):
            writer.put(face.code(glyph.number, text), glyph, left + glyph.x)
        count, covered = count + len(cluster.text), covered + cluster.advance
        stops.append((count, covered))
    actual = clusters[0].text if len(clusters[0].glyphs) > len(clusters[0].text) else None
    tail = clusters[-1].advance if clusters[-1].text == " " else 0.0
    return Glyphs(face, writer.shows(), width, writer.start, writer.pen, actual, tuple(stops), tail)


def _shares(cluster: _Cluster) -> list[str]:
    """The text each glyph stands for: together, in the order they are drawn, they say the cluster's text."""
    last = len(cluster.glyphs) - 1
    return [*cluster.text[:last].ljust(last, _NOTHING), cluster.text[last:] or _NOTHING]


class _Writer:
    """Puts glyphs one after the other into TJ arrays, with an offset where the pen has to be moved."""

    def __init__(self, face: Face) -> None:
        self.face = face
        self.start = self.pen = 0.0
        self._rise = 0.0
        self._codes: list[str] = []
        self._parts: list[str] = []
        self._shows: list[tuple[float, str]] = []

    def put(self, code: int, glyph: _Glyph, x: float) -> None:
        if not self._codes and not self._parts and not self._shows:
            self.start = self.pen = x
            self._rise = glyph.rise
        if abs(glyph.rise - self._rise) > _TOLERANCE:
            self._end_show()
            self._rise = glyph.rise
        if abs(x - self.pen) > _TOLERANCE:
            self._end_codes()
            self._parts.append(f"{self.pen - x:.0f}")
            self.pen -= float(self._parts[-1])
        self._codes.append(f"{code:04X}")
        self.pen += self.face.width(glyph.number)

    def shows(self) -> tuple[tuple[float, str], ...]:
        self._end_show()
        return tuple(self._shows)

    def _end_codes(self) -> None:
        if self._codes:
            self._parts.append(f"<{''.join(self._codes)}>")
            self._codes = []

    def _end_show(self) -> None:
        self._end_codes()
        self._shows.append((self._rise, "".join(self._parts)))
        self._parts = []
