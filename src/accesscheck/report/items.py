"""The other items: what is in place as a compact list, what was declared not relevant, promised beside delivered."""

from __future__ import annotations

from collections.abc import Iterator

from accesscheck.language.items import statement
from accesscheck.language.terms import EVIDENCE, OUTCOMES, STAGES
from accesscheck.model.catalogue import Item
from accesscheck.model.terms import Outcome, Stage
from accesscheck.rules.judging import Judged

from .brief import Brief, blank, cell, header_row, heading, listing, paragraph, row_header, with_reasons
from .document import Block, Cell, Span, Table


def items_in_place(brief: Brief) -> Iterator[Block]:
    """What is met, compactly, with the strength of its proof in words."""
    words = brief.words
    met = [one for one in brief.seen.judgement.due if one.outcome is Outcome.MET and not one.to_test]
    if not met:
        return
    yield heading(2, words.text("In place"), "in-place")
    yield listing(
        paragraph(Span(said := brief.statement(one.item), fact=brief.fact(one)), blank(said), _proven(one, brief))
        for one in met
    )


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
    both = [one.item for one in brief.seen.judgement.due if _told_of(one.item, brief)]
    if not both:
        return
    yield heading(2, words.text("Promised and delivered"), "delivered")
    head = header_row(words.text("What"), *(words.text(STAGES[stage]) for stage in Stage))
    rows = [(row_header(statement(item, Stage.DELIVERED, words)), *_said(item, brief)) for item in both]
    yield Table((Span(words.text("What was said at each stage")),), (7, 2, 2, 2), (head, *rows))


def _told_of(item: Item, brief: Brief) -> bool:
    """Whether an item of several stages, the last among them, has an answer at any of them."""
    several = Stage.DELIVERED in item.stages and len(item.stages) > 1
    return several and any(_outcome(item, stage, brief) is not Outcome.UNKNOWN for stage in item.stages)


def _said(item: Item, brief: Brief) -> tuple[Cell, ...]:
    return tuple(cell(_at(item, stage, brief)) for stage in Stage)


def _at(item: Item, stage: Stage, brief: Brief) -> str:
    if stage not in item.stages:
        return brief.words.text("not asked")
    return brief.words.text(OUTCOMES[_outcome(item, stage, brief)])


def _outcome(item: Item, stage: Stage, brief: Brief) -> Outcome:
    """What was said of an item at a stage."""
    answer = brief.seen.assessment.answer(item.id, stage)
    return (answer.outcome if answer else None) or Outcome.UNKNOWN
