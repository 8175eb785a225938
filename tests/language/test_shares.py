"""No rounding shows what is not so, over every small total there can be."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accesscheck.language.shares import high_points, low_points, percent_words, range_words
from accesscheck.language.words import Words
from accesscheck.model.score import Counts, Range

TOTALS = [*range(1, 121), 333, 1000, 1999, 24_999]
HALVES = st.sampled_from(TOTALS).flatmap(
    lambda total: st.tuples(st.just(2 * total), st.integers(0, 2 * total), st.integers(0, 2 * total))
)
CLEAN, GAPS = Counts(met=1), Counts(met=1, missing=1)


def shares() -> list[tuple[int, int]]:
    """Every share of every small total, in halves."""
    return [(value, 2 * total) for total in TOTALS[:120] for value in range(2 * total + 1)]


def test_low_is_never_more_than_what_is_certain() -> None:
    assert [one for one in shares() if Fraction(low_points(one[0] / one[1]), 100) > Fraction(*one)] == []


def test_low_is_the_whole_number_below() -> None:
    assert [one for one in shares() if low_points(one[0] / one[1]) != Fraction(*one) * 100 // 1] == []


def test_low_is_100_only_when_all_is_met() -> None:
    assert {value == total for value, total in shares() if low_points(value / total) == 100} == {True}


def test_high_is_never_less_than_what_is_possible_but_for_the_gaps_it_must_show() -> None:
    assert [one for one in shares() if Fraction(high_points(one[0] / one[1], CLEAN), 100) < Fraction(*one)] == []


@pytest.mark.parametrize("counts", [GAPS, Counts(met=1, partly=1)])
def test_high_is_100_only_when_nothing_is_partly_or_missing(counts: Counts) -> None:
    assert max(high_points(value / total, counts) for value, total in shares()) == 99


def numbers(said: str) -> list[str]:
    return re.findall(r"under 1|\d+", said.replace("of 100 points", ""))


@given(HALVES)
def test_a_certain_share_above_0_is_never_printed_as_0(english: Words, held: tuple[int, int, int]) -> None:
    total, low, more = held
    high = min(total, low + more)
    said = range_words(Range(low=low / total, high=high / total, shown=True), CLEAN, english)
    assert said is not None
    assert (numbers(said)[0] == "0") is (low == 0)


@given(HALVES)
def test_the_two_figures_stand_in_order_and_one_is_left_out_when_nothing_is_open(
    english: Words, held: tuple[int, int, int]
) -> None:
    total, low, more = held
    high = min(total, low + more)
    said = numbers(range_words(Range(low=low / total, high=high / total, shown=True), CLEAN, english) or "")
    assert len(said) == (1 if high == low else 2)
    assert len(said) == 1 or int(said[0].replace("under 1", "0")) <= int(said[1])


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        (
            Range(low=16 / 33, high=27 / 33, shown=True),
            "48 of 100 points are certain, up to 82 if the open answers turn out well.",
        ),
        (Range(low=1.0, high=1.0, shown=True), "100 of 100 points are certain."),
        (Range(low=1 / 300, high=1 / 300, shown=True), "under 1 of 100 points are certain."),
        (Range(low=0.1, high=0.9, shown=False), None),
        (Range(low=None, high=None, shown=True), None),
        (Range(low=0.1, high=None, shown=True), None),
    ],
)
def test_a_range_reads_as_one_sentence_or_is_not_shown(english: Words, shown: Range, said: str | None) -> None:
    assert range_words(shown, CLEAN, english) == said


@pytest.mark.parametrize(
    ("share", "said"),
    [(0.0, "0 %"), (0.001, "under 1 %"), (0.01, "1 %"), (0.29, "29 %"), (0.999, "99 %"), (1.0, "100 %")],
)
def test_a_percentage_is_rounded_down(english: Words, share: float, said: str) -> None:
    assert percent_words(share, english) == said


def test_a_percentage_is_100_only_for_the_whole(english: Words) -> None:
    assert [one for one in shares() if percent_words(one[0] / one[1], english) == "100 %" and one[0] != one[1]] == []
