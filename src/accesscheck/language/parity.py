"""The two sides of a hybrid session, in words."""

from __future__ import annotations

from collections.abc import Mapping

from accesscheck.model.parity import Balance, Side

from .marks import N_
from .verdicts import outcome_words
from .words import Words

BALANCES: Mapping[Balance, str] = {
    Balance.ROOM_WORSE: N_("Worse in the room"),
    Balance.ONLINE_WORSE: N_("Worse online"),
    Balance.EQUAL: N_("The same"),
    Balance.OPEN: N_("Cannot be compared"),
}


def side_words(side: Side, words: Words) -> str:
    """How one side stands."""
    if side.outcome is None:
        return words.text("Comes later")
    return outcome_words(side.outcome, side.to_test, words)
