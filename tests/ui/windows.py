"""What the tests of windows do again and again: show one, find a control, type, walk by Tab."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from accesscheck.language.words import Words
from accesscheck.model.catalogue import Catalogue
from accesscheck.model.profile import FactValue
from accesscheck.ui.appearance import Appearance, apply_appearance
from accesscheck.ui.desk import Desk
from accesscheck.ui.window import MainWindow

NOW = datetime(2027, 1, 10, 9, 0, tzinfo=UTC)

Kind = TypeVar("Kind", bound=QWidget)


def make_desk(words: Words, catalogue: Catalogue, settings: Path) -> Desk:
    """A desk on a held clock, with the catalogue that is loaded already."""
    made = Desk(words, settings, lambda: NOW)
    made.__dict__["catalogue"] = catalogue
    return made


def shown(desk: Desk, qtbot: QtBot, look: Appearance | None = None) -> MainWindow:
    """A window of a desk, active."""
    look = look or Appearance()
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    apply_appearance(application, look)
    window = MainWindow(desk, look)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    with qtbot.waitActive(window):
        window.show()
    return window


def control(root: QWidget, name: str, kind: type[Kind]) -> Kind:
    """The widget of that kind and object name."""
    found = root.findChild(kind, name)
    assert isinstance(found, kind), name
    return found


def press(root: QWidget, name: str) -> None:
    """Press a button as the keyboard does."""
    button = control(root, name, QPushButton)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def type_into(root: QWidget, name: str, text: str) -> None:
    """Put a text in place of what stands in a line, key by key."""
    line = control(root, name, QLineEdit)
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text)


def fact(desk: Desk, name: str) -> FactValue | None:
    """What the session holds of a fact."""
    assert desk.session is not None
    held = desk.session.assessment.facts.get(name)
    return None if held is None else held.value


def stops(root: QWidget) -> list[QWidget]:
    """Everything inside `root` the Tab key should stop at."""
    return [
        one
        for one in root.findChildren(QWidget)
        if one.isVisible() and one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def walk(window: QWidget, key: Qt.Key) -> Iterator[QWidget]:
    """The widgets a key leads through, beginning with the one in focus, until it comes round."""
    first = at = QApplication.focusWidget()
    while at is not None:
        yield at
        QTest.keyClick(at, key)
        at = QApplication.focusWidget()
        if at is first:
            return
