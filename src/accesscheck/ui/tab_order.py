"""The way of the Tab key through widgets that were built at different times."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def tab_in_order(root: QWidget) -> None:
    """Let Tab go through everything inside `root` as readers do: in the order of the children.

    The layouts' own items are not asked: the binding keeps them after Qt has deleted them, and then crashes.
    """
    for before, after in pairwise(_stops(root)):
        QWidget.setTabOrder(before, after)


def _stops(root: QWidget) -> list[QWidget]:
    inside = (one for one in root.findChildren(QWidget) if one.window() is root.window())
    return [one for one in inside if one.focusPolicy() != Qt.FocusPolicy.NoFocus]
