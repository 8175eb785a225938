"""One writer at a time, and who it is."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from accesscheck.errors import DocumentDamaged, DocumentInUse
from accesscheck.storage.document import WorkingDocument
from accesscheck.storage.lock import take_lock

from .documents import closed_document, new_document


def refusal(path: Path) -> DocumentInUse:
    with pytest.raises(DocumentInUse) as refused:
        WorkingDocument.open(path)
    return refused.value


def note(path: Path) -> Path:
    return path.with_name(path.name + ".lock-holder")


def test_a_second_writer_is_told_who_holds_the_document(tmp_path: Path) -> None:
    with new_document(tmp_path) as document:
        found = refusal(document.path)
    assert (found.path, found.host, found.process) == (str(document.path), socket.gethostname(), os.getpid())


def test_a_second_writer_is_told_since_when(tmp_path: Path) -> None:
    with new_document(tmp_path) as document:
        since = datetime.fromisoformat(refusal(document.path).since)
    assert timedelta(0) <= datetime.now(UTC) - since < timedelta(minutes=1)


def test_the_holder_is_still_named_after_several_refused_attempts(tmp_path: Path) -> None:
    with new_document(tmp_path) as document:
        assert [refusal(document.path).process for _ in range(4)] == [os.getpid()] * 4


def test_a_refused_attempt_does_not_let_a_third_in(tmp_path: Path) -> None:
    with new_document(tmp_path) as document:
        refusal(document.path)
        refusal(document.path)


def test_a_document_given_free_can_be_opened_again(tmp_path: Path) -> None:
    path = closed_document(tmp_path)
    WorkingDocument.open(path).close()
    WorkingDocument.open(path).close()


def test_a_document_given_free_leaves_nothing_beside_it(tmp_path: Path) -> None:
    WorkingDocument.open(closed_document(tmp_path)).close()
    assert [one.name for one in tmp_path.iterdir()] == ["Forum.accesscheck"]


def test_a_document_that_is_refused_while_opening_is_given_free(tmp_path: Path) -> None:
    path = closed_document(tmp_path)
    path.write_bytes(path.read_bytes()[:8192])
    for _ in range(2):
        with pytest.raises(DocumentDamaged):
            WorkingDocument.open(path)
    take_lock(path, str(path)).release()


def test_the_same_document_under_another_name_is_in_use_too(tmp_path: Path) -> None:
    with new_document(tmp_path) as document:
        (tmp_path / "link.accesscheck").symlink_to(document.path)
        assert refusal(tmp_path / "link.accesscheck").process == os.getpid()


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"host": 1, "process": 2, "since": ""}', "[" * 1900, "\udcff"])
def test_a_note_that_cannot_be_read_names_nobody(tmp_path: Path, text: str) -> None:
    with new_document(tmp_path) as document:
        note(document.path).write_bytes(text.encode(errors="surrogateescape"))
        assert refusal(document.path) == DocumentInUse(str(document.path), "", 0, "")


def test_a_missing_note_names_nobody(tmp_path: Path) -> None:
    with new_document(tmp_path) as document:
        note(document.path).unlink()
        assert refusal(document.path).process == 0


HOLDER = """
import sys
from pathlib import Path
from accesscheck.storage.document import WorkingDocument
document = WorkingDocument.open(Path(sys.argv[1]))
print("open", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def held(tmp_path: Path) -> tuple[Path, int]:
    """A document that a process held which was killed, and that process."""
    path = closed_document(tmp_path)
    order = [sys.executable, "-c", HOLDER, str(path)]
    with subprocess.Popen(order, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"open\n"
        assert refusal(path).process == holder.pid
        holder.send_signal(signal.SIGKILL)
        holder.wait()
    return path, holder.pid


def test_the_lock_goes_with_a_killed_process(held: tuple[Path, int]) -> None:
    WorkingDocument.open(held[0]).close()


def test_who_comes_after_a_killed_process_is_named_in_its_place(held: tuple[Path, int]) -> None:
    with WorkingDocument.open(held[0]):
        assert refusal(held[0]).process == os.getpid() != held[1]


def test_what_a_killed_process_left_beside_the_document_goes_with_the_next_writer(held: tuple[Path, int]) -> None:
    WorkingDocument.open(held[0]).close()
    assert [one.name for one in held[0].parent.iterdir()] == ["Forum.accesscheck"]
