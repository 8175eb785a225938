"""That a session was exported: what stood in an export must not be forgotten."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from pathlib import Path

from accesscheck.errors import (
    AccessCheckError,
    DiskFull,
    DocumentInUse,
    DocumentReadOnly,
    FolderNotWritable,
    TargetInUse,
)
from accesscheck.storage.document import WorkingDocument


def note_export(document: Path, at: datetime) -> bool:
    """Remember in a session that it was exported, or beside it while another program holds it; whether that was done.

    Where it was not, a caller says so: what is taken back within a day is then not remembered (rules/earlier).
    """
    try:
        with WorkingDocument.open(document) as opened:
            opened.mark_exported(at)
    except DocumentInUse:
        return _note_beside(document, at)
    except (DocumentReadOnly, FolderNotWritable, DiskFull):
        return False
    return True


def _note_beside(document: Path, at: datetime) -> bool:
    try:
        with WorkingDocument.open(document, write=False) as held:
            held.leave_export_note(at)
    except (DocumentInUse, FolderNotWritable, TargetInUse, DiskFull):
        return False
    with suppress(AccessCheckError):  # it may have been given free meanwhile: then the note is taken in at once
        WorkingDocument.open(document).close()
    return True
