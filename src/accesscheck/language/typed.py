"""Languages and time zones as people type them: by name or by city; what names none stays as it was typed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from functools import cache
from zoneinfo import available_timezones

from accesscheck.model.profile import HOST, UNKNOWN, FactSpec, Kind

from .signed import SIGN_LANGUAGES
from .words import LANGUAGES, Words

_AREAS = ("Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")
"""The first part of time zones that are named after cities."""
_START = re.compile(r"(\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::00)?\s*(?:[+-]\d{2}:\d{2}|Z)?)\s+(\S.*)")
_CLOSE = 0.7


_COMMA = re.compile("[,،，、]")
"""What separates entries, by whichever keyboard."""


def fact_typed(spec: FactSpec, typed: str, words: Words) -> str:
    """What was typed for a fact, with codes of languages and names of time zones in place of names and cities."""
    text = typed.strip()
    if text in (UNKNOWN, HOST, "none"):
        return text
    if spec.kind is Kind.LANGUAGES:
        return _each(text, lambda entry: language_typed(entry, words))
    if spec.kind is Kind.ZONES:
        return _each(text, zone_typed)
    start = _START.fullmatch(text) if spec.kind is Kind.START else None
    return typed if start is None else f"{start[1]} {zone_typed(start[2])}"


def likely(spec: FactSpec, typed: str, words: Words) -> str | None:
    """The language or time zone that was likely meant by what names none; None for other facts."""
    start = _START.fullmatch(typed.strip())
    if spec.kind is Kind.LANGUAGES:
        return next(filter(None, (_likely_language(one, words) for one in _entries(typed))), None)
    if spec.kind is Kind.ZONES:
        return next(filter(None, map(_likely_zone, _entries(typed))), None)
    return _likely_zone(start[2]) if start is not None and spec.kind is Kind.START else None


def language_typed(typed: str, words: Words) -> str:
    """The code of a language by its name in the language spoken, in English, or its own among the six."""
    from babel import Locale

    if typed in SIGN_LANGUAGES or typed in Locale("en").languages:
        return typed
    name = typed.casefold()
    for names in (language_tags(words), _english_tags(), _own_names()):
        if name in names:
            return names[name]
    return typed.lower() if typed.lower() in Locale("en").languages else typed


def language_tags(words: Words) -> Mapping[str, str]:
    """Codes of languages by their names in lower case; sign languages come first."""
    tags = [*SIGN_LANGUAGES, *_spoken()]
    return {words.language_name(tag).casefold(): tag for tag in reversed(tags)}


@cache  # the list is read from some six hundred files
def city_zones() -> Mapping[str, str]:
    """Time zones by city and by whole name, in lower case; a city that names two zones is left to its whole name."""
    zones = sorted(zone for zone in available_timezones() if zone.split("/")[0] in _AREAS and "/" in zone)
    cities: dict[str, list[str]] = {}
    for zone in zones:
        cities.setdefault(zone.rsplit("/", 1)[-1].replace("_", " ").casefold(), []).append(zone)
    single = {city: found[0] for city, found in cities.items() if len(found) == 1}
    return single | {zone_shown(zone).casefold(): zone for zone in zones}


def zone_shown(zone: str) -> str:
    """A time zone as people write its city."""
    return zone.replace("_", " ")


def zone_typed(typed: str) -> str:
    """The name of the time zone of a city; what names none stays as it was typed."""
    if typed.upper() == "UTC":
        return "UTC"
    return city_zones().get(zone_shown(typed).casefold(), typed.replace(" ", "_"))


def _each(text: str, read: Callable[[str], str]) -> str:
    return ", ".join(read(entry) for entry in _entries(text))


def _entries(text: str) -> list[str]:
    return [entry for one in _COMMA.split(text) if (entry := one.strip())]


@cache
def _spoken() -> tuple[str, ...]:
    from babel import Locale

    return tuple(tag for tag in map(str, Locale("en").languages) if len(tag) <= 3)


@cache
def _english_tags() -> Mapping[str, str]:
    from babel import Locale

    names = Locale("en").languages
    return {str(names[tag]).casefold(): tag for tag in _spoken()}


@cache
def _own_names() -> Mapping[str, str]:
    """The six languages by what they call themselves."""
    from babel import Locale

    return {str(Locale(tag).languages[tag]).casefold(): tag for tag in LANGUAGES}


def _likely_language(typed: str, words: Words) -> str | None:
    if language_typed(typed, words) != typed or typed in _spoken():
        return None
    tag = _closest(typed, language_tags(words))
    return None if tag is None else words.language_name(tag)


def _likely_zone(typed: str) -> str | None:
    return None if zone_typed(typed) in city_zones().values() else _closest(typed, city_zones())


def _closest(typed: str, meant: Mapping[str, str]) -> str | None:
    known: Iterable[str] = meant
    found = get_close_matches(typed[:100].casefold(), list(known), n=1, cutoff=_CLOSE)
    return meant[found[0]] if found else None
