"""A word in a border, in the colour of what it means; the word says it, the colour only helps."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from .theme import Colours, colours_of

_EDGE = 1.2
_ROUND = 4.0
_ACROSS = 8
_DOWN = 2
"""Space around the word, in pixels."""


class Tag(QLabel):
    """A severity: `kind` is its id (excludes, hinders, helps)."""

    def __init__(self, parent: QWidget, name: str, kind: str, words: str) -> None:
        super().__init__(words, parent)
        self._kind = kind
        self.setObjectName(name)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setContentsMargins(_ACROSS, _DOWN, _ACROSS, _DOWN)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        size = self.fontMetrics().size(Qt.TextFlag.TextSingleLine, self.text())
        return QSize(size.width() + 2 * _ACROSS, size.height() + 2 * _DOWN)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        colour = QColor(_colour(self._kind, colours_of(self.palette())))
        inset = _EDGE / 2
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colour, _EDGE))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), _ROUND, _ROUND)
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


def _colour(kind: str, colours: Colours) -> str:
    return {"excludes": colours.missing, "hinders": colours.partly}.get(kind, colours.quiet)
