from __future__ import annotations

from accesscheck.language.formulas import FORMULAS
from accesscheck.rules import measures


def test_every_formula_has_its_words() -> None:
    assert set(FORMULAS) == set(measures.FORMULAS)
