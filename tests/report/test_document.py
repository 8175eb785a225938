from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from accesscheck.report.document import (
    Attachment,
    BarChart,
    Block,
    Cell,
    Document,
    Figure,
    Heading,
    Link,
    ListBlock,
    ListItem,
    Paragraph,
    Scope,
    Span,
    Table,
    every_block,
)

HEAD = Cell((Paragraph((Span("Group"),)),), Scope.COLUMN)
FILE = Attachment("a.json", "application/json", "", "Data", b"{}")
DATA = Cell((Paragraph((Span("Deaf people"),)),))


def heading(level: int, anchor: str | None = None) -> Heading:
    return Heading(level, (Span("Groups"),), anchor)


def document(*blocks: Block, title: str = "A report", as_of: datetime | None = None) -> Document:
    instant = as_of or datetime(2026, 3, 12, tzinfo=UTC)
    return Document("en", title, "A session", instant, blocks, "{page} of {pages}", "")


def link(target: str) -> Paragraph:
    return Paragraph((Link("there", target),))


REFUSED: dict[str, Callable[[], object]] = {
    "a link without words": lambda: Link(" ", "https://example.org"),
    "a link to a file": lambda: Link("here", "file:///etc/passwd"),
    "a heading of level 7": lambda: heading(7),
    "a table without caption": lambda: Table((), (1,), ((HEAD,),)),
    "a table without columns": lambda: Table((Span("Groups"),), (), ((),)),
    "a table without header row": lambda: Table((Span("Groups"),), (1,), ((HEAD,),), header_rows=0),
    "a column of no width": lambda: Table((Span("Groups"),), (1, 0), ((HEAD, HEAD),)),
    "a row that is too short": lambda: Table((Span("Groups"),), (1, 1), ((HEAD, HEAD), (DATA,))),
    "a header row with data": lambda: Table((Span("Groups"),), (1,), ((DATA,),)),
    "a figure without words": lambda: Figure(" ", BarChart(())),
    "a report without title": lambda: document(title=" "),
    "an instant without zone": lambda: document(as_of=datetime(2026, 3, 12)),  # noqa: DTZ001  that is the point
    "a first heading of level 2": lambda: document(heading(2)),
    "a level left out": lambda: document(heading(1), heading(3)),
    "an anchor used twice": lambda: document(heading(1, "a"), heading(1, "a")),
    "a link to no heading": lambda: document(heading(1, "a"), link("#b")),
    "a lost link in a list in a table": lambda: document(
        Table((Span("Groups"),), (1,), ((HEAD,), (Cell((ListBlock((ListItem((link("#b"),)),)),)),)))
    ),
    "two files of one name": lambda: replace(document(), attachments=(FILE, FILE)),
    "a lost link in a caption": lambda: document(Table((Link("there", "#b"),), (1,), ((HEAD,),))),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_could_not_be_tagged_cannot_be_built(name: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        REFUSED[name]()


def test_headings_may_climb_back_over_several_levels() -> None:
    assert document(heading(1), heading(2), heading(3), heading(1), heading(2))


def test_a_link_may_point_ahead() -> None:
    assert document(link("#b"), heading(1, "b"))


def test_every_block_is_visited_in_reading_order() -> None:
    inner = Paragraph((Span("inner"),))
    outer = ListBlock((ListItem((inner,)),))
    cell = Cell((outer,))
    table = Table((Span("Groups"),), (1,), ((HEAD,), (cell,)))
    assert list(every_block((table, inner))) == [table, *HEAD.blocks, outer, inner, inner]
