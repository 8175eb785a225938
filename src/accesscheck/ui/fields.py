"""A control with its label, its explanation and, when something does not fit, the sentence that says so."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGroupBox, QHBoxLayout, QVBoxLayout, QWidget

from .controls import TARGET, LinkButton, ProblemText, QuietText, Radio, Text, Wrapped
from .flow import FlowLayout

Control = TypeVar("Control", bound=QWidget)


class Field(QWidget, Generic[Control]):
    """One control with the texts around it. `control` is the widget; data hangs on its own signals."""

    def __init__(self, parent: QWidget, name: str, control: Control, label: str, description: str) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}.field")
        self.control = control
        self.kept: str | None = None
        """The text that was kept when it was last shown."""
        self.label = Wrapped(label, self)
        self.label.setObjectName(f"{name}.label")
        self._described = description
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.label)
        if description:
            self.explanation = QuietText(description, self)
            layout.addWidget(self.explanation)
        self._place(control, name, label)
        self.problem = ProblemText("", self)
        self.problem.setObjectName(f"{name}.problem")
        self.problem.hide()
        layout.addWidget(self.problem)

    def _place(self, control: Control, name: str, label: str) -> None:
        control.setParent(self)
        control.setObjectName(name)
        control.setMinimumHeight(TARGET)
        control.setAccessibleName(label.replace("&", ""))
        control.setAccessibleDescription(self._described)
        self.label.setBuddy(control)
        layout = self.layout()
        if layout is not None:
            layout.addWidget(control)

    def put_beside(self, widget: QWidget) -> None:
        """Let a widget stand right after the control, in line with it."""
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            line = QHBoxLayout()
            line.setSpacing(8)
            at = layout.indexOf(self.control)
            layout.removeWidget(self.control)
            line.addWidget(self.control, 1)
            line.addWidget(widget)
            layout.insertLayout(at, line)
            self.problem.raise_()  # readers follow the order of the children

    def refuse(self, sentence: str) -> None:
        """Say beside the control why its content is not taken."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        self.control.setAccessibleDescription(" ".join(part for part in (sentence, self._described) if part))

    def accept(self) -> None:
        """Nothing is wrong with it any more."""
        self.refuse("")


class RadioGroup(QGroupBox):
    """A question with one answer of several, named once: no title, for readers would repeat it at each arrow key.

    `chosen` gives the value, "" when the answer was cleared; it is silent while `set_value` shows one.
    """

    chosen = Signal(str)

    def __init__(
        self, parent: QWidget, name: str, question: str, options: Iterable[tuple[str, str]], clear: str = ""
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(question)
        self.setFlat(True)
        self.question = Text(question, self)
        self.row = QWidget(self)
        self.buttons = QButtonGroup(self)
        self.radios: dict[str, Radio] = {}
        self._flow = FlowLayout(self.row, gap=16, down=0)
        for value, words in options:
            self._add(name, value, words)
        self._clear = self._clearer(name, clear) if clear else None
        self._arrange()
        self.buttons.idToggled.connect(self._told)

    def value(self) -> str:
        """The chosen value, empty when none is."""
        return next((value for value, radio in self.radios.items() if radio.isChecked()), "")

    def set_value(self, value: str) -> None:
        """Show an answer, "" for none, without telling anybody."""
        self.buttons.blockSignals(True)
        self.buttons.setExclusive(False)
        for held, radio in self.radios.items():
            radio.setChecked(held == value)
        self.buttons.setExclusive(True)
        self.buttons.blockSignals(False)
        self._show_clearer()

    def clear(self) -> None:
        """Take the answer back, and say so; focus stays in the group."""
        if self.value():
            first = next(iter(self.radios.values()))
            self.set_value("")
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            self.chosen.emit("")

    def explain(self, words: str) -> None:
        """Put an explanation between question and answers."""
        layout = self.layout()
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget(1, QuietText(words, self))
            self.row.raise_()

    def stop(self) -> QWidget:
        """Where the Tab key stops: the chosen answer, or the first."""
        return self.radios.get(self.value()) or next(iter(self.radios.values()))

    def _add(self, name: str, value: str, words: str) -> None:
        radio = Radio(words, self.row)
        radio.setObjectName(f"{name}.{value}")
        radio.setMinimumHeight(TARGET)
        self.buttons.addButton(radio, len(self.radios))
        self.radios[value] = radio
        self._flow.addWidget(radio)

    def _clearer(self, name: str, words: str) -> LinkButton:
        button = LinkButton(words, self.row)
        button.setObjectName(f"{name}.clear")
        button.setMinimumHeight(TARGET)
        stays = button.sizePolicy()
        stays.setRetainSizeWhenHidden(True)  # answering moves nothing under the pointer
        button.setSizePolicy(stays)
        button.clicked.connect(self.clear)
        self._flow.addWidget(button)
        return button

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)  # the ring around what is in focus strikes nothing through
        layout.addWidget(self.question)
        layout.addWidget(self.row)
        self._show_clearer()

    def _show_clearer(self) -> None:
        if self._clear is not None:
            self._clear.setVisible(bool(self.value()))

    def _told(self, index: int, checked: bool) -> None:
        if checked:
            self._show_clearer()
            self.chosen.emit(list(self.radios)[index])
