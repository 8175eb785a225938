"""Undo, redo and the trail."""

from __future__ import annotations

from pathlib import Path

import pytest

from accesscheck.errors import DocumentDamaged, DocumentReadOnly, NothingToUndo
from accesscheck.storage.document import Change, WorkingDocument

from .documents import AT, DOOR, LATER, answer, answered, closed_document, fact, new_document, notes, tamper


def test_undo_takes_the_last_change_back(tmp_path: Path) -> None:
    with new_document(tmp_path) as document:
        document.apply(answered(answer(note="first")), AT, DOOR)
        document.apply(answered(answer(note="second")), AT, DOOR)
        document.undo(LATER, DOOR)
        assert notes(document) == {"captions": "first"}


def test_undo_takes_a_first_answer_away(tmp_path: Path) -> None:
    with WorkingDocument.open(closed_document(tmp_path, answered(answer()))) as document:
        document.undo(LATER, DOOR)
        assert document.assessment().answers == ()


def test_undo_takes_back_all_rows_of_a_step(tmp_path: Path) -> None:
    with WorkingDocument.open(closed_document(tmp_path, Change("fact", (fact(), answer())))) as document:
        document.undo(LATER, DOOR)
        assert (document.assessment().answers, document.assessment().facts) == ((), {})


def test_undo_names_what_was_undone(tmp_path: Path) -> None:
    with WorkingDocument.open(closed_document(tmp_path, Change("fact", (fact(),)))) as document:
        assert document.undo(LATER, DOOR) == "fact"


def test_undo_and_redo_reach_back_over_a_restart(tmp_path: Path) -> None:
    path = closed_document(tmp_path, answered(answer("a")), answered(answer("b")))
    with WorkingDocument.open(path) as document:
        document.undo(LATER, DOOR)
        document.undo(LATER, DOOR)
    with WorkingDocument.open(path) as document:
        document.redo(LATER, DOOR)
        assert notes(document) == {"a": None}


def test_redo_after_every_undo_leads_back_to_where_it_was(tmp_path: Path) -> None:
    path = closed_document(
        tmp_path, answered(answer("a")), answered(answer("a", "x")), answered(("answer/a/plan", None))
    )
    with WorkingDocument.open(path) as document:
        before = document.assessment().answers
        labels = [document.undo(LATER, DOOR) for _ in range(3)] + [document.redo(LATER, DOOR) for _ in range(3)]
        assert (document.assessment().answers, len(labels)) == (before, 6)


def test_undo_and_redo_each_raise_the_revision(tmp_path: Path) -> None:
    with WorkingDocument.open(closed_document(tmp_path, answered(answer()))) as document:
        document.undo(LATER, DOOR)
        document.redo(LATER, DOOR)
        assert document.revision == 3


@pytest.mark.parametrize("redo", [False, True])
def test_nothing_to_turn_is_said(tmp_path: Path, redo: bool) -> None:
    with new_document(tmp_path) as document, pytest.raises(NothingToUndo) as refused:
        _ = document.redo(AT, DOOR) if redo else document.undo(AT, DOOR)
    assert refused.value == NothingToUndo(redo)


def test_the_document_knows_what_can_be_turned(tmp_path: Path) -> None:
    with WorkingDocument.open(closed_document(tmp_path, answered(answer()))) as document:
        before = (document.can_undo, document.can_redo)
        document.undo(LATER, DOOR)
        assert (before, (document.can_undo, document.can_redo)) == ((True, False), (False, True))


def test_a_new_change_after_undo_ends_redo(tmp_path: Path) -> None:
    with WorkingDocument.open(closed_document(tmp_path, answered(answer("a")))) as document:
        document.undo(LATER, DOOR)
        document.apply(answered(answer("b")), LATER, DOOR)
        with pytest.raises(NothingToUndo):
            document.redo(LATER, DOOR)


def test_what_was_undone_and_left_behind_stays_in_the_trail(tmp_path: Path) -> None:
    with WorkingDocument.open(closed_document(tmp_path, answered(answer("a")))) as document:
        document.undo(LATER, DOOR)
        document.apply(answered(answer("b")), LATER, DOOR)
        assert [(tuple(one.changes), one.state) for one in document.trail()] == [
            (("answer/b/plan",), "done"),
            (("answer/a/plan",), "dropped"),
        ]


def test_undo_after_dropping_goes_on_with_what_stands(tmp_path: Path) -> None:
    with WorkingDocument.open(closed_document(tmp_path, answered(answer("a")), answered(answer("b")))) as document:
        document.undo(LATER, DOOR)
        document.apply(answered(answer("c")), LATER, DOOR)
        document.undo(LATER, DOOR)
        document.undo(LATER, DOOR)
        assert (notes(document), document.can_undo) == ({}, False)


def test_the_trail_says_when_by_which_door_and_what(tmp_path: Path) -> None:
    key, text = answer()
    with new_document(tmp_path) as document:
        document.apply(Change("clear", ((key, text),)), LATER, "command line")
        (entry,) = document.trail()
    assert (entry.at, entry.door, entry.label, entry.changes) == (LATER, "command line", "clear", {key: (None, text)})


def test_the_trail_can_be_cut_to_the_latest(tmp_path: Path) -> None:
    with WorkingDocument.open(
        closed_document(tmp_path, *(answered(answer(f"i{one}")) for one in range(5)))
    ) as document:
        assert [one.seq for one in document.trail(2)] == [5, 4]


def changing(*given: tuple[str, str], merge: bool = True) -> list[Change]:
    return [answered(answer(item, note), merge=merge) for item, note in given]


def test_an_answer_changed_by_arrow_keys_is_one_step(tmp_path: Path) -> None:
    with new_document(tmp_path) as document:
        document.apply(answered(answer(note="before")), AT, DOOR)
        for change in changing(("a", "1"), ("a", "2"), ("a", "3")):
            document.apply(change, AT, DOOR)
        document.undo(LATER, DOOR)
        assert notes(document) == {"captions": "before"}


def test_a_joined_step_is_redone_to_its_end(tmp_path: Path) -> None:
    with new_document(tmp_path) as document:
        for change in changing(("a", "1"), ("a", "2")):
            document.apply(change, AT, DOOR)
        document.undo(LATER, DOOR)
        document.redo(LATER, DOOR)
        assert notes(document) == {"a": "2"}


def test_what_need_not_be_forgotten_joins_the_answers_step(tmp_path: Path) -> None:
    with new_document(tmp_path) as document:
        document.apply(Change("answer", (answer("a", "1"), ("earlier", "[]")), merge=True), AT, DOOR)
        document.apply(Change("answer", (answer("a", "2"),), merge=True), AT, DOOR)
        document.undo(LATER, DOOR)
        assert (notes(document), document.can_undo) == ({}, False)


def test_steps_that_lead_back_to_the_beginning_leave_no_step(tmp_path: Path) -> None:
    with new_document(tmp_path) as document:
        for change in changing(("a", "0"), ("b", "1")):
            document.apply(change, AT, DOOR)
        document.apply(answered(("answer/b/plan", None), merge=True), AT, DOOR)
        document.undo(LATER, DOOR)
        assert notes(document) == {}


@pytest.mark.parametrize("between", ["another item", "another door", "no merge", "undo and redo", "another sitting"])
def test_steps_are_not_joined_over(tmp_path: Path, between: str) -> None:
    first, second = changing(("a", "1"), ("a", "2"), merge=between != "no merge")
    document = new_document(tmp_path)
    document.apply(first, AT, "command line" if between == "another door" else DOOR)
    if between == "another item":
        document.apply(answered(answer("b", "1"), merge=True), AT, DOOR)
    if between == "undo and redo":
        document.undo(AT, DOOR)
        document.redo(AT, DOOR)
    if between == "another sitting":
        document.close()
        document = WorkingDocument.open(document.path)
    with document:
        document.apply(second, AT, DOOR)
        document.undo(LATER, DOOR)
        assert notes(document)["a"] == "1"


def test_a_reader_cannot_undo(tmp_path: Path) -> None:
    path = closed_document(tmp_path, answered(answer()))
    with WorkingDocument.open(path, write=False) as document, pytest.raises(DocumentReadOnly):
        document.undo(LATER, DOOR)


@pytest.mark.parametrize(
    "statement",
    [
        'UPDATE history SET changes=\'[["answer/captions/plan", "{}", null]]\'',
        "UPDATE history SET changes='[[1, 2, 3]]'",
        "UPDATE history SET changes='nothing'",
        "UPDATE history SET at='yesterday'",
        "UPDATE history SET at='2027-03-15T09:00:00'",
        "UPDATE history SET changes=x'00'",
    ],
)
def test_a_trail_that_no_document_holds_is_refused_and_nothing_is_turned(tmp_path: Path, statement: str) -> None:
    path = tamper(closed_document(tmp_path, answered(answer())), statement)
    with WorkingDocument.open(path) as document:
        before = path.read_bytes()
        with pytest.raises(DocumentDamaged):
            document.undo(LATER, DOOR)
        assert (path.read_bytes(), document.revision) == (before, 1)
