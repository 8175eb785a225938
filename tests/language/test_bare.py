"""The finder itself: a test that cannot fail would find nothing."""

from __future__ import annotations

import pytest

from .bare import bare


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("⟦Ready⟧", []),
        ("⟦Ready, ⟦14 days⟧ before⟧", []),
        ("Ready ⟦14 days before⟧", ["Ready"]),
        ("⟦Plan⟧: 14 (5)", []),
        ("⟦Plan⟧ still to test", ["still", "to", "test"]),
        ("captioning.live ⟦Yes⟧", []),
        ("⟦Yes⟧ prêt", ["prêt"]),
    ],
)
def test_what_stands_outside_all_brackets_is_found(text: str, found: list[str]) -> None:
    assert bare(text, ["captioning.live"]) == found
