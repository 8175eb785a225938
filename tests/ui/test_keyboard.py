"""The keyboard alone: Tab through Start, Session and Export, there and back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QApplication, QWidget

from accesscheck.ui.place import EXPORT, SESSION, START
from accesscheck.ui.theme import LIGHT
from accesscheck.ui.window import MainWindow

from .windows import stops, walk

HERE = pytest.mark.parametrize("place", [START, SESSION, EXPORT])


@pytest.fixture
def at(window: MainWindow, place: str) -> MainWindow:
    window.desk.new()
    window.desk.go(SESSION, "need-wheelchair")
    window.desk.go(place)
    return window


@HERE
def test_tab_reaches_every_control(at: MainWindow, place: str) -> None:
    reached = {one.objectName() for one in walk(at, Qt.Key.Key_Tab)}
    assert {one.objectName() for one in stops(at)} - reached == set()


@HERE
def test_shift_tab_goes_back_the_same_way(at: MainWindow, place: str) -> None:
    there = [one.objectName() for one in walk(at, Qt.Key.Key_Tab)]
    back = [one.objectName() for one in walk(at, Qt.Key.Key_Backtab)]
    assert back[1:] == there[:0:-1]


@HERE
def test_every_control_has_a_name_for_assistive_technology(at: MainWindow, place: str) -> None:
    nameless = [
        one.objectName() or type(one).__name__
        for one in stops(at)
        if not QAccessible.queryAccessibleInterface(one).text(QAccessible.Text.Name)
    ]
    assert nameless == []


@HERE
def test_every_control_has_a_name_for_tests_and_scripts(at: MainWindow, place: str) -> None:
    assert [type(one).__name__ for one in stops(at) if not one.objectName()] == []


@HERE
def test_every_control_in_focus_is_in_view(at: MainWindow, place: str) -> None:
    hidden = []
    for one in walk(at, Qt.Key.Key_Tab):
        QApplication.processEvents()
        if one.visibleRegion().boundingRect().height() < min(24, one.height()):
            hidden.append(one.objectName())
    assert hidden == []


@HERE
def test_focus_shows_around_every_control(at: MainWindow, place: str) -> None:
    unseen = []
    for one in walk(at, Qt.Key.Key_Tab):
        QApplication.processEvents()
        if not _ringed(at, one):
            unseen.append(one.objectName())
    assert unseen == []


@HERE
def test_controls_are_high_enough_to_be_hit(at: MainWindow, place: str) -> None:
    assert [one.objectName() for one in stops(at) if one.height() < 32] == []


def _ringed(window: MainWindow, widget: QWidget) -> bool:
    """Whether the accent colour stands above or below the widget's middle."""
    image: QImage = window.grab().toImage()
    middle = widget.mapTo(window, widget.rect().center())
    column = [image.pixelColor(middle.x(), y).name() for y in range(image.height())]
    near = [y for y in range(len(column)) if abs(abs(y - middle.y()) - widget.height() / 2 - 4) <= 3]
    return any(column[y] == LIGHT.accent.lower() for y in near)
