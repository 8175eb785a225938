from __future__ import annotations

import pytest

from accesscheck.rules.nearest import nearest


@pytest.mark.parametrize(
    ("word", "found"),
    [("captoning.live", "captioning.live"), ("LIVE", None), ("", None), ("zzz", None), ("x" * 10_000, None)],
)
def test_the_nearest_valid_word_is_found_or_none(word: str, found: str | None) -> None:
    assert nearest(word, ("captioning.live", "captioning.room")) == found
