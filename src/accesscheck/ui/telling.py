"""Takes what stands in the editors of facts into the session, as soon as it is a fact, and shows what is there."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from accesscheck.errors import AccessCheckError
from accesscheck.operations.session import OpenSession, set_fact
from accesscheck.rules.facts import read_fact

from .fact_editors import FactEditor
from .fact_start import StartEditor

if TYPE_CHECKING:
    from accesscheck.model.profile import FactValue
    from accesscheck.rules.view import View

    from .desk import Desk

_PATIENCE = 600
"""Milliseconds without a key after which it is said that something does not fit."""


class Telling(QObject):
    """Between the editors and the session."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._editors: dict[str, FactEditor] = {}
        self._shown: dict[str, FactValue | None] = {}
        self._refused: dict[str, AccessCheckError] = {}
        self._same_step = ""
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._patience.timeout.connect(self._say_refused)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)

    def listen(self, editor: FactEditor) -> None:
        """Take in what is told there from now on."""
        self._editors[editor.spec.id] = editor
        editor.typed.connect(lambda: self._typed(editor))

    def editor(self, fact: str) -> FactEditor | None:
        """The editor of a fact, None while its step is folded."""
        return self._editors.get(fact)

    def refresh(self, view: View) -> None:
        """Show what others changed (undo, another place); what is being typed stays as it is."""
        for fact, editor in self._editors.items():
            held = view.assessment.facts.get(fact)
            value = held.value if held is not None else None
            if fact not in self._shown or self._shown[fact] != value:
                self._shown[fact] = value
                self._refused.pop(fact, None)
                editor.accept()
                editor.show_value(value)

    def _typed(self, editor: FactEditor) -> None:
        fact, written = editor.spec.id, editor.written()
        if isinstance(editor, StartEditor) and editor.begun:
            editor.accept()
            return
        error = self._tell(fact, written)
        if error is None:
            self._refused.pop(fact, None)
            editor.accept()
            self._same_step = fact
        else:
            self._refused[fact] = error
            self._patience.start()

    def _tell(self, fact: str, written: str | None) -> AccessCheckError | None:
        """Keep a fact. What is typed in one go is one step of history."""
        merge = self._same_step == fact

        def step(session: OpenSession, at: datetime) -> None:
            value = None if written is None else read_fact(fact, written)
            self._shown[fact] = value
            set_fact(session, fact, value, at, merge=merge)

        before = self._shown.get(fact)
        error = self._desk.attempt(step)
        if error is not None:
            self._shown[fact] = before
        return error

    def _say_refused(self) -> None:
        for fact, error in self._refused.items():
            self._editors[fact].refuse(error)

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        editor = self._editors.get(self._same_step)
        if editor is not None and new is not None and not editor.isAncestorOf(new):
            self._same_step = ""
        if self._patience.isActive() and old is not None and new is not None:
            self._patience.stop()
            self._say_refused()
