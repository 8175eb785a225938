"""The way of the Tab key through widgets that were built at different times."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_in_order(root: QWidget, moved: QWidget | None = None, after: QWidget | None = None) -> None:
    """Let Tab go through everything inside `root` as readers do: in the order of the children.

    What is inside `moved` comes right after what is inside `after`, wherever it hangs.

    The layouts' own items are not asked: the binding keeps them after Qt has deleted them, and then crashes.
    """
    stops = _stops(root)
    if moved is not None and after is not None:
        stops = _with_moved(stops, moved, after)
    for one, next_one in pairwise(stops):
        QWidget.setTabOrder(one, next_one)


def _with_moved(stops: list[QWidget], moved: QWidget, after: QWidget) -> list[QWidget]:
    put = [one for one in stops if moved.isAncestorOf(one)]
    rest = [one for one in stops if not moved.isAncestorOf(one)]
    end = max((at + 1 for at, one in enumerate(rest) if after.isAncestorOf(one)), default=0)
    return [*rest[:end], *put, *rest[end:]]


def _stops(root: QWidget) -> list[QWidget]:
    inside = (one for one in root.findChildren(QWidget) if one.window() is root.window())
    return [one for one in inside if one.focusPolicy() != Qt.FocusPolicy.NoFocus]
