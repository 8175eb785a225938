"""Blocks of the document to pieces for the page, with their structure elements."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ..document import Block, Document, Figure, Heading, ListBlock, ListItem, Paragraph, ParagraphStyle, Table
from . import chart, table
from .breaking import clean
from .drawing import Drawing
from .flow import Piece
from .lines import kept_together, lines
from .structure import Element
from .style import CELLS, HEADINGS, INDENT, PARAGRAPHS, Style
from .text import Area, Line, Run, Setting, runs

BULLETS = ("•", "–")
_ITEM_BEFORE = 3.0
_AFTER = 6.0  # below a table or a figure, on top of the space above what follows


@dataclass(slots=True)
class HeadingPlace:
    """Notes where a heading stands; takes no room itself."""

    heading: Heading
    title: str
    before: float
    keep: bool = True
    height: float = field(default=0.0, init=False)

    def split(self, room: float) -> None:
        return None

    def draw(self, drawing: Drawing, top: float) -> None:
        drawing.bookmark(self.heading.level, self.title, top, self.heading.anchor)


@dataclass(slots=True)
class Label:
    """A list item's label, beside the first line that follows it."""

    line: Line
    before: float
    keep: bool = True
    height: float = field(default=0.0, init=False)

    def split(self, room: float) -> None:
        return None

    def draw(self, drawing: Drawing, top: float) -> None:
        self.line.draw(drawing, top)


@dataclass(frozen=True, slots=True)
class Composer:
    """Sets blocks in one document's language and direction; `paragraphs` are the styles of where they stand."""

    setting: Setting
    paragraphs: dict[ParagraphStyle, Style] = field(default_factory=lambda: PARAGRAPHS)

    def steps(self, document: Document, root: Element, area: Area) -> Iterator[list[Piece]]:
        """The document's pieces, a block at a time and a row at a time."""
        after: float = 0
        for block in document.blocks:
            steps = (
                self._table(block, root, area) if isinstance(block, Table) else iter([self.block(block, root, area)])
            )
            for pieces in steps:
                if pieces:
                    pieces[0].before += after
                    after = 0
                yield pieces
            after = _AFTER if isinstance(block, Table | Figure) else 0

    def block(self, block: Block, parent: Element, area: Area) -> list[Piece]:
        """The pieces of one block as a child of `parent`."""
        if isinstance(block, Heading):
            return self._heading(block, parent, area)
        if isinstance(block, Paragraph):
            return self._paragraph(block, parent, area)
        if isinstance(block, ListBlock):
            return self._list(block, parent, area, 0)
        if isinstance(block, Figure):
            return chart.pieces(block, parent, area, self.setting)
        return [piece for step in self._table(block, parent, area) for piece in step]

    def blocks(self, blocks: tuple[Block, ...], parent: Element, area: Area, depth: int = 0) -> list[Piece]:
        """What a cell or list item holds; a single paragraph is its owner's own content."""
        if len(blocks) == 1 and isinstance(blocks[0], Paragraph):
            return list(self.words(blocks[0], parent, area))
        pieces: list[Piece] = []
        for block in blocks:
            if isinstance(block, ListBlock):
                pieces += self._list(block, parent, area, depth)
            else:
                pieces += self.block(block, parent, area)
        return pieces

    def _paragraph(self, paragraph: Paragraph, parent: Element, area: Area) -> list[Piece]:
        """A paragraph without words leaves nothing behind."""
        element = Element("P", parent)
        found = self.words(paragraph, element, area)
        if found:
            element.place()
        return list(found)

    def words(self, paragraph: Paragraph, element: Element, area: Area) -> list[Line]:
        style = self.paragraphs[paragraph.style]
        return kept_together(
            lines(runs(paragraph.inlines, element, style, self.setting), style, area, self.setting), style.before
        )

    def _table(self, block: Table, parent: Element, area: Area) -> Iterator[list[Piece]]:
        return table.steps(block, parent, area, self.setting, self._cell)

    def _cell(self, blocks: tuple[Block, ...], element: Element, area: Area, header: bool) -> list[Piece]:
        styles = {name: replace(style, bold=True) for name, style in CELLS.items()} if header else CELLS
        return replace(self, paragraphs=styles).blocks(blocks, element, area)

    def _heading(self, heading: Heading, parent: Element, area: Area) -> list[Piece]:
        style = HEADINGS[heading.level]
        title = " ".join(clean("".join(inline.text for inline in heading.inlines)).split())
        if not title:
            return []
        element = parent.child(f"H{heading.level}")
        set_lines = lines(runs(heading.inlines, element, style, self.setting), style, area, self.setting)
        for line in set_lines:
            line.keep = True
            line.right_to_left = self.setting.right_to_left  # headings stand in one line, whatever their language
        return [HeadingPlace(heading, title, style.before), *set_lines]

    def _list(self, block: ListBlock, parent: Element, area: Area, depth: int) -> list[Piece]:
        element = parent.child("L")
        element.attributes["List"] = {"ListNumbering": "Decimal" if block.ordered else "Disc"}
        places = self._columns(len(str(len(block.items))) if block.ordered else 1, area)
        pieces: list[Piece] = []
        for number, item in enumerate(block.items, 1):
            label = f"{number}." if block.ordered else BULLETS[depth % len(BULLETS)]
            pieces += self._item(item, label, element.child("LI"), places, depth)
        return pieces

    def _item(self, item: ListItem, label: str, element: Element, places: tuple[Area, Area], depth: int) -> list[Piece]:
        style = self.paragraphs[_style_of(item)]
        label_element, body = element.child("Lbl"), element.child("LBody")
        run = Run(label, label_element, style.bold, style.colour, self.setting.language, isolated=False)
        beside, inside = places
        line = lines([run], style, beside, self.setting)[0]
        pieces = self.blocks(item.blocks, body, inside, depth + 1) or [Line((), style, inside, False)]
        mark = Label(line, _ITEM_BEFORE)
        pieces[0].before = 0.0
        return [mark, *pieces]

    def _columns(self, digits: int, area: Area) -> tuple[Area, Area]:
        """Where the labels and the texts of a list stand; numbers of many digits get more room."""
        indent = min(INDENT + 6 * max(digits - 2, 0), area.width / 2)
        text = area.width - indent
        if self.setting.right_to_left:
            return Area(area.x + text, indent), Area(area.x, text)
        return Area(area.x, indent), Area(area.x + indent, text)


def _style_of(item: ListItem) -> ParagraphStyle:
    """That of the item's first words, for its label stands beside them."""
    first = item.blocks[0] if item.blocks else None
    return first.style if isinstance(first, Paragraph) else ParagraphStyle.BODY
