from __future__ import annotations

from datetime import datetime

from accesscheck.model.assessment import Answer, Assessment
from accesscheck.model.catalogue import Catalogue
from accesscheck.model.terms import Outcome, Severity, Stage
from accesscheck.rules.scoring import score
from accesscheck.rules.view import view

from .generate import SESSION, item
from .small import AT, OSLO, small_catalogue, told

Example = tuple[Assessment, datetime]


def test_a_view_holds_the_very_score_of_its_assessment(catalogue: Catalogue, example: Example) -> None:
    assert view(catalogue, *example).score == score(catalogue, *example)


def test_a_view_says_of_every_item_why(catalogue: Catalogue, example: Example) -> None:
    assert list(view(catalogue, *example).why) == [item.id for item in catalogue.items]


def test_a_view_has_dates_gaps_and_questions(catalogue: Catalogue, example: Example) -> None:
    seen = view(catalogue, *example)
    assert seen.span is not None
    assert (bool(seen.gaps), seen.questions) == (True, ("food",))


def test_a_view_names_the_essentials_declared_not_relevant_alone() -> None:
    asked = [item("a", Severity.HINDERS, essential=True), item("b", Severity.HELPS), item("c", Severity.EXCLUDES)]
    answers = tuple(
        Answer(item=name, stage=Stage.PLAN, outcome=Outcome.NOT_RELEVANT, reason="No.", answered=AT) for name in "ab"
    )
    held = Assessment(session=SESSION, revision=1, facts=told({"start": OSLO}), answers=answers)
    assert [one.item.id for one in view(small_catalogue(*asked), held, AT).declared] == ["a"]
