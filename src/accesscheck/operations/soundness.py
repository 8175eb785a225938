"""Whether what was read says only what can be scored and put into words: a file may come from anybody."""

from __future__ import annotations

from accesscheck.errors import AccessCheckError, DocumentDamaged
from accesscheck.model.assessment import Assessment, Earlier
from accesscheck.model.catalogue import Catalogue
from accesscheck.model.profile import FACT_BY_ID, FactValue, Kind
from accesscheck.model.terms import Outcome
from accesscheck.rules.facts import check_fact
from accesscheck.rules.refusals import refusal


def check_sound(assessment: Assessment, catalogue: Catalogue, path: str) -> None:
    """Raise `DocumentDamaged` for answers no item takes, and for facts and memories that cannot be.

    Facts and items that are not known here stay as they are: nothing is made of them.
    """
    items = {item.id: item for item in catalogue.items}
    refused = any(one.item in items and refusal(items[one.item], one) for one in assessment.answers)
    misfit = any(name in FACT_BY_ID and not _can_be(name, fact.value) for name, fact in assessment.facts.items())
    if refused or misfit or not all(can_be_told(one) for one in assessment.earlier):
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
