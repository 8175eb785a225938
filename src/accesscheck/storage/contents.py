"""What a working document holds, in memory: read strictly, since whatever is in the file may come from anybody."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from typing import Annotated
from uuid import UUID

from pydantic import Field
from pydantic_core import from_json

from accesscheck.errors import AnswerRefused
from accesscheck.model.assessment import Assessment
from accesscheck.model.base import Instant, Line, Value

from . import state
from .database import transaction
from .state import Parsed


class CatalogueName(Value):
    id: Line
    version: Line


class Meta(Value):
    """What is known of the document itself; `revision` counts its changes."""

    session: UUID
    created: Instant
    sample: bool
    revision: Annotated[int, Field(ge=0)] = 0
    last_export: Instant | None = None
    catalogue: CatalogueName | None = None


@dataclass(frozen=True)
class Contents:
    """The document's rows as texts and as the values they stand for."""

    meta: Meta
    texts: Mapping[str, str]
    values: Mapping[str, Parsed]

    @cached_property
    def assessment(self) -> Assessment:
        return Assessment(
            session=self.meta.session,
            revision=self.meta.revision,
            sample=self.meta.sample,
            facts=state.facts(self.values),
            answers=state.answers(self.values),
            earlier=state.earlier(self.values),
            stage_chosen=state.stage_chosen(self.values),
        )

    def changed(self, rows: Mapping[str, str | None]) -> Contents:
        """The contents one revision on; raises `AnswerRefused` ("too-large"), and `ValueError` for malformed rows."""
        kept = {key: text for key, text in self.texts.items() if key not in rows}
        given = {key: text for key, text in rows.items() if text is not None}
        texts = kept | given
        if (culprit := state.too_large(texts)) is not None:
            raise AnswerRefused(state.subject(culprit), "too-large")
        values = {key: self.values[key] for key in kept} | {key: state.parsed(key, given[key]) for key in given}
        return Contents(self.meta.model_copy(update={"revision": self.meta.revision + 1}), texts, values)


def instant_text(at: datetime) -> str:
    """An aware instant as ISO 8601 in UTC, to the second."""
    if at.tzinfo is None:
        raise ValueError("an instant needs a time zone")
    return at.astimezone(UTC).replace(microsecond=0).isoformat().replace("+00:00", "Z")


def load(database: sqlite3.Connection) -> Contents:
    """Everything but history and proof, as of one moment; raises `ValueError` for what no document holds."""
    with transaction(database, "BEGIN"):
        meta = _meta(_texts(database, "meta", 20))
        texts = _texts(database, "state", state.MAX_ROWS)
    if state.too_large(texts) is not None:
        raise ValueError("too-large")
    return Contents(meta, texts, {key: state.parsed(key, text) for key, text in texts.items()})


def write(database: sqlite3.Connection, before: Contents, after: Contents) -> None:
    """Write what differs, inside the caller's transaction."""
    gone = [(key,) for key in before.texts if key not in after.texts]
    database.executemany("DELETE FROM state WHERE key=?", gone)
    given = [row for row in after.texts.items() if before.texts.get(row[0]) != row[1]]
    database.executemany("INSERT OR REPLACE INTO state VALUES (?, ?)", given)
    write_meta(database, after.meta)


def write_meta(database: sqlite3.Connection, meta: Meta) -> None:
    """Write the rows of `meta` that differ from those that are there."""
    rows = [(name, json.dumps(value)) for name, value in meta.model_dump(mode="json").items()]
    held = dict(database.execute("SELECT key, value FROM meta"))
    changed = [(name, text) for name, text in rows if held.get(name) != text]
    database.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", changed)


def _meta(texts: Mapping[str, str]) -> Meta:
    return Meta.model_validate_json(json.dumps({key: from_json(text) for key, text in texts.items()}))


def _texts(database: sqlite3.Connection, table: str, most: int) -> dict[str, str]:
    """The rows of a table that holds keys and texts, and at most so many characters as a document may have."""
    found: dict[str, str] = {}
    room = state.MAX_STATE
    for key, text in database.execute(f"SELECT key, value FROM {table}"):  # noqa: S608 - our own names
        if not isinstance(key, str) or not isinstance(text, str):
            raise ValueError("type")
        room -= len(text)
        if room < 0 or len(found) >= most:
            raise ValueError("too-large")
        found[key] = text
    return found


def copy(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """Copy what `load` reads into a new document."""
    for table in ("meta", "state"):
        rows = source.execute(f"SELECT key, value FROM {table}")  # noqa: S608 - our own names
        target.executemany(f"INSERT INTO {table} VALUES (?, ?)", rows)  # noqa: S608 - our own names
