"""Services: what is known of them, and what is needed and there, each figure with its formula and source."""

from __future__ import annotations

from collections.abc import Iterator

from accesscheck.language.coverage import sign_words
from accesscheck.language.facts import label, value_words
from accesscheck.language.formulas import FORMULAS
from accesscheck.language.hours import in_a_row
from accesscheck.language.items import amount, quantity
from accesscheck.rules.judging import Judged
from accesscheck.rules.local_hours import AUDIENCE, SPEAKERS, hours_for
from accesscheck.rules.measures import needed

from .brief import Brief, cell, header_row, heading, row_header
from .document import Block, Cell, ParagraphStyle, Span, Table
from .sources import Sources
from .tables import languages, sides

_KNOWN = (
    "captions",
    "interpretation",
    "interpretation-languages",
    "interpretation-mode",
    "interpretation-provider",
    "recording",
    "transcript",
    "need-deafblind",
    "need-wheelchair",
)
"""The facts that are services or needs; sign languages have a line of their own."""

_UNBROKEN = "\u00a0"  # a source's number stays with the last word before it


def services(brief: Brief, sources: Sources) -> Iterator[Block]:
    """Services and needs, measured items, languages, both sides of a hybrid session, and local hours."""
    yield heading(2, brief.words.text("Services"), "services")
    yield from _known(brief)
    yield from _measured(brief, sources)
    yield from languages(brief)
    yield from sides(brief)
    yield from _hours(brief)


def _known(brief: Brief) -> Iterator[Block]:
    facts, words = brief.seen.assessment.facts, brief.words
    told = [
        brief.labelled(label(one, words), value_words(one, facts[one].value, words)) for one in _KNOWN if one in facts
    ]
    if told:
        yield brief.run_in(told)
    yield brief.labelled(words.text("Sign languages"), sign_words(brief.seen.coverage.signed, words))


def _measured(brief: Brief, sources: Sources) -> Iterator[Block]:
    words = brief.words
    measured = [one for one in brief.seen.judgement.due if one.item.measure is not None]
    if not measured:
        return
    head = header_row(words.text("What is measured"), words.text("There"), words.text("Needed"))
    rows = [_row(one, brief, sources) for one in measured]
    yield Table((Span(words.text("Measured: there and needed")),), (7, 3.3, 7.7), (head, *rows))
    if sure := words.series(sources.figures()):
        told = brief.labelled(words.text("Sources, and how sure they are"), sure)
        yield brief.run_in([told], ParagraphStyle.NOTE)


def _row(judged: Judged, brief: Brief, sources: Sources) -> tuple[Cell, ...]:
    there, wanted = _figures(judged, brief)
    figure = _UNBROKEN.join(filter(None, (_with_formula(wanted, judged, brief), sources.figure(judged.item))))
    return row_header(quantity(judged.item, brief.words)), cell(there), cell(figure)


def _figures(judged: Judged, brief: Brief) -> tuple[str, str]:
    """What there is and what is needed of a measured item, with their unit."""
    words, item = brief.words, judged.item
    value = judged.answer.value if judged.answer else None
    figure = needed(item, brief.seen.assessment.facts)
    unknown = words.text("Not known")
    there = unknown if value is None else amount(value, item, words)
    return there, unknown if figure is None else amount(figure.value, item, words)


def _with_formula(wanted: str, judged: Judged, brief: Brief) -> str:
    """What is needed, and how that was worked out."""
    formula = FORMULAS.get(judged.item.measure.formula) if judged.item.measure else None
    words = brief.words
    return words.text("{needed}: {formula}", needed=wanted, formula=words.text(formula)) if formula else wanted


def _hours(brief: Brief) -> Iterator[Block]:
    facts, words = brief.seen.assessment.facts, brief.words
    told = (
        (words.text("Local hours of speakers online"), SPEAKERS),
        (words.text("Local hours of the audience"), AUDIENCE),
    )
    lines = [(name, hours) for name, fact in told if (hours := hours_for(fact, facts))]
    if lines:
        yield brief.run_in(brief.labelled(name, in_a_row(hours, words)) for name, hours in lines)
