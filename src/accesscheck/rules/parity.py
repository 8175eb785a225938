"""Hybrid parity: for each pair of twins how it stands online and in the room, and which side is worse off."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from accesscheck.model.catalogue import Catalogue, Item
from accesscheck.model.parity import Balance, Mode, Pair, Side
from accesscheck.model.profile import Fact, words
from accesscheck.model.terms import Outcome

from .applicability import holds
from .judging import Judged, Judgement

_RANK = {Outcome.MISSING: 0, Outcome.PARTLY: 1, Outcome.MET: 2}
"""Outcomes that can be compared: what is not known is neither better nor worse."""

_NEVER = datetime(2000, 1, 1, tzinfo=UTC)


def parity(catalogue: Catalogue, judgement: Judgement) -> tuple[Pair, ...]:
    """The pairs of which both twins apply, or may apply, in catalogue order; none unless the session is hybrid."""
    if words(judgement.situation.facts, "format") != "hybrid":
        return ()
    return tuple(_pairs(catalogue, _sides(judgement)))


def mode(item: Item) -> Mode | None:
    """The side an item belongs to: it never applies to sessions of the other kind. None when it is tied to neither."""
    online, onsite = (_may_apply(item, kind) for kind in ("online", "onsite"))
    if online == onsite:
        return None
    return Mode.ONLINE if online else Mode.ROOM


def balance(room: Outcome | None, online: Outcome | None) -> Balance:
    """Which side is worse off; None is an outcome that comes later."""
    if room not in _RANK or online not in _RANK:
        return Balance.OPEN
    if room is online:
        return Balance.EQUAL
    return Balance.ROOM_WORSE if _RANK[room] < _RANK[online] else Balance.ONLINE_WORSE


def _may_apply(item: Item, kind: str) -> bool:
    facts = {"format": Fact(value=kind, changed=_NEVER)}
    return item.applies is None or holds(item.applies, facts) is not False


def _sides(judgement: Judgement) -> dict[str, Judged | None]:
    """Every item that applies or may apply, None where it comes later."""
    later: dict[str, Judged | None] = dict.fromkeys(item.id for item in judgement.later)
    return later | {one.item.id: one for one in judgement.due}


def _pairs(catalogue: Catalogue, sides: Mapping[str, Judged | None]) -> Iterator[Pair]:
    """Each pair once: found from its twin in the room, set beside the one online."""
    items = {item.id: item for item in catalogue.items}
    for item in items.values():
        twin = items.get(item.parity) if item.parity and item.id in sides else None
        if twin is None or twin.id not in sides or (mode(item), mode(twin)) != (Mode.ROOM, Mode.ONLINE):
            continue
        room, online = _side(item, sides[item.id]), _side(twin, sides[twin.id])
        yield Pair(room, online, balance(room.outcome, online.outcome))


def _side(item: Item, judged: Judged | None) -> Side:
    return Side(item, None) if judged is None else Side(item, judged.outcome, judged.to_test)
