"""What an older catalogue was answered by stays readable under a newer one and is never scored as it does not fit."""

from __future__ import annotations

import pytest

from accesscheck.model.assessment import Answer, Assessment, Earlier
from accesscheck.model.terms import Outcome, Severity, Stage
from accesscheck.rules.taking import as_taken, set_aside

from .generate import SESSION, item
from .small import AT, PLACES, small_catalogue

WAY = item("venue.way", Severity.EXCLUDES, renames=("way",))
SEATS = item("seats", Severity.HINDERS, measure=PLACES)
CATALOGUE = small_catalogue(WAY, SEATS)


def held(*answers: Answer, earlier: tuple[Earlier, ...] = ()) -> Assessment:
    return Assessment(session=SESSION, revision=1, answers=answers, earlier=earlier)


def given(name: str, **given: object) -> Answer:
    return Answer.model_validate({"item": name, "stage": Stage.PLAN, "answered": AT, **given})


MET = given("venue.way", outcome=Outcome.MET)


def test_what_fits_is_the_very_same_value() -> None:
    assessment = held(MET, given("elsewhere", outcome=Outcome.PARTLY))
    assert as_taken(CATALOGUE, assessment) is assessment


def test_a_former_id_is_the_present_one_in_answers_and_memories() -> None:
    memory = Earlier(kind="item", id="way", stage=Stage.PLAN, was="missing", since=AT, until=AT)
    found = as_taken(CATALOGUE, held(given("way", outcome=Outcome.MET), earlier=(memory,)))
    assert (found.answers, found.earlier[0].id) == ((MET,), "venue.way")


def test_an_answer_under_the_present_id_is_not_replaced_by_an_older_one() -> None:
    assessment = held(MET, given("way", outcome=Outcome.MISSING))
    assert as_taken(CATALOGUE, assessment) is assessment


@pytest.mark.parametrize("outcome", [Outcome.PARTLY, Outcome.NOT_RELEVANT])
def test_an_answer_that_is_not_taken_any_more_counts_as_not_known_with_its_note(outcome: Outcome) -> None:
    assessment = held(given("venue.way", outcome=outcome, note="Half.", reason="So." if outcome != "partly" else None))
    answer = as_taken(CATALOGUE, assessment).answers[0]
    assert (answer.outcome, answer.note, answer.reason) == (Outcome.UNKNOWN, "Half.", None)


def test_the_answers_that_are_set_aside_are_named() -> None:
    assessment = held(MET, given("seats", outcome=Outcome.PARTLY, value=3))
    assert set_aside(CATALOGUE, assessment) == (("seats", Stage.PLAN),)


def test_a_value_that_is_still_measured_stays() -> None:
    assert as_taken(CATALOGUE, held(given("seats", outcome=Outcome.PARTLY, value=3))).answers[0].value == 3


def test_a_value_that_nobody_measures_any_more_goes() -> None:
    assert as_taken(CATALOGUE, held(given("venue.way", outcome=Outcome.MET, value=3))).answers[0].value is None


def test_a_stage_that_is_not_asked_any_more_stays_as_it_is() -> None:
    assessment = held(MET.model_copy(update={"stage": Stage.DELIVERED}))
    assert as_taken(CATALOGUE, assessment) is assessment
