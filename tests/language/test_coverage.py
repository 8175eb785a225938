"""Languages in words: the matrix's cells, and a sentence for the people each gap leaves out."""

from __future__ import annotations

import pytest

from accesscheck.language.coverage import COLUMNS, COVERED, left_out, row_words, sign_words
from accesscheck.language.words import Words
from accesscheck.model.coverage import Coverage, Covered, LanguageRow, Signed
from accesscheck.model.profile import NeedAnswer

YES, PARTLY, NO, UNKNOWN = Covered.YES, Covered.PARTLY, Covered.NO, Covered.UNKNOWN
NOT_SIGNED = Signed((), NeedAnswer.NOT_ASKED, told=True)


def row(language: str, follow: Covered) -> LanguageRow:
    return LanguageRow(language, YES, PARTLY, NO, Covered.NOTHING, UNKNOWN, follow)


def found(*rows: LanguageRow, other_way: Covered = NO, audience_known: bool = True) -> Coverage:
    return Coverage(rows, NOT_SIGNED, audience_known, other_way)


def test_a_row_has_a_cell_for_each_column(english: Words) -> None:
    said = row_words(row("ar", NO), english)
    assert said == ("Arabic", "Yes", "In part", "No", "None used", "Not known")
    assert len(said) == len(COLUMNS)


def test_every_cell_has_its_word() -> None:
    assert set(COVERED) == set(Covered)


@pytest.mark.parametrize(
    ("other_way", "said"),
    [
        (NO, "no way to follow."),
        (UNKNOWN, "no way to follow is known."),
        (YES, "only the other way that was arranged."),
        (PARTLY, "only another way, arranged in part."),
    ],
)
def test_people_without_a_way_are_named_with_the_other_way_they_have(
    english: Words, other_way: Covered, said: str
) -> None:
    assert list(left_out(found(row("ar", NO), other_way=other_way), english)) == [
        f"People more at ease in Arabic: {said}"
    ]


def test_people_with_the_same_gap_share_a_sentence(english: Words) -> None:
    said = list(left_out(found(row("ar", NO), row("en", YES), row("fr", NO), row("es", UNKNOWN)), english))
    assert said == [
        "People more at ease in Arabic and French: no way to follow.",
        "People more at ease in Spanish: not known whether they have a way to follow.",
    ]


def test_people_who_follow_a_part_are_named(english: Words) -> None:
    said = list(left_out(found(row("fr", PARTLY)), english))
    assert said == ["People more at ease in French: only what is said in their own language."]


def test_where_everybody_follows_nothing_is_said(english: Words) -> None:
    assert list(left_out(found(row("en", YES)), english)) == []


def test_an_unknown_audience_is_said_to_be_unknown(english: Words) -> None:
    said = list(left_out(found(row("en", YES), audience_known=False), english))
    assert said == ["Which languages the audience is at ease in is not known: others may be left out."]


@pytest.mark.parametrize(
    ("state", "said"),
    [(YES, "there"), (PARTLY, "there in part"), (NO, "not there"), (UNKNOWN, "not known whether it is there")],
)
def test_a_sign_language_is_named_with_its_state(english: Words, state: Covered, said: str) -> None:
    signed = Signed((("ils", state),), NeedAnswer.YES, told=True)
    assert sign_words(signed, english) == f"International Sign: {said}. People asked for sign language."


@pytest.mark.parametrize(("told", "said"), [(True, "none booked"), (False, "not known which are booked")])
def test_without_sign_languages_it_says_whether_any_are_booked(english: Words, told: bool, said: str) -> None:
    signed = Signed((), NeedAnswer.NOBODY, told)
    assert sign_words(signed, english) == f"{said}. Nobody asked for sign language when participants were asked."
