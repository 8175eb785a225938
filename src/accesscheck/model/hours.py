"""When a session runs on somebody's wall."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple


class LocalHours(NamedTuple):
    """Start and end on the wall of one zone (aware); `at_night` when any part lies outside 07:00 to 22:00.

    While a session's minutes are unknown, its start counts as its end.
    """

    zone: str
    start: datetime
    end: datetime
    at_night: bool
