"""The faces of a report and which of them draws a character: Latin and Cyrillic, Arabic, Chinese, Korean."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from importlib.resources import files
from typing import Any

import uharfbuzz as hb

REPLACEMENT = "\ufffd"
# Punctuation that Latin and Chinese share by code point but not by width.
_SHARED = frozenset("“”‘’…—·")


@dataclass(frozen=True, slots=True)
class Source:
    """A font file in an installed package, and where its variable axes are pinned."""

    name: str
    package: str
    path: str
    axes: dict[str, float] = field(default_factory=dict)


def _noto(name: str, weight: float) -> Source:
    return Source(name, "fontpkg_noto_sans", "files/NotoSans[wdth,wght].ttf", {"wght": weight, "wdth": 100})


def _plex(name: str) -> Source:
    return Source(name, "fontpkg_ibm_plex_sans_arabic", f"files/{name}.ttf")


def _asian(family: str, style: str, weight: float) -> Source:
    path = f"fonts/ofl/{family.lower()}/{family}[wght].ttf"
    return Source(f"{family}-{style}", "justmytype_intl_cjk", path, {"wght": weight})


def _sources(style: str, weight: float) -> tuple[Source, ...]:
    return (
        _noto(f"NotoSans-{style}", weight),
        _plex(f"IBMPlexSansArabic-{style}"),
        _asian("NotoSansSC", style, weight),
        _asian("NotoSansKR", style, weight),
    )


class Drawn(dict[tuple[int, str], tuple[str, float]]):
    """By glyph and the text it stands for: its code in hexadecimal digits, and its width."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, key: tuple[int, str]) -> tuple[str, float]:
        found = self[key] = (f"{self._face.code(*key):04X}", self._face.width(key[0]))
        return found


class Face:
    """One font of the file.

    Its codes (CIDs) stand for a glyph together with the text it draws: so the text
    can be read back even where two characters share a glyph.
    """

    def __init__(self, source: Source, resource: str) -> None:
        self.source = source
        self.resource = resource
        self.codes: dict[tuple[int, str], int] = {}
        self.drawn = Drawn(self)
        self._covered: dict[str, bool] = {}
        self._widths: dict[int, float] = {}

    @cached_property
    def face(self) -> Any:
        path = files(self.source.package) / self.source.path
        return hb.Face(hb.Blob.from_file_path(str(path)))

    @cached_property
    def font(self) -> Any:
        font = hb.Font(self.face)
        font.set_variations(self.source.axes)
        return font

    @cached_property
    def scale(self) -> float:
        """Thousandths of the font size in one unit of the font's design."""
        return 1000 / float(self.face.upem)

    def covers(self, character: str) -> bool:
        known = self._covered.get(character)
        if known is None:
            known = self._covered[character] = self.font.get_nominal_glyph(ord(character)) is not None
        return known

    def code(self, glyph: int, text: str) -> int:
        """The code that draws `glyph` where it stands for `text`; 0 is kept for .notdef."""
        return self.codes.setdefault((glyph, text), len(self.codes) + 1)

    def width(self, glyph: int) -> float:
        """Advance in thousandths of the font size, as the embedded font program states it."""
        known = self._widths.get(glyph)
        if known is None:
            known = self._widths[glyph] = float(self.font.get_glyph_h_advance(glyph)) * self.scale
        return known


class Typefaces:
    """All faces a report may use, in the order in which they are asked for a character."""

    def __init__(self) -> None:
        self._regular = tuple(Face(source, f"R{number}") for number, source in enumerate(_sources("Regular", 400)))
        self._bold = tuple(Face(source, f"B{number}") for number, source in enumerate(_sources("Bold", 700)))

    def chain(self, bold: bool, right_to_left: bool, language: str) -> tuple[Face, ...]:
        """Faces by preference; right-to-left text takes its spaces and marks from the Arabic face too."""
        latin, arabic, chinese, korean = self._bold if bold else self._regular
        if right_to_left:
            return arabic, latin, chinese, korean
        if language.startswith("zh"):
            return latin, chinese, arabic, korean
        return latin, arabic, chinese, korean

    def replacement(self, bold: bool) -> Face:
        """The face that draws U+FFFD for characters no face has."""
        return (self._bold if bold else self._regular)[0]

    def used(self) -> tuple[Face, ...]:
        return tuple(face for face in self._regular + self._bold if face.codes)


def choose(chain: tuple[Face, ...], character: str, before: Face | None, language: str) -> Face | None:
    """The face for a character: that of its neighbour for what has no script of its own, else the first that has it."""
    if character in _SHARED and language.startswith("zh"):
        chain = chain[1:] + chain[:1]
    elif before is not None and not character.isalnum() and before.covers(character):
        return before
    return next((face for face in chain if face.covers(character)), None)
