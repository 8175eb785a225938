"""Layouts brought to rest at once, where something is placed by them before the next paint."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

_LAYERS = range(3)
"""Passes until heights that follow from widths have come to rest: a part's, its card's, the page's."""


def lay_out_now() -> None:
    """Do what layouts were asked for and would do with the next event."""
    for _ in _LAYERS:
        QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
