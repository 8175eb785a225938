"""Beneath the cards: the items that do not apply to the session, and why not, on demand."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from accesscheck.language.facts import label
from accesscheck.language.items import statement
from accesscheck.language.reasons import because_words
from accesscheck.model.because import Because
from accesscheck.model.catalogue import Item
from accesscheck.rules.view import View

from . import forms
from .desk import Desk
from .links import SentenceLink
from .place import SESSION, FactOf


class LeftOut(QWidget):
    """A button that says how many items do not apply here, and unfolds them with their reasons."""

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        super().__init__(parent)
        self._desk = desk
        self._items: tuple[Item, ...] = ()
        self._view: View | None = None
        self.button = forms.button(self, "walk.left-out", "")
        self.button.setCheckable(True)
        self.button.toggled.connect(self._unfold)
        self._list: QWidget | None = None
        forms.column(self).addWidget(self.button)
        self.hide()

    def show_items(self, items: tuple[Item, ...], view: View) -> None:
        """The items of the checklist on show that do not apply."""
        self._items, self._view = items, view
        words = self._desk.words
        said = words.plural("{count} item does not apply here: why", "{count} items do not apply here: why", len(items))
        self.button.setText(said)
        self.button.setAccessibleName(said)
        self._clear()
        self.button.setChecked(False)
        self.setVisible(bool(items))

    def unfold(self) -> None:
        """Show the reasons, and put the focus there."""
        self.button.setChecked(True)
        self.button.setFocus()

    def _unfold(self, wanted: bool) -> None:
        self._clear()
        layout, view = self.layout(), self._view
        if not wanted or layout is None or view is None:
            return
        self._list = QWidget(self)
        column = forms.column(self._list, gap=2 * forms.GRID)
        for item in self._items:
            column.addWidget(self._line(self._list, item, view))
        layout.addWidget(self._list)

    def _clear(self) -> None:
        if self._list is not None:
            self._list.hide()
            self._list.deleteLater()
            self._list = None

    def _line(self, parent: QWidget, item: Item, view: View) -> QWidget:
        words, name = self._desk.words, f"left-out.{item.id}"
        line = QWidget(parent)
        column = forms.column(line, gap=6)  # the ring around the link strikes nothing through
        column.addWidget(forms.text(line, name, statement(item, view.score.stage, words)))
        because = view.why[item.id]
        reason = because_words(because, view.assessment.facts, words)
        column.addWidget(forms.text(line, f"{name}.why", reason, quiet=True))
        fact = deciding_fact(because)
        if fact:
            said = words.text("Change: {fact}", fact=label(fact, words))
            link = SentenceLink(line, f"{name}.change", said)
            link.clicked.connect(lambda: self._desk.go(SESSION, FactOf(fact, item.id)))
            column.addWidget(link)
        return line


def deciding_fact(because: Because) -> str | None:
    """The first of the facts that decided."""
    return because.need or next((test.fact for test, _ in because.comparisons), None)
