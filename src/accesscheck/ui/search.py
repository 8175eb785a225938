"""Search over all items and facts: typing narrows the list, Enter goes there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QDialog, QListWidget, QListWidgetItem, QWidget

from accesscheck.language.facts import LABELS, label
from accesscheck.language.items import field, statement
from accesscheck.language.terms import CHECKLISTS
from accesscheck.language.words import Words
from accesscheck.rules.view import View

from . import forms
from .desk import Desk
from .place import SESSION, WALK

_MOVING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


@dataclass(frozen=True, slots=True)
class Found:
    """Something to go to: where it is, how it reads, and all the words it is found by."""

    place: str
    target: str
    shown: str
    searched: str


def everything(view: View, words: Words) -> Iterator[Found]:
    """All items and facts in reading order."""
    for item in view.catalogue.items:
        said = statement(item, view.score.stage, words)
        where = words.text(CHECKLISTS[item.checklist])
        shown = words.text("{checklist}: {statement}", checklist=where, statement=said)
        yield Found(WALK, item.id, shown, f"{shown} {field(item, 'why', words)} {item.id}".casefold())
    for fact in LABELS:
        shown = words.text("Session: {fact}", fact=label(fact, words))
        yield Found(SESSION, fact, shown, f"{shown} {fact}".casefold())


def matching(found: tuple[Found, ...], typed: str) -> tuple[Found, ...]:
    """Those that hold every word typed; those that show the whole of it first."""
    text = typed.casefold().strip()
    parts = text.split()
    hits = [one for one in found if all(part in one.searched for part in parts)]
    return tuple(sorted(hits, key=lambda one: text not in one.shown.casefold()))


def search(desk: Desk, parent: QWidget) -> None:
    """Let a person search, and go to what was chosen."""
    dialog = SearchDialog(desk, parent)
    taken, chosen = dialog.exec(), dialog.chosen
    dialog.deleteLater()
    if taken and chosen is not None:
        desk.go(chosen.place, chosen.target)


class SearchDialog(QDialog):
    """A field and a list; arrow keys in the field move through the list."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        words = desk.words
        self.setObjectName("search")
        self.setWindowTitle(words.text("Search"))
        self.chosen: Found | None = None
        self._words = words
        self._all = tuple(everything(desk.view(), words))
        self._hits: tuple[Found, ...] = ()
        hint = words.text("Words of an item or a fact. Enter goes there.")
        self.field = forms.line_edit(self, "search.text", words.text("Search for"), hint)
        self._count = forms.text(self, "search.count", quiet=True)
        self.list = self._make_list()
        self._close = forms.button(self, "search.close", words.text("Close"))
        column = forms.column(self, margin=2 * forms.GRID)
        for widget in (self.field, self._count, self.list, self._close):
            column.addWidget(widget)
        self.resize(640, 480)
        self._listen()
        self._typed("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys that move, typed in the field, move in the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _MOVING:
            self.list.event(event)
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self._close.hasFocus():
            self._take()
            return
        super().keyPressEvent(event)

    def _make_list(self) -> QListWidget:
        made = QListWidget(self)
        made.setObjectName("search.list")
        made.setAccessibleName(self._words.text("Found"))
        made.setWordWrap(True)
        made.setSpacing(forms.GRID // 2)
        made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        return made

    def _listen(self) -> None:
        self.field.control.installEventFilter(self)
        self.field.control.textChanged.connect(self._typed)
        self.list.itemActivated.connect(self._take)
        self._close.clicked.connect(self.reject)

    def _typed(self, typed: str) -> None:
        self._hits = matching(self._all, typed)
        self.list.clear()
        for one in self._hits:
            self.list.addItem(QListWidgetItem(one.shown))
        self.list.setCurrentRow(0 if self._hits else -1)
        self._count.setText(self._words.plural("{count} found", "{count} found", len(self._hits)))

    def _take(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._hits):
            self.chosen = self._hits[row]
            self.accept()
