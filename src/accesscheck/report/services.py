"""Services: what is needed and what is there, each figure with its source, and what is known of the services."""

from __future__ import annotations

from collections.abc import Iterator

from accesscheck.language.facts import label, value_words
from accesscheck.language.items import amount, quantity, source_words
from accesscheck.model.profile import FACTS, Step, entries, number
from accesscheck.rules.judging import Judged
from accesscheck.rules.local_hours import local_hours
from accesscheck.rules.measures import needed

from .brief import Brief, cell, header_row, heading, listing, row_header
from .document import Block, Cell, Span, Table

_SERVICE_FACTS = ("captions", "floor-languages", "audience-languages")


def services(brief: Brief) -> Iterator[Block]:
    """What is known of the services, the measured items, and the local hours of speakers and audience."""
    yield heading(2, brief.words.text("Services"), "services")
    yield from _known(brief)
    yield from _measured(brief)
    yield from _hours(brief)


def _known(brief: Brief) -> Iterator[Block]:
    facts, words = brief.seen.assessment.facts, brief.words
    wanted = [*_SERVICE_FACTS, *(spec.id for spec in FACTS if spec.step in (Step.SERVICES, Step.NEEDS))]
    told = [
        brief.labelled(label(one, words), value_words(one, facts[one].value, words)) for one in wanted if one in facts
    ]
    if told:
        yield listing(told)


def _measured(brief: Brief) -> Iterator[Block]:
    words = brief.words
    measured = [one for one in brief.seen.judgement.due if one.item.measure is not None]
    if not measured:
        return
    head = header_row(words.text("What is measured"), words.text("There"), words.text("Needed"), words.text("Source"))
    rows = [_row(one, brief) for one in measured]
    yield Table((Span(words.text("Measured: there and needed")),), (4, 2, 2, 6), (head, *rows))


def _row(judged: Judged, brief: Brief) -> tuple[Cell, ...]:
    words, item = brief.words, judged.item
    value = judged.answer.value if judged.answer else None
    figure = needed(item, brief.seen.assessment.facts)
    unknown = words.text("Not known")
    sources = "; ".join(source_words(one, item, words) for one in item.sources if one.standing.number)
    return (
        row_header(quantity(item, words)),
        cell(unknown if value is None else amount(value, item, words)),
        cell(unknown if figure is None else amount(figure.value, item, words)),
        cell(sources),
    )


def _hours(brief: Brief) -> Iterator[Block]:
    facts, words = brief.seen.assessment.facts, brief.words
    times = brief.seen.span
    zones = dict.fromkeys([*(entries(facts, "speaker-zones") or ()), *(entries(facts, "audience-zones") or ())])
    if times is None or not zones:
        return
    yield heading(3, words.text("Local hours of speakers and audience"))
    hours = local_hours(times.start, number(facts, "minutes") or 0, tuple(zones))
    yield listing(
        brief.labelled(one.zone, _hour(one.start.strftime("%H:%M"), one.end.strftime("%H:%M"), one.at_night, brief))
        for one in hours
    )


def _hour(start: str, end: str, at_night: bool, brief: Brief) -> str:
    said = brief.words.text("{start} to {end}", start=start, end=end)
    return brief.words.text("{hours}, at night", hours=said) if at_night else said
