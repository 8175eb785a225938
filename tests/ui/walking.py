"""A place at work in a window of its own, and walks through it as people make them: by keyboard, by ear, by eye."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QRadioButton,
    QScrollArea,
    QTableWidget,
    QVBoxLayout,
    QWidget,
)

from accesscheck.language.words import Words
from accesscheck.model.assessment import Answer, Assessment
from accesscheck.model.catalogue import Catalogue
from accesscheck.model.profile import FactValue
from accesscheck.model.terms import Stage
from accesscheck.operations.documents import new_session_at
from accesscheck.rules.view import View
from accesscheck.storage.document import WorkingDocument
from accesscheck.ui.desk import Desk
from accesscheck.ui.lasting_none import keep_none
from accesscheck.ui.place import Place

keep_none()

NOW = datetime(2027, 1, 4, 9, tzinfo=UTC)
SIX: Mapping[str, FactValue] = {
    "start": "2027-03-15T10:00+01:00[Europe/Oslo]",
    "format": "hybrid",
    "type": "workshop",
    "minutes": 90,
    "floor-languages": ("en",),
    "captions": "human",
}
WIDE = (1366, 768)


class Bench:
    """A desk with a session on disk, a place in a window, and what the place asked for."""

    def __init__(self, folder: Path, catalogue: Catalogue, words: Words, facts: Mapping[str, FactValue]) -> None:
        self.path = folder / "session.accesscheck"
        self.at = NOW
        self.desk = Desk(words, folder / "settings", now=self.now)
        self.desk.session = new_session_at(self.path, catalogue, {**SIX, **facts}, NOW - timedelta(days=3), "window")
        self.went: list[tuple[str, object]] = []
        self.failed: list[str] = []
        self.announced: list[str] = []
        self.window = QWidget()
        self.place: Place | None = None
        self.desk.went.connect(self._noted)
        self.desk.failed.connect(self.failed.append)
        self.desk.announced.connect(self.announced.append)
        self.desk.changed.connect(self._refreshed)

    def now(self) -> datetime:
        return self.at

    def show(self, place: Place, size: tuple[int, int] = WIDE) -> None:
        """Show the place in an active window of that size."""
        self.place = place
        layout = QVBoxLayout(self.window)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(place)
        self.window.resize(*size)
        self.window.show()
        assert QTest.qWaitForWindowActive(self.window)
        place.refresh(self.desk.view())
        settle()

    def kept(self, item: str, stage: Stage = Stage.PLAN) -> Answer | None:
        """The answer as it stands on disk."""
        with WorkingDocument.open(self.path, write=False) as document:
            return document.assessment().answer(item, stage)

    @property
    def assessment(self) -> Assessment:
        return self.desk.view().assessment

    def close(self) -> None:
        if self.place is not None:
            self.place.leave()
        self.window.close()
        self.desk.leave()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        settle()

    def _refreshed(self, view: View) -> None:
        if self.place is not None:
            self.place.refresh(view)

    def _noted(self, place: str, target: object) -> None:
        self.went.append((place, target))


def settle() -> None:
    """Let everything happen that is due: layouts, and what was put off until after them."""
    for _ in range(4):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def stops(root: QWidget) -> list[QWidget]:
    """Every widget that the Tab key should reach: of radio buttons one in each group."""
    found = [one for one in root.findChildren(QWidget) if _is_stop(one)]
    groups: set[int] = set()
    kept = []
    for one in found:
        group = one.group() if isinstance(one, QRadioButton) else None
        if group is not None and id(group.parent()) in groups:
            continue
        if group is not None:
            groups.add(id(group.parent()))
        kept.append(one)
    return kept


def _is_stop(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isVisible() and widget.isEnabled()


def in_focus() -> QWidget:
    """The widget in focus."""
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus


def walk(window: QWidget, key: Qt.Key, most: int = 400) -> list[str]:
    """The names of what gets the focus, one Tab (or Backtab) after another, until the round is closed."""
    first = in_focus()
    names = [group_or_name(first)]
    for _ in range(most):
        QTest.keyClick(QApplication.focusWidget() or window, key)
        settle()
        at = in_focus()
        if at is first or group_or_name(at) == names[0]:
            return names
        names.append(group_or_name(at))
    raise AssertionError(f"the walk never came round: {names[-5:]}")


def group_or_name(widget: QWidget) -> str:
    """A radio button counts as its group: the Tab key enters a group where it was left."""
    if isinstance(widget, QRadioButton) and widget.group() is not None:
        return widget.objectName().rpartition(".")[0]
    return widget.objectName()


def spoken_name(widget: QWidget) -> str:
    """The name that assistive technology is told."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def texts(root: QWidget) -> Iterator[tuple[str, str]]:
    """Every text on show, with the widget it stands in."""
    for one in root.findChildren(QWidget):
        if not one.isVisibleTo(root):
            continue
        if isinstance(one, QLabel | QAbstractButton):
            yield one.objectName(), one.text()
        elif isinstance(one, QComboBox):
            yield from ((one.objectName(), one.itemText(at)) for at in range(one.count()))
        elif isinstance(one, QAbstractItemView) and one.model() is not None:
            yield from _cells(one)


def _cells(view: QAbstractItemView) -> Iterator[tuple[str, str]]:
    model = view.model()
    columns = model.columnCount() if isinstance(view, QTableWidget) else 1
    for row in range(model.rowCount()):
        for column in range(columns):
            yield view.objectName(), str(model.index(row, column).data() or "")


def bare(root: QWidget) -> list[tuple[str, str]]:
    """Texts with letters that did not come through `Words`, shown in the pseudo-language."""
    return [(name, text) for name, text in texts(root) if _bare(text)]


def _bare(text: str) -> bool:
    depth, outside = 0, []
    for character in text:
        depth += (character == "⟦") - (character == "⟧")
        if depth == 0 and character != "⟧":
            outside.append(character)
    return any(character.isalpha() for character in outside)


def sideways(root: QWidget) -> list[str]:
    """Scroll areas whose content is wider than they are."""
    areas = [one for one in root.findChildren(QScrollArea) if one.isVisibleTo(root)]
    return [one.objectName() for one in areas if _too_wide(one)]


def _too_wide(area: QScrollArea) -> bool:
    inside = area.widget()
    wider = inside is not None and inside.width() > area.viewport().width()
    return wider or area.horizontalScrollBar().maximum() > 0
