"""Every node of a document as markup."""

from __future__ import annotations

from collections.abc import Iterable

from ..document import Block, Cell, Document, Heading, Inline, Link, ListBlock, Paragraph, Scope, Span, Table, Tone
from ..document import ParagraphStyle as Kind
from ..plain import plain
from .chart import chart
from .markup import element, escaped, void

_SECTION = "section"


class Writer:
    """Writes the blocks of one document; knows the anchors it gives to headings that have none."""

    def __init__(self, document: Document) -> None:
        self._language = document.language
        self._tables = 0
        headings = [one for one in document.blocks if isinstance(one, Heading)]
        named = {one.anchor for one in headings}
        spare = (name for number in range(1, 2 * len(headings) + 2) if (name := f"{_SECTION}-{number}") not in named)
        self._anchors = {id(one): one.anchor or next(spare) for one in headings if one.level > 1}

    def anchor(self, heading: Heading) -> str | None:
        """The heading's own anchor, or the one it is given here."""
        return self._anchors.get(id(heading), heading.anchor)

    def block(self, block: Block, inside_header: bool = False) -> str:
        """A block as markup; a header cell holds no heading, so there it is a strong paragraph."""
        match block:
            case Heading() if inside_header:
                return element("p", element("strong", self.inlines(block.inlines)), {"id": block.anchor})
            case Heading():
                return element(f"h{block.level}", self.inlines(block.inlines), {"id": self.anchor(block)})
            case Paragraph():
                kind = None if block.style is Kind.BODY else block.style.value
                return element("p", self.inlines(block.inlines), {"class": kind})
            case ListBlock():
                items = "\n".join(element("li", self._flow(item.blocks)) for item in block.items)
                return element("ol" if block.ordered else "ul", f"\n{items}\n")
            case Table():
                return self._table(block)
            case _:
                return element("figure", chart(block))

    def inlines(self, inlines: Iterable[Inline], links: bool = True) -> str:
        """Runs of text; without `links` the words of a link alone."""
        return "".join(self._inline(one, links) for one in inlines)

    def _inline(self, inline: Inline, links: bool) -> str:
        text = escaped(plain(inline.text)).replace("\n", void("br", {}))
        foreign = inline.language if inline.language != self._language else None
        if foreign or (isinstance(inline, Span) and inline.own):
            text = element("bdi", text, {"lang": foreign})
        if isinstance(inline, Link):
            return element("a", text, {"href": plain(inline.target)}) if links else text
        tone = None if inline.tone is Tone.PLAIN else f"tone {inline.tone}"
        if inline.strong:
            return element("strong", text, {"class": tone})
        return element("span", text, {"class": tone}) if tone else text

    def _flow(self, blocks: tuple[Block, ...], inside_header: bool = False) -> str:
        """Blocks of an item or cell; a single plain paragraph needs no element of its own."""
        if len(blocks) == 1 and isinstance(only := blocks[0], Paragraph) and only.style is Kind.BODY:
            return self.inlines(only.inlines)
        return "\n".join(self.block(one, inside_header) for one in blocks)

    def _table(self, table: Table) -> str:
        """Header rows in thead; where the screen is narrow the table scrolls by itself, also by the keyboard."""
        self._tables += 1
        name = f"table-{self._tables}"
        head, body = table.rows[: table.header_rows], table.rows[table.header_rows :]
        parts = [
            element("caption", self.inlines(table.caption), {"id": name}),
            _columns(table.widths),
            element("thead", self._rows(head)),
            *([element("tbody", self._rows(body))] if body else []),
        ]
        around = {"class": "wide", "role": "group", "aria-labelledby": name, "tabindex": "0"}
        return element("div", element("table", "\n" + "\n".join(parts) + "\n"), around)

    def _rows(self, rows: Iterable[tuple[Cell, ...]]) -> str:
        return "\n" + "\n".join(element("tr", "".join(map(self._cell, row))) for row in rows) + "\n"

    def _cell(self, cell: Cell) -> str:
        if cell.scope is None:
            return element("td", self._flow(cell.blocks))
        return element("th", self._flow(cell.blocks, inside_header=True), {"scope": _SCOPES[cell.scope]})


_SCOPES = {Scope.COLUMN: "col", Scope.ROW: "row"}


def _columns(widths: tuple[float, ...]) -> str:
    total = sum(widths)
    columns = (void("col", {"style": f"inline-size: {width / total:.1%}"}) for width in widths)
    return element("colgroup", "".join(columns))
