"""What is to be done, by party, sorted by the last day it can still be done in time."""

from __future__ import annotations

from collections.abc import Iterator

from accesscheck.language.items import field
from accesscheck.language.terms import OWNERS, PARTY_TITLES
from accesscheck.rules.planning import Gap, by_party

from .brief import Brief, cell, header_row, heading, paragraph
from .document import Block, Cell, Inline, Paragraph, Span, Table


def actions(brief: Brief) -> Iterator[Block]:
    """A table for each party that has something to do."""
    words = brief.words
    yield heading(2, words.text("What to do, and by when"), "actions")
    if not brief.seen.gaps:
        yield paragraph(words.text("Nothing is open."))
    for party, gaps in by_party(brief.seen.gaps).items():
        if gaps:
            yield _table(words.text(PARTY_TITLES[party]), gaps, brief)


def _table(caption: str, gaps: tuple[Gap, ...], brief: Brief) -> Table:
    words = brief.words
    head = header_row(
        words.text("Last day"), words.text("What, and how it stands"), words.text("Who"), words.text("What to do")
    )
    return Table((Span(caption, strong=True),), (2, 5, 2, 5), (head, *(_row(gap, brief) for gap in gaps)))


def _row(gap: Gap, brief: Brief) -> tuple[Cell, ...]:
    return cell(_last_day(gap, brief)), _what(gap, brief), cell(*_who(gap, brief)), cell(_to_do(gap, brief))


def _last_day(gap: Gap, brief: Brief) -> str:
    words = brief.words
    if gap.last_day is None:
        return words.text("Before the session")
    day = words.date(gap.last_day)
    return words.text("{day} (has passed)", day=day) if gap.late else day


def _what(gap: Gap, brief: Brief) -> Cell:
    return Cell((paragraph(brief.statement(gap.item)), Paragraph((brief.outcome(gap.judged),))))


def _who(gap: Gap, brief: Brief) -> tuple[Inline, ...]:
    """Who takes care of it, and by which day they said they would."""
    answer, words = gap.judged.answer, brief.words
    owner = (answer.owner if answer else None) or words.text(OWNERS[gap.item.owner])
    if answer is None or answer.due is None:
        return (Span(owner),)
    return (Span(words.text("{owner}, by {day}", owner=owner, day=words.date(answer.due))),)


def _to_do(gap: Gap, brief: Brief) -> str:
    return field(gap.item, "when_late" if gap.late else "when_missing", brief.words)
