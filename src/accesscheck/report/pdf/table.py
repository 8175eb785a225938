"""Tables: captions, header rows that repeat as artifacts, rows torn only where a page is too short."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from ..document import Block, Cell, ParagraphStyle, Table, every_block, every_inline
from .bidi import has_right_to_left
from .breaking import clean, words
from .drawing import Drawing
from .flow import Piece, stacked
from .lines import lines
from .structure import Element
from .style import BORDER, CAPTION, CELLS, PADDING, TINT
from .text import Area, Setting, runs

# Sets what a cell holds, as content of its element; the last argument says whether it is a header.
SetCell = Callable[[tuple[Block, ...], Element, Area, bool], list[Piece]]

_RULE = 0.5
_HEAD_RULE = 1.0
_LOW = 60.0  # a row lower than this begins or ends no table alone on its page
_SHORT = 4  # characters: in Chinese a whole word
_READ = 200  # rows whose words decide how wide a column must be
_ROUNDING = 0.1
_WIDEST = 0.3  # of the table: more no word can demand for its column


@dataclass(slots=True)
class Row:
    """A table row: the pieces of its cells, side by side. `running` are the header rows its pages begin with."""

    cells: tuple[tuple[Piece, ...], ...]
    area: Area
    header: bool
    running: Sequence[Piece] = ()
    before: float = 0.0
    keep: bool = False

    @property
    def height(self) -> float:
        return max(map(stacked, self.cells)) + 2 * PADDING[1]

    def draw(self, drawing: Drawing, top: float) -> None:
        with drawing.artifact():
            self._draw_ground(drawing, top)
        for pieces in self.cells:
            y = top - PADDING[1] + (pieces[0].before if pieces else 0.0)
            for piece in pieces:
                y -= piece.before
                piece.draw(drawing, y)
                y -= piece.height

    def _draw_ground(self, drawing: Drawing, top: float) -> None:
        left, bottom, right = self.area.x, top - self.height, self.area.x + self.area.width
        if self.header:
            drawing.fill(TINT, left, bottom, self.area.width, self.height)
        drawing.line(BORDER, _HEAD_RULE if self.header else _RULE, (left, bottom), (right, bottom))

    def split(self, room: float) -> tuple[Piece, Piece] | None:
        """Every cell gives what fits; None where none of them gives anything."""
        halves = [_fitting(pieces, room - 2 * PADDING[1]) for pieces in self.cells]
        if not any(fitting for fitting, _ in halves):
            return None
        first = replace(self, cells=tuple(tuple(fitting) for fitting, _ in halves))
        rest = replace(self, cells=tuple(tuple(left) for _, left in halves), before=0.0)
        return first, rest


def _fitting(pieces: Sequence[Piece], room: float) -> tuple[list[Piece], list[Piece]]:
    """The pieces that fit into the room, and those left over.

    The piece on the border is torn where it can be; what stays with the next piece goes with it, if that leaves any.
    """
    used = 0.0
    for number, piece in enumerate(pieces):
        before = piece.before if number else 0.0
        if used + before + piece.height > room:
            parts = piece.split(room - used - before)
            if parts is None:
                cut = _before_kept(pieces, number)
                return list(pieces[:cut]), list(pieces[cut:])
            return [*pieces[:number], parts[0]], [parts[1], *pieces[number + 1 :]]
        used += before + piece.height
    return list(pieces), []


def _before_kept(pieces: Sequence[Piece], number: int) -> int:
    cut = number
    while cut > 0 and pieces[cut - 1].keep:
        cut -= 1
    return cut or number


@dataclass(frozen=True, slots=True)
class _Grid:
    """The columns of one table, from the first to be read to the last."""

    area: Area
    columns: tuple[Area, ...]
    set_cell: SetCell

    def row(self, cells: tuple[Cell, ...], parent: Element, header: bool) -> Row:
        element = parent.child("TR")
        placed = zip(cells, self.columns, strict=True)
        return Row(tuple(tuple(self._cell(cell, element, column)) for cell, column in placed), self.area, header)

    def _cell(self, cell: Cell, row: Element, column: Area) -> list[Piece]:
        element = row.child("TD" if cell.scope is None else "TH")
        if cell.scope is not None:
            element.attributes["Table"] = {"Scope": cell.scope.value}
        return self.set_cell(cell.blocks, element, column, cell.scope is not None)


def steps(table: Table, parent: Element, area: Area, setting: Setting, set_cell: SetCell) -> Iterator[list[Piece]]:
    """The table's pieces: first caption and header rows, which stay together, then each row for itself."""
    element = parent.child("Table")
    caption = _caption(table, element.child("Caption"), area, setting)
    grid = _Grid(area, tuple(_columns(_widths(table, area, setting), area, setting.right_to_left)), set_cell)
    head = element.child("THead")
    headers = [grid.row(cells, head, header=True) for cells in table.rows[: table.header_rows]]
    for row in headers:
        row.keep = len(table.rows) > table.header_rows
    yield [*caption, *headers]
    if len(table.rows) > table.header_rows:
        yield from _body(table, element.child("TBody"), grid, headers)


def _body(table: Table, element: Element, grid: _Grid, headers: list[Row]) -> Iterator[list[Piece]]:
    rows = table.rows[table.header_rows :]
    for number, cells in enumerate(rows):
        row = grid.row(cells, element, header=False)
        row.running = headers
        row.keep = number in (0, len(rows) - 2) and number + 1 < len(rows) and row.height < _LOW
        yield [row]


def _caption(table: Table, element: Element, area: Area, setting: Setting) -> list[Piece]:
    set_lines = lines(runs(table.caption, element, CAPTION, setting), CAPTION, area, setting)
    for number, line in enumerate(set_lines):
        line.keep = True
        line.before = 0.0 if number else CAPTION.before
    return list(set_lines)


def _columns(widths: list[float], area: Area, right_to_left: bool) -> Iterator[Area]:
    """The room for text in each column, in reading order."""
    position = area.x + area.width if right_to_left else area.x
    for width in widths:
        left = position - width if right_to_left else position
        position = left if right_to_left else left + width
        inset = min(PADDING[0], width / 4)
        yield Area(left + inset, width - 2 * inset)


def _widths(table: Table, area: Area, setting: Setting) -> list[float]:
    """The columns' shares of the table; one too narrow for a word of its own takes from those with room to spare."""
    unit = area.width / sum(table.widths)
    shares = [share * unit for share in table.widths]
    needed = [min(_needed(table, column, setting), _WIDEST * area.width) for column in range(len(shares))]
    wanting = sum(max(least - share, 0.0) for least, share in zip(needed, shares, strict=True))
    spare = sum(max(share - least, 0.0) for least, share in zip(needed, shares, strict=True))
    given = min(wanting, spare)
    if not given:
        return shares
    return [
        share + (least - share) * given / (wanting if least > share else spare)
        for least, share in zip(needed, shares, strict=True)
    ]


def _needed(table: Table, column: int, setting: Setting) -> float:
    """Room for the longest word of a column, and a blank on both sides."""
    longest = ""
    for cells in table.rows[:_READ]:
        for inline in every_inline(tuple(every_block(cells[column].blocks))):
            longest = _longer(longest, inline.text)
    return _set_width(clean(longest), setting) + 2 * PADDING[0]


def _longer(word: str, text: str) -> str:
    """The longest of a word and the words of a text; a short one is not broken, also where its script would allow."""
    for token in text.split():
        if len(token) > len(word):
            parts = [token] if len(token) <= _SHORT else [token[start:end] for start, end in words(token)]
            word = max(word, *parts, key=len)
    return word


def _set_width(word: str, setting: Setting) -> float:
    glyphs = setting.shaper.shape(word, True, has_right_to_left(word), setting.language) if word else ()
    return sum(one.width for one in glyphs) * CELLS[ParagraphStyle.BODY].size / 1000 + _ROUNDING
