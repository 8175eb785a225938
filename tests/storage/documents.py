"""Small documents for the tests of this folder."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID

from accesscheck.model.assessment import Answer
from accesscheck.model.profile import Fact
from accesscheck.model.terms import Outcome, Stage
from accesscheck.storage.document import Change, WorkingDocument
from accesscheck.storage.state import Row, answer_key, fact_key, text_of

SESSION = UUID("7d9f0c5e-4a1b-4c8e-9a53-0d5c1e2f3a4b")
AT = datetime(2027, 3, 15, 9, 0, tzinfo=UTC)
LATER = AT + timedelta(minutes=5)
DOOR = "window"


def answer(item: str = "captions", note: str | None = None, outcome: Outcome = Outcome.MET) -> Row:
    value = Answer(item=item, stage=Stage.PLAN, outcome=outcome, note=note, answered=AT)
    return answer_key(item, Stage.PLAN), text_of(value)


def fact(name: str = "title", value: str = "Open forum") -> Row:
    return fact_key(name), text_of(Fact(value=value, changed=AT))


def answered(*rows: Row, merge: bool = False) -> Change:
    return Change("answer", rows, merge)


def new_document(folder: Path, name: str = "Forum.accesscheck") -> WorkingDocument:
    return WorkingDocument.create(folder / name, SESSION, AT)


def closed_document(folder: Path, *changes: Change) -> Path:
    """A document with these changes, given free."""
    with new_document(folder) as document:
        for change in changes:
            document.apply(change, AT, DOOR)
        return document.path


def tamper(path: Path, *statements: str) -> Path:
    """Change the file behind the document's back."""
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        for statement in statements:
            raw.execute(statement)
    return path


def notes(document: WorkingDocument) -> dict[str, str | None]:
    return {one.item: one.note for one in document.assessment().answers}
