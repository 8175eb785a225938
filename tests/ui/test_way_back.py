"""From an item to the fact it asks for, and back to the item."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QRadioButton, QScrollArea
from pytestqt.qtbot import QtBot

from accesscheck.ui.place import SESSION, WALK, FactOf
from accesscheck.ui.window import MainWindow

from .windows import control, press

ITEM, FACT = "interpretation.announced", "interpretation"


@pytest.fixture
def told(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """The window at a fact that an item asked for."""
    window.desk.new()
    window.desk.go(WALK, ITEM)
    window.desk.go(SESSION, FactOf(FACT, ITEM))
    qtbot.waitUntil(control(window, "session.back", QPushButton).isVisible)
    return window


def in_focus() -> str:
    focus = QApplication.focusWidget()
    return "" if focus is None else focus.objectName()


def test_the_fact_has_the_focus(told: MainWindow) -> None:
    assert in_focus().startswith("interpretation.")


def test_a_button_after_the_fact_leads_back_to_the_item(told: MainWindow) -> None:
    press(told, "session.back")
    assert told.place.place_id == WALK
    assert in_focus().startswith(f"{ITEM}.answer")


def test_the_button_is_the_next_stop_after_the_fact(told: MainWindow) -> None:
    focus = QApplication.focusWidget()
    assert isinstance(focus, QRadioButton)
    QTest.keyClick(focus, Qt.Key.Key_Tab)
    assert in_focus() == "session.back"


def test_alt_left_leads_back_too(told: MainWindow) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert told.place.place_id == WALK
    assert in_focus().startswith(f"{ITEM}.answer")


def test_back_at_an_item_that_does_not_apply_any_more_the_focus_is_at_its_reason(told: MainWindow) -> None:
    control(told, "interpretation.no", QRadioButton).setChecked(True)
    press(told, "session.back")
    assert in_focus() == "walk.left-out"


def test_the_button_is_seen_as_well_as_the_fact(told: MainWindow, qtbot: QtBot) -> None:
    area = control(told, "session.scroll", QScrollArea)
    button = control(told, "session.back", QPushButton)

    def seen() -> bool:
        return area.viewport().rect().contains(QRect(button.mapTo(area.viewport(), QPoint(0, 0)), button.size()))

    qtbot.waitUntil(seen)


def test_whoever_comes_another_way_is_offered_no_way_back(told: MainWindow) -> None:
    told.desk.go(WALK)
    told.desk.go(SESSION)
    assert not control(told, "session.back", QPushButton).isVisible()
