"""A document gets another name: under the writer's lock, and never in place of another file."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from accesscheck.errors import DocumentInUse, TargetExists
from accesscheck.storage.lock import take_lock
from accesscheck.storage.naming import name_document


@pytest.fixture
def document(tmp_path: Path) -> Path:
    made = tmp_path / "old.accesscheck"
    made.write_bytes(b"held")
    return made


def test_the_document_has_the_new_name_alone(document: Path, tmp_path: Path) -> None:
    name_document(document, tmp_path / "new.accesscheck")
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("new.accesscheck", b"held")]


def test_a_file_of_that_name_stays(document: Path, tmp_path: Path) -> None:
    (tmp_path / "new.accesscheck").write_bytes(b"other")
    with pytest.raises(TargetExists):
        name_document(document, tmp_path / "new.accesscheck")
    assert (document.read_bytes(), (tmp_path / "new.accesscheck").read_bytes()) == (b"held", b"other")


def test_a_document_that_another_writes_keeps_its_name(document: Path, tmp_path: Path) -> None:
    lock = take_lock(document, str(document))
    with pytest.raises(DocumentInUse):
        name_document(document, tmp_path / "new.accesscheck")
    lock.release()
    assert document.exists()


def test_where_files_have_one_name_only_it_is_moved(
    document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*names: object) -> None:
        raise OSError(errno.EPERM, "no hard links here")

    monkeypatch.setattr("os.link", refused)
    name_document(document, tmp_path / "new.accesscheck")
    assert [one.name for one in tmp_path.iterdir()] == ["new.accesscheck"]
