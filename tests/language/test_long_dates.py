"""Dates in words are CLDR's, but for the first of a month in French."""

from __future__ import annotations

from datetime import date

import pytest
from babel.dates import format_date

from accesscheck.language.long_dates import long_date
from accesscheck.language.words import LANGUAGES

DAYS = [date(2027, month, day) for month in range(1, 13) for day in (2, 15)] + [date(5, 1, 31), date(9999, 12, 31)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_date_is_written_as_cldr_has_it(language: str) -> None:
    locale = {"en": "en_GB"}.get(language, language)
    assert [long_date(day, language) for day in DAYS] == [format_date(day, "long", locale=locale) for day in DAYS]


def test_the_first_of_a_month_is_an_ordinal_in_french() -> None:
    assert long_date(date(2027, 3, 1), "fr") == "1er mars 2027"


def test_a_language_that_is_none_of_ours_takes_the_english_date() -> None:
    assert long_date(date(2027, 3, 1), "qps") == "1 March 2027"
