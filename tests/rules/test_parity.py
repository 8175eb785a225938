"""The two sides of a hybrid session: which pairs there are, and which side is worse off."""

from __future__ import annotations

import pytest

from accesscheck.model.assessment import Answer, Assessment
from accesscheck.model.catalogue import Catalogue, Item
from accesscheck.model.condition import AnyOf, Comparison
from accesscheck.model.parity import Balance, Mode, Pair
from accesscheck.model.profile import FactValue
from accesscheck.model.terms import Outcome, Severity, Stage
from accesscheck.rules.judging import judge_all
from accesscheck.rules.parity import balance, mode, parity

from .generate import SESSION, item
from .small import AT, small_catalogue, told

IN_ROOM = Comparison(fact="format", one_of=("hybrid", "onsite"))
ONLINE = Comparison(fact="format", one_of=("hybrid", "online"))
HERE = item("here", Severity.HINDERS, parity="there", applies=IN_ROOM)
THERE = item("there", Severity.HINDERS, parity="here", applies=ONLINE)
HYBRID: dict[str, FactValue] = {"format": "hybrid"}


def pairs(
    *items: Item, facts: dict[str, FactValue] | None = None, stage: Stage = Stage.PLAN, **outcomes: Outcome
) -> tuple[Pair, ...]:
    catalogue = small_catalogue(*items)
    answers = tuple(Answer(item=name, stage=stage, outcome=one, answered=AT) for name, one in outcomes.items())
    held = Assessment(session=SESSION, revision=1, facts=told(HYBRID if facts is None else facts), answers=answers)
    return parity(catalogue, judge_all(catalogue, held, AT))


def test_a_pair_stands_once_with_the_room_first() -> None:
    found = pairs(THERE, HERE)
    assert [(pair.room.item.id, pair.online.item.id) for pair in found] == [("here", "there")]


def test_a_side_stands_as_its_item_is_judged() -> None:
    found = pairs(HERE, THERE, here=Outcome.PARTLY, there=Outcome.MET)[0]
    assert (found.room.outcome, found.online.outcome) == (Outcome.PARTLY, Outcome.MET)
    assert found.balance is Balance.ROOM_WORSE


@pytest.mark.parametrize("facts", [{"format": "online"}, {"format": "onsite"}, {"format": "unknown"}, {}])
def test_only_a_session_known_to_be_hybrid_has_pairs(facts: dict[str, FactValue]) -> None:
    assert pairs(HERE, THERE, facts=facts) == ()


def test_a_pair_of_which_one_side_does_not_apply_is_no_pair() -> None:
    polls = Comparison(fact="polls", one_of=("yes",))
    away = THERE.model_copy(update={"applies": polls})
    assert pairs(HERE, away, facts={"format": "hybrid", "polls": "no"}) == ()


def test_an_item_that_does_not_apply_brings_no_pair() -> None:
    away = HERE.model_copy(update={"applies": Comparison(fact="format", one_of=("onsite",))})
    assert pairs(away, THERE) == ()


def test_an_item_without_a_twin_is_no_pair() -> None:
    assert pairs(HERE.model_copy(update={"parity": None}), THERE.model_copy(update={"parity": None})) == ()


def test_twins_on_the_same_side_are_no_pair() -> None:
    assert pairs(HERE, THERE.model_copy(update={"applies": IN_ROOM})) == ()


def test_a_twin_that_comes_later_has_no_outcome() -> None:
    later = THERE.model_copy(update={"stages": {Stage.DELIVERED: "It ran."}})
    found = pairs(HERE, later, here=Outcome.MISSING)[0]
    assert (found.online.outcome, found.balance) == (None, Balance.OPEN)


@pytest.mark.parametrize(
    ("room", "online", "said"),
    [
        (Outcome.MET, Outcome.MET, Balance.EQUAL),
        (Outcome.MISSING, Outcome.MISSING, Balance.EQUAL),
        (Outcome.MET, Outcome.PARTLY, Balance.ONLINE_WORSE),
        (Outcome.PARTLY, Outcome.MISSING, Balance.ONLINE_WORSE),
        (Outcome.MISSING, Outcome.PARTLY, Balance.ROOM_WORSE),
        (Outcome.UNKNOWN, Outcome.MET, Balance.OPEN),
        (Outcome.MISSING, Outcome.WAITING, Balance.OPEN),
        (Outcome.NOT_RELEVANT, Outcome.MISSING, Balance.OPEN),
        (None, Outcome.MISSING, Balance.OPEN),
    ],
)
def test_only_what_is_decided_on_both_sides_is_compared(
    room: Outcome | None, online: Outcome | None, said: Balance
) -> None:
    assert balance(room, online) is said


@pytest.mark.parametrize(
    ("applies", "found"),
    [
        (IN_ROOM, Mode.ROOM),
        (ONLINE, Mode.ONLINE),
        (AnyOf(any=(Comparison(fact="polls", one_of=("yes",)), ONLINE)), None),
        (None, None),
    ],
)
def test_a_side_is_where_an_item_can_apply(applies: AnyOf | Comparison | None, found: Mode | None) -> None:
    assert mode(HERE.model_copy(update={"applies": applies})) is found


def test_the_shipped_pairs_are_all_found_in_a_hybrid_session_that_offers_everything(catalogue: Catalogue) -> None:
    facts: dict[str, FactValue] = {"format": "hybrid", "captions": "human", "interpretation": "yes"}
    held = Assessment(session=SESSION, revision=1, facts=told(facts))
    found = parity(catalogue, judge_all(catalogue, held, AT))
    assert {pair.room.item.id for pair in found} | {pair.online.item.id for pair in found} == {
        one.id for one in catalogue.items if one.parity
    }
