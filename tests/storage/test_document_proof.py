"""Files kept as proof, and the copy without history."""

from __future__ import annotations

import hashlib
import random
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest

from accesscheck.errors import (
    DocumentDamaged,
    DocumentReadOnly,
    FileMissing,
    FileUnreadable,
    ProofTooLarge,
    TargetExists,
    UnknownName,
)
from accesscheck.model.assessment import Answer, Evidence
from accesscheck.model.terms import EvidenceKind, Stage
from accesscheck.storage import proof
from accesscheck.storage.document import Change, WorkingDocument
from accesscheck.storage.state import answer_key, text_of

from .documents import AT, DOOR, LATER, SESSION, answer, answered, new_document, tamper


def proved(files: dict[str, bytes], item: str = "captions") -> Change:
    """An answer that names these files."""
    evidence = tuple(
        Evidence(kind=EvidenceKind.DOCUMENT, date=AT.date(), file="offer.pdf", sha256=sha256, size=len(data))
        for sha256, data in files.items()
    )
    return Change(
        "proof", ((answer_key(item, Stage.PLAN), text_of(Answer(item=item, stage=Stage.PLAN, evidence=evidence))),)
    )


def put(document: WorkingDocument, folder: Path, data: bytes, item: str = "captions") -> str:
    file = folder / "offer.pdf"
    file.write_bytes(data)
    files = document.take_in(file)
    document.apply(proved(files, item), AT, DOOR, files)
    return next(iter(files))


def kept(path: Path) -> int:
    with closing(sqlite3.connect(path)) as raw:
        count: int = raw.execute("SELECT count(*) FROM proof").fetchone()[0]
        return count


def test_a_file_comes_back_as_it_was_put_in(tmp_path: Path) -> None:
    with new_document(tmp_path) as document:
        sha256 = put(document, tmp_path, b"\0offer\xff")
    with WorkingDocument.open(document.path, write=False) as again:
        assert again.read_proof(sha256) == b"\0offer\xff"


def test_a_file_is_known_by_its_sha_256(tmp_path: Path) -> None:
    with new_document(tmp_path) as document:
        assert put(document, tmp_path, b"offer") == hashlib.sha256(b"offer").hexdigest()


def test_the_same_file_is_kept_once(tmp_path: Path) -> None:
    with new_document(tmp_path) as document:
        put(document, tmp_path, b"offer", "a")
        put(document, tmp_path, b"offer", "b")
        assert kept(document.path) == 1


def test_undo_keeps_the_file_for_redo(tmp_path: Path) -> None:
    with new_document(tmp_path) as document:
        sha256 = put(document, tmp_path, b"offer")
        document.undo(LATER, DOOR)
        document.redo(LATER, DOOR)
        assert document.read_proof(sha256) == b"offer"


def test_a_file_whose_bytes_changed_is_refused(tmp_path: Path) -> None:
    with new_document(tmp_path) as document:
        sha256 = put(document, tmp_path, b"offer")
    tamper(document.path, "UPDATE proof SET data=x'00'")
    with WorkingDocument.open(document.path) as again, pytest.raises(DocumentDamaged):
        again.read_proof(sha256)


def test_a_file_that_is_not_kept_is_unknown(tmp_path: Path) -> None:
    with new_document(tmp_path) as document, pytest.raises(UnknownName):
        document.read_proof("0" * 64)


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with new_document(tmp_path) as document, pytest.raises(FileMissing):
        document.take_in(tmp_path / "none.pdf")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with new_document(tmp_path) as document, pytest.raises(FileUnreadable):
        document.take_in(tmp_path)


def test_a_file_of_the_largest_size_is_kept(tmp_path: Path) -> None:
    with new_document(tmp_path) as document:
        sha256 = put(document, tmp_path, bytes(proof.MAX_FILE))
        assert len(document.read_proof(sha256)) == 20 * 1024 * 1024


def test_a_larger_file_is_refused_with_its_size_and_the_limit(tmp_path: Path) -> None:
    (tmp_path / "film.mp4").write_bytes(bytes(proof.MAX_FILE + 7))
    with new_document(tmp_path) as document, pytest.raises(ProofTooLarge) as refused:
        document.take_in(tmp_path / "film.mp4")
    assert refused.value == ProofTooLarge(str(tmp_path / "film.mp4"), 20 * 1024 * 1024 + 7, 20 * 1024 * 1024, False)


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> int:
    """A document that takes 1000 bytes of files."""
    monkeypatch.setattr(proof, "MAX_DOCUMENT", 1000)
    return 1000


def test_more_than_a_document_takes_is_refused_with_its_answer(tmp_path: Path, small: int) -> None:
    with new_document(tmp_path) as document:
        put(document, tmp_path, b"a" * 600, "a")
        with pytest.raises(ProofTooLarge) as refused:
            put(document, tmp_path, b"b" * 600, "b")
        assert refused.value == ProofTooLarge(str(document.path), 1200, small, True)
        assert (document.revision, kept(document.path)) == (1, 1)


def test_room_is_made_from_files_that_nothing_can_bring_back(tmp_path: Path, small: int) -> None:
    with new_document(tmp_path) as document:
        put(document, tmp_path, b"a" * 600, "a")
        document.undo(LATER, DOOR)
        sha256 = put(document, tmp_path, b"b" * 600, "b")
        assert (document.read_proof(sha256), kept(document.path)) == (b"b" * 600, 1)


def test_room_is_not_made_from_files_that_undo_can_bring_back(tmp_path: Path, small: int) -> None:
    with new_document(tmp_path) as document:
        put(document, tmp_path, b"a" * 600, "a")
        document.apply(answered(answer("a")), AT, DOOR)
        with pytest.raises(ProofTooLarge):
            put(document, tmp_path, b"b" * 600, "b")


def copied(document: WorkingDocument, folder: Path) -> Path:
    document.forget_history(folder / "clean.accesscheck")
    return folder / "clean.accesscheck"


def test_a_clean_copy_holds_the_same_assessment_and_files(tmp_path: Path) -> None:
    with new_document(tmp_path) as document:
        sha256 = put(document, tmp_path, b"offer")
        document.mark_exported(LATER)
        with WorkingDocument.open(copied(document, tmp_path)) as clean:
            found = (clean.assessment(), clean.session, clean.last_export, clean.read_proof(sha256))
        assert found == (document.assessment(), SESSION, LATER, b"offer")


def test_a_clean_copy_has_no_trail(tmp_path: Path) -> None:
    with new_document(tmp_path) as document:
        put(document, tmp_path, b"offer")
        with WorkingDocument.open(copied(document, tmp_path)) as clean:
            assert (clean.trail(), clean.can_undo) == ((), False)


def test_nothing_that_was_taken_back_is_left_in_the_bytes_of_a_clean_copy(tmp_path: Path) -> None:
    with new_document(tmp_path) as document:
        put(document, tmp_path, b"a secret offer")
        document.apply(answered(answer("captions", note="a secret remark")), AT, DOOR)
        document.apply(answered(answer("captions", note="kept")), AT, DOOR)
        data = copied(document, tmp_path).read_bytes()
    assert (b"secret" in document.path.read_bytes(), b"secret" in data) == (True, False)


def test_a_clean_copy_can_be_made_by_a_reader(tmp_path: Path) -> None:
    path = new_document(tmp_path)
    path.close()
    with WorkingDocument.open(path.path, write=False) as reader:
        assert copied(reader, tmp_path).exists()


def test_a_clean_copy_never_takes_the_place_of_a_file(tmp_path: Path) -> None:
    with new_document(tmp_path) as document, pytest.raises(TargetExists):
        document.forget_history(document.path)


# --- history forgotten in place ---


def test_forgetting_the_history_leaves_the_session_as_it_stands(tmp_path: Path) -> None:
    with new_document(tmp_path) as document:
        put(document, tmp_path, b"offer")
        document.apply(Change("answer", (answer("a", "x"), ("earlier", "[]"))), AT, DOOR)
        document.mark_exported(LATER)
        before = document.assessment(), document.last_export
        document.forget_history_here()
        assert (document.trail(), document.can_undo) == ((), False)
    with WorkingDocument.open(document.path) as again:
        assert (again.assessment(), again.last_export) == before


def test_a_document_whose_history_was_forgotten_goes_on(tmp_path: Path) -> None:
    with new_document(tmp_path) as document:
        document.apply(answered(answer("a", "1"), merge=True), AT, DOOR)
        document.forget_history_here()
        document.apply(answered(answer("a", "2"), merge=True), AT, DOOR)
        document.undo(LATER, DOOR)
        assert document.assessment().answers[0].note == "1"


def test_nothing_that_was_taken_back_is_left_in_the_bytes_once_the_history_is_forgotten(tmp_path: Path) -> None:
    with new_document(tmp_path) as document:
        put(document, tmp_path, b"a secret offer" * 3000)
        document.apply(answered(answer("captions", note="a secret remark")), AT, DOOR)
        document.apply(answered(answer("captions", note="kept")), AT, DOOR)
        before = document.path.read_bytes()
        document.forget_history_here()
    after = document.path.read_bytes()
    assert (b"secret" in before, b"secret" in after, len(after) < len(before) - 30_000) == (True, False, True)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["Forum.accesscheck", "offer.pdf"]


def test_proof_that_an_answer_names_outlives_the_history(tmp_path: Path) -> None:
    with new_document(tmp_path) as document:
        sha256 = put(document, tmp_path, b"offer")
        document.forget_history_here()
        assert document.read_proof(sha256) == b"offer"


def test_a_reader_cannot_forget_the_history(tmp_path: Path) -> None:
    path = new_document(tmp_path)
    path.close()
    with WorkingDocument.open(path.path, write=False) as reader, pytest.raises(DocumentReadOnly):
        reader.forget_history_here()


FORGETTING = """
import sys
from pathlib import Path
from accesscheck.storage.document import WorkingDocument
document = WorkingDocument.open(Path(sys.argv[1]))
print("open", flush=True)
while True:
    document.forget_history_here()
"""


def test_a_process_killed_while_it_forgets_the_history_loses_no_answer(tmp_path: Path) -> None:
    with new_document(tmp_path) as document:
        put(document, tmp_path, b"offer" * 200_000)
        for number in range(30):
            document.apply(answered(answer(f"i{number}", "x" * 3000)), AT, DOOR)
        held = document.assessment()
    whole = document.path.read_bytes()
    chance = random.Random(20270315)  # noqa: S311 - moments, not secrets
    for _ in range(12):
        document.path.write_bytes(whole)
        order = [sys.executable, "-c", FORGETTING, str(document.path)]
        with subprocess.Popen(order, stdout=subprocess.PIPE) as forgetting:
            assert forgetting.stdout is not None
            assert forgetting.stdout.readline() == b"open\n"
            until = time.perf_counter() + chance.random() * 0.1
            while time.perf_counter() < until:
                pass
            forgetting.kill()
        with WorkingDocument.open(document.path) as again:
            assert again.assessment() == held
