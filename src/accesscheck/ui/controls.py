"""The kinds of controls, each with what Qt's own lacks for people who listen or use the keyboard alone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QFont, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QStyle,
    QWidget,
)

TARGET = 32
"""Least height of what is pressed or typed in, in pixels."""
LINE = 75
"""Most characters in a line of running text."""


class LineEdit(QLineEdit):
    """One line. Screen readers are silent when Tab leads into Qt's own, unless the reason reads otherwise."""

    _BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextMargins(4, 0, 4, 0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in self._BY_KEY:
            super().focusInEvent(event)
            return
        super().focusInEvent(QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.OtherFocusReason))
        QTimer.singleShot(0, self, self.selectAll)


class TextEdit(QPlainTextEdit):
    """Several lines; Tab leaves it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setMinimumHeight(3 * TARGET)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(240, 3 * TARGET)


class ChoiceBox(QComboBox):
    """One of several; each has a value beside its words. The wheel leaves it alone unless it has focus."""

    def __init__(self, options: Iterable[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        for value, words in options:
            self.addItem(words, value)
        longest = max(
            (self.fontMetrics().horizontalAdvance(self.itemText(at)) for at in range(self.count())), default=0
        )
        self._wide = longest + 48

    def sizeHint(self) -> QSize:
        return QSize(self._wide, super().sizeHint().height())

    def value(self) -> str:
        """The chosen value, empty when none is."""
        held: Any = self.currentData()
        return str(held) if held is not None else ""

    def set_value(self, value: str) -> None:
        """Show a value without telling anybody."""
        self.blockSignals(True)
        self.setCurrentIndex(self.findData(value))
        self.blockSignals(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class PrimaryButton(QPushButton):
    """The one thing to do next."""


class LinkButton(QPushButton):
    """Leads somewhere; looks like a link and is a button, since keyboards get caught in Qt's links."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setFlat(True)
        lined = QFont()
        lined.setUnderline(True)  # a link is not known by its colour alone
        self.setFont(lined)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """No wider than its words, so that they stand in line with the text around."""
        wide = self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, self.text()).width()
        return QSize(wide + 2, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class TitleButton(LinkButton):
    """A link of any length: shortened on screen where there is no room, whole for screen readers."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._whole = words
        self.setToolTip(words)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(self._wide(self._whole), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(160, self.sizeHint().width()), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width())
        if shown != self.text():
            self.setText(shown)

    def _wide(self, words: str) -> int:
        return self.fontMetrics().horizontalAdvance(words) + 4


class Radio(QRadioButton):
    """An answer whose words go on in the next line where the width ends."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._whole = words
        self.setAccessibleName(words)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = len(self._lines(width))
        return max(TARGET, lines * self.fontMetrics().lineSpacing() + 8)

    def sizeHint(self) -> QSize:
        return QSize(self._beside() + self.fontMetrics().horizontalAdvance(self._whole), self.heightForWidth(10_000))

    def minimumSizeHint(self) -> QSize:
        longest = max(self.fontMetrics().horizontalAdvance(word) for word in self._whole.split() or [""])
        return QSize(self._beside() + longest, TARGET)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        shown = "\n".join(self._lines(self.width()))
        if shown != self.text():
            self.setText(shown)

    def _beside(self) -> int:
        """The room the indicator takes, and some air."""
        style, metric = self.style(), QStyle.PixelMetric
        spacing = style.pixelMetric(metric.PM_RadioButtonLabelSpacing, None, self)
        return style.pixelMetric(metric.PM_ExclusiveIndicatorWidth, None, self) + spacing + 10

    def _lines(self, width: int) -> list[str]:
        room, lines = width - self._beside(), [""]
        for word in self._whole.split(" "):
            longer = f"{lines[-1]} {word}".strip()
            if lines[-1] and self.fontMetrics().horizontalAdvance(longer) > room:
                lines.append(word)
            else:
                lines[-1] = longer
        return lines


class Wrapped(QLabel):
    """Words that go on in the next line; as high as they need in the width they get, and no higher.

    Qt's own label asks for the height of a narrow block even where it gets a wide line.
    """

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        lines = self.text().split("\n")
        width = max(self.fontMetrics().horizontalAdvance(line) for line in lines) + 2 * self.margin() + 2
        margins = self.contentsMargins()
        width = min(width + margins.left() + margins.right(), self.maximumWidth(), self._widest())
        return QSize(width, self.heightForWidth(width))

    def heightForWidth(self, width: int) -> int:
        """Layouts ask for the width of the column, which may be more than the words are given."""
        return super().heightForWidth(min(width, self.maximumWidth()))

    def minimumSizeHint(self) -> QSize:
        longest = max((self.fontMetrics().horizontalAdvance(word) for word in self.text().split()), default=0)
        return QSize(min(longest + 2, self._widest()), self.fontMetrics().height())

    def _widest(self) -> int:
        return round(self.fontMetrics().averageCharWidth() * LINE * 1.1)


class Text(Wrapped):
    """Running text: no line longer than is easy to read."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        self.setMaximumWidth(self._widest())


class QuietText(Text):
    """Running text of second rank."""


class QuietLine(Wrapped):
    """Words of second rank over the whole width."""


class ProblemText(Text):
    """What does not fit, beside the field."""


class Heading1(Wrapped):
    """The heading of a place."""


class Heading2(Wrapped):
    """A heading inside a place."""


class Toast(Wrapped):
    """Says what just happened, to eyes and to screen readers."""

    def say(self, words: str) -> None:
        """Show words anew: readers speak what becomes visible."""
        self.hide()
        self.setText(words)
        self.show()
