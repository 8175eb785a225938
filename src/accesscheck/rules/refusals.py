"""Answers an item does not take: refused when given and when read, so they are never scored."""

from __future__ import annotations

from accesscheck.model.assessment import Answer
from accesscheck.model.catalogue import Item, NotRelevant
from accesscheck.model.terms import Outcome

NO_SUCH_STAGE = "no-such-stage"


def refusal(item: Item, answer: Answer) -> str | None:
    """Why an answer is refused, as a code; None when the item takes it.

    Codes: no-such-stage, no-partly, never-not-relevant, reason-missing, value-without-measure.
    """
    if answer.stage not in item.stages:
        return NO_SUCH_STAGE
    if answer.value is not None and item.measure is None:
        return "value-without-measure"
    if answer.outcome is Outcome.PARTLY:
        return None if _takes_partly(item) else "no-partly"
    if answer.outcome is Outcome.NOT_RELEVANT:
        return _not_relevant_refusal(item, answer)
    return None


def _takes_partly(item: Item) -> bool:
    return item.partly is not None or bool(item.measure and item.measure.partly_formula)


def _not_relevant_refusal(item: Item, answer: Answer) -> str | None:
    if item.not_relevant is NotRelevant.NEVER:
        return "never-not-relevant"
    return None if answer.reason and answer.reason.strip() else "reason-missing"
