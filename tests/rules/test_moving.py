from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accesscheck.model.assessment import Answer, Assessment, Earlier, Evidence
from accesscheck.model.profile import Fact, Need, NeedAnswer
from accesscheck.model.terms import EvidenceKind, Outcome, Party, Stage
from accesscheck.rules.moving import moved, moved_start

from .generate import SESSION
from .small import AT, OSLO, told

WHOLE = Assessment(
    session=SESSION,
    revision=3,
    facts=told(
        {
            "start": OSLO,
            "title": "A talk",
            "need-wheelchair": Need(answer=NeedAnswer.NOBODY, asked=date(2027, 2, 1)),
            "need-deafblind": Need(answer=NeedAnswer.NOT_ASKED),
        }
    ),
    answers=(
        Answer(
            item="a.b",
            stage=Stage.PLAN,
            outcome=Outcome.WAITING,
            whom=Party.HOST,
            asked=date(2027, 2, 2),
            due=date(2027, 3, 1),
            answered=AT,
            evidence=(Evidence(kind=EvidenceKind.LINK, text="x", date=date(2027, 2, 3)),),
        ),
        Answer(item="a.c", stage=Stage.PLAN, note="Only a note."),
    ),
    earlier=(Earlier(kind="item", id="a.b", stage=Stage.PLAN, was="missing", since=AT, until=AT),),
)
WEEK = timedelta(days=7)


def test_a_moved_start_keeps_its_hour_on_the_hosts_wall() -> None:
    assert moved_start(OSLO, timedelta(days=28)) == "2027-04-12T10:00+02:00[Europe/Oslo]"


def test_all_dates_of_an_answer_move_by_the_same_days() -> None:
    answer = moved(WHOLE, 7).answers[0]
    assert (answer.asked, answer.due, answer.answered, answer.evidence[0].date) == (
        date(2027, 2, 9),
        date(2027, 3, 8),
        AT + WEEK,
        date(2027, 2, 10),
    )


def test_dates_that_are_not_there_stay_away() -> None:
    assert moved(WHOLE, 7).answers[1] == WHOLE.answers[1]


def test_the_day_of_asking_and_of_telling_move_too() -> None:
    fact = moved(WHOLE, 7).facts["need-wheelchair"]
    assert isinstance(fact.value, Need)
    assert (fact.value.asked, fact.changed) == (date(2027, 2, 8), AT + WEEK)


def test_what_is_remembered_moves_with_both_dates() -> None:
    entry = moved(WHOLE, 7).earlier[0]
    assert (entry.since, entry.until) == (AT + WEEK, AT + WEEK)


@pytest.mark.parametrize("word", ["unknown", "host"])
def test_a_start_that_is_not_known_stays_so(word: str) -> None:
    held = WHOLE.model_copy(update={"facts": told({"start": word})})
    assert moved(held, 7).facts["start"].value == word


@given(st.integers(-2000, 2000))
def test_moving_there_and_back_changes_nothing(days: int) -> None:
    assert moved(moved(WHOLE, days), -days) == WHOLE


def test_instants_stay_instants() -> None:
    assert moved(WHOLE, 1).facts["title"].changed == datetime(2027, 3, 2, 9, 0, tzinfo=UTC)


def test_when_a_fact_was_replaced_moves_too() -> None:
    fact = Fact(value="Hall B", changed=AT, replaced=AT)
    held = WHOLE.model_copy(update={"facts": {"room": fact}})
    assert moved(held, 7).facts["room"].replaced == AT + WEEK
