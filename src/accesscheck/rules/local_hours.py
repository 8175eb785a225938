"""What the clock says for people elsewhere while the session runs, and whose night it is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from accesscheck.model.hours import LocalHours
from accesscheck.model.profile import Facts, entries, number

from .stages import span

DAY_BEGINS = time(7)
DAY_ENDS = time(22)
"""Local hours between which a session disturbs nobody's night: AccessCheck's own default."""

SPEAKERS = "speaker-zones"
AUDIENCE = "audience-zones"
"""The facts that say where people are."""


def local_hours(start: datetime, minutes: int, zones: Iterable[str]) -> tuple[LocalHours, ...]:
    """The session's hours in each zone (IANA names, one for each person or region); `start` is aware."""
    end = start + timedelta(minutes=minutes)
    return tuple(_in_zone(start, end, zone) for zone in zones)


def hours_for(fact: str, facts: Facts) -> tuple[LocalHours, ...]:
    """The session's hours where the people of `fact` are (SPEAKERS, AUDIENCE), each zone once; none while unknown."""
    times, zones = span(facts), entries(facts, fact)
    if times is None or not zones:
        return ()
    return local_hours(times.start, number(facts, "minutes") or 0, dict.fromkeys(zones))


def _in_zone(start: datetime, end: datetime, zone: str) -> LocalHours:
    here, there = start.astimezone(ZoneInfo(zone)), end.astimezone(ZoneInfo(zone))
    by_day = here.date() == there.date() and here.time() >= DAY_BEGINS and there.time() <= DAY_ENDS
    return LocalHours(zone, here, there, not by_day)
