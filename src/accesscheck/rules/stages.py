"""At which stage a session stands: it follows the instant, unless it was chosen by hand."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from accesscheck.model.moment import parse_start
from accesscheck.model.profile import Facts, number, words
from accesscheck.model.span import Span
from accesscheck.model.terms import Stage


def span(facts: Facts) -> Span | None:
    """The session's start and end as instants, None while no start is known."""
    text = words(facts, "start")
    if text is None:
        return None
    start = parse_start(text)
    return Span(start.instant, start.instant + timedelta(minutes=number(facts, "minutes") or 0), start.zone)


def host_day(facts: Facts, at: datetime) -> date:
    """The day on the host's calendar at an instant; while no start is known, the day by the instant's own offset."""
    start = words(facts, "start")
    return at.date() if start is None else at.astimezone(ZoneInfo(parse_start(start).zone)).date()


def stage_at(facts: Facts, as_of: datetime, rehearsal_hours: int) -> Stage:
    """Plan until `rehearsal_hours` before the start (also without one), Rehearsal until the end, then Delivered."""
    times = span(facts)
    if times is None or as_of < times.start - timedelta(hours=rehearsal_hours):
        return Stage.PLAN
    return Stage.REHEARSAL if as_of < times.end else Stage.DELIVERED


def has_started(facts: Facts, as_of: datetime) -> bool:
    times = span(facts)
    return times is not None and as_of >= times.start
