"""Several things stand in a sentence as CLDR has them."""

from __future__ import annotations

import pytest
from babel.lists import format_list

from accesscheck.language.listing import listing
from accesscheck.language.words import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("count", range(6))
def test_things_are_listed_as_cldr_has_it(language: str, count: int) -> None:
    parts = [f"part {number}" for number in range(count)]
    locale = {"en": "en_GB"}.get(language, language)
    assert listing(parts, language) == format_list(parts, locale=locale)
