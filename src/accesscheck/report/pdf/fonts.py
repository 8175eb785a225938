"""The faces of a report and which of them draws a character: Latin and Cyrillic, Arabic, Chinese, Korean."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from importlib.util import find_spec
from pathlib import Path
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
    axes: tuple[tuple[str, float], ...] = ()


def _noto(name: str, weight: float) -> Source:
    return Source(name, "fontpkg_noto_sans", "files/NotoSans[wdth,wght].ttf", (("wght", weight), ("wdth", 100)))


def _plex(name: str) -> Source:
    return Source(name, "fontpkg_ibm_plex_sans_arabic", f"files/{name}.ttf")


def _asian(family: str, style: str, weight: float) -> Source:
    path = f"fonts/ofl/{family.lower()}/{family}[wght].ttf"
    return Source(f"{family}-{style}", "justmytype_intl_cjk", path, (("wght", weight),))


def _sources(style: str, weight: float) -> tuple[Source, ...]:
    return (
        _noto(f"NotoSans-{style}", weight),
        _plex(f"IBMPlexSansArabic-{style}"),
        _asian("NotoSansSC", style, weight),
        _asian("NotoSansKR", style, weight),
    )


Key = tuple[int, str]
"""A glyph and the text it stands for."""


class Program:
    """A font program: what holds of it in every file."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self._covered: dict[str, bool] = {}
        self._widths: dict[int, float] = {}

    @cached_property
    def face(self) -> Any:
        return hb.Face(hb.Blob.from_file_path(str(_folder(self.source.package) / self.source.path)))

    @cached_property
    def font(self) -> Any:
        font = hb.Font(self.face)
        font.set_variations(dict(self.source.axes))
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

    def width(self, glyph: int) -> float:
        """Advance in thousandths of the font size, as the embedded font program states it."""
        known = self._widths.get(glyph)
        if known is None:
            known = self._widths[glyph] = float(self.font.get_glyph_h_advance(glyph)) * self.scale
        return known


def _folder(package: str) -> Path:
    """Where an installed package lies; importlib.resources, which also reads packed ones, takes long to come."""
    found = find_spec(package)
    if found is None or not found.submodule_search_locations:
        raise ModuleNotFoundError(package)
    return Path(found.submodule_search_locations[0])


@cache
def programs(bold: bool) -> tuple[Program, ...]:
    """All programs a report may use; opened when first asked for a character, then kept for later files."""
    return tuple(map(Program, _sources("Bold", 700) if bold else _sources("Regular", 400)))


def chain(bold: bool, right_to_left: bool, language: str) -> tuple[Program, ...]:
    """Programs by preference; right-to-left text takes its spaces and marks from the Arabic one too."""
    latin, arabic, chinese, korean = programs(bold)
    if right_to_left:
        return arabic, latin, chinese, korean
    if language.startswith("zh"):
        return latin, chinese, arabic, korean
    return latin, arabic, chinese, korean


def choose(found: tuple[Program, ...], character: str, before: Program | None, language: str) -> Program | None:
    """The program for a character: its neighbour's for what has no script of its own, else the first that has it."""
    if character in _SHARED and language.startswith("zh"):
        found = found[1:] + found[:1]
    elif before is not None and not character.isalnum() and before.covers(character):
        return before
    return next((program for program in found if program.covers(character)), None)


class Drawn(dict[Key | str, str]):
    """By glyph and the text it stands for: its code in hexadecimal digits; what stands between codes is itself."""

    def __init__(self, codes: dict[Key, int]) -> None:
        super().__init__()
        self._codes = codes

    def __missing__(self, key: Key | str) -> str:
        found = key if isinstance(key, str) else f"{self._codes.setdefault(key, len(self._codes) + 1):04X}"
        self[key] = found
        return found


class Face:
    """One font of a file.

    Its codes (CIDs, 0 is .notdef) stand for a glyph together with the text it draws: so the text
    can be read back even where two characters share a glyph.
    """

    def __init__(self, program: Program, resource: str) -> None:
        self.program = program
        self.resource = resource
        self.codes: dict[Key, int] = {}
        self.drawn = Drawn(self.codes)


class Typefaces:
    """The fonts of one file."""

    def __init__(self) -> None:
        self._faces = {
            program: Face(program, f"{letter}{number}")
            for letter, bold in (("R", False), ("B", True))
            for number, program in enumerate(programs(bold))
        }

    def face(self, program: Program) -> Face:
        return self._faces[program]

    def used(self) -> tuple[Face, ...]:
        return tuple(face for face in self._faces.values() if face.codes)
