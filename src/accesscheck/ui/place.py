"""What a place of the window is, and what it can be asked to show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from accesscheck.rules.view import View

    from .desk import Desk

START = "start"
SESSION = "session"
WALK = "walk"
SUMMARY = "summary"
EXPORT = "export"
PLACES = (START, SESSION, WALK, SUMMARY, EXPORT)
"""In the order of the keys Ctrl+1 to Ctrl+5."""

STAGE = "stage"
"""Target of Session beside a fact's id and a `FactOf`: the stage the session is judged at."""

NEXT_OPEN = "next-open"
PREVIOUS_OPEN = "previous-open"
"""Targets of Walk beside an item's id and a `Checklist`: the open item after, or before, the one in focus."""


@dataclass(frozen=True, slots=True)
class FactOf:
    """Target of Session: a fact that an item asks for; from there a way leads back to the item."""

    fact: str
    item: str


class Place(QWidget):
    """One place: built on its first visit while a session is open (Start: always), thrown away when the words change.

    The window calls `refresh` when the place is shown and after each change while it is shown, then `show_target`.
    """

    place_id = ""
    checklist: str | None = None
    """The id of the checklist that is shown, on Walk."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setObjectName(self.place_id)

    def show_target(self, target: object) -> bool:
        """Bring what was asked for into view and focus: an item's or fact's id, or one of the targets above.

        Whether the focus was put there: while another window is active, nobody else can tell.
        """
        return False

    def refresh(self, view: View) -> None:
        """Show the session as it stands."""

    def leave(self) -> None:
        """End what still runs: the place is about to be thrown away."""
