"""The nearest valid word, for messages about a word that is not known."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from itertools import islice

_MOST = 1000


def nearest(word: str, valid: Iterable[str]) -> str | None:
    """The valid word most like `word`, None when nothing is like it; of very many words the first are looked at."""
    return next(iter(get_close_matches(word[:100], list(islice(valid, _MOST)), n=1, cutoff=0.5)), None)
