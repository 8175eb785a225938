"""Who writes a document: one process at a time, named in a note beside it.

The lock itself is the operating system's and goes with the process. The note is a file of its own: a locked file cannot
be read on Windows, and a refused attempt must not be able to empty what it is refused by.
"""

from __future__ import annotations

import json
import os
import socket
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from accesscheck.errors import DocumentInUse

from .files import refusal

if TYPE_CHECKING:
    from filelock import BaseFileLock

_MAX_NOTE = 2000


@dataclass(frozen=True, slots=True)
class WriterLock:
    """A lock that is held on `document`; the note that names the holder lies at `note`."""

    held: BaseFileLock
    note: Path

    def release(self) -> None:
        """Give the document free and leave nothing beside it."""
        from filelock import SoftFileLock

        with suppress(OSError):
            self.note.unlink()
        if not isinstance(self.held, SoftFileLock):  # which takes its own file away
            # While it is still held: whoever waits on a file that lost its name asks again for the name.
            with suppress(OSError):
                Path(self.held.lock_file).unlink()
        self.held.release()


def take_lock(document: Path, shown: str) -> WriterLock:
    """Lock the document, a path without symbolic links, for this process.

    Raises `DocumentInUse` with who holds it, or what a folder that cannot be written raises. `shown` stands in errors.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(_beside(document, ".lock"), blocking=False, thread_local=False)
    try:
        lock.acquire()
    except Timeout as error:
        raise in_use(document, shown) from error
    except OSError as error:
        raise refusal(error, Path(shown)) from error
    taken = WriterLock(lock, _beside(document, ".lock-holder"))
    _name_holder(taken)
    return taken


def in_use(document: Path, shown: str) -> DocumentInUse:
    """The refusal with what the holder's note says; host empty and process 0 when it says nothing."""
    try:
        with _beside(document, ".lock-holder").open("rb") as note:
            raw = json.loads(note.read(_MAX_NOTE))
        host, process, since = raw["host"], raw["process"], raw["since"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return DocumentInUse(shown, "", 0, "")
    well_formed = isinstance(host, str) and isinstance(process, int) and isinstance(since, str)
    return DocumentInUse(shown, host, process, since) if well_formed else DocumentInUse(shown, "", 0, "")


def _name_holder(taken: WriterLock) -> None:
    since = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    note = {"host": socket.gethostname(), "process": os.getpid(), "since": since}
    with suppress(OSError):  # the lock holds without it, on a full disk too
        taken.note.write_text(json.dumps(note), encoding="ascii")


def _beside(document: Path, ending: str) -> Path:
    return document.with_name(document.name + ending)
