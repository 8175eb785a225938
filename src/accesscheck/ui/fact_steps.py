"""Facts that are asked together, and steps that stay folded until somebody wants them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from accesscheck.model.profile import FactSpec

from . import forms
from .fact_editors import fact_editor

if TYPE_CHECKING:
    from accesscheck.language.words import Words
    from accesscheck.rules.view import View

    from .telling import Telling


class FactStep(QWidget):
    """Some facts beneath each other."""

    def __init__(self, parent: QWidget, specs: Sequence[FactSpec], words: Words, telling: Telling) -> None:
        super().__init__(parent)
        self._column = forms.column(self, gap=20)
        for spec in specs:
            editor = fact_editor(self, spec, words)
            telling.listen(editor)
            self._column.addWidget(editor)

    def add(self, part: QWidget) -> None:
        """Another question after them."""
        self._column.addWidget(part)


class FoldedStep(QWidget):
    """A step that says how much of it is told, and shows its facts when it is unfolded; built only then."""

    unfolded = Signal()

    def __init__(
        self, parent: QWidget, name: str, title: str, specs: Sequence[FactSpec], words: Words, telling: Telling
    ) -> None:
        super().__init__(parent)
        self._title, self._specs, self._words, self._telling = title, specs, words, telling
        self._facts: FactStep | None = None
        self._column = forms.column(self, gap=16)
        self._head = forms.button(self, name, title)
        self._head.setCheckable(True)
        self._head.toggled.connect(self._toggled)
        self._column.addWidget(self._head, 0, Qt.AlignmentFlag.AlignLeading)

    def unfold(self) -> None:
        """Show the facts."""
        self._head.setChecked(True)

    def refresh(self, view: View) -> None:
        """Say how much is told."""
        words, held = self._words, view.assessment.facts
        told = sum(1 for spec in self._specs if spec.id in held)
        sign = "▾" if self._head.isChecked() else "▸"
        said = words.text("{done} of {total} told", done=told, total=len(self._specs))
        self._head.setText(f"{sign}  {self._title} · {said}")
        state = words.text("shown") if self._head.isChecked() else words.text("folded")
        self._head.setAccessibleName(f"{self._title}, {said}, {state}")

    def _toggled(self, on: bool) -> None:
        if on and self._facts is None:
            self._facts = FactStep(self, self._specs, self._words, self._telling)
            self._column.addWidget(self._facts)
        if self._facts is not None:
            self._facts.setVisible(on)
        self.unfolded.emit()
