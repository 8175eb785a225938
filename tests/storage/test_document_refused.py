"""Files that are no sound document: each refused for what it is, and left as it is."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accesscheck.errors import (
    AccessCheckError,
    DocumentDamaged,
    FileUnreadable,
    NewerFormat,
    NotADocument,
)
from accesscheck.storage.database import _mended_copy
from accesscheck.storage.document import WorkingDocument

from .documents import answer, answered, closed_document, notes, tamper
from .rights import no_rights, open_folder


def refusal(path: Path, write: bool = True) -> AccessCheckError:
    """The error, after making sure that nothing was changed or left beside the file."""
    before = (path.read_bytes(), sorted(path.parent.iterdir()))
    with pytest.raises(AccessCheckError) as refused:
        WorkingDocument.open(path, write)
    assert (path.read_bytes(), sorted(path.parent.iterdir())) == before
    return refused.value


def document(folder: Path) -> Path:
    """Large enough to have pages of every kind."""
    return closed_document(folder, *(answered(answer(f"item-{one}", "note " * 300)) for one in range(20)))


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("write", [True, False])
@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 an archive", b"x" * 9000, b"SQLite format 2\0" + b"\0" * 200])
def test_a_file_that_is_no_database_is_no_document(tmp_path: Path, data: bytes, write: bool) -> None:
    assert isinstance(refusal(written(tmp_path / "a.accesscheck", data), write), NotADocument)


@pytest.mark.parametrize("write", [True, False])
def test_another_programs_database_is_no_document(tmp_path: Path, write: bool) -> None:
    path = tamper(tmp_path / "a.accesscheck", "CREATE TABLE state(key, value)", "PRAGMA user_version=1")
    assert isinstance(refusal(path, write), NotADocument)


def test_another_programs_database_is_not_mended(tmp_path: Path) -> None:
    tamper(tmp_path / "other", "CREATE TABLE t(a)", "INSERT INTO t VALUES (1)")
    path = left_hot(tmp_path / "other", tmp_path / "b.accesscheck", "UPDATE t SET a=2")
    assert isinstance(refusal(path), NotADocument)


@pytest.mark.parametrize("write", [True, False])
def test_a_newer_format_is_named_with_the_one_that_is_known(tmp_path: Path, write: bool) -> None:
    path = tamper(document(tmp_path), "PRAGMA user_version=7")
    assert refusal(path, write) == NewerFormat(str(path), 7, 1)


def test_a_newer_format_is_named_even_when_its_tables_are_others(tmp_path: Path) -> None:
    path = tamper(document(tmp_path), "PRAGMA user_version=2", "DROP TABLE history", "CREATE TABLE trail(a)")
    assert isinstance(refusal(path), NewerFormat)


@pytest.mark.parametrize("write", [True, False])
@pytest.mark.parametrize("keep", [5, 50, 99, 100, 2000, 4096, 8192, -20000, -4096, -1])
def test_a_truncated_document_is_damaged(tmp_path: Path, keep: int, write: bool) -> None:
    path = document(tmp_path)
    written(path, path.read_bytes()[:keep])
    assert refusal(path, write) == DocumentDamaged(str(path))


@pytest.mark.parametrize(
    "statement",
    [
        "PRAGMA user_version=0",
        "DROP TABLE proof",
        "CREATE TABLE more(a)",
        "CREATE VIEW more AS SELECT 1",
        "CREATE INDEX more ON state(value)",
        "CREATE TRIGGER more AFTER INSERT ON state BEGIN DELETE FROM proof; END",
        "ALTER TABLE state ADD COLUMN more",
    ],
)
def test_a_document_of_another_shape_is_damaged(tmp_path: Path, statement: str) -> None:
    path = tamper(document(tmp_path), statement)
    assert refusal(path) == DocumentDamaged(str(path))


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE state SET value='{}' WHERE key='answer/item-1/plan'",
        "UPDATE state SET key='answer/item-99/plan' WHERE key='answer/item-1/plan'",
        'UPDATE state SET key=\'fact/UPPER CASE\', value=\'{"value":"x","changed":"2027-03-15T09:00:00Z"}\''
        " WHERE key='answer/item-1/plan'",
        "UPDATE state SET value=x'7b7d' WHERE key='answer/item-1/plan'",
        "UPDATE state SET value=CAST(x'ff22' AS TEXT) WHERE key='answer/item-1/plan'",
        "UPDATE state SET value=replace(hex(zeroblob(200000)), '0', '[') WHERE key='answer/item-1/plan'",
        "UPDATE state SET key=x'00' WHERE key='answer/item-1/plan'",
        "INSERT INTO state VALUES ('stage', '\"never\"')",
        "DELETE FROM meta WHERE key='session'",
        "UPDATE meta SET value='\"nobody\"' WHERE key='session'",
        "UPDATE meta SET value='-1' WHERE key='revision'",
        "UPDATE meta SET value='1, \"sample\": true' WHERE key='revision'",
        "INSERT INTO meta VALUES ('more', '1')",
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20001)"
        " INSERT INTO state SELECT 'answer/x' || i || '/plan', '{}' FROM n",
        "UPDATE state SET value=value || hex(zeroblob(2200000))",
        "UPDATE state SET value=value || hex(zeroblob(2200000)) WHERE key='answer/item-1/plan'",
    ],
)
def test_a_row_that_no_document_holds_makes_it_damaged(tmp_path: Path, statement: str) -> None:
    path = tamper(document(tmp_path), statement)
    assert refusal(path) == DocumentDamaged(str(path))


def test_a_document_in_write_ahead_mode_is_not_one_of_ours(tmp_path: Path) -> None:
    path = tamper(document(tmp_path), "PRAGMA journal_mode=WAL")
    assert isinstance(refusal(path), DocumentDamaged)


def test_damage_inside_a_page_is_found(tmp_path: Path) -> None:
    path = document(tmp_path)
    data = bytearray(path.read_bytes())
    data[8192:8232] = bytes(40)
    assert isinstance(refusal(written(path, bytes(data))), DocumentDamaged)


def test_a_folder_is_no_document(tmp_path: Path) -> None:
    (tmp_path / "a.accesscheck").mkdir()
    with pytest.raises(NotADocument):
        WorkingDocument.open(tmp_path / "a.accesscheck")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_no_document_and_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.accesscheck")
    with pytest.raises(NotADocument):
        WorkingDocument.open(tmp_path / "a.accesscheck")


def test_a_name_that_leads_in_a_circle_is_unreadable(tmp_path: Path) -> None:
    (tmp_path / "a.accesscheck").symlink_to(tmp_path / "a.accesscheck")
    with pytest.raises(FileUnreadable):
        WorkingDocument.open(tmp_path / "a.accesscheck")


def test_broken_text_where_sqlite_quotes_it_is_damage(tmp_path: Path) -> None:
    path = document(tmp_path)
    data = path.read_bytes()
    place = data.index(b"INTEGER PRIMARY KEY") + len("INTEGER PRIMARY ")
    assert isinstance(refusal(written(path, data[:place] + b"\x80" + data[place + 1 :])), DocumentDamaged)


def test_a_page_that_breaks_the_reading_is_damage(tmp_path: Path) -> None:
    path = document(tmp_path)
    data = path.read_bytes()
    assert isinstance(refusal(written(path, data[:100] + bytes(60) + data[160:])), DocumentDamaged)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(spots=st.lists(st.tuples(st.integers(0, 60_000), st.binary(min_size=1, max_size=8)), min_size=1, max_size=6))
def test_whatever_bytes_are_changed_a_document_opens_or_is_refused(
    tmp_path: Path, spots: list[tuple[int, bytes]]
) -> None:
    whole = tmp_path / "whole"
    if not whole.exists():
        whole.mkdir()
        document(whole)
    data = bytearray((whole / "Forum.accesscheck").read_bytes())
    for place, given_bytes in spots:
        start = place % (len(data) - 8)
        data[start : start + len(given_bytes)] = given_bytes
    path = written(tmp_path / "changed.accesscheck", bytes(data))
    with suppress(AccessCheckError), WorkingDocument.open(path, write=False) as opened:
        opened.trail()
    assert path.read_bytes() == data


def left_hot(document: Path, target: Path, statement: str) -> Path:
    """A copy of the file as a process leaves it that is killed while its pages are being written."""
    with closing(sqlite3.connect(document, isolation_level=None)) as raw:
        raw.execute("PRAGMA cache_size=1")
        raw.execute("BEGIN")
        raw.execute(statement)
        raw.execute("PRAGMA cache_spill=1")
        raw.execute("CREATE TABLE filler AS SELECT zeroblob(4000) FROM sqlite_master, sqlite_master AS b")
        shutil.copyfile(document, target)
        shutil.copyfile(f"{document}-journal", f"{target}-journal")
        raw.execute("ROLLBACK")
    return target


@pytest.fixture
def killed(tmp_path: Path) -> Path:
    """A document whose last change was half written when its process was killed."""
    (tmp_path / "killed").mkdir()
    path = left_hot(document(tmp_path), tmp_path / "killed" / "a.accesscheck", "UPDATE state SET value='lost'")
    assert b"lost" in path.read_bytes()
    assert path.with_name("a.accesscheck-journal").read_bytes()[:1] == b"\xd9"
    return path


def test_a_change_that_a_killed_process_left_half_written_is_taken_back(killed: Path) -> None:
    with WorkingDocument.open(killed) as opened:
        assert set(notes(opened).values()) == {"note " * 300}


def test_after_that_the_document_is_one_sound_file_again(killed: Path) -> None:
    WorkingDocument.open(killed).close()
    assert ([one.name for one in killed.parent.iterdir()], b"lost" in killed.read_bytes()) == (["a.accesscheck"], False)


def test_a_reader_sees_it_taken_back_and_touches_nothing(killed: Path) -> None:
    before = {one: one.read_bytes() for one in killed.parent.iterdir()}
    with WorkingDocument.open(killed, write=False) as opened:
        assert set(notes(opened).values()) == {"note " * 300}
    assert {one: one.read_bytes() for one in killed.parent.iterdir()} == before


def test_a_reader_whom_another_process_forestalled_in_mending_reads_what_that_left(killed: Path) -> None:
    WorkingDocument.open(killed).close()
    with closing(_mended_copy(killed, str(killed))) as raw:
        assert raw.execute("SELECT count(*) FROM state WHERE value='lost'").fetchone() == (0,)


def test_a_journal_that_may_not_be_read_leaves_the_document_unreadable(killed: Path) -> None:
    with open_folder() as folder:
        path = Path(shutil.copyfile(killed, folder / "a.accesscheck"))
        shutil.copyfile(f"{killed}-journal", f"{path}-journal")
        path.with_name("a.accesscheck-journal").chmod(0)
        with no_rights(), pytest.raises(AccessCheckError):
            WorkingDocument.open(path, write=False)
