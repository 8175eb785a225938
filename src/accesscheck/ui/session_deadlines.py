"""The next five deadlines, beside the facts they follow from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from accesscheck.language.items import statement
from accesscheck.language.terms import PARTIES
from accesscheck.rules.planning import Gap, deadlines

from . import forms
from .links import SentenceLink
from .place import WALK

if TYPE_CHECKING:
    from accesscheck.rules.view import View

    from .desk import Desk

NEXT = 5


class NextDeadlines(QFrame):
    """The open items whose last day comes first, each a link to its item."""

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setObjectName("deadlines")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(self.backgroundRole().Base)
        column = forms.column(self, gap=8, margin=16)
        column.addWidget(forms.heading(self, "deadlines.title", desk.words.text("The next deadlines"), level=2))
        self._list = QWidget(self)
        column.addWidget(self._list)
        self._shown: tuple[Gap, ...] | None = None

    def refresh(self, view: View) -> None:
        """Show the deadlines as they stand; nothing is built anew while they are the same."""
        found = deadlines(view.judgement)[:NEXT]
        if found == self._shown and view.span is not None:
            return
        self._shown = found
        fresh = QWidget(self)
        column = forms.column(fresh, gap=12)
        for at, gap in enumerate(found):
            self._add(fresh, column, at, gap, view)
        if not found:
            column.addWidget(forms.text(fresh, "deadlines.none", self._nothing(view), quiet=True))
        self._put(fresh)

    def _put(self, fresh: QWidget) -> None:
        layout = self.layout()
        if layout is not None:
            layout.replaceWidget(self._list, fresh)
        self._list.deleteLater()
        self._list = fresh
        fresh.show()

    def _add(self, parent: QWidget, column: QVBoxLayout, at: int, gap: Gap, view: View) -> None:
        words = self._desk.words
        said = statement(gap.item, view.score.stage, words)
        when = self._when(gap)
        link = SentenceLink(parent, f"deadlines.item{at}", said, f"{when}: {said}")
        link.clicked.connect(lambda: self._desk.go(WALK, gap.item.id))
        block = QVBoxLayout()
        block.setSpacing(0)
        block.addWidget(forms.text(parent, f"deadlines.when{at}", when, quiet=True))
        block.addWidget(link)
        column.addLayout(block)

    def _when(self, gap: Gap) -> str:
        words = self._desk.words
        day = words.date(gap.last_day) if gap.last_day is not None else ""
        party = words.text(PARTIES[gap.party])
        if gap.late:
            return words.text("Was due by {day}, {party}", day=day, party=party)
        return words.text("By {day}, {party}", day=day, party=party)

    def _nothing(self, view: View) -> str:
        words = self._desk.words
        if view.span is None:
            return words.text("Tell the day, hour and time zone, and the next five deadlines stand here.")
        return words.text("Nothing with a deadline is open.")
