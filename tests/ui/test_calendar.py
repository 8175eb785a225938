"""A day chosen from a calendar: by keyboard alone, named, beside the line that can still be typed in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCalendarWidget, QLabel, QLineEdit, QPushButton, QSpinBox, QWidget

from accesscheck.language.words import Words
from accesscheck.ui.day_picker import DayDialog
from accesscheck.ui.place import SESSION
from accesscheck.ui.window import MainWindow

from .windows import control, fact, press, type_into


@pytest.fixture
def session(window: MainWindow) -> MainWindow:
    window.desk.new()
    window.desk.go(SESSION)
    return window


@pytest.fixture
def dialog(window: MainWindow) -> DayDialog:
    made = DayDialog(window, window.desk.words, date(2027, 3, 15))
    made.show()
    assert QTest.qWaitForWindowActive(made)
    return made


def meanwhile(do: Callable[[DayDialog], None]) -> list[str]:
    """Do something with the dialog that is about to open; what was seen comes back."""
    seen: list[str] = []

    def now() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, DayDialog)
        seen.append(dialog.objectName())
        do(dialog)

    QTimer.singleShot(100, now)
    return seen


def grid(dialog: DayDialog) -> QWidget:
    found = dialog.findChild(QWidget, "qt_calendar_calendarview")
    assert isinstance(found, QWidget)
    return found


def test_a_day_is_chosen_with_arrow_keys_and_enter(session: MainWindow) -> None:
    type_into(session, "start.day", "2027-03-15")

    def next_week(dialog: DayDialog) -> None:
        QTest.keyClick(grid(dialog), Qt.Key.Key_Down)
        QTest.keyClick(grid(dialog), Qt.Key.Key_Return)

    seen = meanwhile(next_week)
    press(session, "start.day.calendar")
    assert seen == ["day"]
    assert control(session, "start.day", QLineEdit).text() == "2027-03-22"


def test_a_chosen_day_is_told_like_a_typed_one(session: MainWindow) -> None:
    type_into(session, "start.day", "2027-03-15")
    type_into(session, "start.hour", "10:00")
    type_into(session, "start.city", "Oslo")
    meanwhile(lambda dialog: QTest.keyClick(grid(dialog), Qt.Key.Key_Return))
    press(session, "start.day.calendar")
    assert fact(session.desk, "start") == "2027-03-15T10:00+01:00[Europe/Oslo]"


def test_escape_leaves_the_day_as_it_is(session: MainWindow) -> None:
    type_into(session, "start.day", "2027-03-15")

    def away(dialog: DayDialog) -> None:
        QTest.keyClick(grid(dialog), Qt.Key.Key_Down)
        QTest.keyClick(grid(dialog), Qt.Key.Key_Escape)

    meanwhile(away)
    press(session, "start.day.calendar")
    assert control(session, "start.day", QLineEdit).text() == "2027-03-15"


def test_the_calendar_opens_at_the_day_that_is_typed_in_words(session: MainWindow) -> None:
    type_into(session, "start.day", "14 June 2027")
    opened: list[QDate] = []

    def look(dialog: DayDialog) -> None:
        opened.append(dialog.calendar.selectedDate())
        dialog.reject()

    meanwhile(look)
    press(session, "start.day.calendar")
    assert opened == [QDate(2027, 6, 14)]


def test_the_button_is_named(session: MainWindow) -> None:
    assert control(session, "start.day.calendar", QPushButton).accessibleName() == "Choose from a calendar: Day"


def test_everything_in_the_calendar_is_named(dialog: DayDialog) -> None:
    stops = [
        one for one in dialog.findChildren(QWidget) if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert stops
    assert [one.objectName() for one in stops if not one.accessibleName()] == []


def test_tab_goes_round_in_the_calendar_and_comes_back(dialog: DayDialog) -> None:
    first = QApplication.focusWidget()
    assert first is not None
    seen = []
    for _ in range(12):
        QTest.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
        if seen[-1] is first:
            break
    names = {one.objectName() for one in seen if one is not None}
    assert seen[-1] is first
    assert {"day.take", "day.cancel"} <= names


def test_the_day_in_hand_is_said_in_words(dialog: DayDialog) -> None:
    QTest.keyClick(grid(dialog), Qt.Key.Key_Right)
    assert control(dialog, "day.said", QLabel).text() == "16 March 2027"


def test_weeks_begin_as_the_language_has_it(window: MainWindow, english: Words) -> None:
    calendar = DayDialog(window, english, None).findChild(QCalendarWidget)
    assert calendar is not None
    assert calendar.firstDayOfWeek() is Qt.DayOfWeek.Monday


def test_the_year_is_changed_by_keyboard(dialog: DayDialog) -> None:
    year = dialog.findChild(QSpinBox, "qt_calendar_yearedit")
    assert year is not None
    QTest.keyClick(grid(dialog), Qt.Key.Key_PageDown)
    assert dialog.calendar.selectedDate() == QDate(2027, 4, 15)
