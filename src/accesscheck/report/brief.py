"""What every part of a report is written from, and the small nodes they share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from accesscheck.language.items import statement
from accesscheck.language.method import Told
from accesscheck.language.verdicts import outcome_words
from accesscheck.language.words import Words
from accesscheck.model.catalogue import Item
from accesscheck.model.moment import parse_start
from accesscheck.model.profile import words as fact_words
from accesscheck.model.terms import Outcome
from accesscheck.rules.judging import Judged
from accesscheck.rules.planning import by_party
from accesscheck.rules.view import View

from .document import Block, Cell, Heading, Inline, ListBlock, ListItem, Paragraph, ParagraphStyle, Scope, Span, Tone
from .own_words import own_words

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
    """A view and the words to tell it in; `numbers` are those of the open items, in the order of what is to be done.

    They are names, so they have no separators.
    """

    seen: View
    words: Words
    numbers: Mapping[str, int] = field(init=False)

    def __post_init__(self) -> None:
        ordered = [gap.item.id for gaps in by_party(self.seen.gaps).values() for gap in gaps]
        object.__setattr__(self, "numbers", {item: number for number, item in enumerate(ordered, 1)})

    @property
    def zone(self) -> str:
        """The host's time zone, UTC while no start is known."""
        start = fact_words(self.seen.assessment.facts, "start")
        return parse_start(start).zone if start else "UTC"

    def statement(self, item: Item) -> str:
        return statement(item, self.seen.score.stage, self.words)

    def items(self, items: Iterable[str]) -> str:
        """Open items by their numbers, for a report says each statement once."""
        numbers = sorted(self.numbers[item] for item in items)
        listed = self.words.listing(map(str, numbers))
        return self.words.plural("item {numbers}", "items {numbers}", len(numbers), numbers=listed)

    def labelled(self, label: str, *value: Inline | str) -> Paragraph:
        """A label, strong, and what stands behind it; a label that asks needs no colon."""
        asked = label.endswith(("?", "؟", "？"))
        said = spaced(label) if asked else self.words.text("{label}: ", label=label)
        return paragraph(Span(said, strong=True), *value)

    def own(self, text: str, language: str | None = None) -> Span:
        """Words of the organiser's own, in the language they were said to be in."""
        return own_words(text, self.seen.assessment.facts, language)

    def told(self, told: Told) -> Paragraph:
        return self.labelled(told.label, told.value)

    def outcome(self, judged: Judged, fact: str | None = None) -> Span:
        said = outcome_words(judged.outcome, judged.to_test, self.words)
        return Span(said, strong=True, tone=TONES[judged.outcome], fact=fact)

    def fact(self, judged: Judged) -> str:
        """What a report states of an item due, in ids; it stands on one run of the whole report."""
        return f"item/{judged.item.id}/{self.seen.score.stage}/{judged.outcome}"

    def listed(self, spans: Sequence[Span]) -> tuple[Span, ...]:
        """Runs as this language lists things, each kept for itself."""
        pattern = self.words.listing(f"\0{place}\0" for place in range(len(spans)))
        parts = [part for part in re.split("\0", pattern) if part]
        return tuple(spans[int(part)] if part.isdecimal() else Span(part) for part in parts)

    def run_in(self, parts: Iterable[Paragraph], style: ParagraphStyle = ParagraphStyle.BODY) -> Paragraph:
        """Several short paragraphs as one: those that are no sentences are parted by semicolons."""
        apart = self.words.clauses(("", ""))
        inlines: list[Inline] = []
        for part in parts:
            if inlines:
                last = inlines[-1].text
                inlines.append(Span(blank(last) if last.endswith(_ENDED) else apart))
            inlines += part.inlines
        return Paragraph(tuple(inlines), style)


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


_WIDE = ("。", "？", "！", "；", "：", "，")  # marks that bring their own room
_ENDED = (".", "!", "?", "؟", *_WIDE[:3])


def blank(text: str) -> str:
    """What parts a text from the next sentence: nothing in scripts whose marks bring their own room."""
    return "" if text.endswith(_WIDE) else " "


def spaced(text: str) -> str:
    """A text with what parts it from the next sentence."""
    return f"{text}{blank(text)}"


def joined(*texts: str) -> str:
    """Sentences, one after another."""
    return "".join((*map(spaced, texts[:-1]), *texts[-1:]))


def with_reasons(declared: Iterable[Judged], brief: Brief) -> ListBlock:
    """Items declared not relevant, each with the organiser's reason."""
    return listing(
        paragraph(
            Span(brief.statement(one.item), strong=True, fact=brief.fact(one)),
            blank(brief.statement(one.item)),
            *([brief.own(one.answer.reason, one.answer.language)] if one.answer and one.answer.reason else []),
        )
        for one in declared
    )
