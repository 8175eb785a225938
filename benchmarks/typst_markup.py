"""A composed report as Typst markup: the same nodes, words, sizes and colours."""

from __future__ import annotations

import json
from collections.abc import Iterator

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
    ParagraphStyle,
    Scope,
    Span,
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


def markup(document: Document, attached: str) -> str:
    """The whole source; the assessment lies beside it in the file named `attached`."""
    return "\n\n".join([*_preamble(document, attached), *map(_block, document.blocks)])


def _preamble(document: Document, attached: str) -> Iterator[str]:
    at = document.as_of
    yield f"#set document(title: {_string(document.title)}, date: datetime(year: {at.year}, month: {at.month}, "
    yield f"  day: {at.day}, hour: {at.hour}, minute: {at.minute}, second: {at.second}))"
    yield f"#set text(lang: {_string(document.language)}, font: {_string('Noto Sans')}, hyphenate: false)"
    yield f"#set par(leading: 0pt, justify: false); {_look(PARAGRAPHS[ParagraphStyle.BODY])}"
    yield f"#set list(body-indent: {INDENT - 4}pt, spacing: 3pt, marker: [•])"
    yield "#set enum(body-indent: 4pt, spacing: 3pt)"
    rule = f"(x: none, top: none, bottom: 0.5pt + rgb({_string(BORDER)}))"
    yield f"#set table(inset: (x: {PADDING[0]}pt, y: {PADDING[1]}pt), stroke: {rule})"
    yield "#set table.cell(breakable: false)"
    yield "#show table: set block(spacing: 5pt)"
    for level, style in HEADINGS.items():
        yield f"#show heading.where(level: {level}): set text({_text(style)})"
        yield f"#show heading.where(level: {level}): set block(above: {style.before}pt, below: 0pt)"
    number = clean(document.page_label).replace("{page}", '#counter(page).display("1")')
    label = number.replace("{pages}", "#counter(page).final().first()")
    footer = f"[#set text({_text(FOOT)}); #{_string(document.footer)} #h(1fr) {label}]"
    yield f'#set page(paper: "a4", margin: (x: {MARGIN}pt, top: {TOP}pt, bottom: {BOTTOM}pt), footer: context {footer})'
    about = 'relationship: "data", mime-type: "application/json", description: "The assessment as data"'
    yield f"#pdf.attach({_string(attached)}, {about})"


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        anchor = f" <{block.anchor}>" if block.anchor else ""
        return f"#heading(level: {block.level}, [{_inlines(block.inlines)}]){anchor}"
    if isinstance(block, Paragraph):
        return _paragraph(block, PARAGRAPHS)
    if isinstance(block, ListBlock):
        items = ", ".join(f"[{_blocks(item.blocks)}]" for item in block.items)
        return f"#{'enum' if block.ordered else 'list'}({items})"
    return _table(block) if isinstance(block, Table) else _figure(block)


def _blocks(blocks: tuple[Block, ...]) -> str:
    return "\n\n".join(map(_block, blocks))


def _paragraph(paragraph: Paragraph, styles: dict[ParagraphStyle, Style]) -> str:
    said = _inlines(paragraph.inlines)
    if paragraph.style is ParagraphStyle.BODY:
        return said
    return f"#[{_look(styles[paragraph.style])}\n\n{said}\n\n]"


def _table(table: Table) -> str:
    """With the caption above it, kept on its page."""
    columns = ", ".join(f"{width}fr" for width in table.widths)
    head = ", ".join(_cell(cell, head=True) for row in table.rows[: table.header_rows] for cell in row)
    rows = ",\n".join(_cell(cell, head=False) for row in table.rows[table.header_rows :] for cell in row)
    caption = f"#block(sticky: true, above: {CAPTION.before}pt)[#set text({_text(CAPTION)}); {_inlines(table.caption)}]"
    look = _look(CELLS[ParagraphStyle.BODY])
    return f"{caption}\n#[{look} #table(columns: ({columns},), table.header({head}),\n{rows})]"


def _cell(cell: Cell, head: bool) -> str:
    said = "\n\n".join(_paragraph(one, CELLS) if isinstance(one, Paragraph) else _block(one) for one in cell.blocks)
    if head:
        return f"table.cell(fill: rgb({_string(TINT)}))[{said}]"
    return f'[#set text(weight: "bold"); {said}]' if cell.scope is Scope.ROW else f"[{said}]"


def _figure(figure: Figure) -> str:
    rows = []
    for bar in figure.chart.bars:
        segments = ", ".join(
            f"rect(width: {share:.2%}, height: 9pt, fill: rgb({_string(TONES[tone])}))" for share, tone in bar.segments
        )
        drawn = f"box(width: 100%, height: 9pt, fill: rgb({_string(TRACK)}), stack(dir: ltr, {segments}))"
        rows.append(f"[#{_string(clean(bar.label))}], {drawn}, [#{_string(clean(bar.value))}]")
    for tone, words in figure.chart.legend:
        key = f"rect(width: 14pt, height: 9pt, fill: rgb({_string(TONES[tone])}))"
        rows.append(f"[], {key}, [#set text(size: {LEGEND.size}pt); #{_string(clean(words))}]")
    grid = (
        f"grid(columns: (34fr, 44fr, 22fr), column-gutter: 8pt, row-gutter: {BAR.before}pt,\n" + ",\n".join(rows) + ")"
    )
    return f"#figure(alt: {_string(figure.alt)}, [#set align(left); #set text({_text(BAR)}); #{grid}])"


def _inlines(inlines: tuple[Inline, ...]) -> str:
    texts = joined([inline.text for inline in inlines])
    return "".join(_inline(inline, text) for inline, text in zip(inlines, texts, strict=True) if text)


def _inline(inline: Inline, text: str) -> str:
    if isinstance(inline, Link):
        target = f"<{inline.target[1:]}>" if inline.target.startswith("#") else _string(inline.target)
        return f"#link({target}, text(fill: rgb({_string(ACCENT)}), {_string(text)}));"
    look = ", ".join(_of_span(inline))
    return f"#text({look}, {_string(text)});" if look else f"#{_string(text)};"


def _of_span(span: Span) -> Iterator[str]:
    if span.strong:
        yield 'weight: "bold"'
    if span.tone is not Tone.PLAIN:
        yield f"fill: rgb({_string(TONES[span.tone])})"
    if span.language:
        yield f"lang: {_string(span.language)}"


def _look(style: Style) -> str:
    return f"#set text({_text(style)}); #set par(spacing: {style.before}pt);"


def _text(style: Style) -> str:
    """Its line box is as high as the leading, with the baseline where the report has it."""
    edges = f"top-edge: {style.baseline:.2f}pt, bottom-edge: {style.baseline - style.leading:.2f}pt"
    weight = "bold" if style.bold else "regular"
    return f"size: {style.size}pt, weight: {_string(weight)}, fill: rgb({_string(style.colour)}), {edges}"


def _string(text: str) -> str:
    """Typst's strings have JSON's escapes for quotes, backslashes and newlines."""
    return json.dumps(text, ensure_ascii=False)
