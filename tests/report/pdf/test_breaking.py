from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accesscheck.report.pdf.breaking import clean, graphemes, joined, words


def pieces(text: str) -> list[str]:
    return [text[start:end] for start, end in words(text)]


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("a\x00b\x07c\x9fd", "abcd"),
        ("a\u202eb\u2066c\ufeffd\u00ade", "abcde"),
        ("a\r\nb\rc\u2028d\x0be", "a\nb\nc\nd\ne"),
        ("a  b\t\u2003c", "a b c"),
        ("a \n b\n\n\n\nc", "a\nb\n\nc"),
        ("\ud800\ufffe\ufdd0\U0001ffff", "\ufffd\ufffd\ufffd\ufffd"),
        ("a\u00a0b\u202fc\u3000d", "a\u00a0b\u202fc\u3000d"),
        ("\U0001f600", "\U0001f600"),
    ],
)
def test_only_what_can_be_drawn_is_left(text: str, drawn: str) -> None:
    assert clean(text) == drawn


def test_texts_of_a_paragraph_meet_with_one_space() -> None:
    assert joined(["  one ", " two", " ", " three\n", " four", ""]) == ["one ", "two", " ", "three\n", "four", ""]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one two", ["one ", "two"]),
        ("one\ntwo", ["one\n", "two"]),
        ("well-known and/or 10-12", ["well-", "known ", "and/", "or ", "10-12"]),
        ("ici\u00a0: l’un", ["ici\u00a0: ", "l’un"]),
        ("long\u200bword", ["long\u200b", "word"]),
        ("long\u200b中", ["long\u200b", "中"]),
        ("会议（包括）。好", ["会", "议", "（包", "括）。", "好"]),
        ("用AccessCheck做", ["用", "AccessCheck", "做"]),
        ("\U0001f44d\U0001f3fd\U0001f44d", ["\U0001f44d\U0001f3fd", "\U0001f44d"]),
        ("", []),
    ],
)
def test_lines_may_end_where_readers_expect_it(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


@given(st.text())
def test_pieces_put_together_are_the_text(text: str) -> None:
    assert "".join(pieces(text)) == text


@given(st.text())
def test_graphemes_put_together_are_the_text(text: str) -> None:
    assert "".join(graphemes(text)) == text


@given(st.text())
def test_a_cleaned_text_stays_as_it_is(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text())
def test_a_cleaned_text_can_be_written_in_utf_16_and_xml(text: str) -> None:
    drawn = clean(text)
    assert drawn.encode("utf-16-be").decode("utf-16-be") == drawn
    assert all(one == "\n" or one >= " " for one in drawn)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ab", ["a", "b"]),
        ("e\u0301\u0302x", ["e\u0301\u0302", "x"]),
        ("\U0001f468\u200d\U0001f469x", ["\U0001f468\u200d\U0001f469", "x"]),
        ("\U0001f1eb\U0001f1f7\U0001f1e9\U0001f1ea", ["\U0001f1eb\U0001f1f7", "\U0001f1e9\U0001f1ea"]),
        ("\U0001f3f4\U000e0067\U000e007f", ["\U0001f3f4\U000e0067\U000e007f"]),
        ("\U0001f44d\U0001f3fd", ["\U0001f44d\U0001f3fd"]),
    ],
)
def test_what_a_reader_takes_for_one_character_stays_whole(text: str, expected: list[str]) -> None:
    assert list(graphemes(text)) == expected
