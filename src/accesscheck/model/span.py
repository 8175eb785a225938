"""When a session runs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Span:
    """Start and end as instants, and the host's time zone. While the minutes are unknown, the start is the end."""

    start: datetime
    end: datetime
    zone: str = "UTC"
