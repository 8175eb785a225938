from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accesscheck.model.assessment import Answer, Assessment
from accesscheck.model.catalogue import Catalogue
from accesscheck.model.terms import Outcome, Severity, Stage
from accesscheck.rules.scoring import score
from accesscheck.rules.view import view

from .generate import SESSION, Case, allowed, cases, item
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


def test_a_view_knows_both_sides_of_a_hybrid_session_and_its_languages(catalogue: Catalogue, example: Example) -> None:
    seen = view(catalogue, *example)
    assert [pair.room.item.id for pair in seen.parity] == ["captioning.room", "venue-access.help"]
    assert [row.language for row in seen.coverage.rows] == ["en", "fr", "es", "ar"]


LATER = st.sampled_from(
    [timedelta(0), timedelta(seconds=30), timedelta(hours=12), timedelta(days=3), timedelta(days=20)]
)


@st.composite
def next_answers(draw: st.DrawFn, case: Case) -> Assessment:
    """What a person may have done next: one answer given, changed or cleared, or one fact forgotten."""
    held = case.assessment
    forgets = draw(st.booleans())
    if held.facts and forgets:
        gone = draw(st.sampled_from(sorted(held.facts)))
        return held.model_copy(update={"facts": {name: one for name, one in held.facts.items() if name != gone}})
    asked = draw(st.sampled_from(case.catalogue.items))
    stage = draw(st.sampled_from(asked.ordered_stages))
    outcome = draw(st.sampled_from([one for one in (None, *Outcome) if allowed(asked, one)]))
    reason = "No." if outcome is Outcome.NOT_RELEVANT else None
    others = [one for one in held.answers if (one.item, one.stage) != (asked.id, stage)]
    given = [] if outcome is None else [Answer(item=asked.id, stage=stage, outcome=outcome, reason=reason, answered=AT)]
    return held.model_copy(update={"answers": (*others, *given)})


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(cases(), LATER, st.data())
def test_a_view_is_the_same_with_and_without_the_one_before(case: Case, later: timedelta, data: st.DataObject) -> None:
    before = view(case.catalogue, case.assessment, case.as_of)
    after = data.draw(next_answers(case))
    at = case.as_of + later
    assert view(case.catalogue, after, at, before) == view(case.catalogue, after, at)
