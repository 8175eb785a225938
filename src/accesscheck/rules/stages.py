"""At which stage a session stands: it follows the instant, unless it was chosen by hand."""

from __future__ import annotations

from datetime import datetime, timedelta

from accesscheck.model.moment import parse_start
from accesscheck.model.profile import Facts, number, words
from accesscheck.model.span import Span
from accesscheck.model.terms import Stage


def span(facts: Facts) -> Span | None:
    """The session's start and end as instants, None while no start is known."""
    text = words(facts, "start")
    if text is None:
        return None
    start = parse_start(text).instant
    return Span(start, start + timedelta(minutes=number(facts, "minutes") or 0))


def stage_at(facts: Facts, as_of: datetime, rehearsal_hours: int) -> Stage:
    """Plan until `rehearsal_hours` before the start (also without one), Rehearsal until the end, then Delivered."""
    times = span(facts)
    if times is None or as_of < times.start - timedelta(hours=rehearsal_hours):
        return Stage.PLAN
    return Stage.REHEARSAL if as_of < times.end else Stage.DELIVERED


def has_started(facts: Facts, as_of: datetime) -> bool:
    times = span(facts)
    return times is not None and as_of >= times.start
