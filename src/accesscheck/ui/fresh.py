"""A part of a page that is built anew only when what it shows has changed, so that focus and place stay."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from . import forms


class Fresh(QWidget):
    """Holds what was built last, and for what."""

    def __init__(self, parent: QWidget | None, gap: int = forms.GRID) -> None:
        super().__init__(parent)
        self._gap = gap
        self._key: object = None
        self._held: QWidget | None = None
        self._column = forms.column(self)

    def show_for(self, key: object, build: Callable[[QWidget, QVBoxLayout], None]) -> bool:
        """Build anew for another key; `build` gets an empty widget and its column. Whether it was built."""
        if self._held is not None and key == self._key:
            return False
        self._key = key
        if self._held is not None:
            self._held.hide()
            self._held.deleteLater()
        self._held = QWidget(self)
        build(self._held, forms.column(self._held, gap=self._gap))
        self._column.addWidget(self._held)
        self._held.show()  # Qt would do it later, and until then nobody finds its first control
        return True
