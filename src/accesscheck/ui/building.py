"""The places by their ids; each module is read on the first visit, not before."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from .desk import Desk
from .place import EXPORT, SESSION, SUMMARY, WALK, Place
from .start import StartPage


def build_place(place: str, desk: Desk, parent: QWidget) -> Place:
    """A place by its id; its module is read now, not before."""
    if place == SESSION:
        from .session_page import SessionPage

        return SessionPage(desk, parent)
    if place == WALK:
        from .walk_page import WalkPage

        return WalkPage(desk, parent)
    if place == SUMMARY:
        from .summary_page import SummaryPage

        return SummaryPage(desk, parent)
    if place == EXPORT:
        from .export_page import ExportPage

        return ExportPage(desk, parent)
    return StartPage(desk, parent)
