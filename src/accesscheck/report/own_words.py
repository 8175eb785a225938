"""The organiser's own words: kept apart from the report's, and tagged with their language where that is known."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from accesscheck.model.profile import FACT_BY_ID, Facts, Kind, entries, known

from .document import Span

_SCRIPTS = {"ar": "ARABIC", "zh": "CJK", "en": "LATIN", "fr": "LATIN", "ru": "CYRILLIC", "es": "LATIN"}
"""What the characters of a language are called in Unicode."""


def own_words(text: str, facts: Facts, language: str | None = None) -> Span:
    """A text in its own language; where nobody said which, that of a session of one language, if the script fits."""
    return Span(text, language=language or _session_language(text, facts), own=True)


def own_facts(fact: str, facts: Facts) -> Iterator[Span]:
    """What the organiser typed for a fact: nothing where it is not text."""
    value = known(facts, fact)
    if FACT_BY_ID[fact].kind in (Kind.TEXT, Kind.TEXTS) and value is not None:
        texts = value if isinstance(value, tuple) else (str(value),)
        yield from (own_words(text, facts) for text in texts)


def _session_language(text: str, facts: Facts) -> str | None:
    floor = entries(facts, "floor-languages") or ()
    letter = next(filter(str.isalpha, text), "")
    script = _SCRIPTS.get(floor[0].partition("-")[0]) if len(floor) == 1 else None
    fits = script is not None and letter and unicodedata.name(letter, "").startswith(script)
    return floor[0] if fits else None
