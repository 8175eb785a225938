from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from accesscheck.model.assessment import Answer, Assessment
from accesscheck.model.catalogue import Item
from accesscheck.model.profile import FactValue
from accesscheck.model.terms import Outcome, Party, Severity, Stage
from accesscheck.rules.judging import Judgement, judge_all
from accesscheck.rules.planning import Remedy, by_party, deadlines, gaps, last_day, questions_to_host

from .generate import SESSION, item
from .small import OSLO, small_catalogue, told

SOON = item("soon", Severity.HINDERS, lead_days=3, essential=True)
EARLY = item("early", Severity.HELPS, lead_days=28, party=Party.HOST)
ALSO_EARLY = item("also-early", Severity.HINDERS, lead_days=28)
GRAVE = item("grave", Severity.EXCLUDES, lead_days=28)
ANY_TIME = item("any-time", Severity.EXCLUDES)


def judged(
    *items: Item, start: FactValue = OSLO, as_of: datetime = datetime(2027, 3, 1, tzinfo=UTC), **outcomes: Outcome
) -> Judgement:
    answers = tuple(Answer(item=name, stage=Stage.PLAN, outcome=one, answered=as_of) for name, one in outcomes.items())
    facts = told({"start": start})
    return judge_all(
        small_catalogue(*items), Assessment(session=SESSION, revision=1, facts=facts, answers=answers), as_of
    )


def test_the_last_day_is_the_lead_time_before_the_start() -> None:
    assert last_day(EARLY, told({"start": OSLO})) == date(2027, 2, 15)


def test_the_last_day_is_counted_by_the_hosts_calendar() -> None:
    assert last_day(SOON, told({"start": "2027-03-15T01:00+13:00[Pacific/Auckland]"})) == date(2027, 3, 12)


@pytest.mark.parametrize("start", ["unknown", "host"])
def test_without_a_start_there_is_no_last_day(start: str) -> None:
    assert last_day(SOON, told({"start": start})) is None


def test_without_a_lead_time_there_is_no_last_day() -> None:
    assert last_day(ANY_TIME, told({"start": OSLO})) is None


def test_open_items_come_by_last_day_then_essentials_then_severity() -> None:
    found = gaps(judged(ANY_TIME, SOON, EARLY, ALSO_EARLY, GRAVE))
    assert [gap.item.id for gap in found] == ["grave", "also-early", "early", "soon", "any-time"]


@pytest.mark.parametrize("outcome", [Outcome.MISSING, Outcome.WAITING, Outcome.UNKNOWN, Outcome.PARTLY])
def test_what_is_not_done_is_a_gap(outcome: Outcome) -> None:
    assert [gap.item.id for gap in gaps(judged(SOON, soon=outcome))] == ["soon"]


@pytest.mark.parametrize("outcome", [Outcome.MET, Outcome.NOT_RELEVANT])
def test_what_is_done_or_declared_not_relevant_is_no_gap(outcome: Outcome) -> None:
    assert gaps(judged(SOON, soon=outcome)) == ()


@pytest.mark.parametrize(("day", "late"), [(15, False), (16, True)])
def test_a_gap_is_late_once_its_last_day_has_passed(day: int, late: bool) -> None:
    found = gaps(judged(EARLY, as_of=datetime(2027, 2, day, 12, tzinfo=UTC)))
    assert [gap.late for gap in found] == [late]


def test_a_gap_without_a_last_day_is_never_late() -> None:
    assert not gaps(judged(ANY_TIME, as_of=datetime(2027, 3, 15, tzinfo=UTC) - timedelta(hours=1)))[0].late


def test_deadlines_leave_out_what_has_no_last_day() -> None:
    assert [gap.item.id for gap in deadlines(judged(ANY_TIME, SOON))] == ["soon"]


def test_every_gap_stands_with_the_party_that_must_move() -> None:
    found = by_party(gaps(judged(SOON, EARLY)))
    assert {party: [gap.item.id for gap in listed] for party, listed in found.items() if listed} == {
        Party.TEAM: ["soon"],
        Party.HOST: ["early"],
    }


def test_what_the_host_knows_is_a_question_to_the_host() -> None:
    assert questions_to_host(told({"food": "host", "room": "unknown", "start": "host"})) == ("start", "food")


@pytest.mark.parametrize(("hour", "late"), [(10, False), (12, True)])
def test_a_last_day_ends_by_the_hosts_calendar(hour: int, late: bool) -> None:
    auckland = "2027-03-15T10:00+13:00[Pacific/Auckland]"
    found = gaps(judged(SOON, start=auckland, as_of=datetime(2027, 3, 12, hour, tzinfo=UTC)))
    assert [(gap.last_day, gap.late) for gap in found] == [(date(2027, 3, 12), late)]


def test_in_time_it_is_arranged_as_usual() -> None:
    assert [gap.remedy for gap in gaps(judged(SOON))] == [Remedy.IN_TIME]


def test_once_its_last_day_has_passed_something_else_can_still_be_done() -> None:
    assert [gap.remedy for gap in gaps(judged(EARLY))] == [Remedy.LATE]


def test_after_the_session_nothing_can_be_arranged_for_it() -> None:
    assert [gap.remedy for gap in gaps(judged(SOON, as_of=datetime(2027, 4, 1, tzinfo=UTC)))] == [None]


def test_what_is_first_asked_after_the_session_can_be_mended_then() -> None:
    ran = SOON.model_copy(update={"stages": {Stage.DELIVERED: "It ran."}, "lead_days": None})
    assert [gap.remedy for gap in gaps(judged(ran, as_of=datetime(2027, 4, 1, tzinfo=UTC)))] == [Remedy.IN_TIME]


def test_what_can_be_done_is_a_text_of_the_item() -> None:
    assert [one for one in Remedy if not getattr(SOON, one)] == []
