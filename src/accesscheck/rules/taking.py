"""An assessment as a catalogue takes it: what was answered by an older one stays readable and is never scored wrongly.

A former id is the item's present one. An answer that its item refuses (rules/refusals) counts as not known, with all
that was noted beside it. Items and stages that the catalogue does not have stay as they are: nothing is made of them.
"""

from __future__ import annotations

from collections.abc import Mapping

from accesscheck.model.assessment import Answer, AnswerKey, Assessment
from accesscheck.model.catalogue import Catalogue, Item
from accesscheck.model.terms import Outcome

from .refusals import NO_SUCH_STAGE, refusal


def former_ids(catalogue: Catalogue) -> dict[str, str]:
    """The present id of every former one."""
    return {old: item.id for item in catalogue.items for old in item.renames}


def as_taken(catalogue: Catalogue, assessment: Assessment) -> Assessment:
    """The assessment by present ids, with refused answers as not known; the same value where nothing differs."""
    renamed = with_present_ids(assessment, former_ids(catalogue))
    refused = set(set_aside(catalogue, renamed))
    if not refused:
        return renamed
    items = {item.id: item for item in catalogue.items}
    answers = (_unknown(one, items[one.item]) if _key(one) in refused else one for one in renamed.answers)
    return renamed.model_copy(update={"answers": tuple(answers)})


def set_aside(catalogue: Catalogue, assessment: Assessment) -> tuple[AnswerKey, ...]:
    """The answers that count as not known because their items do not take them any more."""
    items = {item.id: item for item in catalogue.items}
    return tuple(_key(one) for one in assessment.answers if one.item in items and _refused(one, items[one.item]))


def with_present_ids(assessment: Assessment, present: Mapping[str, str]) -> Assessment:
    """Answers and memories under the present ids; an answer there already stays, and the older one beside it."""
    taken = {_key(one) for one in assessment.answers}
    answers = tuple(
        one.model_copy(update={"item": present[one.item]})
        if one.item in present and (present[one.item], one.stage) not in taken
        else one
        for one in assessment.answers
    )
    earlier = tuple(
        one.model_copy(update={"id": present[one.id]}) if one.kind == "item" and one.id in present else one
        for one in assessment.earlier
    )
    if all(
        new is old for new, old in zip((*answers, *earlier), (*assessment.answers, *assessment.earlier), strict=True)
    ):
        return assessment
    ordered = tuple(sorted(answers, key=lambda one: (one.item, one.stage.order)))
    return assessment.model_copy(update={"answers": ordered, "earlier": earlier})


def _refused(answer: Answer, item: Item) -> bool:
    return refusal(item, answer) not in (None, NO_SUCH_STAGE)


def _unknown(answer: Answer, item: Item) -> Answer:
    held = answer.model_copy(update={"outcome": Outcome.UNKNOWN, "reason": None, "whom": None, "asked": None})
    return held if item.measure else held.model_copy(update={"value": None, "needed": None})


def _key(answer: Answer) -> AnswerKey:
    return answer.item, answer.stage
