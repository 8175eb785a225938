from __future__ import annotations

from datetime import UTC, datetime

import pytest

from accesscheck.model.moment import parse_start
from accesscheck.rules.local_hours import AUDIENCE, SPEAKERS, hours_for, local_hours

from .small import OSLO, told

KYOTO = parse_start("2023-10-09T15:15+09:00[Asia/Tokyo]").instant
PLACES = ("Europe/Paris", "America/New_York", "Africa/Nairobi", "Asia/Karachi", "Australia/Sydney")


def test_the_kyoto_session_begins_at_these_hours_elsewhere() -> None:
    hours = [there.start.strftime("%H:%M") for there in local_hours(KYOTO, 90, PLACES)]
    assert hours == ["08:15", "02:15", "09:15", "11:15", "17:15"]


def test_the_kyoto_session_is_at_night_in_new_york_only() -> None:
    assert [there.zone for there in local_hours(KYOTO, 90, PLACES) if there.at_night] == ["America/New_York"]


def test_an_end_is_told_beside_the_start() -> None:
    assert local_hours(KYOTO, 90, ["Asia/Tokyo"])[0].end.strftime("%H:%M") == "16:45"


@pytest.mark.parametrize(
    ("hour", "minute", "minutes", "night"),
    [
        (7, 0, 60, False),
        (6, 59, 60, True),
        (20, 30, 90, False),
        (20, 31, 90, True),
        (23, 0, 60, True),
        (21, 0, 720, True),  # over the whole night, from one day into the next
        (0, 0, 60, True),
        (7, 0, 900, False),
        (7, 0, 901, True),
        (22, 0, 0, False),
        (22, 1, 0, True),
    ],
)
def test_night_is_any_part_outside_seven_to_ten(hour: int, minute: int, minutes: int, night: bool) -> None:
    start = datetime(2027, 3, 15, hour, minute, tzinfo=UTC)
    assert local_hours(start, minutes, ["UTC"])[0].at_night is night


def test_a_change_of_clocks_during_the_session_moves_its_end_on_the_wall() -> None:
    start = datetime(2026, 3, 29, 0, 30, tzinfo=UTC)  # half an hour before Paris goes from 02:00 to 03:00
    assert local_hours(start, 60, ["Europe/Paris"])[0].end.strftime("%H:%M") == "03:30"


def test_two_people_in_one_zone_count_twice() -> None:
    hours = local_hours(KYOTO, 90, ["America/New_York", "America/New_York", "Asia/Tokyo"])
    assert [there.at_night for there in hours] == [True, True, False]


def test_the_hours_of_speakers_and_audience_are_told_from_the_facts() -> None:
    facts = told({"start": OSLO, "minutes": 60, SPEAKERS: ("Asia/Tokyo",), AUDIENCE: ("Africa/Nairobi",)})
    found = [
        (there.zone, there.start.strftime("%H:%M")) for fact in (SPEAKERS, AUDIENCE) for there in hours_for(fact, facts)
    ]
    assert found == [("Asia/Tokyo", "18:00"), ("Africa/Nairobi", "12:00")]


def test_a_zone_of_several_people_is_told_once() -> None:
    facts = told({"start": OSLO, "minutes": 60, SPEAKERS: ("Asia/Tokyo", "Asia/Tokyo")})
    assert len(hours_for(SPEAKERS, facts)) == 1


def test_while_the_minutes_are_unknown_the_start_counts_as_the_end() -> None:
    there = hours_for(SPEAKERS, told({"start": OSLO, SPEAKERS: ("Asia/Tokyo",)}))[0]
    assert there.start == there.end


@pytest.mark.parametrize("facts", [{"start": OSLO}, {SPEAKERS: ("Asia/Tokyo",)}, {"start": OSLO, SPEAKERS: ()}])
def test_without_start_or_zones_there_are_no_hours(facts: dict[str, str | tuple[str, ...]]) -> None:
    assert hours_for(SPEAKERS, told(facts)) == ()
