"""The document's SQLite file: its shape, opening it without harm, and what SQLite's refusals mean to a person."""

from __future__ import annotations

import shutil
import sqlite3
import stat
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from accesscheck.errors import (
    AccessCheckError,
    DiskFull,
    DocumentDamaged,
    DocumentReadOnly,
    FileMissing,
    FileUnreadable,
    FolderNotWritable,
    NewerFormat,
    NotADocument,
)

from .lock import in_use

FORMAT = 1
APPLICATION_ID = 0x4143434B
"""ASCII "ACCK"."""

SCHEMA = (
    "CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE state(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE history(seq INTEGER PRIMARY KEY, at TEXT NOT NULL, door TEXT NOT NULL, label TEXT NOT NULL,"
    " changes TEXT NOT NULL, state TEXT NOT NULL, turned_at TEXT, turned_door TEXT)",
    "CREATE TABLE proof(sha256 TEXT PRIMARY KEY, size INTEGER NOT NULL, data BLOB NOT NULL)",
)
"""Without row numbers a changed row dirties one page instead of two: an answer is on disk sooner."""
_LAYOUTS = (sorted(SCHEMA), sorted(sql.removesuffix(" WITHOUT ROWID") for sql in SCHEMA))
"""This one, and the one of the first documents; the same statements serve both."""

_MAGIC = b"SQLite format 3\0"
_ROLLBACK_JOURNAL = b"\x01\x01"
_PATIENCE = 5.0  # seconds a commit waits for another program that is reading
_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: 24 * 1024 * 1024,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 10_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 32,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 32,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
}
# EXTRA also syncs the folder after a commit removed its journal: otherwise a power cut just then takes the answer back.
_SETTINGS = ("trusted_schema=OFF", "cell_size_check=ON", "synchronous=EXTRA")


def new_database() -> sqlite3.Connection:
    """An empty document in memory; `serialize` gives its file."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    for statement in (f"PRAGMA application_id={APPLICATION_ID}", f"PRAGMA user_version={FORMAT}", *SCHEMA):
        connection.execute(statement)
    return connection


def check_file(path: Path, shown: str) -> None:
    """Look at the first bytes before SQLite does, which would mend or lock a file that is none of ours.

    Raises `FileMissing`, `FileUnreadable`, `NotADocument`, `NewerFormat` or `DocumentDamaged`.
    """
    head = _head(path, shown)
    if not head or not _MAGIC.startswith(head[:16]):
        raise NotADocument(shown)
    if len(head) < 100:
        raise DocumentDamaged(shown)
    if int.from_bytes(head[68:72]) != APPLICATION_ID:
        raise NotADocument(shown)
    found = int.from_bytes(head[60:64])
    if found > FORMAT:
        raise NewerFormat(shown, found, FORMAT)
    if found < 1 or head[18:20] != _ROLLBACK_JOURNAL:
        raise DocumentDamaged(shown)


def check_writable(path: Path, shown: str) -> None:
    """Raises `DocumentReadOnly` where the file, or the medium it lies on, takes no change."""
    try:
        path.open("r+b").close()
    except OSError as error:
        raise DocumentReadOnly(shown) from error


def connect(path: Path, shown: str, *, write: bool) -> sqlite3.Connection:
    """The checked database; what a killed process left unfinished is taken back.

    Without `write` nothing on disk is touched: an unfinished change is taken back in a copy in memory.
    """
    with meant(path, shown):
        try:
            return _checked(_whole(_opened(path, write=write), path, shown), shown)
        except sqlite3.OperationalError as error:
            if getattr(error, "sqlite_errorcode", None) != sqlite3.SQLITE_READONLY_ROLLBACK:
                raise
        return _checked(_mended_copy(path, shown), shown)


def rewrite(database: sqlite3.Connection) -> None:
    """Write the file anew, so that nothing of what was deleted is left in its bytes; all or nothing."""
    allowed = database.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, 1)  # the new file while it is made
    try:
        database.execute("VACUUM")
    finally:
        database.setlimit(sqlite3.SQLITE_LIMIT_ATTACHED, allowed)


@contextmanager
def transaction(database: sqlite3.Connection, begin: str) -> Iterator[None]:
    """All or nothing, begun by the statement `begin`; leaving it without an error means: on disk."""
    database.execute(begin)
    try:
        yield
        database.execute("COMMIT")
    finally:
        if database.in_transaction:
            with suppress(sqlite3.Error):
                database.execute("ROLLBACK")


@contextmanager
def meant(path: Path, shown: str) -> Iterator[None]:
    """Raise what SQLite's error means to a person; mistakes in our own calls stay what they are."""
    try:
        yield
    except (sqlite3.ProgrammingError, sqlite3.InterfaceError):
        raise
    except UnicodeDecodeError as error:  # SQLite's own message may quote the file's broken text
        raise DocumentDamaged(shown) from error
    except sqlite3.Error as error:
        raise _situation(error, path, shown) from error


def _head(path: Path, shown: str) -> bytes:
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise NotADocument(shown)
        with path.open("rb") as file:
            return file.read(100)
    except FileNotFoundError as error:
        raise FileMissing(shown) from error
    except OSError as error:
        raise FileUnreadable(shown, error.strerror or type(error).__name__) from error


def _opened(path: Path, *, write: bool) -> sqlite3.Connection:
    uri = f"{path.as_uri()}?mode={'rw' if write else 'ro'}"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None, timeout=_PATIENCE)
    with _closed_on_error(connection):
        for category, limit in _LIMITS.items():
            connection.setlimit(category, limit)
        for setting in _SETTINGS:
            connection.execute(f"PRAGMA {setting}")
    return connection


def _whole(connection: sqlite3.Connection, path: Path, shown: str) -> sqlite3.Connection:
    """The connection, when the file holds every page it says it has: SQLite takes what is cut off for empty."""
    with _closed_on_error(connection):
        (pages,), (size,) = (connection.execute(f"PRAGMA {name}").fetchone() for name in ("page_count", "page_size"))
        if path.stat().st_size < pages * size:
            raise DocumentDamaged(shown)
    return connection


def _checked(connection: sqlite3.Connection, shown: str) -> sqlite3.Connection:
    """The connection, when the whole file is sound and its tables are ours."""
    with _closed_on_error(connection):
        made = connection.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY sql").fetchall()
        verdict = connection.execute("PRAGMA integrity_check(1)").fetchall()
        if [sql for (sql,) in made] not in _LAYOUTS or verdict != [("ok",)]:
            raise DocumentDamaged(shown)
    return connection


@contextmanager
def _closed_on_error(connection: sqlite3.Connection) -> Iterator[None]:
    try:
        yield
    except BaseException:
        connection.close()
        raise


def _mended_copy(path: Path, shown: str) -> sqlite3.Connection:
    """A copy in memory in which SQLite took back the change that a killed process left in the journal."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "copy")
        try:
            shutil.copyfile(path, copy)
            shutil.copyfile(path.with_name(path.name + "-journal"), copy.with_name("copy-journal"))
        except FileNotFoundError:  # another process mended it meanwhile
            return _opened(path, write=False)
        except OSError as error:
            raise FileUnreadable(shown, error.strerror or type(error).__name__) from error
        memory = sqlite3.connect(":memory:", isolation_level=None)
        with closing(_opened(copy, write=True)) as mended:
            mended.backup(memory)
    return memory


def _situation(error: sqlite3.Error, path: Path, shown: str) -> AccessCheckError:
    code: int | None = getattr(error, "sqlite_errorcode", None)  # None: text in the file is not UTF-8
    if code is None:
        return DocumentDamaged(shown)
    if code == sqlite3.SQLITE_READONLY_DBMOVED:
        return FileMissing(shown)
    if code & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return in_use(path, shown)
    if code == sqlite3.SQLITE_READONLY_DIRECTORY or code & 0xFF in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN):
        return FolderNotWritable(str(Path(shown).parent), error.sqlite_errorname)
    plain = {sqlite3.SQLITE_FULL: DiskFull, sqlite3.SQLITE_READONLY: DocumentReadOnly}
    return plain.get(code & 0xFF, DocumentDamaged)(shown)
