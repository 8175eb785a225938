"""A composed report as the plainest description of its pages, which a process that knows nothing of ours can set."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape, quoteattr

from accesscheck.report.document import (
    Block,
    Cell,
    Document,
    Figure,
    Heading,
    Inline,
    Link,
    ListBlock,
    Paragraph,
    Scope,
    Table,
    Tone,
)
from accesscheck.report.pdf.breaking import clean, joined
from accesscheck.report.pdf.style import (
    ACCENT,
    BAR,
    BORDER,
    BOTTOM,
    CAPTION,
    CELLS,
    FOOT,
    HEADINGS,
    INDENT,
    LEGEND,
    MARGIN,
    PADDING,
    PARAGRAPHS,
    TINT,
    TONES,
    TOP,
    TRACK,
    Style,
)

_STYLES = {
    **{f"h{level}": style for level, style in HEADINGS.items()},
    **{f"p-{name}": style for name, style in PARAGRAPHS.items()},
    **{f"c-{name}": style for name, style in CELLS.items()},
    "caption": CAPTION,
    "bar": BAR,
    "legend": LEGEND,
    "foot": FOOT,
}


def described(document: Document) -> dict[str, Any]:
    """The styles, and the blocks as lists of plain values; text is ReportLab's paragraph markup."""
    return {
        "title": document.title,
        "footer": document.footer,
        "page_label": document.page_label,
        "margins": [MARGIN, TOP, BOTTOM],
        "indent": INDENT,
        "padding": PADDING,
        "colours": {"rule": BORDER, "tint": TINT, "track": TRACK},
        "styles": {name: _style(style) for name, style in _STYLES.items()},
        "blocks": [_block(block) for block in document.blocks],
    }


def _style(style: Style) -> dict[str, Any]:
    return {
        "fontSize": style.size,
        "leading": style.leading,
        "spaceBefore": style.before,
        "textColor": style.colour,
        "fontName": "Sans-Bold" if style.bold else "Sans",
    }


def _block(block: Block) -> list[Any]:
    if isinstance(block, Heading):
        return ["heading", f"h{block.level}", _anchor(block) + _marked(block.inlines)]
    if isinstance(block, Paragraph):
        return ["text", f"p-{block.style}", _marked(block.inlines)]
    if isinstance(block, ListBlock):
        return ["list", block.ordered, [[_block(one) for one in item.blocks] for item in block.items]]
    return _table(block) if isinstance(block, Table) else _figure(block)


def _anchor(heading: Heading) -> str:
    return f'<a name="{heading.anchor}"/>' if heading.anchor else ""


def _table(table: Table) -> list[Any]:
    rows = [[_cell(cell) for cell in row] for row in table.rows]
    return ["table", _marked(table.caption), table.widths, table.header_rows, rows]


def _cell(cell: Cell) -> list[Any]:
    blocks = []
    for block in cell.blocks:
        assert isinstance(block, Paragraph)
        said = _marked(block.inlines)
        blocks.append(["text", f"c-{block.style}", f"<b>{said}</b>" if cell.scope is Scope.ROW else said])
    return blocks


def _figure(figure: Figure) -> list[Any]:
    bars = [
        [escape(clean(bar.label)), [[share, TONES[tone]] for share, tone in bar.segments], escape(clean(bar.value))]
        for bar in figure.chart.bars
    ]
    return ["chart", bars, [[TONES[tone], escape(clean(words))] for tone, words in figure.chart.legend]]


def _marked(inlines: tuple[Inline, ...]) -> str:
    texts = joined([inline.text for inline in inlines])
    return "".join(_run(inline, text) for inline, text in zip(inlines, texts, strict=True) if text)


def _run(inline: Inline, text: str) -> str:
    said = escape(text)
    if isinstance(inline, Link):
        return f'<a href={quoteattr(inline.target)} color="{ACCENT}">{said}</a>'
    if inline.tone is not Tone.PLAIN:
        said = f'<font color="{TONES[inline.tone]}">{said}</font>'
    return f"<b>{said}</b>" if inline.strong else said
