"""Files are written in full or not at all."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

import pytest

from accesscheck.errors import DiskFull, FileMissing, FileUnreadable, FolderNotWritable, TargetExists, TargetInUse
from accesscheck.storage.files import read_whole, write_whole

from .rights import no_rights, open_folder


def refuse(monkeypatch: pytest.MonkeyPatch, name: str, code: int) -> None:
    """Let the system answer a call as other systems and disks do."""

    def refused(*_: object, **__: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, name, refused)


@pytest.mark.parametrize("replace", [True, False])
def test_a_new_file_holds_what_was_written(tmp_path: Path, replace: bool) -> None:
    write_whole(tmp_path / "a", b"new", replace=replace)
    assert (tmp_path / "a").read_bytes() == b"new"


def test_a_file_is_replaced_when_that_was_meant(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old and longer")
    write_whole(tmp_path / "a", b"new", replace=True)
    assert (tmp_path / "a").read_bytes() == b"new"


def test_a_file_is_never_replaced_unasked(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    with pytest.raises(TargetExists):
        write_whole(tmp_path / "a", b"new", replace=False)
    assert (tmp_path / "a").read_bytes() == b"old"


def test_a_link_to_nowhere_is_not_replaced_unasked(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    with pytest.raises(TargetExists):
        write_whole(tmp_path / "a", b"new", replace=False)


def test_nothing_but_the_file_is_left(tmp_path: Path) -> None:
    write_whole(tmp_path / "a", b"1", replace=False)
    write_whole(tmp_path / "a", b"2", replace=True)
    assert [one.name for one in tmp_path.iterdir()] == ["a"]


def test_a_replaced_file_keeps_its_mode(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    (tmp_path / "a").chmod(0o640)
    write_whole(tmp_path / "a", b"new", replace=True)
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o640


def test_a_new_file_has_the_mode_every_new_file_has(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    write_whole(tmp_path / "a", b"new", replace=False)
    assert (tmp_path / "a").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_a_symbolic_link_stays_and_its_target_is_written(tmp_path: Path) -> None:
    (tmp_path / "far").mkdir()
    (tmp_path / "far" / "a").write_bytes(b"old")
    (tmp_path / "a").symlink_to(tmp_path / "far" / "a")
    write_whole(tmp_path / "a", b"new", replace=True)
    assert ((tmp_path / "a").is_symlink(), (tmp_path / "far" / "a").read_bytes()) == (True, b"new")


def test_a_missing_folder_is_told_with_the_systems_word(tmp_path: Path) -> None:
    with pytest.raises(FolderNotWritable) as refused:
        write_whole(tmp_path / "none" / "a", b"new", replace=True)
    assert refused.value == FolderNotWritable(str(tmp_path / "none"), "No such file or directory")


def test_a_folder_without_rights_is_told() -> None:
    with open_folder() as folder:
        folder.chmod(0o555)
        with no_rights(), pytest.raises(FolderNotWritable):
            write_whole(folder / "a", b"new", replace=False)


def test_a_folder_of_that_name_is_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    with pytest.raises(TargetExists):
        write_whole(tmp_path / "a", b"new", replace=True)
    assert [one.name for one in tmp_path.iterdir()] == ["a"]


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT])
def test_a_full_disk_leaves_the_old_file_and_no_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    (tmp_path / "a").write_bytes(b"old")
    refuse(monkeypatch, "fsync", code)
    with pytest.raises(DiskFull):
        write_whole(tmp_path / "a", b"new", replace=True)
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("a", b"old")]


def test_a_file_held_by_another_program_is_told_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a").write_bytes(b"old")
    refuse(monkeypatch, "replace", errno.EACCES)
    with pytest.raises(TargetInUse):
        write_whole(tmp_path / "a", b"new", replace=True)
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("a", b"old")]


def test_a_disk_without_hard_links_takes_a_new_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse(monkeypatch, "link", errno.EPERM)
    write_whole(tmp_path / "a", b"new", replace=False)
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("a", b"new")]


@pytest.mark.parametrize("links", [True, False])
def test_a_file_that_appears_meanwhile_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool) -> None:
    if not links:
        refuse(monkeypatch, "link", errno.EPERM)
    (tmp_path / "a").write_bytes(b"theirs")
    monkeypatch.setattr(os.path, "lexists", lambda _: False)
    with pytest.raises(TargetExists):
        write_whole(tmp_path / "a", b"new", replace=False)
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("a", b"theirs")]


def test_a_name_that_was_claimed_in_vain_is_given_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    refuse(monkeypatch, "link", errno.EPERM)
    refuse(monkeypatch, "replace", errno.EIO)
    with pytest.raises(FolderNotWritable):
        write_whole(tmp_path / "a", b"new", replace=False)
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"all of it")
    assert read_whole(tmp_path / "a") == b"all of it"


def test_of_a_larger_file_one_byte_too_many_is_read_to_tell(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"0123456789")
    assert read_whole(tmp_path / "a", most=4) == b"01234"


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        read_whole(tmp_path / "a")


def test_a_folder_cannot_be_read_as_a_file(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadable):
        read_whole(tmp_path)
