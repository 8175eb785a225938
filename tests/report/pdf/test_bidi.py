from __future__ import annotations

import pytest
from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from accesscheck.report.pdf.bidi import Isolate, has_right_to_left, is_right_to_left, levels

ALPHABET = "abאבابت١٢123 ()[]-+,.:%!«»/\u0301"


def displayed(text: str, found: list[int]) -> str:
    """Rule L2 on one line that does not end with a blank."""
    order = list(range(len(text)))
    for level in range(max(found, default=0), 0, -1):
        begin = 0
        for end in range(len(order) + 1):
            if end == len(order) or found[order[end]] < level:
                order[begin:end] = order[begin:end][::-1]
                begin = end + 1
    return "".join(text[position] for position in order)


@given(st.text(ALPHABET, min_size=1, max_size=24), st.booleans())
def test_levels_order_text_as_another_implementation_does(text: str, right_to_left: bool) -> None:
    text = f"{text.strip()}."
    if "\u0301" in text and any(bracket in text for bracket in "()[]"):
        text = text.replace("\u0301", "")  # marks on brackets: the other implementation leaves N0's last sentence out
    assert displayed(text, levels(text, right_to_left, [])) == get_display(text, base_dir="R" if right_to_left else "L")


def test_text_without_right_to_left_letters_is_level_0() -> None:
    assert levels("abc (1)", False, []) == [0] * 7


def test_an_isolate_is_ordered_within_itself() -> None:
    assert levels("aאב.b", False, [Isolate(1, 4)]) == [0, 1, 1, 1, 0]


def test_an_isolate_of_the_other_direction_keeps_its_full_stop() -> None:
    assert levels("אab.ב", True, [Isolate(1, 4)]) == [1, 2, 2, 2, 1]


def test_an_isolate_does_not_join_the_numbers_around_it() -> None:
    assert levels("1א2", False, [Isolate(1, 2)]) == [0, 1, 0]


def test_an_isolate_without_letters_has_the_paragraphs_direction() -> None:
    assert levels("א(!)ב", True, [Isolate(1, 4)]) == [1, 1, 1, 1, 1]


def test_joiners_stay_with_the_letter_before_them() -> None:
    assert levels("نم\u200cی", False, []) == [1, 1, 1, 1]


def test_code_points_without_a_type_follow_their_block() -> None:
    assert levels("\U00010fff\U000313ff", True, []) == [1, 2]


def test_line_and_segment_separators_count_as_blanks() -> None:
    assert levels("א\nב", False, []) == [1, 1, 1]


def test_a_bracket_that_closes_another_kind_pairs_with_nothing() -> None:
    assert levels("א(a]", True, []) == [1, 1, 2, 1]


def test_brackets_around_the_other_direction_follow_what_precedes_them() -> None:
    assert levels("a(א)b", False, []) == [0, 0, 1, 0, 0]
    assert levels("א(ב)", False, []) == [1, 1, 1, 1]
    assert levels("(א)", False, []) == [0, 1, 0]


def test_more_open_brackets_than_the_standard_follows_do_no_harm() -> None:
    assert levels("א" + "(" * 100 + "a", True, [])[-1] == 2


@pytest.mark.parametrize(("text", "expected"), [("אb", True), ("1 bא", False), ("12 !", True)])
def test_the_first_letter_with_a_direction_decides(text: str, expected: bool) -> None:
    assert is_right_to_left(text, otherwise=True) is expected


@pytest.mark.parametrize("letter", ["א", "ب", "ﻼ", "\U0001ee00"])
def test_right_to_left_letters_are_seen(letter: str) -> None:
    assert has_right_to_left(f"abc {letter}")
