"""What the clock says for people elsewhere while the session runs, and whose night it is."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

DAY_BEGINS = time(7)
DAY_ENDS = time(22)
"""Local hours between which a session disturbs nobody's night: AccessCheck's own default."""


class LocalHours(NamedTuple):
    """Start and end on the wall of one zone (aware); `at_night` when any part lies outside 07:00 to 22:00."""

    zone: str
    start: datetime
    end: datetime
    at_night: bool


def local_hours(start: datetime, minutes: int, zones: Iterable[str]) -> tuple[LocalHours, ...]:
    """The session's hours in each zone (IANA names, one for each person or region); `start` is aware."""
    end = start + timedelta(minutes=minutes)
    return tuple(_in_zone(start, end, zone) for zone in zones)


def _in_zone(start: datetime, end: datetime, zone: str) -> LocalHours:
    here, there = start.astimezone(ZoneInfo(zone)), end.astimezone(ZoneInfo(zone))
    by_day = here.date() == there.date() and here.time() >= DAY_BEGINS and there.time() <= DAY_ENDS
    return LocalHours(zone, here, there, not by_day)
