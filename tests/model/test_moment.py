from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from accesscheck.errors import HourDoubled, HourSkipped, ValueRefused
from accesscheck.model.moment import Start, check_start, format_start, parse_start, resolve_local


def test_a_start_is_an_instant_and_a_zone() -> None:
    start = parse_start("2027-03-15T10:00+01:00[Europe/Oslo]")
    assert start == Start(datetime(2027, 3, 15, 9, 0, tzinfo=UTC), "Europe/Oslo")


def test_a_start_knows_the_hour_on_the_hosts_wall() -> None:
    assert parse_start("2027-03-15T10:00+01:00[Europe/Oslo]").local.strftime("%Y-%m-%d %H:%M") == "2027-03-15 10:00"


@pytest.mark.parametrize(
    "text",
    [
        "2027-03-15T10:00:00+01:00[Europe/Oslo]",
        "2027-03-15T09:00Z[Europe/Oslo]",
        "2027-03-15T09:00:00Z[Europe/Oslo]",
        "2027-03-15T10:00+01:00[Europe/Oslo]",
    ],
)
def test_seconds_may_stand_and_z_means_utc(text: str) -> None:
    assert parse_start(text).instant == datetime(2027, 3, 15, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "unknown",
        "2027-03-15",
        "2027-03-15T10:00+01:00",
        "2027-03-15T10:00[Europe/Oslo]",
        "2027-03-15 10:00+01:00[Europe/Oslo]",
        "2027-02-30T10:00+01:00[Europe/Oslo]",
        "2027-03-15T25:00+01:00[Europe/Oslo]",
        "2027-03-15T10:00+99:00[Europe/Oslo]",
        "0001-01-01T00:00+01:00[Europe/Oslo]",
        "9999-12-31T23:59-01:00[Europe/Oslo]",
        "2027-03-15T10:00+01:00[Europe/Oslo]\n",
        "٢٠٢٧-03-15T10:00+01:00[Europe/Oslo]",
    ],
)
def test_what_is_no_start_is_refused(text: str) -> None:
    with pytest.raises(ValueRefused) as refused:
        parse_start(text)
    assert (refused.value.fact, refused.value.expected) == ("start", "start")


@pytest.mark.parametrize("zone", ["Europe/Olso", "Europe", "Etc/../UTC", "a/../../x"])
def test_a_zone_that_is_none_is_refused(zone: str) -> None:
    with pytest.raises(ValueRefused) as refused:
        parse_start(f"2027-03-15T10:00+01:00[{zone}]")
    assert refused.value.expected in ("zone", "start")


def test_a_written_offset_decides_the_instant_even_when_the_zone_no_longer_has_it() -> None:
    assert parse_start("2027-03-15T10:00+02:00[Europe/Oslo]").instant == datetime(2027, 3, 15, 8, 0, tzinfo=UTC)


def test_the_offset_tells_the_two_readings_of_a_doubled_hour_apart() -> None:
    summer = parse_start("2026-10-25T02:30+02:00[Europe/Paris]").instant
    winter = parse_start("2026-10-25T02:30+01:00[Europe/Paris]").instant
    assert winter - summer == timedelta(hours=1)


def test_an_entered_offset_the_zone_does_not_have_is_refused_with_those_it_has() -> None:
    with pytest.raises(ValueRefused) as refused:
        check_start("2027-03-15T10:00+02:00[Europe/Oslo]")
    assert (refused.value.expected, refused.value.choices) == ("offset", ("+01:00",))


def test_an_entered_hour_that_does_not_exist_is_refused() -> None:
    with pytest.raises(HourSkipped):
        check_start("2026-03-29T02:30+01:00[Europe/Paris]")


@pytest.mark.parametrize(
    "text",
    [
        "2027-03-15T10:00+01:00[Europe/Oslo]",
        "2026-10-25T02:30+02:00[Europe/Paris]",
        "2026-10-25T02:30+01:00[Europe/Paris]",
        "2027-03-15T09:00Z[Europe/Oslo]",
    ],
)
def test_a_right_start_passes_the_check(text: str) -> None:
    check_start(text)


@pytest.mark.parametrize(
    ("local", "zone", "text"),
    [
        ("2027-03-15T10:00", "Europe/Oslo", "2027-03-15T10:00+01:00[Europe/Oslo]"),
        ("2023-10-09T15:15", "Asia/Tokyo", "2023-10-09T15:15+09:00[Asia/Tokyo]"),
        ("2027-07-01T09:00", "Asia/Kolkata", "2027-07-01T09:00+05:30[Asia/Kolkata]"),
        ("2027-07-01T09:00", "America/New_York", "2027-07-01T09:00-04:00[America/New_York]"),
        ("2027-07-01T09:00", "America/St_Johns", "2027-07-01T09:00-02:30[America/St_Johns]"),
        ("2027-07-01T09:00", "UTC", "2027-07-01T09:00+00:00[UTC]"),
    ],
)
def test_a_local_time_gets_the_offset_of_its_zone_on_that_day(local: str, zone: str, text: str) -> None:
    assert resolve_local(local, zone) == text


def test_an_hour_the_clocks_repeat_is_refused_with_both_offsets() -> None:
    with pytest.raises(HourDoubled) as doubled:
        resolve_local("2026-10-25T02:30", "Europe/Paris")
    assert doubled.value.offsets == ("+02:00", "+01:00")


@pytest.mark.parametrize(
    ("local", "zone", "after"),
    [
        ("2026-03-29T02:30", "Europe/Paris", "2026-03-29T03:00"),
        ("2026-03-29T02:00", "Europe/Paris", "2026-03-29T03:00"),
        ("2026-10-04T02:15", "Australia/Lord_Howe", "2026-10-04T02:30"),  # half an hour
        ("2011-12-30T12:00", "Pacific/Apia", "2011-12-31T00:00"),  # a whole day
    ],
)
def test_an_hour_the_clocks_skip_is_refused_with_the_first_that_exists(local: str, zone: str, after: str) -> None:
    with pytest.raises(HourSkipped) as skipped:
        resolve_local(local, zone)
    assert skipped.value.after == after


@pytest.mark.parametrize("local", ["2026-03-29T01:59", "2026-03-29T03:00", "2026-10-25T01:59", "2026-10-25T03:00"])
def test_the_hours_beside_a_change_of_clocks_are_taken(local: str) -> None:
    assert resolve_local(local, "Europe/Paris").startswith(local)


@pytest.mark.parametrize("local", ["2026-03-29", "2026-03-29 01:00", "2026-13-01T10:00", "tomorrow"])
def test_a_local_time_that_is_none_is_refused(local: str) -> None:
    with pytest.raises(ValueRefused):
        resolve_local(local, "Europe/Paris")


def test_a_written_start_is_read_back_the_same() -> None:
    text = format_start(datetime.fromisoformat("2027-03-15T10:00"), "America/New_York", timedelta(hours=-4))
    assert parse_start(text).instant == datetime(2027, 3, 15, 14, 0, tzinfo=UTC)
