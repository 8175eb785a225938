"""Dates with their month in words, as CLDR has them (its long format), without what it takes to read CLDR.

The first item of a session shows its last day: loading CLDR for that kept the window back by a twentieth.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

_MONTHS: Mapping[str, str] = {
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
    "en": "January February March April May June July August September October November December",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "zh": "1 2 3 4 5 6 7 8 9 10 11 12",
}
"""As they stand in a date, from January on."""

_SHAPES: Mapping[str, str] = {
    "es": "{day} de {month} de {year}",
    "ru": "{day} {month} {year}\u202fг.",
    "zh": "{year}年{month}月{day}日",
}
"""Where it is not as in English."""


def long_date(day: date, language: str) -> str:
    """A date as a language writes it; in English where the language is none of ours."""
    held = language if language in _MONTHS else "en"
    month = _MONTHS[held].split()[day.month - 1]
    first = "1er" if (held, day.day) == ("fr", 1) else day.day  # CLDR leaves the ordinal out
    return _SHAPES.get(held, "{day} {month} {year}").format(day=first, month=month, year=day.year)
