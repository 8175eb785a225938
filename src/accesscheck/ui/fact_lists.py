"""Facts that are lists, typed with commas: languages by name, time zones by city, and plain names."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from accesscheck.language.typed import city_zones, language_tags, language_typed, zone_shown, zone_typed
from accesscheck.language.words import Words
from accesscheck.model.profile import FactSpec, FactValue

from .fact_editors import LineEditor


class ListCompleter(QCompleter):
    """Completes the entry after the last comma."""

    def __init__(self, entries: Iterable[str], parent: QLineEdit) -> None:
        super().__init__(list(entries), parent)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)

    def splitPath(self, path: str) -> list[str]:
        return [path.rsplit(",", 1)[-1].strip()]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        whole = super().pathFromIndex(index)
        widget = self.widget()
        typed = widget.text() if isinstance(widget, QLineEdit) else ""
        before = typed.rsplit(",", 1)[0] + ", " if "," in typed else ""
        return before + whole


class TextsEditor(LineEditor):
    """Several names."""

    def shown(self, value: FactValue) -> str:
        return ", ".join(self.entry_shown(one) for one in value) if isinstance(value, tuple) else str(value)

    def read(self, text: str) -> str:
        return ", ".join(self.entry_read(one.strip()) for one in text.split(",") if one.strip())

    def entry_shown(self, entry: str) -> str:
        """One entry as it is typed."""
        return entry

    def entry_read(self, typed: str) -> str:
        """One entry as it is kept."""
        return typed


class LanguagesEditor(TextsEditor):
    """Several languages, by name in the window's language or by code."""

    def __init__(self, parent: QWidget, spec: FactSpec, words: Words) -> None:
        super().__init__(parent, spec, words)
        line = self.field.control
        line.setCompleter(
            ListCompleter(sorted(words.language_name(tag) for tag in language_tags(words).values()), line)
        )

    def entry_shown(self, entry: str) -> str:
        return self.words.language_name(entry)

    def entry_read(self, typed: str) -> str:
        return language_typed(typed, self.words)


class ZonesEditor(TextsEditor):
    """Several time zones, by city."""

    def __init__(self, parent: QWidget, spec: FactSpec, words: Words) -> None:
        super().__init__(parent, spec, words)
        line = self.field.control
        line.setCompleter(ListCompleter(map(zone_shown, sorted(set(city_zones().values()))), line))

    def entry_shown(self, entry: str) -> str:
        return zone_shown(entry)

    def entry_read(self, typed: str) -> str:
        return zone_typed(typed)
