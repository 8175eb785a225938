"""A table of words: read by eye, by arrow keys and by screen readers, and no trap for the Tab key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableWidget, QTableWidgetItem, QWidget


class WordTable(QTableWidget):
    """Rows of words under headers, as high as they need; it never scrolls by itself."""

    def __init__(
        self, parent: QWidget, name: str, title: str, headers: Sequence[str], rows: Sequence[Sequence[str]]
    ) -> None:
        super().__init__(0, len(headers), parent)
        self.shares: Sequence[int] = [1] * len(headers)
        """How wide the columns are to each other; equal unless it is set."""
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setHorizontalHeaderLabels(list(headers))
        self._behave()
        self.set_rows(rows)

    def set_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Show other rows; the current cell stays where it can."""
        self.setRowCount(len(rows))
        for at, words in enumerate(rows):
            for column, word in enumerate(words):
                self._set(at, column, word)
        self._fit()

    def set_icon(self, row: int, column: int, icon: QIcon) -> None:
        """Put an icon before a cell's words."""
        item = self.item(row, column)
        if item is not None:
            item.setIcon(icon)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.height())

    def _behave(self) -> None:
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setWordWrap(True)
        self.setShowGrid(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.verticalHeader().hide()
        across = self.horizontalHeader()
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        across.setHighlightSections(False)

    def _set(self, row: int, column: int, words: str) -> None:
        held = self.item(row, column)
        if held is None:
            held = QTableWidgetItem()
            self.setItem(row, column, held)
        held.setText(words)

    def _fit(self) -> None:
        """Columns share the width; Qt would stretch them only after the rows were measured."""
        width = max(1, self.width() - 2 * self.frameWidth())
        whole, begun = sum(self.shares), 0
        for column, share in enumerate(self.shares):
            ends = begun + share
            self.setColumnWidth(column, width * ends // whole - width * begun // whole)
            begun = ends
        self.resizeRowsToContents()
        height = self.horizontalHeader().sizeHint().height() + self.verticalHeader().length()
        self.setFixedHeight(height + 2 * self.frameWidth())
