from __future__ import annotations

from dataclasses import fields
from datetime import UTC, datetime
from pathlib import Path

import pytest

from accesscheck.errors import TargetExists, UnknownEnding, ValueRefused
from accesscheck.language.words import Words
from accesscheck.model.catalogue import Catalogue
from accesscheck.model.terms import EvidenceKind, Stage
from accesscheck.operations.documents import (
    copy_clean,
    new_session,
    new_session_at,
    open_session,
    recent_entry,
    session_title,
)
from accesscheck.operations.session import Proof, add_proof, set_fact
from accesscheck.storage.recent import RecentSession

AT = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)
ITEM = "venue-access.step-free"


def test_a_new_session_lies_in_the_documents_folder_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, catalogue: Catalogue, english: Words
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(tmp_path / "Documents"))
    names = []
    for _ in range(2):
        with new_session(catalogue, english, AT, "test") as opened:
            names.append(opened.document.path.name)
    assert names == ["New session.accesscheck", "New session 2.accesscheck"]


def test_a_session_begins_with_the_facts_of_its_profile(tmp_path: Path, catalogue: Catalogue) -> None:
    with new_session_at(tmp_path / "a.accesscheck", catalogue, {"seats": 5}, AT, "test") as opened:
        assert opened.assessment.facts["seats"].value == 5


def test_a_profile_that_cannot_be_leaves_no_file(tmp_path: Path, catalogue: Catalogue) -> None:
    with pytest.raises(ValueRefused):
        new_session_at(tmp_path / "a.accesscheck", catalogue, {"seats": -5}, AT, "test")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["a.json", "a.txt", "a"])
def test_a_session_has_the_ending_of_sessions(tmp_path: Path, catalogue: Catalogue, name: str) -> None:
    with pytest.raises(UnknownEnding):
        new_session_at(tmp_path / name, catalogue, {}, AT, "test")


def test_a_file_that_is_there_is_never_taken_for_a_new_session(tmp_path: Path, catalogue: Catalogue) -> None:
    there = tmp_path / "a.accesscheck"
    there.write_bytes(b"somebody's")
    with pytest.raises(TargetExists):
        new_session_at(there, catalogue, {}, AT, "test")
    assert there.read_bytes() == b"somebody's"


def test_a_clean_copy_has_the_proof_files_and_no_history(tmp_path: Path, catalogue: Catalogue) -> None:
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(b"a picture")
    with new_session_at(tmp_path / "a.accesscheck", catalogue, {}, AT, "test") as opened:
        add_proof(opened, ITEM, Proof(EvidenceKind.DOCUMENT, file=photo), AT)
        whole = opened.assessment
    copy_clean(tmp_path / "a.accesscheck", tmp_path / "b.accesscheck")
    with open_session(tmp_path / "b.accesscheck", catalogue, "test", write=False) as copy:
        answer = copy.assessment.answer(ITEM, Stage.PLAN)
        assert answer is not None
        assert copy.document.read_proof(answer.evidence[0].sha256 or "") == b"a picture"
        assert (copy.assessment, copy.document.trail()) == (whole, ())


def test_a_session_without_a_title_says_so(tmp_path: Path, catalogue: Catalogue, english: Words) -> None:
    with new_session_at(tmp_path / "a.accesscheck", catalogue, {}, AT, "test") as opened:
        assert session_title(opened.assessment, english) == "Session without a title"
        set_fact(opened, "title", "A talk", AT)
        assert session_title(opened.assessment, english) == "A talk"


@pytest.mark.parametrize(
    ("start", "begins"), [("unknown", ""), ("2027-03-15T10:00+01:00[Europe/Oslo]", "2027-03-15T09:00:00+00:00")]
)
def test_the_start_page_is_told_what_it_shows(
    tmp_path: Path, catalogue: Catalogue, english: Words, start: str, begins: str
) -> None:
    path = tmp_path / "a.accesscheck"
    with new_session_at(path, catalogue, {"start": start}, AT, "test") as opened:
        entry = recent_entry(opened.view(AT), path, english)
    assert (entry["verdict"], entry["start"], entry["path"]) == ("open", begins, str(path))


def test_the_start_page_is_told_no_more_than_its_list_holds(
    tmp_path: Path, catalogue: Catalogue, english: Words
) -> None:
    with new_session_at(tmp_path / "a.accesscheck", catalogue, {}, AT, "test") as opened:
        entry = recent_entry(opened.view(AT), tmp_path, english)
    assert set(entry) == {one.name for one in fields(RecentSession)}
