"""The menus, made from the table of keys, and the choices of colours, text size and language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from accesscheck.language.marks import N_
from accesscheck.language.words import LANGUAGES

from .appearance import SIZES, Appearance
from .keys import KEYS, MENUS

if TYPE_CHECKING:
    from accesscheck.language.words import Words

NEEDS_SESSION = frozenset(
    {
        "stage",
        "forget",
        "close",
        "undo",
        "redo",
        "search",
        "session",
        "walk",
        "summary",
        "export",
        "next",
        "previous",
        "speak",
    }
)
COLOURS: Mapping[str, str] = {"light": N_("Light"), "dark": N_("Dark"), "contrast": N_("High contrast")}
ENDONYMS: Mapping[str, str] = {
    "ar": "العربية",
    "zh": "中文",
    "en": "English",
    "fr": "Français",
    "ru": "Русский",
    "es": "Español",
}
"""Each language's own name for itself: never translated."""


class Menus(QObject):
    """The menu bar of a window; `asked` gives an action's id, `chosen` an `Appearance` other than `now`."""

    asked = Signal(str)
    chosen = Signal(object)

    def __init__(self, window: QMainWindow, words: Words, now: Appearance) -> None:
        super().__init__(window)
        self._words, self.now = words, now
        self.actions: dict[str, QAction] = {}
        bar = window.menuBar()
        bar.clear()
        made = {name: self._menu(bar.addMenu(words.text(title)), name) for name, title in MENUS}
        self._add_appearance(made["view"])

    def enable(self, session: bool) -> None:
        """Offer what can be done with a session open, or without."""
        for name, action in self.actions.items():
            action.setEnabled(session or name not in NEEDS_SESSION)

    def _menu(self, menu: QMenu, name: str) -> QMenu:
        menu.setObjectName(f"menu.{name}")
        for key in KEYS:
            if key.menu == name:
                menu.addAction(self._action(menu, key.action, key.words, key.sequence))
        return menu

    def _action(self, menu: QMenu, name: str, message: str, sequence: str) -> QAction:
        action = QAction(self._words.text(message), menu)
        action.setObjectName(f"action.{name}")
        if sequence:
            action.setShortcut(QKeySequence(sequence))
        action.triggered.connect(lambda _=False: self.asked.emit(name))
        self.actions[name] = action
        return action

    def _add_appearance(self, view: QMenu) -> None:
        words, now = self._words, self.now
        colours = [(value, words.text(said)) for value, said in COLOURS.items()]
        self._choice(view, words.text("Colours"), colours, now.colours, lambda value: replace(self.now, colours=value))
        sizes = [(str(size), words.text("{size} %", size=size)) for size in SIZES]
        self._choice(
            view, words.text("Text size"), sizes, str(now.text), lambda value: replace(self.now, text=int(value))
        )
        languages = [(code, ENDONYMS[code]) for code in LANGUAGES]
        self._choice(
            view, words.text("Language"), languages, now.language, lambda value: replace(self.now, language=value)
        )

    def _choice(
        self,
        view: QMenu,
        title: str,
        options: Iterable[tuple[str, str]],
        current: str,
        made: Callable[[str], Appearance],
    ) -> None:
        menu = view.addMenu(title)
        group = QActionGroup(menu)
        for value, said in options:
            action = QAction(said, menu, checkable=True, checked=value == current)
            action.setObjectName(f"action.look.{value}")
            action.triggered.connect(lambda _=False, value=value: self.chosen.emit(made(value)))
            group.addAction(action)
            menu.addAction(action)
