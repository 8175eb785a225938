"""When a session runs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Span:
    """Start and end as instants; while a session's minutes are unknown, its start counts as its end."""

    start: datetime
    end: datetime
