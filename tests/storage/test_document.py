"""The working document: what is answered is on disk, and what is read is exactly that."""

from __future__ import annotations

import dataclasses
import sqlite3
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest

from accesscheck.errors import (
    AnswerRefused,
    DocumentInUse,
    DocumentReadOnly,
    FileMissing,
    FolderNotWritable,
    TargetExists,
)
from accesscheck.model.assessment import Answer, Assessment, Earlier, Evidence
from accesscheck.model.profile import Fact, Need, NeedAnswer
from accesscheck.model.terms import EvidenceKind, Outcome, Party, Stage
from accesscheck.storage.database import APPLICATION_ID, FORMAT
from accesscheck.storage.document import Change, WorkingDocument, rows
from accesscheck.storage.history import MAX_CHANGES
from accesscheck.storage.state import MAX_ROW, MAX_ROWS

from .documents import AT, DOOR, LATER, SESSION, answer, answered, closed_document, fact, new_document, notes, tamper


def full_assessment(session: UUID = SESSION) -> Assessment:
    """Every kind of value a document can hold."""
    return Assessment(
        session=session,
        revision=0,
        facts={
            "title": Fact(value="مساءلة 问责 “quoted” \u200d", changed=AT),
            "minutes": Fact(value=90, changed=AT),
            "floor-languages": Fact(value=("en", "fr"), changed=AT),
            "need-wheelchair": Fact(value=Need(answer=NeedAnswer.YES, asked=AT.date(), number=2), changed=AT),
        },
        answers=(
            Answer(
                item="captions",
                stage=Stage.PLAN,
                outcome=Outcome.WAITING,
                whom=Party.HOST,
                asked=AT.date(),
                answered=AT,
                evidence=(Evidence(kind=EvidenceKind.LINK, text="https://example.org", date=AT.date()),),
            ),
            Answer(item="captions", stage=Stage.DELIVERED, note="later"),
            Answer(item="seats-wheelchair", stage=Stage.PLAN, outcome=Outcome.PARTLY, value=1, needed=2.5, answered=AT),
        ),
        earlier=(
            Earlier.model_validate(
                {"kind": "item", "id": "captions", "stage": Stage.PLAN, "was": "missing", "from": AT, "until": LATER}
            ),
        ),
        stage_chosen=Stage.REHEARSAL,
    )


def test_an_answer_is_in_the_file_when_apply_returns(tmp_path: Path) -> None:
    with new_document(tmp_path) as document:
        document.apply(answered(answer(note="two captioners")), AT, DOOR)
        with closing(sqlite3.connect(document.path)) as other:
            assert "two captioners" in other.execute("SELECT value FROM state").fetchone()[0]


def test_every_kind_of_value_comes_back_as_it_was_given(tmp_path: Path) -> None:
    whole = full_assessment()
    path = closed_document(tmp_path, Change("import", tuple(rows(Assessment(session=SESSION, revision=0), whole))))
    with WorkingDocument.open(path) as document:
        assert document.assessment() == whole.model_copy(update={"revision": 1})


def test_rows_are_only_those_that_differ() -> None:
    before = full_assessment()
    after = before.model_copy(update={"answers": before.answers[1:], "stage_chosen": Stage.PLAN})
    assert list(rows(before, after)) == [("answer/captions/plan", None), ("stage", '"plan"')]


def test_rows_take_away_what_is_no_longer_earlier() -> None:
    before = full_assessment()
    assert list(rows(before, before.model_copy(update={"earlier": ()}))) == [("earlier", None)]


def test_a_document_of_the_first_layout_opens_and_takes_answers(tmp_path: Path) -> None:
    path = closed_document(tmp_path, answered(answer(note="old")))
    for table in ("meta", "state"):
        layout = f"CREATE TABLE {table}(key TEXT PRIMARY KEY, value TEXT NOT NULL)"
        moved = f"INSERT INTO {table} SELECT * FROM was"  # noqa: S608 - our own names
        tamper(path, f"ALTER TABLE {table} RENAME TO was", layout, moved, "DROP TABLE was")
    with WorkingDocument.open(path) as document:
        document.apply(answered(answer("slides", "new")), AT, DOOR)
    with WorkingDocument.open(path, write=False) as document:
        assert notes(document) == {"captions": "old", "slides": "new"}


def test_a_new_document_is_empty_and_knows_its_session(tmp_path: Path) -> None:
    with new_document(tmp_path) as document:
        assert document.assessment() == Assessment(session=SESSION, revision=0)


def test_a_new_document_says_what_it_is_and_in_which_format(tmp_path: Path) -> None:
    with closing(sqlite3.connect(closed_document(tmp_path))) as raw:
        found = [raw.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")]
    assert found == [APPLICATION_ID, FORMAT]


def test_what_a_document_is_made_with_is_in_it_at_once_and_is_no_step(tmp_path: Path) -> None:
    first = rows(Assessment(session=SESSION, revision=0), full_assessment())
    with WorkingDocument.create(tmp_path / "a.accesscheck", SESSION, AT, first=first) as document:
        assert document.assessment() == full_assessment().model_copy(update={"revision": 1})
        assert (document.can_undo, document.trail()) == (False, ())


def test_a_closed_document_takes_nothing_and_says_so_to_the_programmer(tmp_path: Path) -> None:
    document = new_document(tmp_path)
    document.close()
    with pytest.raises(sqlite3.ProgrammingError):
        document.apply(answered(answer()), AT, DOOR)


def test_a_document_at_rest_is_one_file(tmp_path: Path) -> None:
    closed_document(tmp_path, answered(answer()))
    assert [one.name for one in tmp_path.iterdir()] == ["Forum.accesscheck"]


def test_a_sample_stays_marked_as_one(tmp_path: Path) -> None:
    with WorkingDocument.create(tmp_path / "s.accesscheck", SESSION, AT, sample=True) as document:
        path = document.path
    with WorkingDocument.open(path) as document:
        assert (document.sample, document.assessment().sample) == (True, True)


def test_a_document_never_takes_the_place_of_a_file(tmp_path: Path) -> None:
    path = closed_document(tmp_path, answered(answer()))
    with pytest.raises(TargetExists):
        new_document(tmp_path)
    with WorkingDocument.open(path) as document:
        assert document.revision == 1


def test_a_document_in_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FolderNotWritable):
        new_document(tmp_path / "nowhere")


def test_a_name_of_any_script_with_signs_of_an_address_is_opened(tmp_path: Path) -> None:
    new_document(tmp_path, "Форум 50% #1? é مائدة.accesscheck").close()
    with WorkingDocument.open(tmp_path / "Форум 50% #1? é مائدة.accesscheck") as document:
        assert document.session == SESSION


def test_a_missing_document_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        WorkingDocument.open(tmp_path / "none.accesscheck")


def test_each_change_raises_the_revision(tmp_path: Path) -> None:
    path = closed_document(tmp_path, answered(answer()), Change("fact", (fact(),)))
    with WorkingDocument.open(path) as document:
        assert (document.revision, document.assessment().revision) == (2, 2)


def test_a_change_that_changes_nothing_writes_nothing(tmp_path: Path) -> None:
    with new_document(tmp_path) as document:
        document.apply(answered(answer()), AT, DOOR)
        before = document.path.read_bytes()
        document.apply(answered(answer()), LATER, DOOR)
        assert (document.path.read_bytes(), document.revision) == (before, 1)


def test_the_assessment_is_the_same_value_until_something_changes(tmp_path: Path) -> None:
    with new_document(tmp_path) as document:
        assert document.assessment() is document.assessment()


def test_an_answer_can_be_taken_away(tmp_path: Path) -> None:
    gone = answered((answer()[0], None))
    with WorkingDocument.open(closed_document(tmp_path, answered(answer()), gone)) as document:
        assert document.assessment().answers == ()


def test_answers_come_in_the_order_of_items_and_stages_however_they_were_given(tmp_path: Path) -> None:
    path = closed_document(tmp_path, answered(answer("b")), answered(answer("c")), answered(answer("a")))
    with WorkingDocument.open(path) as document:
        assert [one.item for one in document.assessment().answers] == ["a", "b", "c"]


@pytest.mark.parametrize(
    "row",
    [
        ("answer/captions/plan", answer("other")[1]),
        ("answer/captions/plan", "{}"),
        ("answer/captions/plan", "not json"),
        ("fact/Not An Id", fact()[1]),
        ("fact/title", '{"value": "x", "changed": "2027-03-15T09:00:00Z", "more": 1}'),
        ("stage", '"someday"'),
        ("earlier", "{}"),
        ("unheard-of", "{}"),
    ],
)
def test_what_could_not_be_read_again_is_never_written(tmp_path: Path, row: tuple[str, str]) -> None:
    with new_document(tmp_path) as document:
        with pytest.raises(ValueError, match=r".+"):
            document.apply(answered(row), AT, DOOR)
        assert document.revision == 0


def test_an_answer_larger_than_is_read_again_is_refused(tmp_path: Path) -> None:
    proof = Evidence(kind=EvidenceKind.DOCUMENT, text="x" * 100_000, date=AT.date())
    large = Answer(item="captions", stage=Stage.PLAN, evidence=(proof,) * (MAX_ROW // 100_000 + 1))
    change = rows(Assessment(session=SESSION, revision=0), Assessment(session=SESSION, revision=0, answers=(large,)))
    with new_document(tmp_path) as document, pytest.raises(AnswerRefused) as refused:
        document.apply(answered(*change), AT, DOOR)
    assert refused.value == AnswerRefused("captions", "too-large")


def test_more_answers_than_are_read_again_are_refused(tmp_path: Path) -> None:
    first = [answer(f"item-{number}") for number in range(MAX_ROWS + 1)]
    with pytest.raises(AnswerRefused):
        WorkingDocument.create(tmp_path / "a.accesscheck", SESSION, AT, first=first)
    assert list(tmp_path.iterdir()) == []


def test_a_step_larger_than_the_trail_takes_is_refused_whole(tmp_path: Path) -> None:
    large = [answer(f"item-{number}", "x" * 100_000) for number in range(MAX_CHANGES // 100_000)]
    with new_document(tmp_path) as document:
        with pytest.raises(AnswerRefused):
            document.apply(answered(*large), AT, DOOR)
        assert (document.revision, document.can_undo) == (0, False)


def test_an_instant_without_time_zone_is_refused(tmp_path: Path) -> None:
    with new_document(tmp_path) as document, pytest.raises(ValueError, match="time zone"):
        document.apply(answered(answer()), AT.replace(tzinfo=None), DOOR)


def test_the_last_export_is_kept_and_is_no_change(tmp_path: Path) -> None:
    with new_document(tmp_path) as document:
        document.mark_exported(LATER)
    with WorkingDocument.open(document.path) as again:
        assert (again.last_export, again.revision) == (LATER, 0)


def test_the_catalogue_it_was_answered_by_is_kept(tmp_path: Path) -> None:
    with new_document(tmp_path) as document:
        document.note_catalogue("accesscheck", "1.0")
        document.note_catalogue("accesscheck", "1.1")
    with WorkingDocument.open(document.path) as again:
        assert again.catalogue is not None
        assert (again.catalogue.id, again.catalogue.version) == ("accesscheck", "1.1")


def test_noting_the_same_catalogue_again_writes_nothing(tmp_path: Path) -> None:
    with new_document(tmp_path) as document:
        document.note_catalogue("accesscheck", "1.0")
        before = document.path.read_bytes()
        document.note_catalogue("accesscheck", "1.0")
        assert document.path.read_bytes() == before


def test_a_reader_reads_while_another_writes(tmp_path: Path) -> None:
    with new_document(tmp_path) as writer:
        writer.apply(answered(answer(note="first")), AT, DOOR)
        with WorkingDocument.open(writer.path, write=False) as reader:
            writer.apply(answered(answer(note="second")), AT, DOOR)
            assert notes(reader) == {"captions": "first"}


def test_a_reader_writes_nothing(tmp_path: Path) -> None:
    path = closed_document(tmp_path)
    with WorkingDocument.open(path, write=False) as reader, pytest.raises(DocumentReadOnly):
        reader.apply(answered(answer()), AT, DOOR)


def test_a_reader_leaves_nothing_beside_the_document(tmp_path: Path) -> None:
    with WorkingDocument.open(closed_document(tmp_path), write=False):
        assert [one.name for one in tmp_path.iterdir()] == ["Forum.accesscheck"]


def test_a_second_writer_is_refused(tmp_path: Path) -> None:
    with new_document(tmp_path) as document, pytest.raises(DocumentInUse):
        WorkingDocument.open(document.path)


def test_a_reader_that_holds_the_file_too_long_makes_the_change_fail_not_half_happen(tmp_path: Path) -> None:
    with new_document(tmp_path) as document, closing(sqlite3.connect(document.path, isolation_level=None)) as other:
        document._database.execute("PRAGMA busy_timeout=1")
        other.execute("BEGIN")
        other.execute("SELECT * FROM meta").fetchall()
        with pytest.raises(DocumentInUse):
            document.apply(answered(answer()), AT, DOOR)
        other.execute("COMMIT")
        document.apply(answered(answer()), AT, DOOR)
        assert document.revision == 1


def test_an_answer_to_a_document_that_was_moved_away_is_refused(tmp_path: Path) -> None:
    with new_document(tmp_path) as document:
        document.path.rename(tmp_path / "moved.accesscheck")
        with pytest.raises(FileMissing):
            document.apply(answered(answer()), AT, DOOR)


def test_an_answer_to_a_document_that_was_replaced_is_refused(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    other = closed_document(tmp_path / "other", answered(answer(note="other")))
    with new_document(tmp_path) as document:
        other.replace(document.path)
        with pytest.raises(FileMissing):
            document.apply(answered(answer()), AT, DOOR)


def test_closing_twice_does_no_harm(tmp_path: Path) -> None:
    document = new_document(tmp_path)
    document.close()
    document.close()


def test_a_change_is_a_frozen_value() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        answered(answer()).label = "fact"  # type: ignore[misc]
