"""That a session was exported while another program held it: noted in a file beside it until a writer takes it in.

A note is renamed before it is read, and taken away once the document knows: whenever a process ends, nothing is lost.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from pathlib import Path
from uuid import UUID

from pydantic import ValidationError

from accesscheck.model.base import Instant, Value

from .files import write_whole

_MAX_NOTE = 2000


class ExportNote(Value):
    """Which session was exported, and when."""

    session: UUID
    at: Instant


def leave_note(document: Path, session: UUID, at: datetime) -> None:
    """Note an export beside the document; raises what `write_whole` raises."""
    held = _read(_note(document), session)
    latest = at if held is None else max(at, held)
    write_whole(_note(document), ExportNote(session=session, at=latest).model_dump_json().encode(), replace=True)


def take_note(document: Path, session: UUID) -> datetime | None:
    """The latest export that was noted, for the one writer; `drop_note` once the document knows of it."""
    note, taken = _note(document), _taken(document)
    with suppress(OSError):
        if not taken.exists():
            note.replace(taken)
    return _read(taken, session)


def drop_note(document: Path) -> None:
    """Take away the note that `take_note` gave."""
    with suppress(OSError):
        _taken(document).unlink(missing_ok=True)


def _read(path: Path, session: UUID) -> datetime | None:
    """What a note says of this session; nothing where nobody can have written it."""
    try:
        with path.open("rb") as file:
            note = ExportNote.model_validate_json(file.read(_MAX_NOTE))
    except (OSError, ValidationError):
        return None
    return note.at if note.session == session else None


def _note(document: Path) -> Path:
    return document.with_name(document.name + ".exported")


def _taken(document: Path) -> Path:
    return document.with_name(document.name + ".exported-taken")
