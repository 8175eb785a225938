"""Links made of whole sentences: buttons whose words go on in the next line where the width ends."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from .controls import LINE, TARGET, LinkButton

_FLAGS = int(Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextHideMnemonic | Qt.AlignmentFlag.AlignVCenter)
_TALL = 10_000


class SentenceLink(LinkButton):
    """A link whose words may need several lines; no line longer than is easy to read."""

    def __init__(self, parent: QWidget, name: str, words: str, spoken: str = "") -> None:
        super().__init__(words.replace("&", "&&"), parent)
        self.setObjectName(name)
        self.setAccessibleName(spoken or words)
        self.setAutoDefault(False)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def say(self, words: str) -> None:
        """Other words."""
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        whole = self.fontMetrics().horizontalAdvance(self.text().replace("&&", "&")) + 4
        width = min(whole, self._widest())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(min(160, self.sizeHint().width()), TARGET)

    def heightForWidth(self, width: int) -> int:
        return max(TARGET, self._needed(min(width, self._widest())).height() + 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            font = self.font()
            font.setUnderline(True)
            painter.setFont(font)
            painter.setPen(self.palette().color(QPalette.ColorRole.ButtonText))
            painter.drawText(self._lines(), _FLAGS | int(self._side()), self.text())

    def _lines(self) -> QRect:
        width = min(self.width(), self._widest())
        left = self.width() - width if self.isRightToLeft() else 0
        return QRect(left, 0, width, self.height())

    def _side(self) -> Qt.AlignmentFlag:
        return Qt.AlignmentFlag.AlignRight if self.isRightToLeft() else Qt.AlignmentFlag.AlignLeft

    def _widest(self) -> int:
        return self.fontMetrics().averageCharWidth() * LINE

    def _needed(self, width: int) -> QRect:
        return self.fontMetrics().boundingRect(QRect(0, 0, width, _TALL), _FLAGS, self.text())
