"""What the filter of Walk lists, and which open item comes next."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

import pytest

from accesscheck.model.assessment import Assessment
from accesscheck.model.catalogue import Catalogue
from accesscheck.model.profile import Fact
from accesscheck.model.terms import Checklist, Outcome, Party
from accesscheck.operations.changes import find_item, stage_to_answer, with_answer
from accesscheck.rules.view import View, view
from accesscheck.ui.filters import Show, beside, left_out, listed, next_open

from .walking import NOW, SIX


@pytest.fixture
def assessment() -> Assessment:
    told = datetime(2027, 1, 1, tzinfo=UTC)
    facts = {name: Fact(value=value, changed=told) for name, value in SIX.items()}
    return Assessment(session=UUID(int=1), revision=0, facts=facts)


def seen(catalogue: Catalogue, assessment: Assessment, **outcomes: Outcome) -> View:
    """The view after some items of captioning were answered."""
    for name, outcome in outcomes.items():
        item = find_item(catalogue, f"captioning.{name}")
        stage = stage_to_answer(item, catalogue, assessment, NOW)
        assessment = with_answer(catalogue, assessment, item, stage, {"outcome": outcome}, NOW)
    return view(catalogue, assessment, NOW)


def test_essentials_alone_are_listed_first(catalogue: Catalogue, assessment: Assessment) -> None:
    found = listed(seen(catalogue, assessment), Checklist.CAPTIONING, Show.ESSENTIALS)
    assert [item.id for item in found] == ["captioning.live", "captioning.microphones"]


def test_all_puts_essentials_before_the_rest(catalogue: Catalogue, assessment: Assessment) -> None:
    found = listed(seen(catalogue, assessment), Checklist.INCLUSION, Show.ALL)
    flags = [item.essential for item in found]
    assert flags == sorted(flags, reverse=True)


def test_open_leaves_out_what_is_done_and_what_is_missing(catalogue: Catalogue, assessment: Assessment) -> None:
    told = seen(catalogue, assessment, live=Outcome.MET, microphones=Outcome.MISSING, online=Outcome.WAITING)
    found = [item.id for item in listed(told, Checklist.CAPTIONING, Show.OPEN)]
    assert "captioning.live" not in found
    assert "captioning.microphones" not in found
    assert "captioning.online" in found


def test_missing_lists_what_is_missing_alone(catalogue: Catalogue, assessment: Assessment) -> None:
    told = seen(catalogue, assessment, live=Outcome.MET, microphones=Outcome.MISSING)
    assert [item.id for item in listed(told, Checklist.CAPTIONING, Show.MISSING)] == ["captioning.microphones"]


def test_mine_lists_what_is_the_teams_move(catalogue: Catalogue, assessment: Assessment) -> None:
    found = listed(seen(catalogue, assessment), Checklist.CAPTIONING, Show.MINE)
    assert {item.party for item in found} == {Party.TEAM}


def test_what_comes_later_is_listed_under_all_and_not_as_open(catalogue: Catalogue, assessment: Assessment) -> None:
    told = seen(catalogue, assessment)
    assert "captioning.minutes" in told.score.later
    assert "captioning.minutes" in [item.id for item in listed(told, Checklist.CAPTIONING, Show.ALL)]
    assert "captioning.minutes" not in [item.id for item in listed(told, Checklist.CAPTIONING, Show.OPEN)]


def test_what_does_not_apply_is_left_out_of_every_list(catalogue: Catalogue, assessment: Assessment) -> None:
    told = seen(catalogue, assessment)
    out = {item.id for item in left_out(told, Checklist.INTERPRETATION)}
    assert out.isdisjoint(item.id for item in listed(told, Checklist.INTERPRETATION, Show.ALL))
    assert len(out) + len(listed(told, Checklist.INTERPRETATION, Show.ALL)) == sum(
        1 for item in catalogue.items if item.checklist is Checklist.INTERPRETATION
    )


def test_the_next_open_item_is_an_essential_of_any_checklist(catalogue: Catalogue, assessment: Assessment) -> None:
    told = seen(catalogue, assessment, live=Outcome.MET, microphones=Outcome.MET)
    assert next_open(told, "captioning.microphones") == "remote-participation.two-way"


def test_the_next_open_item_goes_round_past_the_last(catalogue: Catalogue, assessment: Assessment) -> None:
    told = seen(catalogue, assessment)
    last = [one.item.id for one in told.judgement.essentials][-1]
    assert next_open(told, last) == "captioning.live"


def test_the_open_item_before_the_first_is_the_last(catalogue: Catalogue, assessment: Assessment) -> None:
    told = seen(catalogue, assessment)
    assert next_open(told, "captioning.live", -1) == [one.item.id for one in told.judgement.essentials][-1]


def test_answered_items_are_not_open_even_when_they_are_missing(catalogue: Catalogue, assessment: Assessment) -> None:
    told = seen(catalogue, assessment, live=Outcome.MISSING)
    assert next_open(told, None) == "captioning.microphones"


def test_what_was_answered_and_waits_for_a_fact_is_not_open(catalogue: Catalogue, assessment: Assessment) -> None:
    item = find_item(catalogue, "interpretation.sign-language")
    after = with_answer(catalogue, assessment, item, item.ordered_stages[0], {"outcome": Outcome.MISSING}, NOW)
    assert next_open(view(catalogue, after, NOW), "remote-participation.one-queue") != item.id


def test_nothing_is_next_when_nothing_is_open(catalogue: Catalogue, assessment: Assessment) -> None:
    told = view(catalogue.model_copy(update={"items": ()}), assessment, NOW)
    assert next_open(told, None) is None


@pytest.mark.parametrize(
    ("item", "step", "expected"),
    [("a", 1, "b"), ("b", -1, "a"), ("a", -1, None), ("b", 1, None), (None, 1, "a"), ("elsewhere", -1, "a")],
)
def test_neighbours_end_at_the_ends_of_the_list(item: str | None, step: int, expected: str | None) -> None:
    assert beside(["a", "b"], item, step) == expected
