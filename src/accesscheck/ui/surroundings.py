"""What stands around the places of a session: verdict above, the way through beside or above, problems between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from . import forms
from .header import Header, ProblemBar
from .navigation import NavigationBox, NavigationList, ways
from .place import WALK

if TYPE_CHECKING:
    from accesscheck.language.words import Words
    from accesscheck.rules.view import View


class Surroundings(QObject):
    """The parts, made together and shown together; `wanted` gives an action's id, `picked` place and checklist."""

    wanted = Signal(str)
    picked = Signal(str, str)

    def __init__(self, above: QWidget, beside: QWidget, words: Words) -> None:
        super().__init__(above)
        title = words.text("Parts of this session")
        self.header = Header(above, words)
        self.problem = ProblemBar(above, words)
        self.above = QWidget(above)
        self.drop_down = NavigationBox(self.above, title)
        edge = forms.column(self.above)
        edge.setContentsMargins(16, 0, 16, 8)
        edge.addWidget(self.drop_down)
        self.beside = QWidget(beside)
        column = forms.column(self.beside, gap=4)
        about = forms.text(self.beside, "navigation.about", words.text("Essentials answered"), quiet=True)
        about.setContentsMargins(14, 8, 14, 0)
        about.setAlignment(Qt.AlignmentFlag.AlignTrailing)
        self.side = NavigationList(self.beside, title)
        column.addWidget(about)
        column.addWidget(self.side, 1)
        self._narrow = False
        self.visible = True
        self.header.wanted.connect(self.wanted)
        self.drop_down.picked.connect(self.picked)
        self.side.picked.connect(self.picked)
        self._below = beside

    def in_reading_order(self) -> None:
        """Readers and the Tab key follow the order of creation: bring it in line with what is seen."""
        for part in (self.header, self.problem, self.above, self._below):
            part.raise_()
        self.beside.lower()

    def refresh(self, view: View, words: Words, place: str, checklist: str) -> None:
        """Show the session as it stands, and which part of it is open."""
        self.header.refresh(view, words)
        found = ways(view, words)
        current = f"{place}/{checklist if place == WALK else ''}"
        self.side.show_ways(found, current)
        self.drop_down.show_ways(found, current)

    def set_narrow(self, narrow: bool) -> None:
        """The way as a drop-down instead of a list."""
        self._narrow = narrow
        self.header.set_narrow(narrow)
        self._show()

    def set_visible(self, visible: bool) -> None:
        """Show or hide all of it: Start stands alone."""
        self.visible = visible
        if not visible:
            self.problem.hide()
        self._show()

    def _show(self) -> None:
        self.header.setVisible(self.visible)
        self.beside.setVisible(self.visible and not self._narrow)
        self.above.setVisible(self.visible and self._narrow)
