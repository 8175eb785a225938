"""The recent sessions of the start page. Read before the window's first paint, so by the standard library alone."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from .files import write_whole

MOST = 20
_MAX_BYTES = 1_000_000


@dataclass(frozen=True, slots=True)
class RecentSession:
    """What the start page shows of a document without opening it; `as_of` is when the verdict held (ISO 8601).

    `verdict` and `stage` are ids, `count` is the number in the verdict's words, `start` the session's start; each may
    be empty.
    """

    path: str
    title: str
    verdict: str
    stage: str
    count: str
    as_of: str
    start: str

    def missing(self) -> bool:
        """Whether the file is gone. Asks the disk: on a network drive that may take a while."""
        try:
            return not Path(self.path).is_file()
        except (OSError, ValueError):
            return True


def load_recent(file: Path) -> tuple[RecentSession, ...]:
    """The sessions, latest first; empty when the file is missing, damaged or not ours."""
    try:
        with file.open("rb") as source:
            data = source.read(_MAX_BYTES + 1)
        raw = json.loads(data) if len(data) <= _MAX_BYTES else None
    except (OSError, ValueError, RecursionError):
        return ()
    read = (_session(one) for one in raw) if isinstance(raw, list) else ()
    return tuple(one for one in read if one is not None)[:MOST]


def remember(file: Path, session: RecentSession) -> None:
    """Put the session first; its older entry goes. Raises what `write_whole` raises."""
    others = (one for one in load_recent(file) if one.path != session.path)
    _save(file, (session, *others))


def forget(file: Path, path: str) -> None:
    """Take a session off the list; the document itself stays."""
    _save(file, (one for one in load_recent(file) if one.path != path))


def _save(file: Path, sessions: Iterable[RecentSession]) -> None:
    rows = [asdict(one) for one in sessions][:MOST]
    write_whole(file, json.dumps(rows, indent=1).encode(), replace=True)


def _session(raw: Any) -> RecentSession | None:
    names = [one.name for one in fields(RecentSession)]
    if not isinstance(raw, dict) or sorted(raw) != sorted(names):
        return None
    if not all(isinstance(value, str) for value in raw.values()):
        return None
    return RecentSession(**raw)
