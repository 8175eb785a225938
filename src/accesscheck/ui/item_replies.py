"""How a card gives its answers to the session: at once, and one stay of the focus in a field is one step of history."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from accesscheck.errors import AccessCheckError
from accesscheck.language.problems import sentence
from accesscheck.model.catalogue import Item
from accesscheck.model.terms import Stage
from accesscheck.operations.changes import Reply
from accesscheck.operations.session import OpenSession, give_answer
from accesscheck.rules.stages import host_day

from .desk import Desk


class FocusStay(QObject):
    """Knows the field in which something was changed and which the focus has not left since."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._field: QWidget | None = None
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._moved)

    def holds(self, field: QWidget) -> bool:
        """Whether a change of the field goes on with the one before it."""
        return self._field is field

    def note(self, field: QWidget) -> None:
        """The field was changed: further changes go on with it until the focus leaves."""
        self._field = field if _inside(QApplication.focusWidget(), field) else None

    def end(self) -> None:
        """The next change is a step of its own."""
        self._field = None

    def _moved(self, old: QWidget | None, new: QWidget | None) -> None:
        if self._field is not None and not _inside(new, self._field):
            self._field = None


class Replies:
    """Gives what a card is told to the session, for the statement the card shows."""

    def __init__(self, desk: Desk, stay: FocusStay, item: Item, stage: Stage) -> None:
        self.desk, self.item, self.stage = desk, item, stage
        self._stay = stay

    def today(self) -> date:
        """The day it is for the session: on the host's calendar, once its start is known."""
        return host_day(self.desk.view().assessment.facts, self.desk.now())

    def give(self, field: QWidget, reply: Reply) -> AccessCheckError | None:
        """Answer from a field; what refuses it comes back."""
        merge = self._stay.holds(field)

        def step(session: OpenSession, at: datetime) -> None:
            give_answer(session, self.item.id, reply, at, self.stage, merge=merge)

        error = self.desk.attempt(step)
        if error is None:
            self._stay.note(field)
        return error

    def give_or_say(self, field: QWidget, reply: Reply) -> bool:
        """Answer from a field; False when it was refused, and then it was said why."""
        error = self.give(field, reply)
        if error is not None:
            self.desk.fail(error)
        return error is None

    def sentence(self, error: AccessCheckError) -> str:
        """A refusal in words, to stand beside the field."""
        return sentence(error, self.desk.words)


def _inside(widget: QWidget | None, field: QWidget) -> bool:
    return widget is not None and (widget is field or field.isAncestorOf(widget))
