from __future__ import annotations

import hashlib
import json
from collections.abc import Generator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from accesscheck.errors import DataTooLarge, TargetExists, UnknownEnding, UnknownName
from accesscheck.language.words import Words
from accesscheck.model.assessment import Answer, Assessment
from accesscheck.model.catalogue import Catalogue
from accesscheck.model.terms import Outcome, Stage
from accesscheck.operations.documents import open_session, write_session
from accesscheck.operations.export_notes import note_export
from accesscheck.operations.exporting import (
    Source,
    check_language,
    check_target,
    export,
    read_source,
)
from accesscheck.operations.session import give_answer, undo
from accesscheck.storage.lock import take_lock

Example = tuple[Assessment, datetime]
ITEM = "captioning.live"
AT = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)


@pytest.fixture
def source(catalogue: Catalogue, example: Example) -> Source:
    return Source(catalogue, *example)


@pytest.fixture
def document(tmp_path: Path, catalogue: Catalogue, example: Example) -> Path:
    path = tmp_path / "session.accesscheck"
    write_session(path, catalogue, example[0], AT, "test").close()
    return path


def done(steps: Generator[Any, None, Any]) -> Any:
    """A long operation's result."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


def write(source: Source, target: Path, words: Words, force: bool = False) -> Path:
    assert source.as_of is not None
    done(export(source, target, words, source.as_of, force))
    return target


def test_the_ending_of_the_target_picks_what_is_written(source: Source, tmp_path: Path, english: Words) -> None:
    begins = [
        write(source, tmp_path / f"a{one}", english).read_bytes()[:5] for one in (".pdf", ".JSON", ".accesscheck")
    ]
    assert begins == [b"%PDF-", b'{"ans', b"SQLit"]


@pytest.mark.parametrize("ending", [".json", ".pdf"])
def test_the_same_session_at_the_same_instant_gives_the_same_bytes(
    source: Source, tmp_path: Path, english: Words, ending: str
) -> None:
    both = [write(source, tmp_path / f"{name}{ending}", english).read_bytes() for name in "ab"]
    assert hashlib.sha256(both[0]).digest() == hashlib.sha256(both[1]).digest()


def test_data_made_a_session_and_data_again_is_the_same(
    source: Source, tmp_path: Path, english: Words, catalogue: Catalogue
) -> None:
    first = write(source, tmp_path / "a.json", english)
    session = write(read_source(first, lambda: catalogue), tmp_path / "b.accesscheck", english)
    read = read_source(session, lambda: catalogue)
    again = write(Source(read.catalogue, read.assessment, source.as_of), tmp_path / "c.json", english)
    assert again.read_bytes() == first.read_bytes()


def test_an_export_keeps_its_own_instant(source: Source, tmp_path: Path, english: Words, catalogue: Catalogue) -> None:
    assert read_source(write(source, tmp_path / "a.json", english), lambda: catalogue).as_of == source.as_of


def test_an_export_is_read_without_any_other_catalogue(source: Source, tmp_path: Path, english: Words) -> None:
    def never() -> Catalogue:
        raise AssertionError

    assert read_source(write(source, tmp_path / "a.json", english), never).assessment == source.assessment


def test_a_stage_chosen_by_hand_travels(source: Source, tmp_path: Path, english: Words, catalogue: Catalogue) -> None:
    chosen = source.assessment.model_copy(update={"stage_chosen": Stage.REHEARSAL})
    path = write(Source(catalogue, chosen, source.as_of), tmp_path / "a.json", english)
    assert read_source(path, lambda: catalogue).assessment.stage_chosen is Stage.REHEARSAL


@pytest.mark.parametrize("ending", [".json", ".pdf", ".accesscheck"])
def test_a_target_that_is_there_stays_as_it_is(source: Source, tmp_path: Path, english: Words, ending: str) -> None:
    there = tmp_path / f"a{ending}"
    there.write_bytes(b"somebody's")
    with pytest.raises(TargetExists):
        write(source, there, english)
    assert there.read_bytes() == b"somebody's"


def test_a_target_is_replaced_when_that_was_asked_for(source: Source, tmp_path: Path, english: Words) -> None:
    there = tmp_path / "a.json"
    there.write_bytes(b"old")
    assert write(source, there, english, force=True).read_bytes()[:1] == b"{"


def test_a_session_is_never_replaced(source: Source, document: Path, english: Words) -> None:
    before = document.read_bytes()
    with pytest.raises(TargetExists):
        write(source, document, english, force=True)
    assert document.read_bytes() == before


def test_an_export_that_is_given_up_leaves_nothing(source: Source, tmp_path: Path, english: Words) -> None:
    steps = export(source, tmp_path / "a.pdf", english, AT, force=False)
    next(steps)
    steps.close()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["a.txt", "a", "a.pdf.zip"])
def test_an_ending_nobody_knows_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnknownEnding):
        check_target(tmp_path / name, force=True)


def test_a_target_that_is_there_is_refused_before_any_work(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"somebody's")
    with pytest.raises(TargetExists):
        check_target(tmp_path / "a.pdf", force=False)


@pytest.mark.parametrize("language", ["ar", "zh", "en", "fr", "ru", "es"])
def test_reports_can_be_had_in_six_languages(language: str) -> None:
    check_language(language)


def test_data_that_could_not_be_read_back_is_not_put_into_a_report(
    source: Source, tmp_path: Path, english: Words
) -> None:
    longest = "字" * 100_000
    answers = tuple(
        Answer(item=item.id, stage=stage, note=longest) for item in source.catalogue.items for stage in item.stages
    )
    long = replace(source, assessment=source.assessment.model_copy(update={"answers": answers}))
    with pytest.raises(DataTooLarge):
        write(long, tmp_path / "report.pdf", english)
    assert not (tmp_path / "report.pdf").exists()


@pytest.mark.parametrize("language", ["de", "xx", "", "English"])
def test_a_language_beyond_the_six_is_unknown(language: str) -> None:
    with pytest.raises(UnknownName):
        check_language(language)


def exported_at(document: Path, catalogue: Catalogue) -> datetime | None:
    with open_session(document, catalogue, "test", write=False) as opened:
        return opened.document.last_export


def test_a_session_knows_when_it_was_exported(document: Path, catalogue: Catalogue) -> None:
    note_export(document, AT + timedelta(hours=1))
    assert exported_at(document, catalogue) == AT + timedelta(hours=1)


def test_an_export_of_a_session_open_elsewhere_is_known_once_it_is_closed(document: Path, catalogue: Catalogue) -> None:
    with open_session(document, catalogue, "other"):
        assert note_export(document, AT)
    assert exported_at(document, catalogue) == AT
    assert list(document.parent.iterdir()) == [document]


def test_an_export_of_a_session_open_elsewhere_is_known_there_at_the_next_change(
    document: Path, catalogue: Catalogue
) -> None:
    with open_session(document, catalogue, "other") as opened:
        give_answer(opened, ITEM, {"outcome": Outcome.MISSING}, AT)
        note_export(document, AT + timedelta(minutes=1))
        give_answer(opened, ITEM, {"outcome": Outcome.UNKNOWN}, AT + timedelta(minutes=2))
        assert [one.id for one in opened.assessment.earlier] == [ITEM]
        assert not record(document).exists()


def test_an_export_of_a_session_open_elsewhere_counts_when_it_is_undone_there(
    document: Path, catalogue: Catalogue
) -> None:
    with open_session(document, catalogue, "other") as opened:
        give_answer(opened, ITEM, {"outcome": Outcome.UNKNOWN}, AT)
        give_answer(opened, ITEM, {"outcome": Outcome.MISSING}, AT)
        note_export(document, AT + timedelta(minutes=1))
        undo(opened, AT + timedelta(minutes=2))
        assert [one.id for one in opened.assessment.earlier] == [ITEM]


def record(document: Path) -> Path:
    return document.with_name(document.name + ".exported")


def noted_while_held_by_a_process_that_was_killed(document: Path, *instants: datetime) -> None:
    """As it lies there when the program that had the session open was ended by force."""
    lock = take_lock(document.resolve(), str(document))
    for at in instants:
        assert note_export(document, at)
    lock.release()


def test_an_export_noted_for_a_program_that_was_killed_is_known_to_the_next(
    document: Path, catalogue: Catalogue
) -> None:
    noted_while_held_by_a_process_that_was_killed(document, AT + timedelta(hours=2), AT)
    with open_session(document, catalogue, "next") as opened:
        assert opened.document.last_export == AT + timedelta(hours=2)
    assert list(document.parent.iterdir()) == [document]


@pytest.mark.parametrize(
    "text", ["", "[]", "{", '{"session": 5, "at": 5}', '{"at": "2027-03-01T09:00:00Z"}', "[" * 9000]
)
def test_a_record_nobody_can_have_written_says_nothing(document: Path, catalogue: Catalogue, text: str) -> None:
    record(document).write_text(text, "utf-8")
    with open_session(document, catalogue, "next") as opened:
        assert opened.document.last_export is None


def test_a_record_of_another_session_says_nothing(document: Path, catalogue: Catalogue) -> None:
    other = {"session": str(uuid4()), "at": "2027-03-01T09:00:00Z"}
    record(document).write_text(json.dumps(other), "utf-8")
    with open_session(document, catalogue, "next") as opened:
        assert opened.document.last_export is None


def test_that_an_export_cannot_be_noted_is_told(document: Path, catalogue: Catalogue) -> None:
    document.with_name(document.name + ".lock").mkdir()  # as in a folder where nothing may be written
    assert (note_export(document, AT), exported_at(document, catalogue)) == (False, None)
