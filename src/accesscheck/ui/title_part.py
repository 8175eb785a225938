"""The title, asked right after the six facts, with the file the session is kept in and a better name for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from accesscheck.model.profile import FACT_BY_ID
from accesscheck.operations.naming import better_name

from . import forms
from .fact_editors import LineEditor, fact_editor
from .links import SentenceLink

if TYPE_CHECKING:
    from .desk import Desk
    from .telling import Telling

TITLE = "title"


class TitlePart(QWidget):
    """One fact, and the name of the file."""

    def __init__(self, parent: QWidget, desk: Desk, telling: Telling) -> None:
        super().__init__(parent)
        self._desk = desk
        column = forms.column(self)
        self._editor = fact_editor(self, FACT_BY_ID[TITLE], desk.words)
        telling.listen(self._editor)
        if isinstance(self._editor, LineEditor):
            self._editor.asides.hide()  # whoever has no title yet leaves it empty; nobody else knows it
        self._file = forms.text(self, "title.file", quiet=True)
        column.addWidget(self._editor)
        column.addWidget(self._file)
        self._rename = SentenceLink(self, "title.rename", "")
        self._rename.clicked.connect(self._name)
        column.addWidget(self._rename)

    def refresh(self) -> None:
        """Show what the file is called, and what it could be called."""
        session, words = self._desk.session, self._desk.words
        if session is None:
            return
        name = session.document.path.name
        self._file.setText(words.text("This session is kept in the file “{name}”.", name=name))
        better = better_name(session)
        if better is not None:
            self._rename.say(words.text("Call the file “{name}”", name=better.name))
        self._rename.setVisible(better is not None)

    def _name(self) -> None:
        """The button goes with what it did; the keyboard goes back to the title."""
        self._editor.first().setFocus(Qt.FocusReason.OtherFocusReason)
        if self._desk.name_file():
            self.refresh()
            self._desk.announced.emit(self._file.text())
