"""Whether what was read says only what can be scored and put into words: a file may come from anybody."""

from __future__ import annotations

from accesscheck.errors import AccessCheckError, DocumentDamaged
from accesscheck.model.assessment import Assessment, Earlier
from accesscheck.model.profile import FACT_BY_ID, FactValue, Kind
from accesscheck.model.terms import Outcome
from accesscheck.rules.facts import check_fact


def check_sound(assessment: Assessment, path: str) -> None:
    """Raise `DocumentDamaged` for facts and memories that cannot be.

    Facts and items that are not known here stay as they are: nothing is made of them. Answers that an item does not
    take count as not known (rules/taking): the session may have been answered by an older catalogue.
    """
    misfit = any(name in FACT_BY_ID and not _can_be(name, fact.value) for name, fact in assessment.facts.items())
    if misfit or not all(can_be_told(one) for one in assessment.earlier):
        raise DocumentDamaged(path)


def can_be_told(entry: Earlier) -> bool:
    """Whether there are words for what must not be forgotten."""
    return is_need(entry.id) if entry.kind == "need" else entry.was in tuple(Outcome)


def is_need(fact: str) -> bool:
    return fact in FACT_BY_ID and FACT_BY_ID[fact].kind is Kind.NEED


def _can_be(fact: str, value: FactValue) -> bool:
    try:
        check_fact(fact, value)
    except AccessCheckError:
        return False
    return True
