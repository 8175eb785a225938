"""How far a long operation has come."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """`done` of `total` steps; generators yield it, doors show it."""

    done: int
    total: int
