"""The changes a person can make to an assessment, as pure steps from one assessment to the next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime
from typing import Any, TypedDict

from pydantic import ValidationError

from accesscheck.errors import AnswerRefused, UnknownName
from accesscheck.model.assessment import Answer, Assessment, Evidence
from accesscheck.model.catalogue import Catalogue, Item, VoidedBy
from accesscheck.model.profile import UNKNOWN, Fact, Facts, FactValue, known
from accesscheck.model.terms import Applicability, Outcome, Party, Stage
from accesscheck.rules.applicability import applies
from accesscheck.rules.earlier import is_yes
from accesscheck.rules.facts import check_entered
from accesscheck.rules.measures import judge, needed
from accesscheck.rules.nearest import nearest
from accesscheck.rules.refusals import refusal
from accesscheck.rules.stages import host_day, stage_at

_BY_FIGURE = (Outcome.MET, Outcome.PARTLY, Outcome.MISSING)
"""What a measured value can come to; only these follow from a figure that decides."""


class Reply(TypedDict, total=False):
    """What a person gives in one step; what is left out stays as it was, None takes it away."""

    outcome: Outcome | None
    value: int | float | None
    reason: str | None
    note: str | None
    language: str | None
    owner: str | None
    due: date | None
    whom: Party | None
    asked: date | None


def find_item(catalogue: Catalogue, item_id: str) -> Item:
    """The item of that id or former id; raises `UnknownName` with the nearest one."""
    for item in catalogue.items:
        if item_id == item.id or item_id in item.renames:
            return item
    raise UnknownName("item", item_id, nearest(item_id, (item.id for item in catalogue.items)))


def stage_to_answer(item: Item, catalogue: Catalogue, assessment: Assessment, as_of: datetime) -> Stage:
    """The stage whose statement is in force: the latest due, or the item's first when none is due yet."""
    now = assessment.stage_chosen or stage_at(assessment.facts, as_of, catalogue.scoring.rehearsal_hours)
    due = [stage for stage in item.ordered_stages if stage.order <= now.order]
    return due[-1] if due else item.ordered_stages[0]


def with_fact(catalogue: Catalogue, before: Assessment, fact: str, value: FactValue | None, at: datetime) -> Assessment:
    """Set a fact, or forget it with None: a start or room that was known is then unknown.

    Answers stay, and measured ones are compared anew.
    """
    held = before.facts.get(fact)
    if (held.value if held else None) == value:
        return before
    facts = {name: one for name, one in before.facts.items() if name != fact}
    if value is None and fact in tuple(VoidedBy) and known(before.facts, fact) is not None:
        value = UNKNOWN  # what is told next takes the place of what was known
    if value is not None:
        check_entered(fact, value)
        facts[fact] = _told(before.facts, fact, value, at)
    return remeasured(catalogue, before.model_copy(update={"facts": facts}), at)


def _told(held: Facts, fact: str, value: FactValue, at: datetime) -> Fact:
    """The fact with its moments: when it was told, and when a known value last gave way."""
    old, told = held.get(fact), Fact(value=value, changed=at)
    if old is None:
        return told
    replaced = told.changed if known(held, fact) is not None else old.replaced
    changed = old.changed if is_yes(old) and is_yes(told) else told.changed
    return told.model_copy(update={"changed": changed, "replaced": replaced})


def with_answer(
    catalogue: Catalogue, before: Assessment, item: Item, stage: Stage, reply: Reply, at: datetime
) -> Assessment:
    """Give or change an answer; raises `AnswerRefused` for what the item does not take."""
    if not reply:
        raise AnswerRefused(item.id, "nothing-given")
    answering = any(reply.get(name) is not None for name in ("outcome", "value"))
    if answering and applies(item, before.facts) is Applicability.NOT:
        raise AnswerRefused(item.id, "does-not-apply")
    old = before.answer(item.id, stage) or Answer(item=item.id, stage=stage)
    changes = _completed(_measured(item, old, reply, before.facts), item, old, host_day(before.facts, at))
    new = _answered(old, changes, at)
    code = refusal(item, new)
    if code is not None:
        raise AnswerRefused(item.id, code)
    return with_whole_answer(before, new)


def with_whole_answer(before: Assessment, answer: Answer) -> Assessment:
    """Put an answer in place of the one to the same statement; one that says nothing is taken away."""
    others = [one for one in before.answers if (one.item, one.stage) != (answer.item, answer.stage)]
    empty = answer == Answer(item=answer.item, stage=answer.stage)
    answers = sorted([*others, *([] if empty else [answer])], key=lambda one: (one.item, one.stage.order))
    return before.model_copy(update={"answers": tuple(answers)})


def without_answer(before: Assessment, item: Item, stage: Stage) -> Assessment:
    """Clear the answer to a statement, with all that was noted with it."""
    return with_whole_answer(before, Answer(item=item.id, stage=stage))


def with_evidence(before: Assessment, item: Item, stage: Stage, evidence: Iterable[Evidence]) -> Assessment:
    """Set the proof of an answer; raises `AnswerRefused` at a stage the item is not asked at."""
    old = before.answer(item.id, stage) or Answer(item=item.id, stage=stage)
    code = refusal(item, old)
    if code is not None:
        raise AnswerRefused(item.id, code)
    return with_whole_answer(before, old.model_copy(update={"evidence": tuple(evidence)}))


def remeasured(catalogue: Catalogue, assessment: Assessment, at: datetime) -> Assessment:
    """Compare every measured answer anew after facts changed; where the figure decides, the outcome follows."""
    items = {item.id: item for item in catalogue.items}
    answers = tuple(
        _compared(items[one.item], one, assessment.facts, at) if one.item in items else one
        for one in assessment.answers
    )
    return assessment.model_copy(update={"answers": answers})


def _compared(item: Item, answer: Answer, facts: Facts, at: datetime) -> Answer:
    if item.measure is None or answer.value is None:
        return answer
    figure = needed(item, facts)
    update: dict[str, Any] = {"needed": None if figure is None else figure.value}
    if item.figure_decides or answer.outcome is Outcome.UNKNOWN:  # which was all a suggestion could be till now
        outcome = judge(item, answer.value, facts) or Outcome.UNKNOWN
        if outcome is not answer.outcome:
            update |= {"outcome": outcome, "answered": at.astimezone(UTC)}
    return answer.model_copy(update=update)


def _measured(item: Item, old: Answer, reply: Reply, facts: Facts) -> dict[str, Any]:
    """The reply with what follows from its value: what is needed and, unless it was said, the outcome."""
    changes: dict[str, Any] = dict(reply)
    value = changes.get("value", old.value)
    if item.measure is None:
        return changes
    outcome = changes.get("outcome")
    if item.figure_decides and outcome in _BY_FIGURE and changes.get("value") is None:
        raise AnswerRefused(item.id, "value-decides")
    if outcome in (Outcome.UNKNOWN, Outcome.WAITING, Outcome.NOT_RELEVANT):
        if changes.get("value") is not None:
            raise AnswerRefused(item.id, "value-undecided")
        return changes | {"value": None, "needed": None}
    figure = needed(item, facts)
    changes["needed"] = None if figure is None or value is None else figure.value
    if reply.get("value") is not None and (outcome is None or item.figure_decides):
        changes["outcome"] = judge(item, reply["value"] or 0, facts) or Outcome.UNKNOWN
        if outcome not in (None, changes["outcome"]):
            raise AnswerRefused(item.id, "figure-differs")
    elif item.figure_decides and "value" in changes and old.outcome in _BY_FIGURE:
        changes.setdefault("outcome", None)  # with its figure goes what followed from it
    return changes


def _completed(changes: Mapping[str, Any], item: Item, old: Answer, today: date) -> dict[str, Any]:
    """Waiting names whom and since when; a reason belongs to not-relevant alone."""
    outcome = changes.get("outcome", old.outcome)
    complete = dict(changes)
    if outcome is Outcome.WAITING:
        others = None if item.party is Party.TEAM else item.party  # nobody waits for himself
        complete["whom"] = changes.get("whom") or old.whom or others
        complete["asked"] = changes.get("asked") or old.asked or today
    else:
        complete |= {"whom": None, "asked": None}
    if outcome is not Outcome.NOT_RELEVANT:
        complete["reason"] = None
    return complete


def _answered(old: Answer, changes: Mapping[str, Any], at: datetime) -> Answer:
    """The new answer; its moment moves only when outcome or value do. An empty text is no text.

    What stays missing keeps its moment: since when it has been missing counts (rules/earlier).
    """
    given = {name: (None if value == "" else value) for name, value in changes.items()}
    outcome = given.get("outcome", old.outcome)
    valued = given.get("value", old.value) != old.value and outcome is not Outcome.MISSING
    if outcome is not old.outcome or valued:
        given["answered"] = at if outcome is not None else None
    try:
        return Answer.model_validate(old.model_dump() | given)
    except ValidationError:
        raise AnswerRefused(old.item, "text-refused") from None
