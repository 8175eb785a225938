from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from accesscheck.errors import AnswerRefused, FileMissing, NothingToUndo, ProofTooLarge, UnknownName
from accesscheck.model.catalogue import Catalogue
from accesscheck.model.profile import FactValue, Need, NeedAnswer
from accesscheck.model.terms import EvidenceKind, Outcome, Stage
from accesscheck.operations.changes import Reply
from accesscheck.operations.documents import new_session_at, open_session
from accesscheck.operations.session import (
    OpenSession,
    Proof,
    add_proof,
    choose_stage,
    give_answer,
    redo,
    remove_proof,
    set_fact,
    tell_answer,
    undo,
)

AT = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)
DAY = timedelta(hours=24)
SHORT = timedelta(minutes=5)
ITEM = "venue-access.step-free"
MEASURED = "venue-access.door-width"
SIGN = "need-sign-language"
YES = Need(answer=NeedAnswer.YES)
FACTS: dict[str, FactValue] = {"format": "hybrid", "seats": 120, "raised-stage": "yes", "stage-height-cm": 40}


@pytest.fixture
def session(tmp_path: Path, catalogue: Catalogue) -> Iterator[OpenSession]:
    with new_session_at(tmp_path / "a.accesscheck", catalogue, FACTS, AT, "test") as opened:
        yield opened


def outcome(session: OpenSession, item: str = ITEM) -> Outcome | None:
    answer = session.assessment.answer(item, Stage.PLAN)
    return answer.outcome if answer else None


def remembered(session: OpenSession) -> list[tuple[str, str]]:
    return [(one.id, one.was) for one in session.assessment.earlier]


def test_an_answer_is_in_the_file_when_it_was_given(session: OpenSession, catalogue: Catalogue) -> None:
    give_answer(session, ITEM, {"outcome": Outcome.MET}, AT)
    with open_session(session.document.path, catalogue, "test", write=False) as read:
        assert outcome(read) is Outcome.MET


def test_what_changes_nothing_is_no_step(session: OpenSession) -> None:
    give_answer(session, ITEM, {"outcome": Outcome.MET}, AT)
    before = session.assessment
    give_answer(session, ITEM, {"outcome": Outcome.MET}, AT + DAY)
    assert session.assessment == before


def test_a_refused_answer_leaves_everything_as_it_was(session: OpenSession) -> None:
    before = session.document.path.read_bytes()
    with pytest.raises(AnswerRefused):
        give_answer(session, ITEM, {"outcome": Outcome.PARTLY}, AT)
    assert session.document.path.read_bytes() == before


def test_undo_and_redo_turn_each_change_and_say_which(session: OpenSession) -> None:
    give_answer(session, ITEM, {"outcome": Outcome.MET}, AT)
    assert (undo(session, AT), outcome(session)) == ("answer", None)
    assert (redo(session, AT), outcome(session)) == ("answer", Outcome.MET)


def test_with_nothing_to_redo_it_is_told(session: OpenSession) -> None:
    with pytest.raises(NothingToUndo):
        redo(session, AT)


def test_two_changes_can_be_one_step(session: OpenSession) -> None:
    give_answer(session, ITEM, {"note": "a"}, AT)
    give_answer(session, ITEM, {"note": "ab"}, AT, merge=True)
    undo(session, AT)
    assert session.assessment.answers == ()


def test_a_cleared_answer_comes_back_with_undo(session: OpenSession) -> None:
    give_answer(session, ITEM, {"outcome": Outcome.MISSING, "note": "A step."}, AT)
    before = session.assessment.answers
    tell_answer(session, ITEM, {}, [], AT, anew=True)
    undo(session, AT)
    assert session.assessment.answers == before


def test_an_item_that_is_not_there_is_told(session: OpenSession) -> None:
    with pytest.raises(UnknownName):
        give_answer(session, "venue-access.stepfree", {"outcome": Outcome.MET}, AT)


def test_a_stage_chosen_by_hand_is_kept_and_can_be_given_up(session: OpenSession) -> None:
    choose_stage(session, Stage.DELIVERED, AT)
    assert session.view(AT).score.stage_chosen
    choose_stage(session, None, AT)
    assert session.view(AT).score.stage is Stage.PLAN


def test_an_answer_told_with_its_proof_is_one_step(session: OpenSession) -> None:
    told = [Proof(EvidenceKind.CONTACT, "The host"), Proof(EvidenceKind.TESTED, "Went there")]
    tell_answer(session, ITEM, {"outcome": Outcome.MET}, told, AT)
    assert [kind for kind, _, _ in proofs(session)] == [EvidenceKind.CONTACT, EvidenceKind.TESTED]
    assert (undo(session, AT), session.assessment.answers) == ("answer", ())


def test_an_answer_told_anew_keeps_nothing_of_the_old_one(session: OpenSession) -> None:
    give_answer(session, ITEM, {"outcome": Outcome.MISSING, "note": "A step."}, AT)
    tell_answer(session, ITEM, {"outcome": Outcome.MET}, [], AT, anew=True)
    answer = session.assessment.answer(ITEM, Stage.PLAN)
    assert answer is not None
    assert (answer.outcome, answer.note) == (Outcome.MET, None)


def test_proof_is_refused_at_a_stage_the_item_is_not_asked_at(session: OpenSession) -> None:
    with pytest.raises(AnswerRefused) as refused:
        add_proof(session, "captioning.room", Proof(EvidenceKind.CONTACT, "The host"), AT, Stage.REHEARSAL)
    assert (refused.value.code, session.assessment.answers) == ("no-such-stage", ())


# --- what must not be forgotten ---


def test_missing_that_becomes_unknown_after_a_day_is_remembered(session: OpenSession) -> None:
    give_answer(session, ITEM, {"outcome": Outcome.MISSING}, AT)
    give_answer(session, ITEM, {"outcome": Outcome.UNKNOWN}, AT + DAY)
    assert remembered(session) == [(ITEM, "missing")]


def test_missing_that_becomes_unknown_within_a_day_is_not(session: OpenSession) -> None:
    give_answer(session, ITEM, {"outcome": Outcome.MISSING}, AT)
    give_answer(session, ITEM, {"outcome": Outcome.UNKNOWN}, AT + SHORT)
    assert remembered(session) == []


def test_missing_that_stood_at_an_export_is_remembered(session: OpenSession) -> None:
    give_answer(session, ITEM, {"outcome": Outcome.MISSING}, AT)
    session.document.mark_exported(AT + SHORT)
    tell_answer(session, ITEM, {}, [], AT + 2 * SHORT, anew=True)
    assert remembered(session) == [(ITEM, "missing")]


def test_undo_takes_back_what_was_remembered(session: OpenSession) -> None:
    give_answer(session, ITEM, {"outcome": Outcome.MISSING}, AT)
    give_answer(session, ITEM, {"outcome": Outcome.UNKNOWN}, AT + DAY)
    undo(session, AT + DAY + SHORT)
    assert (remembered(session), outcome(session)) == ([], Outcome.MISSING)


def test_redo_remembers_it_again(session: OpenSession) -> None:
    give_answer(session, ITEM, {"outcome": Outcome.MISSING}, AT)
    give_answer(session, ITEM, {"outcome": Outcome.UNKNOWN}, AT + DAY)
    undo(session, AT + DAY + SHORT)
    redo(session, AT + DAY + SHORT)
    assert remembered(session) == [(ITEM, "missing")]


def test_a_need_that_is_no_longer_is_remembered(session: OpenSession) -> None:
    set_fact(session, SIGN, YES, AT)
    set_fact(session, SIGN, Need(answer=NeedAnswer.NOBODY, asked=date(2027, 3, 1)), AT + DAY)
    assert remembered(session) == [(SIGN, "yes")]


def test_a_fact_that_takes_a_missing_item_away_remembers_it(session: OpenSession) -> None:
    give_answer(session, ITEM, {"outcome": Outcome.MISSING}, AT)
    set_fact(session, "format", "online", AT + DAY)
    assert remembered(session) == [(ITEM, "missing")]


def test_what_is_remembered_adds_up(session: OpenSession) -> None:
    set_fact(session, SIGN, YES, AT)
    give_answer(session, ITEM, {"outcome": Outcome.MISSING}, AT)
    set_fact(session, SIGN, None, AT + DAY)
    give_answer(session, ITEM, {"outcome": Outcome.WAITING}, AT + DAY)
    assert remembered(session) == [(SIGN, "yes"), (ITEM, "missing")]


# --- what must not be forgotten, and undo ---


def test_undo_of_missing_that_was_exported_does_not_hide_it(session: OpenSession) -> None:
    give_answer(session, ITEM, {"outcome": Outcome.MISSING}, AT)
    session.document.mark_exported(AT + SHORT)
    undo(session, AT + 2 * SHORT)
    assert (remembered(session), outcome(session)) == ([(ITEM, "missing")], None)


def test_undo_of_missing_that_stood_for_a_day_does_not_hide_it(session: OpenSession) -> None:
    give_answer(session, ITEM, {"outcome": Outcome.MISSING}, AT)
    undo(session, AT + DAY)
    assert remembered(session) == [(ITEM, "missing")]


def test_undo_of_missing_within_a_day_keeps_nothing(session: OpenSession) -> None:
    give_answer(session, ITEM, {"outcome": Outcome.MISSING}, AT)
    undo(session, AT + SHORT)
    assert remembered(session) == []


def test_undo_of_a_need_that_was_exported_does_not_hide_it(session: OpenSession) -> None:
    set_fact(session, SIGN, YES, AT)
    session.document.mark_exported(AT + SHORT)
    undo(session, AT + 2 * SHORT)
    assert remembered(session) == [(SIGN, "yes")]


def test_what_undo_remembers_is_written_in_its_own_step(session: OpenSession, catalogue: Catalogue) -> None:
    give_answer(session, ITEM, {"outcome": Outcome.MISSING}, AT)
    before = session.document.revision
    undo(session, AT + DAY)
    with open_session(session.document.path, catalogue, "test", write=False) as read:
        assert (remembered(read), read.document.revision) == ([(ITEM, "missing")], before + 1)


def test_undo_a_day_after_what_was_forgotten_keeps_it(session: OpenSession) -> None:
    give_answer(session, ITEM, {"outcome": Outcome.MISSING}, AT)
    give_answer(session, ITEM, {"outcome": Outcome.UNKNOWN}, AT + DAY)
    undo(session, AT + 2 * DAY)
    assert (remembered(session), outcome(session)) == ([(ITEM, "missing")], Outcome.MISSING)


def test_undo_of_another_step_leaves_what_is_remembered(session: OpenSession) -> None:
    give_answer(session, ITEM, {"outcome": Outcome.MISSING}, AT)
    give_answer(session, ITEM, {"outcome": Outcome.UNKNOWN}, AT + DAY)
    set_fact(session, "seats", 80, AT + DAY)
    undo(session, AT + DAY + SHORT)
    assert remembered(session) == [(ITEM, "missing")]


def test_undo_redo_and_undo_end_where_one_undo_ends(session: OpenSession) -> None:
    give_answer(session, ITEM, {"outcome": Outcome.MISSING}, AT)
    give_answer(session, ITEM, {"outcome": Outcome.UNKNOWN}, AT + DAY)
    undo(session, AT + DAY + SHORT)
    redo(session, AT + DAY + 2 * SHORT)
    undo(session, AT + DAY + 3 * SHORT)
    assert (remembered(session), outcome(session)) == ([], Outcome.MISSING)


def test_redo_of_what_undo_kept_is_remembered_once_with_its_last_day(session: OpenSession) -> None:
    give_answer(session, ITEM, {"outcome": Outcome.MISSING}, AT)
    give_answer(session, ITEM, {"outcome": Outcome.UNKNOWN}, AT + DAY)
    undo(session, AT + 2 * DAY)
    redo(session, AT + 3 * DAY)
    assert [(one.since, one.until) for one in session.assessment.earlier] == [(AT, AT + 3 * DAY)]


def test_undo_of_what_only_redo_remembered_forgets_it_again(session: OpenSession) -> None:
    give_answer(session, ITEM, {"outcome": Outcome.MISSING}, AT)
    give_answer(session, ITEM, {"outcome": Outcome.UNKNOWN}, AT + SHORT)
    undo(session, AT + 2 * SHORT)
    redo(session, AT + DAY)
    kept = remembered(session)
    undo(session, AT + DAY + SHORT)
    assert (kept, remembered(session)) == ([(ITEM, "missing")], [])


def test_redo_of_an_undone_missing_brings_it_back_once(session: OpenSession) -> None:
    give_answer(session, ITEM, {"outcome": Outcome.MISSING}, AT)
    undo(session, AT + DAY)
    redo(session, AT + DAY + SHORT)
    assert (remembered(session), outcome(session)) == ([], Outcome.MISSING)


def test_a_need_with_another_number_has_stood_since_it_was_told(session: OpenSession) -> None:
    set_fact(session, SIGN, Need(answer=NeedAnswer.YES, number=2), AT)
    set_fact(session, SIGN, Need(answer=NeedAnswer.YES, number=3), AT + DAY - SHORT)
    set_fact(session, SIGN, None, AT + DAY)
    assert [(one.id, one.since) for one in session.assessment.earlier] == [(SIGN, AT)]


@pytest.mark.parametrize("change", [{"note": "A step."}, {"value": 780}])
def test_what_stays_missing_has_been_missing_since_it_was(session: OpenSession, change: Reply) -> None:
    item = "captioning.live" if "note" in change else MEASURED
    reply: Reply = {"outcome": Outcome.MISSING} if "note" in change else {"value": 700}
    give_answer(session, item, reply, AT)
    give_answer(session, item, change, AT + DAY - SHORT)
    answer = session.assessment.answer(item, Stage.PLAN)
    assert answer is not None
    assert (answer.outcome, answer.answered) == (Outcome.MISSING, AT)


# --- proof ---


def proofs(session: OpenSession) -> list[tuple[EvidenceKind, str, str | None]]:
    answer = session.assessment.answer(ITEM, Stage.PLAN)
    return [(one.kind, one.text, one.file) for one in answer.evidence] if answer else []


def test_proof_is_dated_today_where_no_day_is_given(session: OpenSession) -> None:
    add_proof(session, ITEM, Proof(EvidenceKind.LINK, "https://example.org"), AT)
    answer = session.assessment.answer(ITEM, Stage.PLAN)
    assert answer is not None
    assert answer.evidence[0].date == AT.date()


def test_a_proof_file_is_kept_inside_the_session(session: OpenSession, tmp_path: Path) -> None:
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(b"a picture")
    add_proof(session, ITEM, Proof(EvidenceKind.DOCUMENT, file=photo, date=date(2027, 2, 1)), AT)
    photo.unlink()
    answer = session.assessment.answer(ITEM, Stage.PLAN)
    assert answer is not None
    kept = answer.evidence[0]
    assert (session.document.read_proof(kept.sha256 or ""), kept.file, kept.size) == (b"a picture", "photo.jpg", 9)


def test_several_proofs_stand_together_and_one_can_go(session: OpenSession) -> None:
    for text in ("one", "two", "three"):
        add_proof(session, ITEM, Proof(EvidenceKind.CONTACT, text), AT)
    remove_proof(session, ITEM, 1, AT)
    assert [text for _, text, _ in proofs(session)] == ["one", "three"]


def test_taking_out_a_proof_that_is_not_there_changes_nothing(session: OpenSession) -> None:
    remove_proof(session, ITEM, 0, AT)
    assert session.assessment.answers == ()


@pytest.mark.parametrize("text", ["x" * 100_001, "half a character \udcff"])
def test_proof_whose_text_cannot_be_kept_is_refused(session: OpenSession, text: str) -> None:
    with pytest.raises(AnswerRefused) as refused:
        add_proof(session, ITEM, Proof(EvidenceKind.CONTACT, text), AT)
    assert refused.value == AnswerRefused(ITEM, "text-refused")


def test_a_proof_file_over_20_megabytes_is_refused_and_nothing_changes(session: OpenSession, tmp_path: Path) -> None:
    video = tmp_path / "video.mp4"
    with video.open("wb") as made:
        made.truncate(20 * 1024 * 1024 + 1)
    before = session.document.path.read_bytes()
    with pytest.raises(ProofTooLarge):
        add_proof(session, ITEM, Proof(EvidenceKind.DOCUMENT, file=video), AT)
    assert session.document.path.read_bytes() == before


def test_a_proof_file_that_is_not_there_is_told(session: OpenSession, tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        add_proof(session, ITEM, Proof(EvidenceKind.DOCUMENT, file=tmp_path / "none.pdf"), AT)
