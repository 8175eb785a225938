"""What a fact is told with: one editor for each kind, all with "I don't know" and "The host knows"."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from accesscheck.errors import AccessCheckError
from accesscheck.language.facts import HELP, choice, label, value_words
from accesscheck.language.problems import sentence
from accesscheck.language.words import Words
from accesscheck.model.profile import HOST, UNKNOWN, FactSpec, FactValue, Kind

from . import forms
from .controls import LineEdit
from .fields import Field

NONE = "none"
"""An empty list, as a person writes it."""

_FEW = 5
"""Up to so many choices stand side by side; more go into a drop-down."""


class FactEditor(QWidget):
    """One fact. `typed` says that something else stands here now; `written` is it, as `read_fact` reads it."""

    typed = Signal()

    def __init__(self, parent: QWidget, spec: FactSpec, words: Words) -> None:
        super().__init__(parent)
        self.setObjectName(f"{spec.id}.editor")
        self.spec = spec
        self.words = words
        self.column = forms.column(self, gap=4)

    def written(self) -> str | None:
        """What a person wrote; None while nothing is told."""
        raise NotImplementedError

    def show_value(self, value: FactValue | None) -> None:
        """Show a value without telling anybody."""
        raise NotImplementedError

    def refuse(self, error: AccessCheckError) -> None:
        """Say beside the field why what was written is not taken."""

    def accept(self) -> None:
        """Nothing is wrong any more."""

    def first(self) -> QWidget:
        """The control that takes the focus."""
        return self


class Asides(QWidget):
    """The answers that are no value: not known, the host knows, and for lists: none. One at a time, or nothing."""

    chosen = Signal()

    def __init__(self, parent: QWidget, spec: FactSpec, words: Words) -> None:
        super().__init__(parent)
        self._boxes: dict[str, QCheckBox] = {}
        row = forms.flow(self, gap=16)
        for value, said in asides(spec.kind, words):
            box = forms.check_box(self, f"{spec.id}.{value}", said)
            box.setAccessibleName(words.text("{fact}: {value}", fact=label(spec.id, words), value=said))
            box.toggled.connect(lambda on, value=value: self._toggled(value, on))
            self._boxes[value] = box
            row.addWidget(box)

    def value(self) -> str:
        """The one that is ticked, or nothing."""
        return next((value for value, box in self._boxes.items() if box.isChecked()), "")

    def set_value(self, value: str) -> None:
        """Tick one, or none, without telling anybody."""
        for held, box in self._boxes.items():
            box.blockSignals(True)
            box.setChecked(held == value)
            box.blockSignals(False)

    def _toggled(self, value: str, on: bool) -> None:
        if on:
            self.set_value(value)
        self.chosen.emit()


def asides(kind: Kind, words: Words) -> Iterable[tuple[str, str]]:
    """The answers that are no value, with their words."""
    if kind in (Kind.TEXTS, Kind.LANGUAGES, Kind.ZONES):
        yield NONE, words.text("None")
    yield UNKNOWN, words.text("I don't know")
    yield HOST, words.text("The host knows")


class ChoiceEditor(FactEditor):
    """A fact with few answers, side by side."""

    def __init__(self, parent: QWidget, spec: FactSpec, words: Words) -> None:
        super().__init__(parent, spec, words)
        options = [(value, choice(spec.id, value, words)) for value in spec.choices]
        question = label(spec.id, words)
        self.group = forms.radio_group(
            self, spec.id, question, [*options, *asides(spec.kind, words)], words.text("Clear answer")
        )
        if spec.id in HELP:
            self.group.explain(words.text(HELP[spec.id]))
        self.group.chosen.connect(self.typed)
        self.column.addWidget(self.group)

    def written(self) -> str | None:
        return self.group.value() or None

    def show_value(self, value: FactValue | None) -> None:
        self.group.set_value("" if value is None else str(value))

    def first(self) -> QWidget:
        return self.group.stop()


class ListedEditor(FactEditor):
    """A fact with many answers, in a drop-down."""

    def __init__(self, parent: QWidget, spec: FactSpec, words: Words) -> None:
        super().__init__(parent, spec, words)
        options = [(value, choice(spec.id, value, words)) for value in spec.choices]
        every = [("", words.text("Choose…")), *options, *asides(spec.kind, words)]
        self.field = forms.choice_box(self, spec.id, label(spec.id, words), every, _help(spec, words))
        self.field.control.currentIndexChanged.connect(self.typed)
        self.column.addWidget(self.field)

    def written(self) -> str | None:
        return self.field.control.value() or None

    def show_value(self, value: FactValue | None) -> None:
        self.field.control.set_value("" if value is None else str(value))

    def first(self) -> QWidget:
        return self.field.control


class LineEditor(FactEditor):
    """A fact that is typed in one line."""

    def __init__(self, parent: QWidget, spec: FactSpec, words: Words) -> None:
        super().__init__(parent, spec, words)
        made = forms.number_edit if spec.kind is Kind.NUMBER else forms.line_edit
        self.field: Field[LineEdit] = made(self, spec.id, label(spec.id, words), _help(spec, words))
        self.asides = Asides(self, spec, words)
        self.column.addWidget(self.field)
        self.column.addWidget(self.asides)
        self.field.control.textChanged.connect(self._text_changed)
        self.asides.chosen.connect(self._aside_chosen)

    def written(self) -> str | None:
        return self.asides.value() or self.read(self.field.control.text().strip()) or None

    def show_value(self, value: FactValue | None) -> None:
        aside = str(value) if value in (UNKNOWN, HOST) else NONE if value == () else ""
        self.asides.set_value(aside)
        self._set_text("" if value is None or aside else self.shown(value))

    def refuse(self, error: AccessCheckError) -> None:
        self.field.refuse(sentence(error, self.words))

    def accept(self) -> None:
        self.field.accept()

    def first(self) -> QWidget:
        return self.field.control

    def read(self, text: str) -> str:
        """What was typed, as `read_fact` reads it."""
        return text

    def shown(self, value: FactValue) -> str:
        """A value as it is typed."""
        return str(value) if isinstance(value, int | str) else value_words(self.spec.id, value, self.words)

    def _text_changed(self, text: str) -> None:
        if text:
            self.asides.set_value("")
        self.typed.emit()

    def _aside_chosen(self) -> None:
        if self.asides.value():
            self._set_text("")
        self.typed.emit()

    def _set_text(self, text: str) -> None:
        self.field.control.blockSignals(True)
        self.field.control.setText(text)
        self.field.control.blockSignals(False)


def fact_editor(parent: QWidget, spec: FactSpec, words: Words) -> FactEditor:
    """The editor for a fact."""
    from .fact_lists import LanguagesEditor, TextsEditor, ZonesEditor
    from .fact_need import NeedEditor
    from .fact_start import StartEditor

    if spec.kind is Kind.CHOICE:
        return (ChoiceEditor if len(spec.choices) <= _FEW else ListedEditor)(parent, spec, words)
    kinds: dict[Kind, type[FactEditor]] = {
        Kind.START: StartEditor,
        Kind.NEED: NeedEditor,
        Kind.LANGUAGES: LanguagesEditor,
        Kind.ZONES: ZonesEditor,
        Kind.TEXTS: TextsEditor,
    }
    return kinds.get(spec.kind, LineEditor)(parent, spec, words)


def _help(spec: FactSpec, words: Words) -> str:
    return words.text(HELP[spec.id]) if spec.id in HELP else ""
