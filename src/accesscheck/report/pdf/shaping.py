"""Words as one file draws them: the text of a page is put together from these pieces."""

from __future__ import annotations

from dataclasses import dataclass

from .fonts import Face, Typefaces
from .pieces import Piece, pieces


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


class Shaped(dict[str, tuple[Glyphs, ...]]):
    """The pieces of each word in logical order, made when first asked for: text of one direction without newlines."""

    def __init__(self, typefaces: Typefaces, bold: bool, right_to_left: bool, language: str) -> None:
        super().__init__()
        self._typefaces = typefaces
        self._look = (bold, right_to_left, language)

    def __missing__(self, text: str) -> tuple[Glyphs, ...]:
        face = self._typefaces.face
        found = self[text] = tuple([_in_file(piece, face(piece.program)) for piece in pieces(text, *self._look)])
        return found


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


def _in_file(piece: Piece, face: Face) -> Glyphs:
    """A piece with the codes its glyphs have in the file of `face`."""
    code = face.drawn.__getitem__
    shows = tuple([(rise, f"<{''.join(map(code, keys))}>") for rise, keys in piece.shows])
    return Glyphs(face, shows, *piece[2:])
