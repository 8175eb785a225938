from __future__ import annotations

from datetime import datetime

import pytest

from accesscheck.language.method import checklist_lines, result_lines, setting_lines
from accesscheck.language.words import Words
from accesscheck.model.assessment import Answer, Assessment
from accesscheck.model.catalogue import Catalogue, Overlay
from accesscheck.model.score import Score
from accesscheck.model.terms import Outcome, Severity, Stage
from accesscheck.rules.scoring import score

from ..rules.generate import SESSION, item
from ..rules.small import AT, SETTINGS, small_catalogue


@pytest.fixture(scope="module")
def example_score(catalogue: Catalogue, example: tuple[Assessment, datetime]) -> Score:
    return score(catalogue, *example)


def answered(outcome: Outcome | None) -> Score:
    """The score of one item with that outcome."""
    answers = (
        () if outcome is None else (Answer(item="a", stage=Stage.PLAN, outcome=outcome, reason="No.", answered=AT),)
    )
    held = Assessment(session=SESSION, revision=1, answers=answers)
    return score(small_catalogue(item("a", Severity.HELPS)), held, AT)


def test_the_result_is_told_with_counts_points_and_shares(english: Words, example_score: Score) -> None:
    told = dict(result_lines(example_score, english))
    assert list(told) == [
        "Items",
        "Points",
        "Strength of proof",
        "Share of weight declared not relevant",
        "Certain share with those counted as missing",
    ]
    assert told["Items"].endswith("Declared not relevant 1, comes later 2")


def test_points_wait_until_half_of_the_weight_is_answered(english: Words) -> None:
    assert dict(result_lines(answered(None), english))["Points"] == "Shown once half of the weight is answered."


def test_shares_of_what_nobody_declared_are_not_told(english: Words) -> None:
    assert list(dict(result_lines(answered(Outcome.MISSING), english))) == ["Items", "Points"]


def test_all_declared_not_relevant_is_told_as_such(english: Words) -> None:
    assert (
        dict(result_lines(answered(Outcome.NOT_RELEVANT), english))["Share of weight declared not relevant"] == "100 %"
    )


def test_a_checklist_has_its_points_once_half_of_it_is_answered(english: Words, example_score: Score) -> None:
    told = dict(checklist_lines(example_score, english))
    assert "Venue access" in told
    assert list(checklist_lines(answered(None), english)) == []


def test_the_settings_are_told_with_their_versions(english: Words) -> None:
    told = dict(setting_lines(answered(None), SETTINGS, english))
    assert told["Weights"] == "Shuts people out 5, Makes it hard 3, Helps 1"
    assert told["Worth of proof"].startswith("the organiser's word (25 %), a named contact (50 %)")
    assert (told["Rehearsal"], told["Scoring version"]) == ("from 72 hours before the start", "1")
    assert (told["Catalogue"], told["Additions to the catalogue"]) == ("small, version 1", "none")


def test_additions_to_the_catalogue_are_named(english: Words) -> None:
    found = answered(None)
    stamp = found.catalogue.model_copy(update={"overlays": (Overlay(name="Oslo", version="3", hash="0"),)})
    told = dict(setting_lines(found.model_copy(update={"catalogue": stamp}), SETTINGS, english))
    assert told["Additions to the catalogue"] == "Oslo 3"
