"""Disks that are full or may not be written: nothing is half done, and nothing acknowledged is lost."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from accesscheck.errors import DiskFull, DocumentReadOnly, FileUnreadable, FolderNotWritable
from accesscheck.storage.document import WorkingDocument

from .documents import AT, DOOR, answer, answered, closed_document, new_document, notes
from .rights import no_rights, open_folder

UNSHARE = ["unshare", "--mount", *([] if os.geteuid() == 0 else ["--user", "--map-root-user"])]


@cache
def can_mount() -> bool:
    if shutil.which("unshare") is None:
        return False
    return subprocess.run([*UNSHARE, "true"], check=False, capture_output=True).returncode == 0


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> dict[str, int]:
    if not can_mount():
        pytest.skip("a disk of our own cannot be mounted here (no unshare, or no right to use it)")
    program = Path(__file__).with_name("full_disk_child.py")
    order = [*UNSHARE, sys.executable, str(program), str(tmp_path_factory.mktemp("disk"))]
    done = subprocess.run(order, check=True, capture_output=True, text=True, timeout=60)
    found: dict[str, int] = json.loads(done.stdout)
    return found


def test_a_full_disk_is_told_and_what_was_acknowledged_is_shown(full: dict[str, int]) -> None:
    assert full["shown_when_full"] == full["acknowledged"] > 10


def test_on_a_full_disk_what_was_acknowledged_is_on_it(full: dict[str, int]) -> None:
    assert full["on_disk_when_full"] == full["acknowledged"]


def test_when_there_is_room_again_the_work_goes_on(full: dict[str, int]) -> None:
    assert full["after_making_room"] == full["acknowledged"] + 1


def test_a_file_that_does_not_fit_leaves_the_old_one_and_no_part(full: dict[str, int]) -> None:
    assert (full.get("whole_written"), full["old_kept"], full["parts_left"]) == (None, True, 0)


def test_a_change_that_finds_no_room_is_taken_back_whole(tmp_path: Path) -> None:
    with new_document(tmp_path) as document:
        document.apply(answered(answer("a")), AT, DOOR)
        limit = document._database.execute("PRAGMA page_count").fetchone()[0]
        document._database.execute(f"PRAGMA max_page_count={limit}")
        with pytest.raises(DiskFull) as refused:
            document.apply(answered(answer("b", "x" * 50_000), answer("c")), AT, DOOR)
        assert (refused.value, notes(document)) == (DiskFull(str(document.path)), {"a": None})


def test_after_a_full_disk_the_next_small_answer_is_taken(tmp_path: Path) -> None:
    with new_document(tmp_path) as document:
        limit = document._database.execute("PRAGMA page_count").fetchone()[0]
        document._database.execute(f"PRAGMA max_page_count={limit}")
        with pytest.raises(DiskFull):
            document.apply(answered(answer("b", "x" * 50_000)), AT, DOOR)
        document.apply(answered(answer("a")), AT, DOOR)
    with WorkingDocument.open(document.path) as again:
        assert (notes(again), again.revision) == ({"a": None}, 1)


def test_a_read_only_file_is_refused_for_writing_and_left_as_it_is() -> None:
    with open_folder() as folder:
        path = closed_document(folder, answered(answer()))
        folder.chmod(0o777)
        path.chmod(0o444)
        with no_rights(), pytest.raises(DocumentReadOnly):
            WorkingDocument.open(path)
        assert [one.name for one in folder.iterdir()] == [path.name]


def test_a_file_in_a_read_only_folder_is_refused_for_writing() -> None:
    with open_folder() as folder:
        path = closed_document(folder)
        path.chmod(0o666)
        folder.chmod(0o555)
        with no_rights(), pytest.raises(FolderNotWritable) as refused:
            WorkingDocument.open(path)
        assert refused.value.path == str(folder)


def test_a_read_only_file_in_a_read_only_folder_is_read() -> None:
    with open_folder() as folder:
        path = closed_document(folder, answered(answer(note="kept")))
        path.chmod(0o444)
        folder.chmod(0o555)
        with no_rights(), WorkingDocument.open(path, write=False) as document:
            assert notes(document) == {"captions": "kept"}


def test_a_file_that_may_not_be_read_is_unreadable() -> None:
    with open_folder() as folder:
        path = closed_document(folder)
        path.chmod(0)
        with no_rights(), pytest.raises(FileUnreadable):
            WorkingDocument.open(path)


def test_a_folder_that_becomes_read_only_refuses_the_change_and_keeps_the_rest() -> None:
    with open_folder() as folder:
        folder.chmod(0o777)
        path = closed_document(folder, answered(answer("a")))
        path.chmod(0o666)
        with no_rights():
            document = WorkingDocument.open(path)
        folder.chmod(0o555)
        with no_rights(), document:
            with pytest.raises(FolderNotWritable):
                document.apply(answered(answer("b")), AT, DOOR)
            assert notes(document) == {"a": None}
