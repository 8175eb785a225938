"""Forget history: asked first, done in the file, and nothing that stands is lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox

from accesscheck.ui.window import MainWindow

from .windows import control, fact, type_into


@pytest.fixture
def session(window: MainWindow) -> MainWindow:
    window.desk.new()
    type_into(window, "minutes", "90")
    return window


def forget(window: MainWindow, button: str) -> None:
    """Choose it from the menu, and answer what is asked then."""

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        next(one for one in box.buttons() if one.text() == button).click()

    QTimer.singleShot(100, answer)
    found = window.findChild(QAction, "action.forget")
    assert found is not None
    found.trigger()


def can_undo(window: MainWindow) -> bool:
    assert window.desk.session is not None
    return window.desk.session.document.can_undo


def test_agreed_the_history_is_gone_and_the_facts_stay(session: MainWindow) -> None:
    forget(session, "Forget the history")
    assert not can_undo(session)
    assert fact(session.desk, "minutes") == 90


def test_that_it_is_done_is_said(session: MainWindow) -> None:
    forget(session, "Forget the history")
    assert control(session, "toast", QLabel).text().startswith("The history is forgotten.")


def test_who_thinks_better_of_it_keeps_it(session: MainWindow) -> None:
    forget(session, "Keep it")
    assert can_undo(session)
