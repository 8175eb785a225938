"""What assistive technology is told of our own kinds of labels."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QLabel

from .controls import Heading1, Heading2, Toast


class _Words(QAccessibleWidget):
    """A label of another role than label; its name is its text."""

    def text(self, part: QAccessible.Text) -> str:
        label = self.object()
        if part == QAccessible.Text.Name and isinstance(label, QLabel):
            return label.text()
        return super().text(part)


def install_roles() -> None:
    """Make headings headings and toasts notifications; before the first widget is made."""
    QAccessible.installFactory(_interface)


def _interface(key: str, thing: QObject) -> QAccessibleInterface | None:
    if isinstance(thing, Heading1 | Heading2):
        return _Words(thing, QAccessible.Role.Heading)
    if isinstance(thing, Toast):
        return _Words(thing, QAccessible.Role.Notification)
    return None
