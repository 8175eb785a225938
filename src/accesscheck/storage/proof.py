"""Files kept inside the document as proof, each known by its SHA-256."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Mapping
from pathlib import Path

from accesscheck.errors import DocumentDamaged, FileMissing, FileUnreadable, ProofTooLarge, UnknownName

MAX_FILE = 20 * 1024 * 1024
MAX_DOCUMENT = 100 * 1024 * 1024
"""Bytes of one file, and of all files of a document."""

_NAMED = """
    SELECT sha256, size, data FROM proof WHERE EXISTS (SELECT 1 FROM state WHERE instr(state.value, proof.sha256))
"""
_UNNAMED = """
    DELETE FROM proof WHERE NOT EXISTS (SELECT 1 FROM state WHERE instr(state.value, proof.sha256))
    AND NOT EXISTS (SELECT 1 FROM history WHERE history.state <> 'dropped' AND instr(history.changes, proof.sha256))
"""


def load_proof(path: Path) -> tuple[str, bytes]:
    """A file's SHA-256 (hexadecimal) and bytes; raises `ProofTooLarge`, `FileMissing` or `FileUnreadable`."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            data = file.read(MAX_FILE + 1)
    except FileNotFoundError as error:
        raise FileMissing(str(path)) from error
    except OSError as error:
        raise FileUnreadable(str(path), error.strerror or type(error).__name__) from error
    if len(data) > MAX_FILE:
        raise ProofTooLarge(str(path), max(size, len(data)), MAX_FILE, whole=False)
    return hashlib.sha256(data).hexdigest(), data


def store(database: sqlite3.Connection, files: Mapping[str, bytes], shown: str) -> None:
    """Put files in, each once; raises `ProofTooLarge` when the document cannot take them.

    When room is short, files go that no answer names and no undo or redo can bring back.
    """
    for sha256, data in files.items():
        database.execute("INSERT OR REPLACE INTO proof VALUES (?, ?, ?)", (sha256, len(data), data))
    if files and _total(database) > MAX_DOCUMENT:
        drop_unnamed(database)
        if (total := _total(database)) > MAX_DOCUMENT:
            raise ProofTooLarge(shown, total, MAX_DOCUMENT, whole=True)


def read(database: sqlite3.Connection, sha256: str, shown: str) -> bytes:
    """A file's bytes, checked against its SHA-256; raises `UnknownName` or `DocumentDamaged`."""
    row = database.execute("SELECT data FROM proof WHERE sha256=?", (sha256,)).fetchone()
    if row is None:
        raise UnknownName("proof", sha256, None)
    data = row[0]
    if not isinstance(data, bytes) or hashlib.sha256(data).hexdigest() != sha256:
        raise DocumentDamaged(shown)
    return data


def drop_unnamed(database: sqlite3.Connection) -> None:
    """Take away the files that no answer names and no undo or redo can bring back."""
    database.execute(_UNNAMED)


def copy_named(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """Copy the files that an answer names into a new document."""
    target.executemany("INSERT INTO proof VALUES (?, ?, ?)", source.execute(_NAMED))


def _total(database: sqlite3.Connection) -> int:
    total: int = database.execute("SELECT coalesce(sum(length(data)), 0) FROM proof").fetchone()[0]
    return total
