"""The items: what is open in full, what is in place as a compact list, and promised beside delivered."""

from __future__ import annotations

from collections.abc import Iterator

from accesscheck.language.items import amount, field, quantity, source_words, statement
from accesscheck.language.terms import CHECKLISTS, EVIDENCE, OUTCOMES, PARTIES, SEVERITIES, STAGES
from accesscheck.model.assessment import Answer, Evidence
from accesscheck.model.catalogue import Item
from accesscheck.model.terms import Outcome, Stage
from accesscheck.rules.judging import Judged
from accesscheck.rules.measures import needed

from .brief import (
    Brief,
    cell,
    header_row,
    heading,
    listing,
    note,
    own_words,
    paragraph,
    row_header,
    with_reasons,
)
from .document import Block, Cell, Paragraph, Span, Table

_DONE = (Outcome.MET, Outcome.NOT_RELEVANT)


def open_items(brief: Brief) -> Iterator[Block]:
    """Every item due that is missing, partly, waiting, not known or still to test, in full."""
    words = brief.words
    unfinished = [one for one in brief.seen.judgement.due if one.to_test or one.outcome not in _DONE]
    yield heading(2, words.text("Open items in full"), "open")
    if not unfinished:
        yield paragraph(words.text("Nothing is open."))
    checklist = None
    for one in unfinished:
        if one.item.checklist is not checklist:
            checklist = one.item.checklist
            yield heading(3, words.text(CHECKLISTS[checklist]))
        yield from _full(one, brief)


def _full(judged: Judged, brief: Brief) -> Iterator[Block]:
    words, item = brief.words, judged.item
    yield paragraph(
        Span(brief.statement(item), strong=True),
        " ",
        brief.outcome(judged),
        ". ",
        words.text(SEVERITIES[item.severity]),
        ".",
    )
    lines = [*_answer_lines(judged, brief), *_figure_lines(judged, brief)]
    if judged.outcome is Outcome.PARTLY and item.partly:
        lines.insert(0, brief.labelled(words.text("What “partly” means"), field(item, "partly", words)))
    if lines:
        yield listing(lines)
    yield note("; ".join(source_words(source, item, words) for source in item.sources))


def _answer_lines(judged: Judged, brief: Brief) -> list[Paragraph]:
    answer, words = judged.answer, brief.words
    if answer is None:
        return []
    lines = []
    if judged.outcome is Outcome.WAITING and answer.asked:
        party = words.text(PARTIES[judged.party])
        lines.append(brief.labelled(words.text("Asked"), f"{party}, {words.date(answer.asked)}"))
    if answer.note:
        lines.append(brief.labelled(words.text("Note"), own_words(answer.note, answer)))
    lines.extend(brief.labelled(words.text("Proof"), *_proof(one, answer, brief)) for one in answer.evidence)
    return lines


def _proof(evidence: Evidence, answer: Answer, brief: Brief) -> list[Span]:
    words = brief.words
    kind, day = words.text(EVIDENCE[evidence.kind]), words.date(evidence.date)
    spans = [Span(words.text("{kind}, {day}", kind=kind, day=day))]
    said = evidence.text or evidence.file
    return [*spans, Span(": "), own_words(said, answer)] if said else spans


def _figure_lines(judged: Judged, brief: Brief) -> list[Paragraph]:
    words, item = brief.words, judged.item
    if item.measure is None:
        return []
    value = judged.answer.value if judged.answer else None
    figure = needed(item, brief.seen.assessment.facts)
    unknown = words.text("Not known")
    there = unknown if value is None else amount(value, item, words)
    wanted = unknown if figure is None else amount(figure.value, item, words)
    return [
        brief.labelled(
            quantity(item, words), words.text("there: {there}, needed: {needed}", there=there, needed=wanted)
        )
    ]


def items_in_place(brief: Brief) -> Iterator[Block]:
    """What is met, compactly, with the strength of its proof in words."""
    words = brief.words
    met = [one for one in brief.seen.judgement.due if one.outcome is Outcome.MET and not one.to_test]
    if not met:
        return
    yield heading(2, words.text("In place"), "in-place")
    yield listing(paragraph(f"{brief.statement(one.item)} ", _proven(one, brief)) for one in met)


def more_declared(brief: Brief) -> Iterator[Block]:
    """What is not essential and was declared not relevant; the essentials among them stand on page one."""
    declared = [one for one in brief.seen.judgement.due if one.outcome is Outcome.NOT_RELEVANT]
    more = [one for one in declared if not one.item.essential]
    if more:
        yield heading(2, brief.words.text(OUTCOMES[Outcome.NOT_RELEVANT]))
        yield with_reasons(more, brief)


def _proven(judged: Judged, brief: Brief) -> Span:
    words = brief.words
    evidence = judged.answer.evidence if judged.answer else ()
    kinds = [words.text(EVIDENCE[one.kind]) for one in evidence]
    return Span(
        words.text("Proof: {kinds}.", kinds=words.listing(kinds) if kinds else words.text("the organiser's word"))
    )


def promised_and_delivered(brief: Brief) -> Iterator[Block]:
    """After the session: what was promised beside what was delivered."""
    words = brief.words
    if brief.seen.score.stage is not Stage.DELIVERED:
        return
    both = [
        one.item for one in brief.seen.judgement.due if Stage.DELIVERED in one.item.stages and len(one.item.stages) > 1
    ]
    if not both:
        return
    yield heading(2, words.text("Promised and delivered"), "delivered")
    head = header_row(words.text("What"), *(words.text(STAGES[stage]) for stage in Stage))
    rows = [(row_header(statement(item, Stage.DELIVERED, words)), *_said(item, brief)) for item in both]
    yield Table((Span(words.text("What was said at each stage")),), (7, 2, 2, 2), (head, *rows))


def _said(item: Item, brief: Brief) -> tuple[Cell, ...]:
    return tuple(cell(_at(item, stage, brief)) for stage in Stage)


def _at(item: Item, stage: Stage, brief: Brief) -> str:
    if stage not in item.stages:
        return brief.words.text("not asked")
    answer = brief.seen.assessment.answer(item.id, stage)
    outcome = answer.outcome if answer else None
    return brief.words.text(OUTCOMES[outcome or Outcome.UNKNOWN])
