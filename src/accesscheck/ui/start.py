"""Start: recent sessions with their verdicts, a new one, another one. Drawn before anything large is loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from accesscheck.language.terms import NEARLY_ONE, STAGES, VERDICTS
from accesscheck.model.terms import Stage, Verdict
from accesscheck.storage.recent import RecentSession, forget, load_recent

from . import forms
from .icons import Glyph
from .place import START, Place

if TYPE_CHECKING:
    from accesscheck.language.words import Words

    from .desk import Desk

_ICONS = {
    "nothing": "not-relevant",
    "excludes": "missing",
    "open": "unknown",
    "waiting": "waiting",
    "gaps": "missing",
    "nearly": "partly",
    "ready": "met",
}
_WIDE = 760
"""Most pixels the page is wide at 100 % text."""


class StartPage(Place):
    """What a person sees first."""

    place_id = START

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        inside = QWidget(self)
        outer = QHBoxLayout(inside)
        outer.setContentsMargins(24, 32, 24, 24)
        self._page = QWidget(inside)
        outer.addStretch(1)
        outer.addWidget(self._page, 8)
        outer.addStretch(1)
        self._column = forms.column(self._page, gap=16)
        self._head(desk.words)
        self._actions(desk.words)
        self._sessions = QWidget(self._page)
        self._column.addWidget(self._sessions)
        self._column.addStretch(1)
        forms.column(self).addWidget(forms.scroll(self, "start.scroll", inside))
        self.show_recent()

    def show_recent(self) -> None:
        """Read the list of recent sessions and show it."""
        self._page.setMaximumWidth(round(_WIDE * self.fontMetrics().height() / 17))
        fresh = QWidget(self._page)
        recent = load_recent(self.desk.recent_file)
        column = forms.column(fresh, gap=12)
        self._list(fresh, column, recent) if recent else self._empty(fresh, column)
        self._column.replaceWidget(self._sessions, fresh)
        self._sessions.hide()
        self._sessions.deleteLater()
        self._sessions = fresh

    def _head(self, words: Words) -> None:
        self._column.addWidget(forms.heading(self._page, "start.title", words.text("AccessCheck")))
        about = words.text("Accessibility checklists for hybrid sessions at the Internet Governance Forum.")
        self._column.addWidget(forms.text(self._page, "start.about", about, quiet=True))

    def _actions(self, words: Words) -> None:
        box = QWidget(self._page)
        flow = forms.flow(box, gap=16)
        new = forms.button(box, "start.new", words.text("New session"), primary=True)
        new.setAccessibleDescription(words.text("Makes a session at once in your documents and asks six facts"))
        new.clicked.connect(self.desk.new)
        other = forms.button(box, "start.open", words.text("Open a session…"))
        other.clicked.connect(self._choose)
        for button in (new, other):
            button.setMinimumHeight(48)
            button.setMinimumWidth(200)
            flow.addWidget(button)
        self._column.addWidget(box)

    def _empty(self, parent: QWidget, column: QVBoxLayout) -> None:
        """Two lines on what the app does, and the example."""
        words = self.desk.words
        lines = (
            words.text("Answer short checklists about your session, and see after each answer who cannot take part."),
            words.text("Then export an accessible report. Everything stays on this computer."),
        )
        for at, line in enumerate(lines):
            column.addWidget(forms.text(parent, f"start.line{at}", line))
        example = forms.link_button(parent, "start.example", words.text("Look at an example first"))
        example.clicked.connect(self.desk.open_example)
        column.addWidget(example, 0, Qt.AlignmentFlag.AlignLeading)

    def _list(self, parent: QWidget, column: QVBoxLayout, recent: tuple[RecentSession, ...]) -> None:
        words = self.desk.words
        column.addWidget(forms.heading(parent, "start.recent", words.text("Recent sessions"), level=2))
        for at, session in enumerate(recent):
            column.addWidget(self._card(parent, at, session))
        example = forms.link_button(parent, "start.example", words.text("Open the example"))
        example.clicked.connect(self.desk.open_example)
        column.addWidget(example, 0, Qt.AlignmentFlag.AlignLeading)

    def _card(self, parent: QWidget, at: int, session: RecentSession) -> QWidget:
        words = self.desk.words
        card = forms.card(parent, f"start.session{at}")
        row = QHBoxLayout(card)
        row.setContentsMargins(16, 10, 12, 10)
        row.setSpacing(12)
        row.addWidget(Glyph(card, _ICONS.get(session.verdict, "unknown")), 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout()
        column.setSpacing(2)
        verdict, day = recent_verdict(session, words), recent_day(session, words)
        title = forms.title_button(card, f"start.open{at}", session.title, words.sentences(verdict, day))
        title.clicked.connect(lambda: self._open(session))
        column.addWidget(title, 0, Qt.AlignmentFlag.AlignLeading)
        said = " · ".join(part for part in (verdict, day) if part)
        column.addWidget(forms.text(card, f"start.verdict{at}", said, quiet=True))
        row.addLayout(column, 1)
        row.addWidget(self._forgetter(card, at, session), 0, Qt.AlignmentFlag.AlignVCenter)
        return card

    def _forgetter(self, card: QWidget, at: int, session: RecentSession) -> QWidget:
        words = self.desk.words
        name = words.text("Take off the list: {title}", title=session.title)
        stays = words.text("The session itself stays where it is")
        button = forms.icon_button(card, f"start.forget{at}", "close", name, stays)
        button.clicked.connect(lambda: self._forget(session))
        return button

    def _forget(self, session: RecentSession) -> None:
        forget(self.desk.recent_file, session.path)
        self.show_recent()

    def _choose(self) -> None:
        from .dialogs import ask_for_session

        ask_for_session(self.desk, self)

    def _open(self, session: RecentSession) -> None:
        from pathlib import Path

        self.desk.open(Path(session.path))


def recent_verdict(session: RecentSession, words: Words) -> str:
    """The verdict as it was when the session was left, with its stage: "Plan: Gaps to close: 3"."""
    try:
        verdict, stage = Verdict(session.verdict), Stage(session.stage)
    except ValueError:
        return ""
    message = VERDICTS[verdict][stage.order]
    if verdict is Verdict.NEARLY and session.count == "1" and stage is not Stage.DELIVERED:
        message = NEARLY_ONE
    said = words.text(message, count=session.count)
    return words.text("{stage}: {verdict}", stage=words.text(STAGES[stage]), verdict=said)


def recent_day(session: RecentSession, words: Words) -> str:
    """The day of the session, written so that no reader takes day for month."""
    return words.text("session on {day}", day=session.start[:10]) if session.start else words.text("no date yet")
