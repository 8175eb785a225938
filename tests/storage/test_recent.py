"""The list of recent sessions."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from accesscheck.errors import FolderNotWritable
from accesscheck.storage.recent import MOST, RecentSession, forget, load_recent, remember


def session(path: Path | str, title: str = "Forum") -> RecentSession:
    start = "2027-03-15T10:00:00+01:00[Europe/Oslo]"
    return RecentSession(str(path), title, "excludes", "plan", "3", "2027-03-01T09:00:00Z", start)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "recent.json"


def test_a_session_comes_back_as_it_was_remembered(file: Path) -> None:
    remember(file, session("/a", "منتدى 论坛"))
    assert load_recent(file) == (session("/a", "منتدى 论坛"),)


def test_the_latest_session_comes_first(file: Path) -> None:
    remember(file, session("/a"))
    remember(file, session("/b"))
    assert [one.path for one in load_recent(file)] == ["/b", "/a"]


def test_a_session_stands_in_the_list_once_as_it_was_last(file: Path) -> None:
    for one in (session("/a", "old"), session("/b"), session("/a", "new")):
        remember(file, one)
    assert [(one.path, one.title) for one in load_recent(file)] == [("/a", "new"), ("/b", "Forum")]


def test_the_list_keeps_the_latest_twenty(file: Path) -> None:
    for number in range(MOST + 3):
        remember(file, session(f"/{number}"))
    assert [one.path for one in load_recent(file)] == [f"/{number}" for number in range(MOST + 2, 2, -1)]


def test_a_session_can_be_taken_off_the_list(file: Path) -> None:
    remember(file, session("/a"))
    remember(file, session("/b"))
    forget(file, "/b")
    assert [one.path for one in load_recent(file)] == ["/a"]


def test_a_missing_list_is_empty(file: Path) -> None:
    assert load_recent(file) == ()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{",
        b"{}",
        b"null",
        b"\xff\xfe",
        b"[" * 100_000,
        b"[1, null, {}]",
        b'[{"path": "/a"}]',
        b"[]" + b" " * 1_000_000,
    ],
)
def test_a_damaged_list_is_empty(file: Path, data: bytes) -> None:
    file.write_bytes(data)
    assert load_recent(file) == ()


def test_a_folder_in_its_place_is_an_empty_list(tmp_path: Path) -> None:
    assert load_recent(tmp_path) == ()


def test_an_entry_of_another_kind_is_left_out(file: Path) -> None:
    remember(file, session("/a"))
    entry = json.loads(file.read_bytes())[0]
    file.write_text(json.dumps([entry | {"title": 7}, entry | {"more": "x"}, entry]))
    assert load_recent(file) == (session("/a"),)


def test_a_session_whose_file_is_there_is_not_missing(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    assert not session(tmp_path / "a").missing()


@pytest.mark.parametrize("path", ["/nowhere/at/all", "\0", "x" * 5000])
def test_a_session_whose_file_is_gone_is_missing(path: str) -> None:
    assert session(path).missing()


def test_a_list_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(FolderNotWritable):
        remember(tmp_path / "none" / "recent.json", session("/a"))


def test_the_list_is_read_without_what_is_slow_to_import() -> None:
    program = "import sys, accesscheck.storage.recent; print({'pydantic', 'sqlite3', 'filelock'} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, check=True).stdout == b"set()\n"
