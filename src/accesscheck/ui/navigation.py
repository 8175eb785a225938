"""The way through a session: its facts, its checklists with what is answered, summary and export."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from accesscheck.language.terms import CHECKLISTS
from accesscheck.model.profile import FACTS, Step
from accesscheck.model.terms import Checklist

from .controls import ChoiceBox
from .essentials import essentials
from .place import EXPORT, SESSION, SUMMARY, WALK
from .theme import colours_of

if TYPE_CHECKING:
    from accesscheck.language.words import Words
    from accesscheck.model.score import Counts
    from accesscheck.rules.view import View

_COUNT = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Way:
    """One entry: where it leads, its title, how far it is (shown) and the same in words (spoken)."""

    place: str
    checklist: str
    title: str
    count: str = ""
    spoken: str = ""

    @property
    def key(self) -> str:
        return f"{self.place}/{self.checklist}"


def ways(view: View, words: Words) -> tuple[Way, ...]:
    """All entries as the session stands."""
    checklists = (_checklist(checklist, view, words) for checklist in Checklist)
    return (
        _session(view, words),
        *(way for way in checklists if way is not None),
        Way(SUMMARY, "", words.text("Summary")),
        Way(EXPORT, "", words.text("Export")),
    )


def _session(view: View, words: Words) -> Way:
    first = [spec.id for spec in FACTS if spec.step is Step.FIRST]
    told = sum(1 for fact in first if fact in view.assessment.facts)
    spoken = words.text("facts: {done} of {total} told", done=told, total=len(first))
    shown = "✓" if told == len(first) else words.text("{done}/{total} facts", done=told, total=len(first))
    return Way(SESSION, "", words.text("Session"), shown, spoken)


def _checklist(checklist: Checklist, view: View, words: Words) -> Way | None:
    """Its essentials, as the line above counts them; None for a checklist of which nothing applies."""
    score = view.score.checklists.get(checklist)
    if score is None or not (_due(score.counts) or score.counts.later):
        return None
    title, share = words.text(CHECKLISTS[checklist]), essentials(view, checklist)
    if not _due(score.counts):
        return Way(WALK, checklist, title, words.text("later"), words.text("comes later"))
    if not share.total:
        return Way(WALK, checklist, title, "", words.text("no essentials"))
    spoken = words.text("essentials: {done} of {total} answered", done=share.done, total=share.total)
    settled = share.done == share.total and not share.open  # "don't know" is an answer, but no end
    shown = "✓" if settled else words.text("{done}/{total}", done=share.done, total=share.total)
    return Way(WALK, checklist, title, shown, spoken)


def _due(counts: Counts) -> int:
    return counts.met + counts.partly + counts.missing + counts.unknown + counts.waiting + counts.not_relevant


class _Row(QStyledItemDelegate):
    """A title with its count at the end of the row."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        size = super().sizeHint(option, index)
        count = option.fontMetrics.horizontalAdvance(str(index.data(_COUNT) or ""))
        return QSize(size.width() + count + 40, max(36, size.height() + 12))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        rect = option.rect.adjusted(14, 0, -14, 0)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        palette: QPalette = option.palette
        colours = colours_of(palette)
        painter.save()
        if chosen:
            painter.fillRect(option.rect, QColor(colours.selection))
            painter.fillRect(option.rect.x(), option.rect.y(), 4, option.rect.height(), QColor(colours.accent))
        painter.setPen(QColor(colours.text))
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter, str(index.data()))
        painter.setPen(QColor(colours.quiet))
        end = Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect, end, str(index.data(_COUNT) or ""))
        painter.restore()


class NavigationList(QListWidget):
    """The entries beside the place; `picked` gives place and checklist."""

    picked = Signal(str, str)

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__(parent)
        self.setObjectName("navigation.list")
        self.setAccessibleName(title)
        self.setItemDelegate(_Row(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.currentRowChanged.connect(self._picked)
        self.itemSelectionChanged.connect(self._selected)
        self._ways: Sequence[Way] = ()

    def show_ways(self, found: Sequence[Way], current: str) -> None:
        """Show the entries without telling anybody; `current` is the key of the one that is open."""
        self.blockSignals(True)
        if found != self._ways:
            self._fill(found)
        row = next((at for at, way in enumerate(found) if way.key == current), -1)
        if row != self.currentRow():
            self.setCurrentRow(row)
        self.blockSignals(False)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fill(self, found: Sequence[Way]) -> None:
        self._ways = found
        while self.count() > len(found):
            self.takeItem(self.count() - 1)
        for at, way in enumerate(found):
            self._show(at, way)
        self._fit()

    def _fit(self) -> None:
        self.setFixedWidth(max(self.sizeHintForColumn(0) + 8, 208))

    def _show(self, at: int, way: Way) -> None:
        item = self.item(at)
        if item is None:
            item = QListWidgetItem()
            self.addItem(item)
        item.setText(way.title)
        item.setData(_COUNT, way.count)
        spoken = ", ".join(part for part in (way.title, way.spoken) if part)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)

    def _picked(self, row: int) -> None:
        if 0 <= row < len(self._ways):
            self.picked.emit(self._ways[row].place, self._ways[row].checklist)

    def _selected(self) -> None:
        """Assistive technology selects an entry without moving to it."""
        chosen = [index.row() for index in self.selectedIndexes()]
        if chosen and chosen != [self.currentRow()]:
            self.setCurrentRow(chosen[0])


class NavigationBox(ChoiceBox):
    """The same entries as a drop-down, where the window is narrow or the text large."""

    picked = Signal(str, str)

    def __init__(self, parent: QWidget, title: str) -> None:
        super().__init__((), parent)
        self.setObjectName("navigation.box")
        self.setAccessibleName(title)
        self.setMinimumHeight(32)
        self._ways: Sequence[Way] = ()
        self.currentIndexChanged.connect(self._picked)

    def show_ways(self, found: Sequence[Way], current: str) -> None:
        """Show the entries without telling anybody."""
        self.blockSignals(True)
        if found != self._ways:
            self._fill(found)
        if self.value() != current:
            self.setCurrentIndex(self.findData(current))
        self.blockSignals(False)

    def _fill(self, found: Sequence[Way]) -> None:
        self._ways = found
        self.clear()
        for way in found:
            self.addItem(f"{way.title}  {way.count}".rstrip(), way.key)
            self.setItemData(self.count() - 1, f"{way.title}, {way.spoken}", Qt.ItemDataRole.AccessibleTextRole)

    def _picked(self, index: int) -> None:
        place, _, checklist = self.value().partition("/")
        if place:
            self.picked.emit(place, checklist)
