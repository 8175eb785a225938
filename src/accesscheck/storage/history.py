"""The trail of changes: what makes undo and redo, and says what changed when and by which door."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from pydantic import TypeAdapter

from accesscheck.errors import AnswerRefused
from accesscheck.model.base import Instant

from .state import subject

State = Literal["done", "undone", "dropped"]
"""dropped: it was undone and something else was done since, so it cannot be done again."""

Changes = Mapping[str, tuple[str | None, str | None]]
"""The text before and after, by key of the row; None where there is no row."""

MAX_CHANGES = 5_000_000
"""Characters of one entry."""

_CHANGES: TypeAdapter[list[tuple[str, str | None, str | None]]] = TypeAdapter(list[tuple[str, str | None, str | None]])
_STATES: TypeAdapter[State] = TypeAdapter(State)
_INSTANTS: TypeAdapter[datetime] = TypeAdapter(Instant)
_COLUMNS = "seq, at, door, label, changes, state"
_NEXT = {
    "done": f"SELECT {_COLUMNS} FROM history WHERE state='done' ORDER BY seq DESC LIMIT 1",  # noqa: S608 - constants
    "undone": f"SELECT {_COLUMNS} FROM history WHERE state='undone' ORDER BY seq LIMIT 1",  # noqa: S608 - constants
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One step of the trail."""

    seq: int
    at: datetime
    door: str
    label: str
    changes: Changes
    state: State


def record(database: sqlite3.Connection, at: str, door: str, label: str, changes: Changes) -> Entry:
    """Add an entry; what was undone can no longer be done again."""
    database.execute("UPDATE history SET state='dropped' WHERE state='undone'")
    added = database.execute(
        "INSERT INTO history(at, door, label, changes, state) VALUES (?, ?, ?, ?, 'done')",
        (at, door, label, _text(changes)),
    )
    return Entry(added.lastrowid or 0, datetime.fromisoformat(at), door, label, changes, "done")


def extend(database: sqlite3.Connection, entry: Entry, at: str, changes: Changes) -> Entry | None:
    """Let the entry lead on to the new rows; None when it then led nowhere and was taken away."""
    joined = {key: (pair[0], changes.get(key, pair)[1]) for key, pair in {**changes, **entry.changes}.items()}
    if all(before == after for before, after in joined.values()):
        database.execute("DELETE FROM history WHERE seq=?", (entry.seq,))
        return None
    database.execute("UPDATE history SET at=?, changes=? WHERE seq=?", (at, _text(joined), entry.seq))
    return replace(entry, at=datetime.fromisoformat(at), changes=joined)


def forget(database: sqlite3.Connection) -> None:
    """Take every entry away."""
    database.execute("DELETE FROM history")


def all_changes(database: sqlite3.Connection) -> Iterator[tuple[int, Changes]]:
    """What every entry changed, by its number; entries that nobody can have written are passed over."""
    for row in database.execute(f"SELECT {_COLUMNS} FROM history").fetchall():  # noqa: S608 - constants
        with suppress(ValueError):
            entry = _entry(row)
            yield entry.seq, entry.changes


def rewrite(database: sqlite3.Connection, seq: int, changes: Changes) -> None:
    """Let an entry say the same of other rows."""
    database.execute("UPDATE history SET changes=? WHERE seq=?", (_text(changes), seq))


def has(database: sqlite3.Connection, state: State) -> bool:
    return database.execute("SELECT 1 FROM history WHERE state=? LIMIT 1", (state,)).fetchone() is not None


def next_entry(database: sqlite3.Connection, state: Literal["done", "undone"]) -> Entry | None:
    """The entry that undo ("done") or redo ("undone") would turn; raises `ValueError` for a malformed one."""
    row = database.execute(_NEXT[state]).fetchone()
    return None if row is None else _entry(row)


def turn(database: sqlite3.Connection, entry: Entry, at: str, door: str) -> None:
    """Note that the entry was undone or done again, when, and by which door."""
    state = "undone" if entry.state == "done" else "done"
    database.execute("UPDATE history SET state=?, turned_at=?, turned_door=? WHERE seq=?", (state, at, door, entry.seq))


def trail(database: sqlite3.Connection, most: int) -> tuple[Entry, ...]:
    """The latest entries, newest first; raises `ValueError` for a malformed one."""
    rows = database.execute(f"SELECT {_COLUMNS} FROM history ORDER BY seq DESC LIMIT ?", (most,))  # noqa: S608 - constants
    return tuple(_entry(row) for row in rows)


def _text(changes: Changes) -> str:
    text = json.dumps([[key, *pair] for key, pair in changes.items()], ensure_ascii=False)
    if len(text) > MAX_CHANGES:
        largest = max(changes, key=lambda key: len(str(changes[key])))
        raise AnswerRefused(subject(largest), "too-large")
    return text


def _entry(row: tuple[int, str, str, str, str, str]) -> Entry:
    seq, at, door, label, changes, state = row
    if not all(isinstance(one, str) for one in row[1:]):
        raise ValueError("type")
    pairs = {key: (before, after) for key, before, after in _CHANGES.validate_json(changes, strict=True)}
    return Entry(
        seq, _INSTANTS.validate_python(datetime.fromisoformat(at)), door, label, pairs, _STATES.validate_python(state)
    )
