"""Answers until a real, tiny disk is full, makes room, and goes on. Run in a mount space of its own; prints JSON.

The one argument is an empty folder, over which the disk is mounted.
"""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import suppress
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from uuid import UUID

from accesscheck.errors import DiskFull
from accesscheck.model.profile import Fact
from accesscheck.storage.document import Change, WorkingDocument
from accesscheck.storage.files import write_whole
from accesscheck.storage.state import fact_key, text_of

AT = datetime(2027, 3, 15, 9, 0, tzinfo=UTC)


def tell(document: WorkingDocument, number: int) -> None:
    fact = Fact(value=f"{number} " * 80, changed=AT)
    document.apply(Change("fact", ((fact_key(f"fact-{number}"), text_of(fact)),)), AT, "test")


def told_until_full(document: WorkingDocument) -> int:
    """How many facts were acknowledged."""
    for number in count():
        try:
            tell(document, number)
        except DiskFull:
            return number
    raise AssertionError


def run(folder: Path) -> dict[str, int | bool]:
    found: dict[str, int | bool] = {}
    (folder / "ballast").write_bytes(bytes(100_000))
    with WorkingDocument.create(folder / "a.accesscheck", UUID(int=1), AT) as document:
        found["acknowledged"] = told_until_full(document)
        found["shown_when_full"] = len(document.assessment().facts)
    with WorkingDocument.open(folder / "a.accesscheck", write=False) as document:
        found["on_disk_when_full"] = len(document.assessment().facts)
    (folder / "old").write_bytes(b"old")
    with suppress(DiskFull):
        write_whole(folder / "old", bytes(1_000_000), replace=True)
        found["whole_written"] = True
    found["old_kept"] = (folder / "old").read_bytes() == b"old"
    found["parts_left"] = len(list(folder.glob(".*.part")))
    (folder / "ballast").unlink()
    with WorkingDocument.open(folder / "a.accesscheck") as document:
        tell(document, 10_000)
    with WorkingDocument.open(folder / "a.accesscheck") as document:
        found["after_making_room"] = len(document.assessment().facts)
    return found


if __name__ == "__main__":
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=400k", "tmpfs", sys.argv[1]], check=True)
    print(json.dumps(run(Path(sys.argv[1]))))  # noqa: T201 - its result
