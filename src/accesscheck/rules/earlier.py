"""What must not be forgotten: an excluding item that was missing, a need that was there, and then was gone.

An entry is kept when what stood was in an export, or had stood for 24 hours. Undo and redo are changes like any other;
what they bring back within 24 hours needs no entry any more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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
    return tuple(one for one in _gone(catalogue, before, after, at) if _lasted(one, last_export))


def after_turning(
    catalogue: Catalogue,
    before: Assessment,
    after: Assessment,
    at: datetime,
    last_export: datetime | None,
    recorded: Iterable[Earlier] = (),
) -> tuple[Earlier, ...]:
    """All entries once undo or redo led from `before` to `after`; `recorded` are those a step done again had made."""
    back = {_what(one) for one in _gone(catalogue, after, before, at)}
    kept = [one for one in before.earlier if _what(one) not in back or at - one.until >= LASTING]
    latest: dict[tuple[object, ...], Earlier] = {}
    for one in (*kept, *recorded, *forgotten(catalogue, before, after, at, last_export)):
        held = latest.get(_what(one))
        latest[_what(one)] = one if held is None or one.until > held.until else held
    return tuple(latest.values())


def _what(entry: Earlier) -> tuple[object, ...]:
    """What an entry is about, whenever it ended."""
    return entry.kind, entry.id, entry.stage, entry.since


def _gone(catalogue: Catalogue, before: Assessment, after: Assessment, at: datetime) -> list[Earlier]:
    return [*_items(catalogue, before, after, at), *_needs(before, after, at)]


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
        if spec is None or spec.kind is not Kind.NEED or not is_yes(held) or is_yes(after.facts.get(fact)):
            continue
        yield Earlier(kind="need", id=fact, stage=None, was="yes", since=held.changed, until=at)


def is_yes(fact: Fact | None) -> bool:
    """Whether a need stands, whatever number belongs to it."""
    return fact is not None and isinstance(fact.value, Need) and fact.value.answer is NeedAnswer.YES
