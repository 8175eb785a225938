"""Facts that are lists, typed with commas: languages by name, time zones by city, and plain names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from zoneinfo import available_timezones

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from accesscheck.language.signed import SIGN_LANGUAGES
from accesscheck.language.words import Words
from accesscheck.model.profile import FactSpec, FactValue

from .fact_editors import LineEditor

_AREAS = ("Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific")
"""The first part of time zones that are named after cities."""


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
        self._tags = language_tags(words)
        line = self.field.control
        line.setCompleter(ListCompleter(sorted(words.language_name(tag) for tag in self._tags.values()), line))

    def entry_shown(self, entry: str) -> str:
        return self.words.language_name(entry)

    def entry_read(self, typed: str) -> str:
        return self._tags.get(typed.casefold(), typed)


class ZonesEditor(TextsEditor):
    """Several time zones, by city."""

    def __init__(self, parent: QWidget, spec: FactSpec, words: Words) -> None:
        super().__init__(parent, spec, words)
        self._zones = city_zones()
        line = self.field.control
        line.setCompleter(ListCompleter(map(zone_shown, sorted(set(self._zones.values()))), line))

    def entry_shown(self, entry: str) -> str:
        return zone_shown(entry)

    def entry_read(self, typed: str) -> str:
        return zone_read(typed, self._zones)


def language_tags(words: Words) -> Mapping[str, str]:
    """Codes of languages by their names in lower case; sign languages come first."""
    from babel import Locale

    spoken = [tag for tag in map(str, Locale("en").languages) if len(tag) <= 3]
    tags = [*SIGN_LANGUAGES, *spoken]
    return {words.language_name(tag).casefold(): tag for tag in reversed(tags)}


@cache  # the list is read from some six hundred files
def city_zones() -> Mapping[str, str]:
    """Time zones by city and by whole name, in lower case; a city that names two zones is left to its whole name."""
    zones = sorted(zone for zone in available_timezones() if zone.split("/")[0] in _AREAS and "/" in zone)
    cities: dict[str, list[str]] = {}
    for zone in zones:
        cities.setdefault(zone.rsplit("/", 1)[-1].replace("_", " ").casefold(), []).append(zone)
    single = {city: found[0] for city, found in cities.items() if len(found) == 1}
    return single | {zone_shown(zone).casefold(): zone for zone in zones}


def zone_shown(zone: str) -> str:
    """A time zone as people write its city."""
    return zone.replace("_", " ")


def zone_read(typed: str, zones: Mapping[str, str]) -> str:
    """The name of the time zone of a city; what names none stays as it was typed."""
    if typed.upper() == "UTC":
        return "UTC"
    return zones.get(typed.casefold(), typed.replace(" ", "_"))
