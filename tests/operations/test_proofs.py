"""Proof files read back out of a session."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from accesscheck.errors import AnswerRefused, TargetExists
from accesscheck.model.catalogue import Catalogue
from accesscheck.model.terms import EvidenceKind, Stage
from accesscheck.operations.documents import new_session_at
from accesscheck.operations.proofs import proofs, save_proof
from accesscheck.operations.session import OpenSession, Proof, add_proof

AT = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)
DAY = date(2027, 2, 1)
ITEM = "venue-access.step-free"
OTHER = "captioning.live"


@pytest.fixture
def session(tmp_path: Path, catalogue: Catalogue) -> Iterator[OpenSession]:
    (tmp_path / "photo.jpg").write_bytes(b"a picture")
    with new_session_at(tmp_path / "a.accesscheck", catalogue, {"format": "hybrid"}, AT, "test") as opened:
        add_proof(opened, ITEM, Proof(EvidenceKind.CONTACT, "The host", DAY), AT)
        add_proof(opened, ITEM, Proof(EvidenceKind.DOCUMENT, "", DAY, tmp_path / "photo.jpg"), AT)
        add_proof(opened, OTHER, Proof(EvidenceKind.LINK, "https://example.org", DAY), AT, Stage.DELIVERED)
        yield opened


def told(session: OpenSession, item: str | None = None, stage: Stage | None = None) -> list[tuple[str, Stage, int]]:
    return [(one.item, one.stage, one.number) for one in proofs(session, item, stage)]


def test_all_proofs_of_a_session_are_listed_and_counted_by_item(session: OpenSession) -> None:
    assert told(session) == [(OTHER, Stage.DELIVERED, 1), (ITEM, Stage.PLAN, 1), (ITEM, Stage.PLAN, 2)]


def test_the_proofs_of_one_item_are_listed(session: OpenSession) -> None:
    assert told(session, ITEM) == [(ITEM, Stage.PLAN, 1), (ITEM, Stage.PLAN, 2)]


def test_the_number_of_a_proof_counts_over_the_stages_of_its_item(session: OpenSession) -> None:
    add_proof(session, OTHER, Proof(EvidenceKind.LINK, "https://example.net", DAY), AT, Stage.PLAN)
    assert told(session, OTHER, Stage.DELIVERED) == [(OTHER, Stage.DELIVERED, 2)]


def test_a_saved_proof_file_has_its_bytes(session: OpenSession, tmp_path: Path) -> None:
    save_proof(session, ITEM, 2, tmp_path / "out.jpg")
    assert (tmp_path / "out.jpg").read_bytes() == b"a picture"


def test_saving_a_proof_file_changes_nothing_of_the_session(session: OpenSession, tmp_path: Path) -> None:
    before = session.document.path.read_bytes()
    save_proof(session, ITEM, 2, tmp_path / "out.jpg")
    assert session.document.path.read_bytes() == before


def test_a_file_that_is_there_is_replaced_only_when_asked(session: OpenSession, tmp_path: Path) -> None:
    (tmp_path / "out.jpg").write_bytes(b"somebody's")
    with pytest.raises(TargetExists):
        save_proof(session, ITEM, 2, tmp_path / "out.jpg")
    assert (tmp_path / "out.jpg").read_bytes() == b"somebody's"
    save_proof(session, ITEM, 2, tmp_path / "out.jpg", replace=True)
    assert (tmp_path / "out.jpg").read_bytes() == b"a picture"


def test_a_session_is_never_replaced_by_a_proof_file(session: OpenSession) -> None:
    before = session.document.path.read_bytes()
    with pytest.raises(TargetExists):
        save_proof(session, ITEM, 2, session.document.path, replace=True)
    assert session.document.path.read_bytes() == before


@pytest.mark.parametrize("number", [0, 3, -1])
def test_a_proof_that_is_not_there_is_told(session: OpenSession, tmp_path: Path, number: int) -> None:
    with pytest.raises(AnswerRefused) as refused:
        save_proof(session, ITEM, number, tmp_path / "out.jpg")
    assert refused.value == AnswerRefused(ITEM, "no-such-proof")


def test_a_proof_in_words_has_no_file_to_save(session: OpenSession, tmp_path: Path) -> None:
    with pytest.raises(AnswerRefused) as refused:
        save_proof(session, ITEM, 1, tmp_path / "out.jpg")
    assert refused.value == AnswerRefused(ITEM, "proof-without-file")
