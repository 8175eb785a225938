"""Deadlines: the last days on which open items can still be arranged, each leading to its item."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from accesscheck.language.items import statement
from accesscheck.language.terms import PARTIES
from accesscheck.language.verdicts import outcome_words
from accesscheck.language.words import Words
from accesscheck.rules.planning import Gap, deadlines
from accesscheck.rules.view import View

from . import forms
from .desk import Desk
from .fresh import Fresh
from .links import SentenceLink
from .place import WALK


class DeadlineList(Fresh):
    """The nearest deadlines, at most `most`; those that have passed stand first."""

    def __init__(self, desk: Desk, most: int = 5, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._most = desk, most
        self.setObjectName("deadlines")

    def refresh(self, view: View) -> bool:
        """Show the deadlines as the session stands; whether there are others now."""
        found = deadlines(view.judgement)[: self._most]
        words = self._desk.words
        key = tuple(gap_words(gap, view, words) for gap in found), view.span is None

        def build(inside: QWidget, column: QVBoxLayout) -> None:
            if found:
                add_gaps(column, self._desk, found, view, "deadline")
            else:
                column.addWidget(forms.text(inside, "deadline.none", _nothing(view, words), quiet=True))

        return self.show_for(key, build)


def gap_words(gap: Gap, view: View, words: Words, party: bool = True) -> tuple[str, str]:
    """An open item in two lines: until when, with whose move it is (`party`); what, and how it stands."""
    said = statement(gap.item, view.score.stage, words)
    stands = outcome_words(gap.judged.outcome, gap.judged.to_test, words)
    when = _when(gap, words)
    whose = words.text("{when}, {party}", when=when, party=words.text(PARTIES[gap.party])) if party else when
    return whose, words.text("{statement} {outcome}.", statement=said, outcome=stands)


def add_gaps(
    column: QVBoxLayout, desk: Desk, found: Sequence[Gap], view: View, prefix: str, party: bool = True
) -> None:
    """Add open items to a widget's column, each as a link to it; `prefix` begins their object names."""
    for gap in found:
        when, what = gap_words(gap, view, desk.words, party)
        entry = QWidget(column.parentWidget())
        lines = forms.column(entry, gap=6)  # the ring around the link strikes nothing through
        name = f"{prefix}.{gap.item.id}"
        lines.addWidget(forms.text(entry, f"{name}.when", when, quiet=not gap.late))
        spoken = desk.words.text("{when}: {what}", when=when, what=what)
        link = SentenceLink(entry, name, what, spoken)
        link.clicked.connect(lambda _=False, item=gap.item.id: desk.go(WALK, item))
        lines.addWidget(link)
        column.addWidget(entry)


def _when(gap: Gap, words: Words) -> str:
    if gap.last_day is None:
        return words.text("Before the session")
    day = words.date(gap.last_day)
    return words.text("{day} (has passed)", day=day) if gap.late else words.text("By {day}", day=day)


def _nothing(view: View, words: Words) -> str:
    if view.span is None:
        return words.text("Deadlines stand here once date, time and time zone of the session are told.")
    return words.text("Nothing with a deadline is open.")
