"""When the session starts: a day, an hour and a city, each typed; hours the clocks skip or repeat are asked about."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCompleter, QWidget

from accesscheck.errors import AccessCheckError, HourDoubled, ValueRefused
from accesscheck.language.facts import label
from accesscheck.language.problems import sentence
from accesscheck.language.typed import city_zones, zone_shown, zone_typed
from accesscheck.language.words import Words
from accesscheck.model.moment import parse_start
from accesscheck.model.profile import HOST, UNKNOWN, FactSpec, FactValue

from . import forms
from .controls import LineEdit, ProblemText
from .day_picker import add_calendar
from .fact_editors import Asides, FactEditor
from .fields import Field, RadioGroup
from .typed_days import day_read, hour_read, is_hour

_STAYING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.MenuBarFocusReason)
"""The keyboard comes back by itself."""


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


class StartEditor(FactEditor):
    """Day, hour and city; of an hour that comes twice, which one."""

    def __init__(self, parent: QWidget, spec: FactSpec, words: Words) -> None:
        super().__init__(parent, spec, words)
        self._zones = city_zones()
        self._twice: RadioGroup | None = None
        self._make_fields(words)
        self.problem = ProblemText("", self)
        self.problem.setObjectName("start.problem")
        self.problem.hide()
        self.column.addWidget(self.problem)
        self._asides = Asides(self, spec, words)
        self.column.addWidget(self._asides)
        self._asides.chosen.connect(self._aside_chosen)
        for field in self._fields:
            field.control.textChanged.connect(self._text_changed)
            field.control.installEventFilter(self)

    def written(self) -> str | None:
        """Nothing is told until all three are there; half a start is not yet wrong."""
        if self._asides.value():
            return self._asides.value()
        day, hour, zone = self._parts()
        if not (day and hour and zone):
            return None
        which = self._twice.value() if self._twice is not None else ""
        return " ".join(part for part in (day, hour, which, zone) if part)

    @property
    def begun(self) -> bool:
        """Whether a start is being written that is not whole yet."""
        day, hour, zone = self._parts()
        if not (day and hour and zone):
            return bool(day or hour or zone)
        typing_city = self._city.control.hasFocus() and not self._is_zone(zone)
        return typing_city or (self._hour.control.hasFocus() and hour.isdigit())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What was held back while it was typed is told when the keyboard leaves its field."""
        if isinstance(event, QFocusEvent) and event.lostFocus() and event.reason() not in _STAYING:
            if watched is self._hour.control:
                self._hour.control.setText(self._parts()[1])
            if any(self._parts()):
                self.typed.emit()
        return super().eventFilter(watched, event)

    def show_value(self, value: FactValue | None) -> None:
        aside = str(value) if value in (UNKNOWN, HOST) else ""
        self._asides.set_value(aside)
        self._forget_twice()
        texts = ("", "", "")
        if value is not None and not aside:
            start = parse_start(str(value))
            local = start.local
            texts = (local.strftime("%Y-%m-%d"), local.strftime("%H:%M"), zone_shown(start.zone))
        self._set_texts(texts)

    def refuse(self, error: AccessCheckError) -> None:
        said = sentence(error, self.words)
        day, hour, zone = self._parts()
        wrong = self._hour
        if not _is_day(day):
            wrong, said = self._day, sentence(ValueRefused("start", day[:200], "date"), self.words)
        elif not is_hour(hour):
            said = self.words.text("“{value}” is not an hour. Write it like 10:00.", value=hour[:200])
        elif not self._is_zone(zone):
            wrong = self._city
        self.problem.setText(said)
        self.problem.show()
        wrong.control.setAccessibleDescription(said)
        if isinstance(error, HourDoubled) and self._twice is None:
            self._ask_which(error.offsets)

    def accept(self) -> None:
        self.problem.hide()
        for field in self._fields:
            field.control.setAccessibleDescription("")

    def first(self) -> QWidget:
        return self._day.control

    def _parts(self) -> tuple[str, str, str]:
        """Day, hour and time zone as they are read; what cannot be read is as it was typed."""
        day, hour, city = (field.control.text().strip() for field in self._fields)
        whole = not self._hour.control.hasFocus()
        return day_read(day, self.words.language), hour_read(hour, whole), zone_typed(city)

    def _is_zone(self, zone: str) -> bool:
        return zone == "UTC" or zone in self._zones.values()

    def _make_fields(self, words: Words) -> None:
        title = forms.text(self, "start.title", label("start", words))
        self.column.addWidget(title)
        about = words.text(
            "Deadlines are counted back from it. Day like 2027-03-15, hour like 10:00 on the host's clock."
        )
        self.column.addWidget(forms.text(self, "start.about", about, quiet=True))
        box = QWidget(self)
        row = forms.flow(box, gap=16)
        self._day = self._field(box, "start.day", words.text("Day"), 140)
        self._hour = self._field(box, "start.hour", words.text("Hour"), 100)
        self._city = self._field(box, "start.city", words.text("Time zone: type a city"), 260)
        self._fields: tuple[Field[LineEdit], ...] = (self._day, self._hour, self._city)
        add_calendar(self._day, words)
        for field in self._fields:
            row.addWidget(field)
        self.column.addWidget(box)
        completer = QCompleter(sorted(map(zone_shown, set(self._zones.values()))), self._city.control)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._city.control.setCompleter(completer)

    def _field(self, box: QWidget, name: str, said: str, width: int) -> Field[LineEdit]:
        field = forms.line_edit(box, name, said)
        field.control.setMinimumWidth(width)
        return field

    def _ask_which(self, offsets: tuple[str, ...]) -> None:
        """An hour that comes twice: the first is before the clocks go back."""
        first, second = offsets
        options = (
            (first, self.words.text("The first one (UTC{offset})", offset=first)),
            (second, self.words.text("The second one (UTC{offset})", offset=second)),
        )
        self._twice = forms.radio_group(self, "start.twice", self.words.text("Which of the two hours?"), options)
        self._twice.chosen.connect(self.typed)
        self.column.insertWidget(self.column.indexOf(self._asides), self._twice)

    def _forget_twice(self) -> None:
        if self._twice is not None:
            self.column.removeWidget(self._twice)
            self._twice.deleteLater()
            self._twice = None

    def _text_changed(self, text: str) -> None:
        self._forget_twice()
        if text:
            self._asides.set_value("")
        self.typed.emit()

    def _aside_chosen(self) -> None:
        if self._asides.value():
            self._forget_twice()
            self._set_texts(("", "", ""))
        self.typed.emit()

    def _set_texts(self, texts: tuple[str, str, str]) -> None:
        for field, text in zip(self._fields, texts, strict=True):
            field.control.blockSignals(True)
            field.control.setText(text)
            field.control.blockSignals(False)
