"""What is always there above the places: the verdict, whose move it is, the next step; and what went wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from accesscheck.model.terms import Verdict

from . import forms
from .controls import QuietLine
from .icons import Glyph
from .stages import stage_help
from .verdict_line import move_line, verdict_line

if TYPE_CHECKING:
    from accesscheck.language.words import Words
    from accesscheck.rules.view import View

VERDICT_ICONS = {
    Verdict.NOTHING: "not-relevant",
    Verdict.EXCLUDES: "missing",
    Verdict.OPEN: "unknown",
    Verdict.WAITING: "waiting",
    Verdict.GAPS: "missing",
    Verdict.NEARLY: "partly",
    Verdict.READY: "met",
}
_MOST = 3
"""The header takes at most so large a part of the window's height: one in three."""


class _Inside(QWidget):
    """Tells when there are other words in it, or larger ones: `laid_out`."""

    laid_out = Signal()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.laid_out.emit()
        return super().event(event)


class Header(QScrollArea):
    """Verdict and next step. It grows with its words up to a third of the window, then scrolls."""

    wanted = Signal(str)
    """"next", "search" or "help"."""

    def __init__(self, parent: QWidget, words: Words) -> None:
        super().__init__(parent)
        self.setViewport(QWidget(self))  # as in `forms.scroll`
        self.setObjectName("header")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._fit)
        self._inside = _Inside(self)
        self._inside.laid_out.connect(self._soon.start)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._inside)
        self._row.setContentsMargins(16, 10, 16, 10)
        self._row.setSpacing(16)
        self._row.addWidget(self._texts(), 1)
        self._row.addWidget(self._buttons(words))
        self.setWidget(self._inside)

    def show_verdict(self, view: View, words: Words) -> None:
        """Put a changed verdict on screen at once, before anything else is shown anew."""
        said = verdict_line(view, words)
        if said != self.verdict.text():
            self.verdict.setText(said)
            self.verdict.repaint()

    def refresh(self, view: View, words: Words) -> None:
        """Show the session as it stands."""
        self.verdict.setText(verdict_line(view, words))
        meant = stage_help(view.score.stage, view.catalogue.scoring.rehearsal_hours, words)
        self.verdict.setToolTip(meant)
        self.verdict.setAccessibleDescription(meant)
        self.move_line.setText(move_line(view, words))
        if not self.isAncestorOf(QApplication.focusWidget() or self):
            self.verticalScrollBar().setValue(0)  # the verdict is seen from its beginning
        self._glyph.show_icon(VERDICT_ICONS[view.score.verdict])
        self._fit()

    def set_narrow(self, narrow: bool) -> None:
        """Buttons beneath the words instead of beside them."""
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(direction)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._soon.start()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 64)

    def _texts(self) -> QWidget:
        box = QWidget(self._inside)
        line = QHBoxLayout(box)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        self._glyph = Glyph(box, "unknown")
        line.addWidget(self._glyph, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        self.verdict = forms.heading(box, "header.verdict", "", level=2)
        self.move_line = QuietLine("", box)
        self.move_line.setObjectName("header.move")
        column.addWidget(self.verdict)
        column.addWidget(self.move_line)
        line.addLayout(column, 1)
        return box

    def _buttons(self, words: Words) -> QWidget:
        box = QWidget(self._inside)
        flow = forms.flow(box)
        made = (
            ("next", words.text("Next open item  F8"), words.text("Next open item")),
            ("search", words.text("Search"), words.text("Search")),
            ("help", words.text("Help"), words.text("Help")),
        )
        for name, shown, spoken in made:
            button = forms.button(box, f"header.{name}", shown)
            button.setAccessibleName(spoken)
            button.clicked.connect(lambda _=False, name=name: self.wanted.emit(name))
            flow.addWidget(button)
        return box

    def _fit(self) -> None:
        window = self.window()
        needed = self._row.heightForWidth(self.viewport().width())
        most = max(64, window.height() // _MOST)
        if self.height() != min(needed, most):
            self.setFixedHeight(min(needed, most))


class ProblemBar(QFrame):
    """What happened, what it means and what to do; it stays until it is closed or the next step works."""

    def __init__(self, parent: QWidget, words: Words) -> None:
        super().__init__(parent)
        self.setObjectName("problem")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(10)
        self.sentence = forms.toast(self, "problem.sentence")
        close = forms.button(self, "problem.close", words.text("Close"), words.text("Closes this message"))
        close.clicked.connect(self.hide)
        row.addWidget(Glyph(self, "attention"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.sentence, 1)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def say(self, sentence: str) -> None:
        """Show it, and let screen readers say it."""
        self.show()
        self.sentence.say(sentence)
