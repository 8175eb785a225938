"""Shares in words: rounded so that no figure shows what is not so."""

from __future__ import annotations

import math

from accesscheck.model.score import Counts, Range

from .words import Words

_EXACT = 1e-9
"""Far below the smallest step a share can take, far above a double's error."""


def low_points(low: float) -> int:
    """The certain share of 100, rounded down; so it is 100 only when all is met."""
    return math.floor(low * 100 + _EXACT)


def high_points(high: float, counts: Counts) -> int:
    """The possible share of 100, rounded up; 100 only when nothing due is partly or missing."""
    points = math.ceil(high * 100 - _EXACT)
    return min(points, 99) if counts.partly or counts.missing else points


def range_words(shown: Range, counts: Counts, words: Words) -> str | None:
    """The range as a sentence, None where it is not shown; a certain share above 0 never prints 0."""
    if not shown.shown or shown.low is None or shown.high is None:
        return None
    low, high = low_points(shown.low), high_points(shown.high, counts)
    certain = words.text("under 1") if low == 0 and shown.low > 0 else words.number(low)
    if shown.low == shown.high:
        return words.text("{low} of 100 points are certain.", low=certain)
    return words.text(
        "{low} of 100 points are certain, up to {high} if the open answers turn out well.",
        low=certain,
        high=words.number(high),
    )


def percent_words(share: float, words: Words) -> str:
    """A share as whole percent, rounded down; above 0 it never prints 0, below 1 never 100."""
    points = math.floor(share * 100 + _EXACT)
    if points == 0 and share > 0:
        return words.text("under 1 %")
    return words.text("{percent} %", percent=words.number(points))
