"""Runs to lines: direction, shaping, and where each line ends."""

from __future__ import annotations

from itertools import accumulate

from .bidi import Isolate, is_right_to_left, levels
from .breaking import words
from .shaping import Shaper
from .style import Style
from .text import Area, Line, Part, Run, Setting

_TOLERANCE = 0.01  # points: sums of widths are not exact


def _direction(found: list[Run], text: str, setting: Setting) -> bool:
    """A paragraph that is wholly in tagged languages goes its own way, any other the document's."""
    if all(run.isolated or not run.text.strip() for run in found):
        return is_right_to_left(text, setting.right_to_left)
    return setting.right_to_left


def lines(found: list[Run], style: Style, area: Area, setting: Setting) -> list[Line]:
    """The runs of one paragraph set in lines; none when there is nothing to see."""
    text = "".join(run.text for run in found)
    if not text.strip():
        return []
    right_to_left = _direction(found, text, setting)
    pieces = _Pieces(found, levels(text, right_to_left, _isolates(found)), style, setting.shaper)
    rows = _Breaker(area.width, int(right_to_left)).rows(text, pieces)
    return [Line(tuple(row), style, area, right_to_left) for row in rows]


def kept_together(set_lines: list[Line], before: float) -> list[Line]:
    """A paragraph's lines: space above the first, and never one line alone at the foot or head of a page."""
    last = len(set_lines) - 1
    for number, line in enumerate(set_lines):
        line.keep = number < last and number in (0, last - 1)
    if set_lines:
        set_lines[0].before = before
    return set_lines


def _isolates(found: list[Run]) -> list[Isolate]:
    """Runs that are ordered within themselves; blanks at their ends belong to the text around them."""
    isolates, position = [], 0
    for run in found:
        blanks = len(run.text) - len(run.text.lstrip())
        if run.isolated and blanks < len(run.text):
            isolates.append(Isolate(position + blanks, position + len(run.text.rstrip())))
        position += len(run.text)
    return isolates


class _Pieces:
    """The parts of any stretch of a paragraph."""

    def __init__(self, found: list[Run], embedding: list[int], style: Style, shaper: Shaper) -> None:
        self._runs = found
        self._levels = embedding
        self._flat = not any(embedding)
        self._size = style.size
        self._shaper = shaper
        self._ends = list(accumulate(len(run.text) for run in found))
        self._current = 0

    @property
    def flat(self) -> bool:
        """Whether all of it runs left to right."""
        return self._flat

    def between(self, start: int, end: int, text: str) -> list[Part]:
        """Parts from `start` to `end`, which only ever move forward; `text` is what stands there."""
        if self._flat and start < end <= self._ends[self._current]:
            return self._parts(text, 0)
        parts: list[Part] = []
        position = start
        while position < end:
            while self._ends[self._current] <= position:
                self._current += 1
            stop = self._stop(position, min(end, self._ends[self._current]))
            parts += self._parts(text[position - start : stop - start], self._levels[position])
            position = stop
        return parts

    def _stop(self, position: int, end: int) -> int:
        """Where the level changes."""
        if self._flat:
            return end
        level = self._levels[position]
        return next((at for at in range(position + 1, end) if self._levels[at] != level), end)

    def _parts(self, text: str, level: int) -> list[Part]:
        run, size = self._runs[self._current], self._size
        unit = size / 1000
        shaped = self._shaper.shaped(run.bold, level % 2 == 1, run.language)[text]
        return [Part(one, run, level, size, one.width * unit, one.tail * unit) for one in shaped]

    def torn(self, part: Part, text: str, width: float) -> list[list[Part]]:
        """A part that is wider than a line, in pieces that are not; `text` is what it shows."""
        bounds = [0]
        begun = 0.0
        for (count, covered), (_, after) in zip(part.glyphs.stops, part.glyphs.stops[1:], strict=False):
            if (after - begun) * part.size / 1000 > width:
                bounds.append(count)
                begun = covered
        slices = zip(bounds, [*bounds[1:], len(text)], strict=True)
        shape = self._shaper.shape
        run, odd = part.run, part.level % 2 == 1
        shaped = [shape(text[start:end], run.bold, odd, run.language) for start, end in slices]
        unit = part.size / 1000
        return [[part._replace(glyphs=glyphs, width=glyphs.width * unit) for glyphs in pieces] for pieces in shaped]


def _seen(parts: list[Part]) -> float:
    """Width without the blank at the end."""
    if len(parts) == 1:
        return parts[0].width - parts[0].tail
    return sum([part.width for part in parts]) - (parts[-1].tail if parts else 0.0)


class _Breaker:
    """Fills lines of one width with words."""

    def __init__(self, width: float, base: int) -> None:
        self._width = width
        self._base = base
        self._rows: list[list[Part]] = []
        self._row: list[Part] = []
        self._used = 0.0

    def rows(self, text: str, pieces: _Pieces) -> list[list[Part]]:
        for start, end in words(text):
            self._add_word(text[start:end], start, pieces)
        if self._row:
            self._end_row()
        return self._rows

    def _add_word(self, word: str, start: int, pieces: _Pieces) -> None:
        body = word.rstrip(" \n")
        blank = " " if len(word) > len(body) else ""
        end = start + len(body)
        joined_blank = blank if pieces.flat else ""
        parts = pieces.between(start, end + len(joined_blank), body + joined_blank)
        seen = _seen(parts)
        if self._row and self._used + seen > self._width + _TOLERANCE:
            self._end_row()
        if seen > self._width:
            self._add_torn(parts, body + joined_blank, pieces)
        else:
            self._add(parts)
        if blank and not joined_blank:
            self._add(pieces.between(end, end + 1, " "))
        if word.endswith("\n"):
            self._end_row()

    def _add_torn(self, parts: list[Part], body: str, pieces: _Pieces) -> None:
        """In an emergency a line may end between any two characters."""
        position = 0
        for part in parts:
            length = part.glyphs.stops[-1][0]
            for piece in pieces.torn(part, body[position : position + length], self._width):
                if self._row and self._used + sum(one.seen for one in piece) > self._width + _TOLERANCE:
                    self._end_row()
                self._add(piece)
            position += length

    def _add(self, parts: list[Part]) -> None:
        self._row += parts
        for part in parts:
            self._used += part.width

    def _end_row(self) -> None:
        """Rule L1: blanks at the end of a line have the paragraph's own level."""
        for position in range(len(self._row) - 1, -1, -1):
            if not self._row[position].blank:
                break
            self._row[position] = self._row[position]._replace(level=self._base)
        self._rows.append(self._row)
        self._row, self._used = [], 0.0
