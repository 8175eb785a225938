"""The report as a value: nodes are the PDF structure types, so whatever can be composed can be tagged.

Renderers (pdf and, later, others) are functions over `Document`; nothing in here knows a page or a font.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Tone(StrEnum):
    """What a passage says beyond its words; a renderer maps it to a colour and never to colour alone."""

    PLAIN = "plain"
    SECONDARY = "secondary"
    MET = "met"
    PARTLY = "partly"
    WAITING = "waiting"
    MISSING = "missing"
    UNKNOWN = "unknown"
    NOT_RELEVANT = "not-relevant"


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text; `language` is a BCP 47 tag where it differs from the document's, `strong` is bold.

    `fact` is what the run states, in ids ("verdict/open", "group/blind/cannot", "item/captioning.live/plan/missing"),
    so that a file check finds it again in any language. `own` are somebody's own words: they are ordered by
    themselves, whatever direction the text around them has.
    """

    text: str
    language: str | None = None
    strong: bool = False
    tone: Tone = Tone.PLAIN
    fact: str | None = None
    own: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """A link on a run of text; `target` is an http(s) or mailto address, or "#" and a heading's anchor."""

    text: str
    target: str
    language: str | None = None

    def __post_init__(self) -> None:
        if not self.text.strip() or not self.target.startswith(("https://", "http://", "mailto:", "#")):
            raise ValueError(f"a link needs words and an address: {self!r}")


Inline = Span | Link


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, level 1 to 6; every level-n heading follows one of level n-1 or deeper."""

    level: int
    inlines: tuple[Inline, ...]
    anchor: str | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.level <= 6:
            raise ValueError(f"heading level {self.level}")


class ParagraphStyle(StrEnum):
    BODY = "body"
    VERDICT = "verdict"  # readable at arm's length
    NOTE = "note"  # small print: statements, sources


@dataclass(frozen=True, slots=True)
class Paragraph:
    inlines: tuple[Inline, ...]
    style: ParagraphStyle = ParagraphStyle.BODY


@dataclass(frozen=True, slots=True)
class ListItem:
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list; ordered lists are numbered from 1. Items may hold paragraphs and further lists."""

    items: tuple[ListItem, ...]
    ordered: bool = False


class Scope(StrEnum):
    COLUMN = "Column"
    ROW = "Row"


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; `scope` makes it a header (TH) for its column or row."""

    blocks: tuple[Block, ...] = ()
    scope: Scope | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table whose first `header_rows` rows repeat on every page; `widths` are relative column widths.

    Every row has as many cells as there are widths, and every cell of a header row is a column header:
    a table that could not be tagged cannot be built.
    """

    caption: tuple[Inline, ...]
    widths: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]
    header_rows: int = 1

    def __post_init__(self) -> None:
        if not self.caption or not self.widths or not 1 <= self.header_rows <= len(self.rows):
            raise ValueError("a table needs a caption, columns and a header row")
        if any(width <= 0 for width in self.widths):
            raise ValueError("column widths are greater than 0")
        if any(len(row) != len(self.widths) for row in self.rows):
            raise ValueError("every table row needs a cell for each column")
        if any(cell.scope is not Scope.COLUMN for row in self.rows[: self.header_rows] for cell in row):
            raise ValueError("cells of a header row are column headers")


@dataclass(frozen=True, slots=True)
class Bar:
    """One line of a bar chart: its label, its printed value and segments of (share of the whole 0..1, tone)."""

    label: str
    value: str
    segments: tuple[tuple[float, Tone], ...]


@dataclass(frozen=True, slots=True)
class BarChart:
    """Bars below each other; `legend` says in words what the tones of the segments stand for."""

    bars: tuple[Bar, ...]
    legend: tuple[tuple[Tone, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A drawing with a text alternative that carries the same facts."""

    alt: str
    chart: BarChart

    def __post_init__(self) -> None:
        if not self.alt.strip():
            raise ValueError("a figure needs a text alternative")


Block = Heading | Paragraph | ListBlock | Table | Figure


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file inside the report; `relationship` is the PDF's AFRelationship (Data, Supplement)."""

    name: str
    mime: str
    description: str
    relationship: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Document:
    """A whole report: `language` is a BCP 47 tag, `as_of` the instant all its figures belong to (aware).

    `page_label` holds "{page}" and "{pages}"; `footer` stands beside it on every page. Headings leave out no level on
    the way down and start at 1, anchors are used once, and every "#" link has its heading.
    """

    language: str
    title: str
    subject: str
    as_of: datetime
    blocks: tuple[Block, ...]
    page_label: str
    footer: str
    attachments: tuple[Attachment, ...] = ()
    right_to_left: bool = False

    def __post_init__(self) -> None:
        if not self.title.strip() or self.as_of.utcoffset() is None:
            raise ValueError("a report needs a title and an instant with a time zone")
        if len({one.name for one in self.attachments}) != len(self.attachments):
            raise ValueError("two attachments have the same name")
        blocks = tuple(every_block(self.blocks))
        headings = [block for block in blocks if isinstance(block, Heading)]
        _check_levels(headings)
        _check_anchors(headings, [one for one in every_inline(blocks) if isinstance(one, Link)])


def every_block(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """All blocks in reading order, those inside lists and tables included."""
    for block in blocks:
        yield block
        if isinstance(block, ListBlock):
            for item in block.items:
                yield from every_block(item.blocks)
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row:
                    yield from every_block(cell.blocks)


def every_inline(blocks: tuple[Block, ...]) -> Iterator[Inline]:
    """The inlines that stand in these very blocks: of headings, paragraphs and captions."""
    for block in blocks:
        if isinstance(block, Heading | Paragraph):
            yield from block.inlines
        elif isinstance(block, Table):
            yield from block.caption


def _check_levels(headings: list[Heading]) -> None:
    before = 0
    for heading in headings:
        if heading.level > before + 1:
            raise ValueError(f"a level {heading.level} heading after level {before}: {heading!r}")
        before = heading.level


def _check_anchors(headings: list[Heading], links: list[Link]) -> None:
    anchors = [heading.anchor for heading in headings if heading.anchor is not None]
    if len(anchors) != len(set(anchors)):
        raise ValueError("an anchor is used twice")
    lost = {link.target[1:] for link in links if link.target.startswith("#")} - set(anchors)
    if lost:
        raise ValueError(f"links without a heading: {sorted(lost)}")
