"""Several things in one sentence, as CLDR has them, without what it takes to read CLDR."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

_BETWEEN: Mapping[str, tuple[str, str]] = {
    "ar": (" و", " و"),
    "es": (", ", " y "),
    "fr": (", ", " et "),
    "ru": (", ", " и "),
    "zh": ("、", "和"),
}
"""What stands between parts, and before the last; where it is not as in English."""


def listing(parts: Sequence[str], language: str) -> str:
    """The parts as a language lists them; as in English where the language is none of ours."""
    between, last = _BETWEEN.get(language, (", ", " and "))
    return last.join(filter(None, (between.join(parts[:-1]), *parts[-1:])))
