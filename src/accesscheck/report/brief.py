"""What every part of a report is written from, and the small nodes they share."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from accesscheck.language.items import statement
from accesscheck.language.verdicts import outcome_words
from accesscheck.language.words import Words
from accesscheck.model.assessment import Answer
from accesscheck.model.catalogue import Item
from accesscheck.model.moment import parse_start
from accesscheck.model.profile import words as fact_words
from accesscheck.model.terms import Outcome
from accesscheck.rules.judging import Judged
from accesscheck.rules.view import View

from .document import Block, Cell, Heading, Inline, ListBlock, ListItem, Paragraph, ParagraphStyle, Scope, Span, Tone

TONES = {
    Outcome.MET: Tone.MET,
    Outcome.PARTLY: Tone.PARTLY,
    Outcome.MISSING: Tone.MISSING,
    Outcome.WAITING: Tone.WAITING,
    Outcome.UNKNOWN: Tone.UNKNOWN,
    Outcome.NOT_RELEVANT: Tone.NOT_RELEVANT,
}


@dataclass(frozen=True, slots=True)
class Brief:
    """A view and the words to tell it in."""

    seen: View
    words: Words

    @property
    def zone(self) -> str:
        """The host's time zone, UTC while no start is known."""
        start = fact_words(self.seen.assessment.facts, "start")
        return parse_start(start).zone if start else "UTC"

    def statement(self, item: Item) -> str:
        return statement(item, self.seen.score.stage, self.words)

    def item(self, item_id: str) -> Item:
        """An item of the report's own catalogue."""
        return next(item for item in self.seen.catalogue.items if item.id == item_id)

    def labelled(self, label: str, *value: Inline | str) -> Paragraph:
        """A label, strong, and what stands behind it; a label that asks needs no colon."""
        asked = label.endswith(("?", "؟", "？"))
        said = f"{label} " if asked else self.words.text("{label}: ", label=label)
        return paragraph(Span(said, strong=True), *value)

    def outcome(self, judged: Judged) -> Span:
        return Span(outcome_words(judged.outcome, judged.to_test, self.words), strong=True, tone=TONES[judged.outcome])


def heading(level: int, text: str, anchor: str | None = None) -> Heading:
    return Heading(level, (Span(text),), anchor)


def paragraph(*inlines: Inline | str, style: ParagraphStyle = ParagraphStyle.BODY) -> Paragraph:
    return Paragraph(tuple(Span(one) if isinstance(one, str) else one for one in inlines), style)


def note(text: str) -> Paragraph:
    return paragraph(Span(text, tone=Tone.SECONDARY), style=ParagraphStyle.NOTE)


def listing(blocks: Iterable[Block], ordered: bool = False) -> ListBlock:
    """A list of one-block items."""
    return ListBlock(tuple(ListItem((block,)) for block in blocks), ordered)


def header_row(*texts: str) -> tuple[Cell, ...]:
    return tuple(Cell((paragraph(Span(text, strong=True)),), Scope.COLUMN) for text in texts)


def cell(*inlines: Inline | str) -> Cell:
    """A data cell of one paragraph."""
    return Cell((paragraph(*inlines),))


def row_header(text: str) -> Cell:
    return Cell((paragraph(text),), Scope.ROW)


def with_reasons(declared: Iterable[Judged], brief: Brief) -> ListBlock:
    """Items declared not relevant, each with the organiser's reason."""
    return listing(
        paragraph(
            Span(brief.statement(one.item), strong=True),
            " ",
            *([own_words(one.answer.reason, one.answer)] if one.answer and one.answer.reason else []),
        )
        for one in declared
    )


def own_words(text: str, answer: Answer) -> Span:
    """What the organiser wrote, in the language it was written in."""
    return Span(text, language=answer.language)
