"""Who can follow in which language: three-valued, from facts and answers, and never more than is known."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from accesscheck.model.assessment import Answer, Assessment
from accesscheck.model.catalogue import Catalogue
from accesscheck.model.coverage import Coverage, Covered, LanguageRow
from accesscheck.model.profile import FactValue, NeedAnswer
from accesscheck.model.terms import Outcome, Severity, Stage
from accesscheck.rules.coverage import ANNOUNCED, LIVE, OTHER_WAY, SIGN, both, coverage, either
from accesscheck.rules.judging import judge_all

from .generate import SESSION, item
from .small import AT, small_catalogue, told

YES, PARTLY, NO, UNKNOWN = Covered.YES, Covered.PARTLY, Covered.NO, Covered.UNKNOWN
ITEMS = tuple(item(name, Severity.HINDERS, essential=True) for name in (LIVE, ANNOUNCED, SIGN, OTHER_WAY))
TOLD: Mapping[str, FactValue] = {
    "floor-languages": ("en",),
    "audience-languages": ("en", "ar"),
    "captions": "human",
    "interpretation": "yes",
    "interpretation-languages": ("ar",),
}


def covered(facts: Mapping[str, FactValue] = TOLD, answers: Mapping[str, Outcome] | None = None) -> Coverage:
    given = tuple(
        Answer(item=name, stage=Stage.PLAN, outcome=one, answered=AT) for name, one in (answers or {}).items()
    )
    held = Assessment(session=SESSION, revision=1, facts=told(facts), answers=given)
    return coverage(judge_all(small_catalogue(*ITEMS), held, AT))


def row(
    language: str, facts: Mapping[str, FactValue] | None = None, answers: Mapping[str, Outcome] | None = None
) -> LanguageRow:
    found = covered({**TOLD, **(facts or {})}, answers)
    return next(one for one in found.rows if one.language == language)


def test_the_items_that_carry_the_matrix_are_in_the_shipped_catalogue(catalogue: Catalogue) -> None:
    assert [name for name in (LIVE, ANNOUNCED, SIGN, OTHER_WAY) if catalogue.item(name) is None] == []


# --- which languages ---


def test_floor_languages_come_first_and_each_language_once() -> None:
    found = covered({"floor-languages": ("fr", "en"), "audience-languages": ("en-GB", "ar", "fr")})
    assert [one.language for one in found.rows] == ["fr", "en", "ar"]


def test_sign_languages_are_no_row() -> None:
    found = covered({"floor-languages": ("en",), "audience-languages": ("ils", "zzy"), "sign-languages": ("zzy",)})
    assert [one.language for one in found.rows] == ["en"]


def test_while_no_language_is_known_there_is_no_row() -> None:
    found = covered({})
    assert (found.rows, found.audience_known) == ((), False)


def test_an_audience_that_was_told_is_known() -> None:
    assert covered().audience_known


# --- floor ---


def test_the_one_floor_language_carries_everything() -> None:
    assert (row("en").floor, row("ar").floor) == (YES, NO)


def test_one_of_several_floor_languages_carries_a_part() -> None:
    assert row("en", {"floor-languages": ("en", "fr")}).floor is PARTLY


def test_varieties_of_one_language_are_one_floor_language() -> None:
    assert row("en-GB", {"floor-languages": ("en-GB", "en-US")}).floor is YES


def test_an_unknown_floor_says_nothing() -> None:
    assert row("ar", {"floor-languages": "unknown"}).floor is UNKNOWN


# --- interpretation ---


@pytest.mark.parametrize(
    ("facts", "outcome", "said"),
    [
        ({}, Outcome.MET, YES),
        ({}, Outcome.MISSING, NO),
        ({}, Outcome.WAITING, UNKNOWN),
        ({}, Outcome.UNKNOWN, UNKNOWN),
        ({"interpretation": "no"}, Outcome.MET, NO),
        ({"interpretation": "unknown"}, Outcome.MET, UNKNOWN),
        ({"interpretation-languages": ("fr",)}, Outcome.MET, NO),
        ({"interpretation-languages": ("fr",), "interpretation": "host"}, Outcome.MET, NO),
        ({"interpretation-languages": "unknown"}, Outcome.MET, UNKNOWN),
        ({"interpretation-languages": ("ar", "fr")}, Outcome.MET, YES),
        ({"interpretation-languages": ("ar", "fr")}, Outcome.MISSING, UNKNOWN),  # one of them, and nobody knows which
        ({"interpretation-languages": ("ar-EG", "ar")}, Outcome.MISSING, NO),
    ],
)
def test_interpretation_counts_when_announced_into_the_language_and_confirmed(
    facts: Mapping[str, FactValue], outcome: Outcome, said: Covered
) -> None:
    assert row("ar", facts, {ANNOUNCED: outcome}).interpretation is said


# --- captions ---


@pytest.mark.parametrize(
    ("captions", "outcome", "said"),
    [
        ("human", Outcome.MET, YES),
        ("human", Outcome.PARTLY, PARTLY),
        ("human", Outcome.MISSING, NO),
        ("human", Outcome.WAITING, UNKNOWN),
        ("none", Outcome.MET, NO),
        ("unknown", Outcome.MET, YES),
        ("unknown", Outcome.UNKNOWN, UNKNOWN),
    ],
)
def test_captions_write_down_the_floor(captions: str, outcome: Outcome, said: Covered) -> None:
    assert row("en", {"captions": captions}, {LIVE: outcome}).captions is said


@pytest.mark.parametrize(
    ("facts", "outcome", "said"),
    [
        ({"interpretation": "no"}, Outcome.MET, NO),
        ({}, Outcome.MET, UNKNOWN),  # nobody was asked whether interpreters are captioned
        ({}, Outcome.MISSING, NO),
        ({"floor-languages": "unknown", "interpretation": "no"}, Outcome.MET, UNKNOWN),
        ({"floor-languages": ("ar", "en")}, Outcome.MET, PARTLY),
    ],
)
def test_captions_in_another_language_are_never_claimed(
    facts: Mapping[str, FactValue], outcome: Outcome, said: Covered
) -> None:
    assert row("ar", facts, {LIVE: outcome}).captions is said


# --- documents and announcement ---


def test_in_which_languages_documents_are_is_not_known() -> None:
    assert row("en", {"materials": "yes"}).documents is UNKNOWN


def test_where_there_are_no_documents_there_is_nothing_to_read() -> None:
    assert row("en", {"materials": "no"}).documents is Covered.NOTHING


def test_in_which_languages_the_announcement_is_is_not_known() -> None:
    assert row("en").announcement is UNKNOWN


# --- who can follow ---


def test_without_floor_interpretation_and_captions_nobody_follows() -> None:
    assert row("ar", {"interpretation": "no"}).follow is NO


def test_with_interpretation_people_follow() -> None:
    assert row("ar", {}, {ANNOUNCED: Outcome.MET}).follow is YES


def test_what_is_not_confirmed_leaves_open_who_follows() -> None:
    assert row("ar").follow is UNKNOWN


def test_among_several_floor_languages_people_follow_their_own() -> None:
    facts: Mapping[str, FactValue] = {"floor-languages": ("en", "fr"), "interpretation": "no"}
    assert row("fr", facts, {LIVE: Outcome.MET}).follow is PARTLY


def test_interpretation_makes_one_of_several_floor_languages_whole() -> None:
    assert row("ar", {"floor-languages": ("en", "ar")}, {ANNOUNCED: Outcome.MET}).follow is YES


@pytest.mark.parametrize(
    ("outcome", "said"),
    [(Outcome.MET, YES), (Outcome.PARTLY, PARTLY), (Outcome.MISSING, NO), (Outcome.WAITING, UNKNOWN)],
)
def test_the_other_way_stands_as_it_was_answered(outcome: Outcome, said: Covered) -> None:
    assert covered(TOLD, {OTHER_WAY: outcome}).other_way is said


def test_a_catalogue_without_these_items_knows_nothing() -> None:
    held = Assessment(session=SESSION, revision=1, facts=told(TOLD))
    found = coverage(judge_all(small_catalogue(item("a", Severity.HELPS)), held, AT))
    assert [(one.interpretation, one.captions) for one in found.rows] == [(NO, UNKNOWN), (UNKNOWN, UNKNOWN)]
    assert found.other_way is UNKNOWN


# --- sign languages ---


def signed(facts: Mapping[str, FactValue], outcome: Outcome = Outcome.UNKNOWN) -> dict[str, Covered]:
    return dict(covered({**TOLD, **facts}, {SIGN: outcome}).signed.languages)


def test_a_booked_sign_language_is_there_when_its_interpreters_are_confirmed() -> None:
    assert signed({"sign-languages": ("ils",)}, Outcome.MET) == {"ils": YES}


def test_a_booked_sign_language_without_confirmation_is_not_known() -> None:
    assert signed({"sign-languages": ("ils",)}) == {"ils": UNKNOWN}


def test_of_several_booked_sign_languages_any_may_be_the_missing_one() -> None:
    assert signed({"sign-languages": ("ils", "nsl")}, Outcome.MISSING) == {"ils": UNKNOWN, "nsl": UNKNOWN}


def test_a_sign_language_of_the_audience_that_was_not_booked_is_not_there() -> None:
    assert signed({"sign-languages": (), "audience-languages": ("ils",)}) == {"ils": NO}


def test_while_it_is_not_known_what_is_booked_nothing_is_said_of_it() -> None:
    facts: Mapping[str, FactValue] = {"sign-languages": "unknown", "audience-languages": ("ils",)}
    assert (signed(facts), covered(facts).signed.told) == ({"ils": UNKNOWN}, False)


@pytest.mark.parametrize(("floor", "said"), [(("ils",), YES), (("ils", "en"), PARTLY)])
def test_a_sign_language_of_the_floor_is_there(floor: tuple[str, ...], said: Covered) -> None:
    assert signed({"floor-languages": floor}) == {"ils": said}


def test_what_participants_said_of_sign_language_stands_beside_it() -> None:
    assert covered(TOLD).signed.need is NeedAnswer.NOT_ASKED


# --- the two ways to join what is known ---


def test_the_better_of_two_ways_counts_and_the_unknown_one_may_be_it() -> None:
    assert [either(NO, PARTLY), either(PARTLY, UNKNOWN), either(UNKNOWN, YES)] == [PARTLY, UNKNOWN, YES]


def test_the_worse_of_two_parts_counts_and_the_unknown_one_may_be_it() -> None:
    assert [both(YES, PARTLY), both(PARTLY, UNKNOWN), both(UNKNOWN, NO)] == [PARTLY, UNKNOWN, NO]
