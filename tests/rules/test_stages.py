from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from accesscheck.model.profile import Fact, FactValue
from accesscheck.model.span import Span
from accesscheck.model.terms import Stage
from accesscheck.rules.stages import has_started, host_day, span, stage_at

START = datetime(2027, 3, 15, 9, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
SECOND = timedelta(seconds=1)


def facts(**values: FactValue) -> dict[str, Fact]:
    return {name: Fact(value=value, changed=START) for name, value in values.items()}


KNOWN = facts(start="2027-03-15T10:00+01:00[Europe/Oslo]", minutes=90)


def test_a_session_runs_from_its_start_for_its_minutes() -> None:
    assert span(KNOWN) == Span(START, START + timedelta(minutes=90), "Europe/Oslo")


def test_without_minutes_the_start_counts_as_the_end() -> None:
    assert span(facts(start="2027-03-15T10:00+01:00[Europe/Oslo]", minutes="unknown")) == Span(
        START, START, "Europe/Oslo"
    )


@pytest.mark.parametrize("value", ["unknown", "host"])
def test_without_a_known_start_there_is_no_span(value: str) -> None:
    assert span(facts(start=value)) is None


@pytest.mark.parametrize(
    ("as_of", "stage"),
    [
        (START - 72 * HOUR - SECOND, Stage.PLAN),
        (START - 72 * HOUR, Stage.REHEARSAL),
        (START + timedelta(minutes=90) - SECOND, Stage.REHEARSAL),
        (START + timedelta(minutes=90), Stage.DELIVERED),
    ],
)
def test_the_stage_follows_the_instant(as_of: datetime, stage: Stage) -> None:
    assert stage_at(KNOWN, as_of, 72) is stage


def test_the_hours_of_rehearsal_are_a_setting() -> None:
    assert stage_at(KNOWN, START - 10 * HOUR, 9) is Stage.PLAN


def test_without_a_start_it_is_plan() -> None:
    assert stage_at({}, START, 72) is Stage.PLAN


@pytest.mark.parametrize(("as_of", "started"), [(START - SECOND, False), (START, True)])
def test_a_session_has_started_at_its_start(as_of: datetime, started: bool) -> None:
    assert has_started(KNOWN, as_of) is started


def test_a_session_without_a_start_has_not_started() -> None:
    assert has_started({}, START) is False


def test_the_day_is_the_hosts_where_the_start_is_known() -> None:
    at = datetime(2027, 3, 14, 22, 0, tzinfo=UTC)
    assert host_day(facts(start="2027-03-15T10:00+09:00[Asia/Tokyo]"), at) == date(2027, 3, 15)


def test_the_day_is_that_of_the_instant_while_no_start_is_known() -> None:
    at = datetime(2027, 3, 14, 22, 0, tzinfo=UTC).astimezone(ZoneInfo("Asia/Tokyo"))
    assert host_day(facts(start="unknown"), at) == date(2027, 3, 15)


def test_a_span_knows_the_hosts_time_zone() -> None:
    found = span(facts(start="2027-03-15T10:00+09:00[Asia/Tokyo]"))
    assert found is not None
    assert found.zone == "Asia/Tokyo"
