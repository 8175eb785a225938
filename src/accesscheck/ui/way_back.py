"""The way from a fact back to the item that asked for it: a button right after the fact, and a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from . import forms
from .place import WALK

if TYPE_CHECKING:
    from .desk import Desk

_KEY = "Alt+Left"


class WayBack:
    """One button that stands where the fact is; without an item to go back to it is hidden and the key does nothing."""

    def __init__(self, page: QWidget, desk: Desk) -> None:
        self._page, self._desk = page, desk
        self._item: str | None = None
        said = desk.words.text("Back to the item")
        self.button = forms.button(page, "session.back", said, desk.words.text("Alt+Left"))
        self.button.setToolTip(desk.words.text("Alt+Left"))
        self.button.hide()
        self.button.clicked.connect(self._go)
        shortcut = QShortcut(QKeySequence(_KEY), page)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._go)

    def offer(self, item: str, column: QVBoxLayout) -> None:
        """Lead back to the item, from the end of the column of its fact."""
        self._item = item
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeading)
        self.button.raise_()
        self.button.show()

    def drop(self) -> None:
        """There is nothing to go back to any more."""
        self._item = None
        self.button.hide()

    def _go(self) -> None:
        if self._item is not None:
            self._desk.go(WALK, self._item)
