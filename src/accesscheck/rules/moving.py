"""Moving a session in time: all its dates by the same number of days, which is no change of anything in it."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

from accesscheck.model.assessment import Answer, Assessment, Earlier, Evidence
from accesscheck.model.moment import format_start, parse_start
from accesscheck.model.profile import HOST, UNKNOWN, Fact, FactValue, Need


def moved(assessment: Assessment, days: int) -> Assessment:
    """The same assessment `days` later (or earlier, below 0); the session keeps its hour on the host's wall."""
    by = timedelta(days=days)
    return assessment.model_copy(
        update={
            "facts": {name: _fact(name, fact, by) for name, fact in assessment.facts.items()},
            "answers": tuple(_answer(one, by) for one in assessment.answers),
            "earlier": tuple(_earlier(one, by) for one in assessment.earlier),
        }
    )


def _fact(name: str, fact: Fact, by: timedelta) -> Fact:
    replaced = None if fact.replaced is None else fact.replaced + by
    return Fact(value=_value(name, fact.value, by), changed=fact.changed + by, replaced=replaced)


def _value(name: str, value: FactValue, by: timedelta) -> FactValue:
    if name == "start" and isinstance(value, str) and value not in (UNKNOWN, HOST):
        return moved_start(value, by)
    if isinstance(value, Need) and value.asked is not None:
        return value.model_copy(update={"asked": value.asked + by})
    return value


def moved_start(text: str, by: timedelta) -> str:
    """A start at the same hour on the host's wall, whole days later."""
    start = parse_start(text)
    zone = ZoneInfo(start.zone)
    local = start.instant.astimezone(zone).replace(tzinfo=None) + by
    offset = local.replace(tzinfo=zone).utcoffset() or timedelta(0)
    return format_start(local, start.zone, offset)


def _answer(answer: Answer, by: timedelta) -> Answer:
    dates = {name: getattr(answer, name) + by for name in ("due", "asked", "answered") if getattr(answer, name)}
    return answer.model_copy(update={**dates, "evidence": tuple(_evidence(one, by) for one in answer.evidence)})


def _evidence(evidence: Evidence, by: timedelta) -> Evidence:
    return evidence.model_copy(update={"date": evidence.date + by})


def _earlier(entry: Earlier, by: timedelta) -> Earlier:
    return entry.model_copy(update={"since": entry.since + by, "until": entry.until + by})
