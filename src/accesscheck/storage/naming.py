"""Another name for a document that is closed: under the writer's lock, and never in place of another file."""

from __future__ import annotations

import os
from pathlib import Path

from .files import move_new
from .lock import take_lock


def name_document(path: Path, target: Path) -> None:
    """Call a document `target` from now on; refused, it keeps its name.

    Raises `TargetExists`, `DocumentInUse`, `TargetInUse`, `DiskFull` or `FolderNotWritable`.
    """
    lock = take_lock(Path(os.path.realpath(path)), str(path))
    try:
        move_new(path, target)
    finally:
        lock.release()
