"""Answers that a fact of the session speaks against. They count as they were given; a person is asked about them."""

from __future__ import annotations

from dataclasses import dataclass

from accesscheck.model.profile import Facts, FactValue, Need, NeedAnswer, known
from accesscheck.model.terms import Outcome


@dataclass(frozen=True, slots=True)
class Doubt:
    """`item` answered with one of `outcomes` does not go with `fact` being `value` (of a need: its answer)."""

    item: str
    outcomes: tuple[Outcome, ...]
    fact: str
    value: FactValue


_YES = (Outcome.MET,)
_SOME = (Outcome.MET, Outcome.PARTLY)

DOUBTS: tuple[Doubt, ...] = (
    Doubt("captioning.live", _SOME, "captions", "none"),
    Doubt("captioning.live", _YES, "captions", "automatic"),  # which is what the item calls partly
    Doubt("interpretation.sign-language", _SOME, "sign-languages", ()),
    Doubt("interpretation.announced", _YES, "interpretation-languages", ()),
    *(
        Doubt("inclusion.needs-asked", _YES, need, NeedAnswer.NOT_ASKED)
        for need in ("need-sign-language", "need-deafblind", "need-wheelchair")
    ),
)


def doubtful_facts(item: str, outcome: Outcome | None, facts: Facts) -> tuple[str, ...]:
    """The facts that speak against an answer to an item; none for an answer that claims nothing."""
    return tuple(
        one.fact
        for one in DOUBTS
        if one.item == item and outcome in one.outcomes and _plain(known(facts, one.fact)) == one.value
    )


def _plain(value: FactValue | None) -> FactValue | None:
    return value.answer if isinstance(value, Need) else value
