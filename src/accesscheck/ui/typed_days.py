"""Days and hours as people type them: in figures, or a day with its month in words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

_DAY_FIRST = re.compile(r"(\d{1,2})(?:er|st|nd|rd|th|\.)?\s+([^\W\d]+)\.?,?\s+(\d{4})")
_MONTH_FIRST = re.compile(r"([^\W\d]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_CLOCK = re.compile(r"(\d{1,2})\s*[:.hH]\s*(\d{2})")
_BARE = re.compile(r"(\d{1,2})\s*[hH]?")


def day_read(typed: str, language: str) -> str:
    """A day as "2027-06-14" for "14 June 2027" in the language or English; other text comes back as it is."""
    text = typed.strip()
    day_first, month_first = _DAY_FIRST.fullmatch(text), _MONTH_FIRST.fullmatch(text)
    if day_first is not None:
        day, name, year = day_first.groups()
    elif month_first is not None:
        name, day, year = month_first.groups()
    else:
        return text
    month = _months(language).get(name.casefold(), 0)
    try:
        return date(int(year), month, int(day)).isoformat()
    except ValueError:
        return text


def hour_read(typed: str, whole: bool) -> str:
    """An hour as "09:30" for "9.30" or "9h30"; "11" and "11h" are 11:00 when `whole`: nobody types on."""
    text = typed.strip()
    clock, bare = _CLOCK.fullmatch(text), _BARE.fullmatch(text) if whole else None
    if clock is not None:
        return f"{int(clock[1]):02}:{clock[2]}"
    return f"{int(bare[1]):02}:00" if bare is not None else text


def is_hour(typed: str) -> bool:
    """Whether an hour of the day stands there."""
    found = re.fullmatch(r"(\d{2}):(\d{2})", typed)
    return found is not None and int(found[1]) < 24 and int(found[2]) < 60


def _months(language: str) -> Mapping[str, int]:
    """Months by their names in lower case, whole and shortened."""
    from babel import Locale, localedata

    months: dict[str, int] = {}
    for known in filter(localedata.exists, ("en", language)):
        for width in ("wide", "abbreviated"):
            names = Locale.parse(known).months["format"][width]
            months |= {name.casefold().rstrip("."): month for month, name in names.items()}
    return months
