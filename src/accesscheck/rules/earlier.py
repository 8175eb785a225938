"""What must not be forgotten: an excluding item that was missing, a need that was there, and then was gone.

An entry is kept when what stood was in an export, or had stood for 24 hours.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from accesscheck.model.assessment import Answer, Assessment, Earlier
from accesscheck.model.catalogue import Catalogue, Item
from accesscheck.model.profile import FACT_BY_ID, Fact, Kind, Need, NeedAnswer
from accesscheck.model.terms import Applicability, Outcome, Severity

from .applicability import applies

LASTING = timedelta(hours=24)
_FADED = (None, Outcome.UNKNOWN, Outcome.WAITING)


def forgotten(
    catalogue: Catalogue, before: Assessment, after: Assessment, at: datetime, last_export: datetime | None
) -> tuple[Earlier, ...]:
    """The entries that the change from `before` to `after` at the instant `at` adds."""
    found = [*_items(catalogue, before, after, at), *_needs(before, after, at)]
    return tuple(one for one in found if _lasted(one, last_export))


def _lasted(entry: Earlier, last_export: datetime | None) -> bool:
    exported = last_export is not None and last_export >= entry.since
    return exported or entry.until - entry.since >= LASTING


def _items(catalogue: Catalogue, before: Assessment, after: Assessment, at: datetime) -> Iterator[Earlier]:
    for answer in before.answers:
        if answer.outcome is not Outcome.MISSING or answer.answered is None:
            continue
        item = catalogue.item(answer.item)
        if item is None or item.severity is not Severity.EXCLUDES:
            continue
        removed = _applies(item, before) and not _applies(item, after)
        if removed or _faded(answer, after):
            yield Earlier(
                kind="item",
                id=item.id,
                stage=answer.stage,
                was=str(answer.outcome),
                since=answer.answered,
                until=at,
            )


def _applies(item: Item, assessment: Assessment) -> bool:
    return applies(item, assessment.facts) is not Applicability.NOT


def _faded(answer: Answer, after: Assessment) -> bool:
    later = after.answer(answer.item, answer.stage)
    return (later.outcome if later else None) in _FADED


def _needs(before: Assessment, after: Assessment, at: datetime) -> Iterator[Earlier]:
    for fact, held in before.facts.items():
        spec = FACT_BY_ID.get(fact)
        if spec is None or spec.kind is not Kind.NEED or not _is_yes(held) or _is_yes(after.facts.get(fact)):
            continue
        yield Earlier(kind="need", id=fact, stage=None, was="yes", since=held.changed, until=at)


def _is_yes(fact: Fact | None) -> bool:
    return fact is not None and isinstance(fact.value, Need) and fact.value.answer is NeedAnswer.YES
