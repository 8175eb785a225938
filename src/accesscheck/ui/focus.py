"""Where the keyboard is: a ring around the widget in focus, and its whole field brought into view."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QMenu, QMenuBar, QScrollArea, QWidget
from shiboken6 import isValid

from .fields import Field, RadioGroup
from .theme import colours_of

_GAP = 2
_WIDTH = 3
_OUT = _GAP + _WIDTH + 1
"""The ring stands so far outside the widget, in pixels."""

_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)


class FocusRing(QWidget):
    """A line around the widget in focus; it takes no room and no mouse."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("focus.ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = colours_of(self.palette())
        half = _WIDTH / 2
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(colours.accent), _WIDTH))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(half, half, -half, -half), 6, 6)


class FocusGuide(QObject):
    """Follows the focus through all windows of the application."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._watched: list[QWidget] = []
        self._ring: FocusRing | None = None
        self._focus: QWidget | None = None
        application.focusChanged.connect(self._moved)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self._place()
        return False

    def _moved(self, old: QWidget | None, new: QWidget | None) -> None:
        self._release()
        if new is None or isinstance(new, QMenu | QMenuBar) or new.window().windowType() == Qt.WindowType.Popup:
            return
        self._focus = new
        host = _host(new)
        self._ring = FocusRing(host)
        self._watch(new, host)
        self._place()
        QTimer.singleShot(0, new, partial(_still_bring, new))  # what was just built is laid out by then

    def _watch(self, widget: QWidget, host: QWidget) -> None:
        """Each widget between the focus and the ring's host can move it."""
        at: QWidget | None = widget
        while at is not None and at is not host:
            at.installEventFilter(self)
            self._watched.append(at)
            at = at.parentWidget()

    def _place(self) -> None:
        if self._ring is None or self._focus is None or not (isValid(self._ring) and isValid(self._focus)):
            return
        host = self._ring.parentWidget()
        if host is None:
            return
        corner = self._focus.mapTo(host, QPoint(0, 0))
        around = QRect(corner, self._focus.size()).adjusted(-_OUT, -_OUT, _OUT, _OUT)
        self._ring.setGeometry(around.intersected(host.rect()))
        self._ring.setVisible(self._focus.isVisible())
        self._ring.raise_()

    def _release(self) -> None:
        for widget in filter(isValid, self._watched):  # a place may have been thrown away meanwhile
            widget.removeEventFilter(self)
        ring, self._ring = self._ring, None
        self._watched, self._focus = [], None
        if ring is not None and isValid(ring):
            ring.hide()
            ring.deleteLater()


def _still_bring(widget: QWidget) -> None:
    """Unless the focus only passed: while places change, Qt lays it down anywhere."""
    if widget is QApplication.focusWidget():
        bring_into_view(widget)


def bring_into_view(widget: QWidget) -> None:
    """Scroll so that the widget is seen, with its question where both fit."""
    area = _scroll_area(widget)
    if area is not None:
        area.ensureWidgetVisible(_whole(widget), 16, 16)
        area.ensureWidgetVisible(widget, 16, 16)


def first_stop(root: QWidget) -> QWidget | None:
    """Where the Tab key enters `root` from outside; the topmost control where there is no outside."""
    stops = [one for one in root.findChildren(QWidget) if _stops(one, root)]
    entered = [one for one in stops if _enters(one, root)]
    return min(entered or stops, key=lambda one: one.mapTo(root, QPoint(0, 0)).y(), default=None)


def begin(root: QWidget, first: QWidget) -> None:
    """Show a page from its top, once it is laid out, as far as its first control stays in sight."""
    for area in root.findChildren(QScrollArea):
        if area.isAncestorOf(first):
            area.verticalScrollBar().setValue(0)
            area.ensureWidgetVisible(first)


def _stops(widget: QWidget, root: QWidget) -> bool:
    by_key = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(by_key) and widget.isEnabled() and widget.isVisibleTo(root)


def _enters(widget: QWidget, root: QWidget) -> bool:
    """Whether the stop before this one lies outside `root`."""
    before = widget.previousInFocusChain()
    while before is not None and before is not widget and not _stops(before, root.window()):
        before = before.previousInFocusChain()
    return before is None or before is widget or not root.isAncestorOf(before)


def _whole(widget: QWidget) -> QWidget:
    """The field or group a control belongs to."""
    at: QWidget | None = widget
    while at is not None and not isinstance(at, QScrollArea):
        if isinstance(at, Field | RadioGroup):
            return at
        at = at.parentWidget()
    return widget


def _scroll_area(widget: QWidget) -> QScrollArea | None:
    at = widget.parentWidget()
    while at is not None:
        if isinstance(at, QScrollArea):
            return at
        at = at.parentWidget()
    return None


def _host(widget: QWidget) -> QWidget:
    """Where the ring stands: what scrolls with the widget, else its window."""
    at = widget
    while not at.isWindow():
        parent = at.parentWidget()
        if parent is None:
            return at
        above = parent.parentWidget()
        if at is not widget and isinstance(above, QAbstractScrollArea) and above.viewport() is parent:
            return at
        at = parent
    return at
