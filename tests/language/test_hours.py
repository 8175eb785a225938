from __future__ import annotations

import pytest

from accesscheck.language.hours import hours_words, in_a_row
from accesscheck.language.words import Words
from accesscheck.model.moment import parse_start
from accesscheck.rules.local_hours import local_hours

START = parse_start("2027-03-15T10:00+01:00[Europe/Oslo]").instant


@pytest.mark.parametrize(
    ("zone", "minutes", "said"),
    [
        ("Asia/Tokyo", 90, "Asia/Tokyo: 18:00 to 19:30"),
        ("Pacific/Auckland", 90, "Pacific/Auckland: 22:00 to 23:30, at night"),
        ("Asia/Tokyo", 0, "Asia/Tokyo: from 18:00"),
        ("Pacific/Honolulu", 0, "Pacific/Honolulu: from 23:00, at night"),
    ],
)
def test_hours_are_told_with_zone_and_night(english: Words, zone: str, minutes: int, said: str) -> None:
    assert hours_words(local_hours(START, minutes, [zone])[0], english) == said


def test_several_zones_stand_in_one_line(english: Words) -> None:
    hours = local_hours(START, 60, ["Asia/Tokyo", "Africa/Nairobi"])
    assert in_a_row(hours, english) == "Asia/Tokyo: 18:00 to 19:00; Africa/Nairobi: 12:00 to 13:00"
