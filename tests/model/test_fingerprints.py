from __future__ import annotations

import pytest

from accesscheck.model.fingerprints import Identifier, digest, identifier, parse_identifier


@pytest.mark.parametrize("number", [1, 2, 31])
def test_an_identifier_is_taken_apart_again(number: int) -> None:
    said = identifier("item/captioning.live/plan/missing", "Missing", number)
    assert parse_identifier(said) == Identifier("item/captioning.live/plan/missing", digest("Missing"), number)


@pytest.mark.parametrize(
    "said", ["", "verdict/open", "verdict/open#12", "Verdict#12345678", "a#12345678.0", "a#12345678\n"]
)
def test_what_is_no_identifier_of_ours_is_none(said: str) -> None:
    assert parse_identifier(said) is None


@pytest.mark.parametrize("drawn", ["Not\u200b known yet", "Not known\nyet", " Not\u00a0known yet "])
def test_where_lines_end_makes_no_difference(drawn: str) -> None:
    assert digest(drawn) == digest("Not known yet")


@pytest.mark.parametrize("other", ["not known yet", "Not known", "Not known yet.", "Not know nyet!"])
def test_other_words_make_a_difference(other: str) -> None:
    assert digest(other) != digest("Not known yet")
