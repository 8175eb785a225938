"""What participants said of a need: yes, nobody with the day they were asked, not asked; counts, never names."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from accesscheck.errors import AccessCheckError
from accesscheck.language.facts import NEEDS, label
from accesscheck.language.problems import sentence
from accesscheck.language.words import Words
from accesscheck.model.profile import FactSpec, FactValue, Need, NeedAnswer

from . import forms
from .controls import LineEdit
from .day_picker import add_calendar
from .fact_editors import FactEditor, asides
from .fields import Field

COUNTED = frozenset({"need-wheelchair"})
"""Needs of which a quantity follows."""


class NeedEditor(FactEditor):
    """A question with a number behind yes where one is needed, and a day behind nobody."""

    def __init__(self, parent: QWidget, spec: FactSpec, words: Words) -> None:
        super().__init__(parent, spec, words)
        options = [(str(answer), words.text(said)) for answer, said in NEEDS.items()]
        question, clear = label(spec.id, words), words.text("Clear answer")
        self.group = forms.radio_group(self, spec.id, question, [*options, *asides(spec.kind, words)], clear)
        self.number = forms.number_edit(self, f"{spec.id}.number", words.text("How many places?"))
        example = words.text("Without the day it counts as not asked. Example: 2027-02-01")
        self.day = forms.line_edit(self, f"{spec.id}.day", words.text("Day on which participants were asked"), example)
        self.day.control.setMaximumWidth(200)
        add_calendar(self.day, words)
        for part in (self.group, self.number, self.day):
            self.column.addWidget(part)
        self.group.chosen.connect(self._chosen)
        self.number.control.textChanged.connect(self.typed)
        self.day.control.textChanged.connect(self.typed)
        self._offer()

    def written(self) -> str | None:
        answer = self.group.value()
        number, day = self.number.control.text().strip(), self.day.control.text().strip()
        if answer == NeedAnswer.YES and number:
            return f"{answer}:{number}"
        if answer == NeedAnswer.NOBODY and day:
            return f"{answer}:{day}"
        return answer or None

    def show_value(self, value: FactValue | None) -> None:
        need = value if isinstance(value, Need) else None
        answer = need.answer if need is not None else value
        self.group.set_value("" if answer is None else str(answer))
        self._set(self.number, "" if need is None or need.number is None else str(need.number))
        self._set(self.day, "" if need is None or need.asked is None else need.asked.isoformat())
        self._offer()

    def refuse(self, error: AccessCheckError) -> None:
        field = self.number if self.group.value() == NeedAnswer.YES else self.day
        field.refuse(sentence(error, self.words))

    def accept(self) -> None:
        self.number.accept()
        self.day.accept()

    def first(self) -> QWidget:
        return self.group.stop()

    def _chosen(self, answer: str) -> None:
        self._offer()
        self.typed.emit()

    def _offer(self) -> None:
        answer = self.group.value()
        self.number.setVisible(answer == NeedAnswer.YES and self.spec.id in COUNTED)
        self.day.setVisible(answer == NeedAnswer.NOBODY)

    def _set(self, field: Field[LineEdit], text: str) -> None:
        field.control.blockSignals(True)
        field.control.setText(text)
        field.control.blockSignals(False)
