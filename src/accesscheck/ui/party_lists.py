"""Whose move it is: for each party what it has to do, to be opened item by item or copied for a message."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from accesscheck.language.items import field
from accesscheck.language.terms import PARTY_TITLES
from accesscheck.language.verdicts import whose_move
from accesscheck.language.words import Words
from accesscheck.model.terms import Party
from accesscheck.rules.planning import Gap, by_party
from accesscheck.rules.view import View

from . import forms
from .deadlines import add_gaps, gap_words
from .desk import Desk
from .fresh import Fresh


class PartyLists(Fresh):
    """A sentence on whose move it is, and a list for each party that has something to do."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent, gap=2 * forms.GRID)
        self._desk = desk
        self.setObjectName("parties")

    def refresh(self, view: View) -> None:
        """Show the lists as the session stands."""
        words = self._desk.words
        lists = {party: gaps for party, gaps in by_party(view.gaps).items() if gaps}
        said = whose_move(view.score, words)
        key = said, tuple(gap_words(gap, view, words) for gap in view.gaps)

        def build(inside: QWidget, column: QVBoxLayout) -> None:
            column.addWidget(forms.text(inside, "parties.move", said))
            for party, gaps in lists.items():
                column.addWidget(_Party(inside, self._desk, party, gaps, view))

        self.show_for(key, build)


class _Party(QWidget):
    """One party: its essentials at once, the rest on demand."""

    def __init__(self, parent: QWidget, desk: Desk, party: Party, gaps: tuple[Gap, ...], view: View) -> None:
        super().__init__(parent)
        self._desk, self._view, self._name = desk, view, f"party.{party}"
        self._gaps = gaps
        self._rest = tuple(gap for gap in gaps if not gap.item.essential)
        essential = tuple(gap for gap in gaps if gap.item.essential)
        self._column = forms.column(self)
        self._title = desk.words.text(PARTY_TITLES[party])
        self._column.addWidget(forms.heading(self, f"{self._name}.title", self._title, level=2))
        add_gaps(self._column, desk, essential, view, self._name, party=False)
        self._buttons()
        self._more: QWidget | None = None

    def _buttons(self) -> None:
        words = self._desk.words
        row = QWidget(self)
        flow = forms.flow(row)
        if self._rest:
            said = words.plural("{count} more item", "{count} more items", len(self._rest))
            more = forms.button(row, f"{self._name}.more", said)
            more.setCheckable(True)
            more.toggled.connect(self._unfold)
            flow.addWidget(more)
        copy = forms.button(row, f"{self._name}.copy", words.text("Copy this list"))
        copy.setAccessibleName(words.text("Copy this list: {party}", party=self._title))
        copy.clicked.connect(self._copy)
        flow.addWidget(copy)
        self._column.addWidget(row)

    def _unfold(self, wanted: bool) -> None:
        if self._more is None:
            self._more = QWidget(self)
            add_gaps(forms.column(self._more), self._desk, self._rest, self._view, self._name, party=False)
            self._column.addWidget(self._more)
        self._more.setVisible(wanted)

    def _copy(self) -> None:
        words = self._desk.words
        QGuiApplication.clipboard().setText(list_text(self._title, self._gaps, self._view, words))
        self._desk.announced.emit(words.text("The list was copied."))


def list_text(title: str, gaps: tuple[Gap, ...], view: View, words: Words) -> str:
    """A party's list as plain text for a message: until when, what, and what to do."""
    lines = [title, ""]
    for gap in gaps:
        when, what = gap_words(gap, view, words, party=False)
        lines.append(words.text("- {when}: {what}", when=when, what=what))
        if gap.remedy is not None:  # after the session there is nothing left to do
            lines.append(f"  {field(gap.item, gap.remedy, words)}")
    return "\n".join(lines) + "\n"
