"""Answers that a fact of the session speaks against."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from accesscheck.model.catalogue import Catalogue
from accesscheck.model.profile import FACT_BY_ID, HOST, Fact, FactValue, Need, NeedAnswer
from accesscheck.model.terms import Outcome
from accesscheck.rules.doubts import DOUBTS, doubtful_facts

AT = datetime(2027, 1, 4, tzinfo=UTC)


def doubts(item: str, outcome: Outcome, fact: str, value: FactValue) -> tuple[str, ...]:
    return doubtful_facts(item, outcome, {fact: Fact(value=value, changed=AT)})


@pytest.mark.parametrize("outcome", [Outcome.MET, Outcome.PARTLY])
def test_captions_that_are_none_speak_against_captions_arranged(outcome: Outcome) -> None:
    assert doubts("captioning.live", outcome, "captions", "none") == ("captions",)


def test_automatic_captions_speak_against_yes_but_not_against_partly() -> None:
    assert doubts("captioning.live", Outcome.MET, "captions", "automatic") == ("captions",)
    assert doubts("captioning.live", Outcome.PARTLY, "captions", "automatic") == ()


@pytest.mark.parametrize("value", ["human", "human-corrected", "unknown", HOST])
def test_captions_by_a_person_or_not_known_speak_against_nothing(value: str) -> None:
    assert doubts("captioning.live", Outcome.MET, "captions", value) == ()


def test_no_sign_language_booked_speaks_against_interpreters_booked() -> None:
    assert doubts("interpretation.sign-language", Outcome.MET, "sign-languages", ()) == ("sign-languages",)


def test_no_language_interpreted_speaks_against_interpretation_confirmed() -> None:
    found = doubts("interpretation.announced", Outcome.MET, "interpretation-languages", ())
    assert found == ("interpretation-languages",)


def test_participants_not_asked_speak_against_needs_asked() -> None:
    need = Need(answer=NeedAnswer.NOT_ASKED)
    assert doubts("inclusion.needs-asked", Outcome.MET, "need-wheelchair", need) == ("need-wheelchair",)


@pytest.mark.parametrize("outcome", [Outcome.MISSING, Outcome.UNKNOWN, Outcome.WAITING, None])
def test_only_answers_that_say_it_is_there_are_doubted(outcome: Outcome | None) -> None:
    assert doubtful_facts("captioning.live", outcome, {"captions": Fact(value="none", changed=AT)}) == ()


def test_every_doubt_names_an_item_of_the_catalogue_and_a_fact(catalogue: Catalogue) -> None:
    items = {item.id for item in catalogue.items}
    assert {doubt.item for doubt in DOUBTS} <= items
    assert {doubt.fact for doubt in DOUBTS} <= set(FACT_BY_ID)
