"""A day chosen from a calendar, by keyboard or pointer, beside a line in which it can still be typed."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QColor, QPalette, QTextCharFormat
from PySide6.QtWidgets import QAbstractButton, QCalendarWidget, QDialog, QSpinBox, QTableView, QWidget

from . import forms
from .controls import TARGET
from .theme import colours_of
from .typed_days import day_read

if TYPE_CHECKING:
    from accesscheck.language.words import Words

    from .controls import LineEdit
    from .fields import Field

_LOCALES = {"en": "en_GB"}
"""Weeks and names of days as the words have them: British English."""

_IN_ORDER = ("qt_calendar_prevmonth", "qt_calendar_monthbutton", "qt_calendar_yearbutton", "qt_calendar_nextmonth")
"""As they are seen; Qt's own order jumps."""


class DayDialog(QDialog):
    """A month at a time: arrow keys go through days, PageUp and PageDown through months, Enter takes the day."""

    def __init__(self, parent: QWidget, words: Words, day: date | None) -> None:
        super().__init__(parent)
        self.setObjectName("day")
        self.setWindowTitle(words.text("Choose a day"))
        self._words = words
        self.calendar = QCalendarWidget(self)
        self.calendar.setObjectName("day.calendar")
        self.calendar.setAccessibleName(words.text("Calendar"))
        self._set_up(day)
        self._name(words)
        self._said = forms.toast(self, "day.said")
        foot = QWidget(self)
        take = forms.button(foot, "day.take", words.text("Take this day"), primary=True)
        cancel = forms.button(foot, "day.cancel", words.text("Leave it as it is"))
        take.clicked.connect(self.accept)
        cancel.clicked.connect(self.reject)
        row = forms.flow(foot)
        for button in (take, cancel):
            row.addWidget(button)
        hint = words.text("Arrow keys: another day. Page up and page down: another month. Enter: take it.")
        column = forms.column(self, margin=16)
        for widget in (self.calendar, self._said, forms.text(self, "day.keys", hint, quiet=True), foot):
            column.addWidget(widget)
        self.calendar.activated.connect(self.accept)
        self.calendar.selectionChanged.connect(self._say)
        self._say()
        self._grid().setFocus()

    def day(self) -> date:
        """The day in hand."""
        chosen = self.calendar.selectedDate()
        return date(chosen.year(), chosen.month(), chosen.day())

    def _set_up(self, day: date | None) -> None:
        calendar, language = self.calendar, self._words.language
        calendar.setLocale(QLocale(_LOCALES.get(language, language)))
        calendar.setFirstDayOfWeek(calendar.locale().firstDayOfWeek())
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setMinimumDate(QDate(2000, 1, 1))
        calendar.setMaximumDate(QDate(2199, 12, 31))
        for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(weekday, QTextCharFormat())  # no red: the colours are the palette's
        calendar.setMinimumHeight(9 * TARGET)
        colours, palette = colours_of(self.palette()), self._grid().palette()
        palette.setColor(QPalette.ColorRole.Highlight, QColor(colours.accent))
        palette.setColor(QPalette.ColorRole.HighlightedText, QColor(colours.on_accent))
        self._grid().setPalette(palette)  # the day in hand is to be seen at once
        if day is not None:
            calendar.setSelectedDate(QDate(day.year, day.month, day.day))

    def _name(self, words: Words) -> None:
        """Qt leaves the calendar's own parts nameless."""
        names = {
            "qt_calendar_prevmonth": words.text("Month before"),
            "qt_calendar_nextmonth": words.text("Next month"),
            "qt_calendar_monthbutton": words.text("Month"),
            "qt_calendar_yearbutton": words.text("Year"),
            "qt_calendar_yearedit": words.text("Year"),
            "qt_calendar_calendarview": words.text("Days of the month"),
        }
        for kind in (QAbstractButton, QSpinBox, QTableView):
            for part in self.calendar.findChildren(kind):
                part.setAccessibleName(names.get(part.objectName(), ""))
        self._grid().setTabKeyNavigation(False)
        found = {one.objectName(): one for one in self.calendar.findChildren(QAbstractButton)}
        buttons = [found[name] for name in _IN_ORDER]
        for button in buttons:
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for one, after in pairwise([*buttons, self._grid()]):
            QWidget.setTabOrder(one, after)

    def _grid(self) -> QTableView:
        return self.calendar.findChildren(QTableView)[0]

    def _say(self) -> None:
        self._said.say(self._words.date(self.day()))


def add_calendar(field: Field[LineEdit], words: Words) -> None:
    """Put a button beside a line for a day that opens the calendar; the day comes into the line as if typed."""
    name = words.text("Choose from a calendar: {field}", field=field.label.text())
    button = forms.icon_button(field, f"{field.control.objectName()}.calendar", "calendar", name)

    def choose() -> None:
        dialog = DayDialog(field.window(), words, _day_typed(field.control.text(), words))
        if dialog.exec():
            field.control.setText(dialog.day().isoformat())
        dialog.deleteLater()

    button.clicked.connect(choose)
    field.put_beside(button)


def _day_typed(typed: str, words: Words) -> date | None:
    try:
        return date.fromisoformat(day_read(typed, words.language))
    except ValueError:
        return None
