"""The two sides of a hybrid session: what is asked of the room, and the same asked of people online."""

from __future__ import annotations

from dataclasses import dataclass

from .catalogue import Item
from .terms import Outcome, Term


class Mode(Term):
    ROOM = "room"
    ONLINE = "online"


class Balance(Term):
    """Which side is worse off; `open` while one side's outcome is not decided, or was declared not relevant."""

    ROOM_WORSE = "room-worse"
    ONLINE_WORSE = "online-worse"
    EQUAL = "equal"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Side:
    """One of two twins; `outcome` None: it comes later."""

    item: Item
    outcome: Outcome | None
    to_test: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    room: Side
    online: Side
    balance: Balance
