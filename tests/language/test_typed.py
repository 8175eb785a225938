"""Languages and time zones as people type them."""

from __future__ import annotations

import pytest

from accesscheck import resources
from accesscheck.language.typed import fact_typed, language_typed, likely, zone_typed
from accesscheck.language.words import Words, load_words
from accesscheck.model.profile import FACT_BY_ID


@pytest.fixture(scope="module")
def french() -> Words:
    return load_words("fr", resources.compiled("locale"))


@pytest.mark.parametrize(
    ("typed", "tag"),
    [
        ("fr", "fr"),
        ("French", "fr"),
        ("french", "fr"),
        ("français", "fr"),
        ("Français", "fr"),
        ("中文", "zh"),
        ("Norwegian", "no"),
        ("International Sign", "ils"),
        ("ase", "ase"),
        ("ga", "ga"),
        ("Ga", "gaa"),
        ("EN", "en"),
        ("pt-BR", "pt-BR"),
        ("Klingonese", "Klingonese"),
    ],
)
def test_a_language_is_taken_by_code_and_by_name(english: Words, typed: str, tag: str) -> None:
    assert language_typed(typed, english) == tag


@pytest.mark.parametrize("typed", ["allemand", "Allemand", "German", "de"])
def test_a_language_is_taken_by_its_name_in_the_language_spoken_and_in_english(french: Words, typed: str) -> None:
    assert language_typed(typed, french) == "de"


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Nairobi", "Africa/Nairobi"),
        ("new york", "America/New_York"),
        ("America/New York", "America/New_York"),
        ("utc", "UTC"),
        ("Atlantis", "Atlantis"),
    ],
)
def test_a_time_zone_is_taken_by_its_city(typed: str, zone: str) -> None:
    assert zone_typed(typed) == zone


@pytest.mark.parametrize(
    ("fact", "typed", "written"),
    [
        ("floor-languages", "English, français ,ru", "en, fr, ru"),
        ("floor-languages", "en، ar，zh、ru", "en, ar, zh, ru"),
        ("speaker-zones", "Nairobi, Asia/Tokyo", "Africa/Nairobi, Asia/Tokyo"),
        ("start", "2027-03-15 10:00 Nairobi", "2027-03-15 10:00 Africa/Nairobi"),
        ("start", "2027-03-15T10:00 -05:00 new york", "2027-03-15T10:00 -05:00 America/New_York"),
        ("start", "2027-03-15T10:00+01:00[Europe/Oslo]", "2027-03-15T10:00+01:00[Europe/Oslo]"),
        ("start", "host", "host"),
        ("floor-languages", "none", "none"),
        ("title", "French", "French"),
    ],
)
def test_a_fact_is_written_with_codes_and_zones(english: Words, fact: str, typed: str, written: str) -> None:
    assert fact_typed(FACT_BY_ID[fact], typed, english) == written


@pytest.mark.parametrize(
    ("fact", "typed", "meant"),
    [
        ("speaker-zones", "Nairobbi", "Africa/Nairobi"),
        ("speaker-zones", "Asia/Tokyo, Africa/Nairoby", "Africa/Nairobi"),
        ("start", "2027-03-15 10:00 Nairobbi", "Africa/Nairobi"),
        ("floor-languages", "en, Frensh", "French"),
        ("title", "Frensh", None),
        ("start", "tomorrow", None),
        ("speaker-zones", "???", None),
    ],
)
def test_what_was_likely_meant_is_found(english: Words, fact: str, typed: str, meant: str | None) -> None:
    assert likely(FACT_BY_ID[fact], typed, english) == meant
