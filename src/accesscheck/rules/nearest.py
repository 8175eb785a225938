"""The nearest valid word, for messages about a word that is not known."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def nearest(word: str, valid: Iterable[str]) -> str | None:
    """The valid word most like `word`, None when nothing is like it."""
    return next(iter(get_close_matches(word[:100], list(valid), n=1, cutoff=0.5)), None)
