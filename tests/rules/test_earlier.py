"""What must not be forgotten, as a pure rule; that undo takes it back is tested in operations."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from accesscheck.model.assessment import Answer, Assessment, Earlier
from accesscheck.model.catalogue import Item
from accesscheck.model.condition import Comparison
from accesscheck.model.profile import Fact, FactValue, Need, NeedAnswer
from accesscheck.model.terms import Outcome, Severity, Stage
from accesscheck.rules.earlier import forgotten

from .generate import SESSION, item
from .small import small_catalogue

SINCE = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)
DAY = timedelta(hours=24)
SECOND = timedelta(seconds=1)
STAGE_ONLY = Comparison(fact="raised-stage", one_of=("yes",))
WAY = item("venue.way", Severity.EXCLUDES)
RAMP = item("venue.ramp", Severity.EXCLUDES, applies=STAGE_ONLY)
SIGN = item("sign", Severity.EXCLUDES, need="need-sign-language")
QUEUE = item("queue", Severity.HINDERS)
YES = Need(answer=NeedAnswer.YES)
NEED = "need-sign-language"


def assessment(facts: Mapping[str, FactValue] | None = None, **outcomes: Outcome | None) -> Assessment:
    names = {"way": "venue.way", "ramp": "venue.ramp"}
    answers = tuple(
        Answer(item=names.get(name, name), stage=Stage.PLAN, outcome=outcome, answered=SINCE)
        for name, outcome in outcomes.items()
    )
    told = {name: Fact(value=value, changed=SINCE) for name, value in (facts or {}).items()}
    return Assessment(session=SESSION, revision=1, facts=told, answers=answers)


def kept(
    before: Assessment, after: Assessment, at: datetime = SINCE + DAY, exported: datetime | None = None
) -> tuple[Earlier, ...]:
    return forgotten(small_catalogue(WAY, RAMP, SIGN, QUEUE), before, after, at, exported)


def entry(name: str, until: datetime = SINCE + DAY, **given: Any) -> Earlier:
    usual: dict[str, Any] = {"kind": "item", "stage": Stage.PLAN, "was": "missing"}
    return Earlier(id=name, since=SINCE, until=until, **{**usual, **given})


MISSING = assessment(way=Outcome.MISSING)


@pytest.mark.parametrize("later", [Outcome.UNKNOWN, Outcome.WAITING, None])
def test_a_missing_item_that_fades_after_a_day_is_kept_with_both_dates(later: Outcome | None) -> None:
    assert kept(MISSING, assessment(way=later)) == (entry("venue.way"),)


def test_a_cleared_answer_fades_too() -> None:
    assert kept(MISSING, assessment()) == (entry("venue.way"),)


@pytest.mark.parametrize("later", [Outcome.MET, Outcome.PARTLY, Outcome.MISSING])
def test_a_missing_item_that_is_answered_better_is_no_secret(later: Outcome) -> None:
    assert kept(MISSING, assessment(way=later)) == ()


def test_what_stood_for_less_than_a_day_is_not_kept() -> None:
    assert kept(MISSING, assessment(), SINCE + DAY - SECOND) == ()


def test_what_stood_at_an_export_is_kept_however_short() -> None:
    at = SINCE + timedelta(minutes=2)
    assert kept(MISSING, assessment(), at, SINCE + timedelta(minutes=1)) == (entry("venue.way", at),)


def test_an_export_before_it_was_missing_keeps_nothing() -> None:
    assert kept(MISSING, assessment(), SINCE + SECOND, SINCE - SECOND) == ()


@pytest.mark.parametrize("asked", [QUEUE])
def test_an_item_that_only_hinders_is_not_kept(asked: Item) -> None:
    assert kept(assessment(queue=Outcome.MISSING), assessment()) == ()


def test_an_item_that_was_not_missing_is_not_kept() -> None:
    assert kept(assessment(way=Outcome.MET), assessment()) == ()


def test_an_answer_to_an_item_of_another_catalogue_is_passed_over() -> None:
    assert kept(assessment(gone=Outcome.MISSING), assessment()) == ()


def test_a_fact_that_takes_the_missing_item_away_keeps_it() -> None:
    before = assessment({"raised-stage": "yes"}, ramp=Outcome.MISSING)
    after = assessment({"raised-stage": "no"}, ramp=Outcome.MISSING)
    assert kept(before, after) == (entry("venue.ramp"),)


def test_a_fact_that_leaves_it_in_keeps_nothing() -> None:
    before = assessment({"raised-stage": "yes"}, ramp=Outcome.MISSING)
    assert kept(before, assessment({"raised-stage": "unknown"}, ramp=Outcome.MISSING)) == ()


@pytest.mark.parametrize(
    "value",
    [
        Need(answer=NeedAnswer.NOBODY, asked=date(2027, 2, 1)),
        Need(answer=NeedAnswer.NOT_ASKED),
        "unknown",
        "host",
    ],
)
def test_a_need_that_was_there_and_is_no_longer_is_kept(value: FactValue) -> None:
    assert kept(assessment({NEED: YES}), assessment({NEED: value})) == (
        entry(NEED, kind="need", stage=None, was="yes"),
    )


def test_a_need_that_was_taken_back_is_kept() -> None:
    assert kept(assessment({NEED: YES}), assessment()) == (entry(NEED, kind="need", stage=None, was="yes"),)


def test_a_need_with_another_number_is_the_same_need() -> None:
    before, after = assessment({NEED: YES}), assessment({NEED: Need(answer=NeedAnswer.YES, number=2)})
    assert kept(before, after) == ()


def test_a_need_within_a_day_is_not_kept() -> None:
    assert kept(assessment({NEED: YES}), assessment(), SINCE + timedelta(hours=1)) == ()


def test_facts_that_are_no_needs_are_not_kept() -> None:
    assert kept(assessment({"raised-stage": "yes", "not.a.fact": "yes"}), assessment()) == ()


def test_nobody_takes_the_missing_item_and_the_need_away() -> None:
    nobody = Need(answer=NeedAnswer.NOBODY, asked=date(2027, 2, 1))
    before = assessment({NEED: YES}, sign=Outcome.MISSING)
    assert [one.id for one in kept(before, assessment({NEED: nobody}, sign=Outcome.MISSING))] == ["sign", NEED]
