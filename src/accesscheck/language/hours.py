"""A session's hours elsewhere, in words."""

from __future__ import annotations

from collections.abc import Sequence

from accesscheck.model.hours import LocalHours

from .words import Words


def hours_words(there: LocalHours, words: Words) -> str:
    """The hours in one time zone, and whether they lie in the night."""
    start, end = there.start.strftime("%H:%M"), there.end.strftime("%H:%M")
    hours = words.text("from {start}", start=start) if start == end else _both(start, end, words)
    if there.at_night:
        return words.text("{zone}: {hours}, at night", zone=there.zone, hours=hours)
    return words.text("{zone}: {hours}", zone=there.zone, hours=hours)


def in_a_row(hours: Sequence[LocalHours], words: Words) -> str:
    """The hours of several zones in one line."""
    return words.clauses(hours_words(there, words) for there in hours)


def _both(start: str, end: str, words: Words) -> str:
    return words.text("{start} to {end}", start=start, end=end)
