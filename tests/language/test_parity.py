from __future__ import annotations

from accesscheck.language.parity import BALANCES, side_words
from accesscheck.language.words import Words
from accesscheck.model.parity import Balance, Side
from accesscheck.model.terms import Outcome, Severity

from ..rules.generate import item

ASKED = item("a", Severity.HELPS)


def test_every_balance_has_its_words() -> None:
    assert set(BALANCES) == set(Balance)


def test_a_side_stands_as_an_item_does(english: Words) -> None:
    assert side_words(Side(ASKED, Outcome.MET, to_test=True), english) == "In place, still to test"


def test_a_side_without_outcome_comes_later(english: Words) -> None:
    assert side_words(Side(ASKED, None), english) == "Comes later"
