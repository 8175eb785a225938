"""One card: which answers it takes, what they ask for, numbers, notes and proof; each change one step of history."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from accesscheck.language.words import Words
from accesscheck.model.catalogue import Catalogue
from accesscheck.model.profile import FactValue
from accesscheck.model.terms import EvidenceKind, Outcome, Party
from accesscheck.operations.documents import open_session
from accesscheck.ui.controls import ChoiceBox
from accesscheck.ui.item_card import ItemCard
from accesscheck.ui.item_proof import ProofPart
from accesscheck.ui.place import FactOf
from accesscheck.ui.walk_page import WalkPage

from .walking import Bench, in_focus, settle

LIVE, ROOM, STEPS = "captioning.live", "captioning.room", "venue-access.step-free"
PLACES, INTERPRETERS = "venue-access.wheelchair-places", "interpretation.interpreters"
TEAMS = "remote-participation.two-way"
FACTS: Mapping[str, FactValue] = {"seats": 100, "interpretation": "yes", "interpretation-languages": ("fr",)}


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path, catalogue: Catalogue, english: Words) -> Iterator[Bench]:
    made = Bench(tmp_path, catalogue, english, FACTS)
    made.show(WalkPage(made.desk, made.window))
    yield made
    made.close()


def card(bench: Bench, item: str) -> ItemCard:
    """The card of an item, gone to."""
    assert bench.place is not None
    bench.place.show_target(item)
    settle()
    found = bench.place.findChild(ItemCard, f"card.{item}")
    assert isinstance(found, ItemCard)
    return found


def line(card: ItemCard, name: str) -> QLineEdit:
    found = card.findChild(QLineEdit, f"{card.item.id}.{name}")
    assert isinstance(found, QLineEdit)
    return found


def unfold(card: ItemCard) -> ProofPart:
    card.more.setChecked(True)
    settle()
    found = card.findChild(ProofPart)
    assert isinstance(found, ProofPart)
    return found


def outcome(bench: Bench, item: str) -> Outcome | None:
    kept = bench.kept(item)
    return kept.outcome if kept else None


def press(card: ItemCard, value: str) -> None:
    card.answers.radios[value].setChecked(True)


# --- which answers there are ---


def test_partly_is_absent_where_the_item_refuses_it(bench: Bench) -> None:
    assert "partly" not in card(bench, STEPS).answers.radios
    assert "partly" in card(bench, LIVE).answers.radios


def test_not_relevant_is_absent_where_people_would_be_shut_out(bench: Bench) -> None:
    assert "not-relevant" not in card(bench, LIVE).answers.radios


# --- not relevant ---


def test_not_relevant_asks_for_the_reason_and_keeps_nothing_without(bench: Bench) -> None:
    shown = card(bench, ROOM)
    press(shown, "met")
    shown.more.setChecked(True)
    press(shown, "not-relevant")
    settle()
    assert in_focus() is line(shown, "reason")
    assert outcome(bench, ROOM) is Outcome.MET
    problem = shown.findChild(QWidget, f"{ROOM}.reason.problem")
    assert problem is not None
    assert problem.isVisible()


def test_not_relevant_is_kept_with_its_reason(bench: Bench) -> None:
    shown = card(bench, ROOM)
    shown.more.setChecked(True)
    press(shown, "not-relevant")
    line(shown, "reason").setText("There is no screen in the room.")
    kept = bench.kept(ROOM)
    assert kept is not None
    assert (kept.outcome, kept.reason) == (Outcome.NOT_RELEVANT, "There is no screen in the room.")
    assert shown.answers.value() == "not-relevant"


def test_another_answer_takes_the_question_for_a_reason_away(bench: Bench) -> None:
    shown = card(bench, ROOM)
    shown.more.setChecked(True)
    press(shown, "not-relevant")
    press(shown, "missing")
    assert not line(shown, "reason").isVisible()
    assert outcome(bench, ROOM) is Outcome.MISSING


# --- waiting ---


def test_waiting_names_the_party_and_the_day(bench: Bench) -> None:
    shown = card(bench, STEPS)
    press(shown, "waiting")
    assert line(shown, "asked").text() == "2027-01-04"
    kept = bench.kept(STEPS)
    assert kept is not None
    assert kept.whom is Party.HOST


def test_party_and_day_can_be_told(bench: Bench) -> None:
    shown = card(bench, STEPS)
    press(shown, "waiting")
    whom = shown.findChild(ChoiceBox, f"{STEPS}.whom")
    assert isinstance(whom, ChoiceBox)
    whom.setCurrentIndex(whom.findData("secretariat"))
    line(shown, "asked").setText("2027-01-02")
    kept = bench.kept(STEPS)
    assert kept is not None
    assert (kept.whom, kept.asked) == (Party.SECRETARIAT, date(2027, 1, 2))


def test_what_is_no_day_is_refused_beside_the_field_and_changes_nothing(bench: Bench) -> None:
    shown = card(bench, STEPS)
    press(shown, "waiting")
    line(shown, "asked").setText("yesterday")
    kept = bench.kept(STEPS)
    assert kept is not None
    assert kept.asked == date(2027, 1, 4)
    assert "is not a date" in line(shown, "asked").accessibleDescription()


# --- numbers ---


@pytest.mark.parametrize(("typed", "expected"), [("2", Outcome.MET), ("1", Outcome.MISSING)])
def test_a_number_decides_where_its_figure_is_verified(bench: Bench, typed: str, expected: Outcome) -> None:
    shown = card(bench, INTERPRETERS)
    line(shown, "value").setText(typed)
    assert outcome(bench, INTERPRETERS) is expected


def test_where_the_number_decides_nobody_chooses_yes(bench: Bench) -> None:
    assert set(card(bench, INTERPRETERS).answers.radios) == {"waiting", "unknown", "not-relevant"}


def test_a_number_suggests_where_its_figure_is_a_planning_floor(bench: Bench) -> None:
    shown = card(bench, PLACES)
    line(shown, "value").setText("2")
    assert outcome(bench, PLACES) is Outcome.MISSING
    press(shown, "met")
    kept = bench.kept(PLACES)
    assert kept is not None
    assert (kept.outcome, kept.value, kept.needed) == (Outcome.MET, 2, 4)


def test_what_is_needed_stands_beside_the_number_with_its_source(bench: Bench) -> None:
    description = line(card(bench, PLACES), "value").accessibleDescription()
    assert "Needed: 4 places or more." in description
    assert "planning floor" in description


def test_while_a_fact_is_unknown_the_card_leads_to_it(bench: Bench) -> None:
    shown = card(bench, "venue-access.ramp-length")
    assert "not known yet" in line(shown, "value").accessibleDescription()
    link = shown.findChild(QPushButton, "venue-access.ramp-length.tell.stage-height-cm")
    assert isinstance(link, QPushButton)
    link.click()
    assert bench.went[-1] == ("session", FactOf("stage-height-cm", "venue-access.ramp-length"))


def test_what_is_no_number_is_refused_beside_the_field_and_changes_nothing(bench: Bench) -> None:
    shown = card(bench, PLACES)
    line(shown, "value").setText("4")
    line(shown, "value").setText("4 or so")
    kept = bench.kept(PLACES)
    assert kept is not None
    assert kept.value == 4
    assert "is not a number" in line(shown, "value").accessibleDescription()


def test_an_emptied_number_takes_back_the_answer_that_followed_from_it(bench: Bench) -> None:
    shown = card(bench, PLACES)
    line(shown, "value").setText("4")
    line(shown, "value").clear()
    assert bench.kept(PLACES) is None


def test_a_number_typed_in_one_stay_is_one_step(bench: Bench) -> None:
    shown = card(bench, PLACES)
    line(shown, "value").setFocus()
    QTest.keyClicks(in_focus(), "12")
    bench.desk.undo()
    assert bench.kept(PLACES) is None
    assert line(shown, "value").text() == ""


# --- history ---


def test_arrow_keys_in_one_stay_are_one_step_of_history(bench: Bench) -> None:
    shown = card(bench, LIVE)
    shown.focus_answer()
    QTest.keyClick(in_focus(), Qt.Key.Key_Space)
    QTest.keyClick(in_focus(), Qt.Key.Key_Right)
    QTest.keyClick(in_focus(), Qt.Key.Key_Right)
    assert outcome(bench, LIVE) is Outcome.MISSING
    bench.desk.undo()
    assert bench.kept(LIVE) is None


def test_a_change_after_the_focus_left_is_a_step_of_its_own(bench: Bench) -> None:
    shown = card(bench, LIVE)
    shown.focus_answer()
    QTest.keyClick(in_focus(), Qt.Key.Key_Space)
    shown.more.setFocus()
    shown.focus_answer()
    QTest.keyClick(in_focus(), Qt.Key.Key_Right)
    bench.desk.undo()
    assert outcome(bench, LIVE) is Outcome.MET


def test_a_note_typed_in_one_stay_is_one_step(bench: Bench) -> None:
    shown = card(bench, LIVE)
    press(shown, "met")
    unfold(shown)
    note = shown.findChild(QPlainTextEdit, f"{LIVE}.note")
    assert isinstance(note, QPlainTextEdit)
    note.setFocus()
    QTest.keyClicks(note, "Asked twice")
    kept = bench.kept(LIVE)
    assert kept is not None
    assert kept.note == "Asked twice"
    bench.desk.undo()
    assert note.toPlainText() == ""
    assert outcome(bench, LIVE) is Outcome.MET


def test_owner_and_due_date_are_kept(bench: Bench) -> None:
    shown = card(bench, LIVE)
    unfold(shown)
    line(shown, "owner").setText("Captioner")
    line(shown, "due").setText("2027-02-01")
    kept = bench.kept(LIVE)
    assert kept is not None
    assert (kept.owner, kept.due, kept.outcome) == ("Captioner", date(2027, 2, 1), None)


# --- keys ---


@pytest.mark.parametrize(("key", "expected"), list(zip(range(Qt.Key.Key_1, Qt.Key.Key_6), list(Outcome), strict=False)))
def test_digits_answer_the_card_in_focus(bench: Bench, key: int, expected: Outcome) -> None:
    card(bench, ROOM).focus_answer()
    QTest.keyClick(in_focus(), Qt.Key(key))
    assert outcome(bench, ROOM) is expected


def test_six_asks_why_it_is_not_relevant(bench: Bench) -> None:
    shown = card(bench, ROOM)
    shown.focus_answer()
    QTest.keyClick(in_focus(), Qt.Key.Key_6)
    settle()
    assert in_focus() is line(shown, "reason")


def test_digits_typed_into_a_text_answer_nothing(bench: Bench) -> None:
    shown = card(bench, LIVE)
    unfold(shown)
    line(shown, "owner").setFocus()
    QTest.keyClicks(in_focus(), "1")
    assert outcome(bench, LIVE) is None


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_delete_clears_the_answer_and_keeps_note_and_focus(bench: Bench, key: Qt.Key) -> None:
    shown = card(bench, LIVE)
    press(shown, "met")
    unfold(shown)
    line(shown, "owner").setText("Captioner")
    shown.focus_answer()
    QTest.keyClick(in_focus(), key)
    kept = bench.kept(LIVE)
    assert kept is not None
    assert (kept.outcome, kept.owner) == (None, "Captioner")
    assert shown.answers.isAncestorOf(in_focus())


def test_the_clear_button_takes_the_answer_back(bench: Bench) -> None:
    shown = card(bench, LIVE)
    press(shown, "met")
    clear = shown.findChild(QPushButton, f"{LIVE}.answer.clear")
    assert isinstance(clear, QPushButton)
    clear.click()
    assert bench.kept(LIVE) is None


# --- what is refused ---


def test_an_answer_that_was_refused_is_not_shown_as_given(bench: Bench) -> None:
    shown = card(bench, LIVE)
    press(shown, "met")
    assert bench.desk.session is not None
    bench.desk.session.close()
    bench.desk.session = open_session(bench.path, bench.desk.session.catalogue, "window", write=False)
    press(shown, "missing")
    assert bench.failed
    assert shown.answers.value() == "met"


# --- proof ---


def test_proof_that_was_told_is_kept_and_listed(bench: Bench) -> None:
    shown = card(bench, LIVE)
    press(shown, "met")
    proof = unfold(shown)
    proof.said.control.setText("Mail of the captioner, 2 January")
    proof.add.click()
    kept = bench.kept(LIVE)
    assert kept is not None
    assert [(one.kind, one.text) for one in kept.evidence] == [
        (EvidenceKind.CONTACT, "Mail of the captioner, 2 January")
    ]
    listed = shown.findChild(QWidget, f"{LIVE}.proof.0")
    assert listed is not None
    assert "Mail of the captioner" in listed.text()  # type: ignore[attr-defined]


def test_proof_without_words_is_refused(bench: Bench) -> None:
    shown = card(bench, LIVE)
    unfold(shown).add.click()
    assert bench.kept(LIVE) is None
    assert in_focus() is line(shown, "proof.text")


def test_proof_can_be_taken_out(bench: Bench) -> None:
    shown = card(bench, LIVE)
    press(shown, "met")
    proof = unfold(shown)
    proof.said.control.setText("Mail")
    proof.add.click()
    remove = shown.findChild(QPushButton, f"{LIVE}.proof.0.remove")
    assert isinstance(remove, QPushButton)
    assert remove.accessibleName().startswith("Remove proof: A named contact")
    remove.click()
    kept = bench.kept(LIVE)
    assert kept is not None
    assert kept.evidence == ()


def test_a_dropped_file_goes_into_the_session(bench: Bench, tmp_path: Path) -> None:
    file = tmp_path / "quote.txt"
    file.write_text("offer")
    proof = unfold(card(bench, LIVE))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    copy, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    drop = QDropEvent(QPoint(5, 5).toPointF(), copy, data, left, Qt.KeyboardModifier.NoModifier)
    proof.dropEvent(drop)
    kept = bench.kept(LIVE)
    assert kept is not None
    assert [(one.kind, one.file, one.size) for one in kept.evidence] == [(EvidenceKind.DOCUMENT, "quote.txt", 5)]


@pytest.mark.parametrize(("pressed", "expected"), [("Put it in", 1), ("Leave it out", 0)])
def test_a_large_file_goes_in_only_when_that_was_agreed(
    bench: Bench, tmp_path: Path, pressed: str, expected: int
) -> None:
    file = tmp_path / "plan.bin"
    file.write_bytes(b"0" * 5_500_000)
    shown = card(bench, LIVE)
    press(shown, "met")
    proof = unfold(shown)

    def agree() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        next(button for button in box.buttons() if button.text() == pressed).click()

    QTimer.singleShot(50, agree)
    proof.put_in(file)
    kept = bench.kept(LIVE)
    assert kept is not None
    assert len(kept.evidence) == expected


def test_a_file_that_is_too_large_is_refused_with_a_way_out(bench: Bench, tmp_path: Path) -> None:
    file = tmp_path / "film.bin"
    with file.open("wb") as made:
        made.truncate(21 * 1024 * 1024)
    proof = unfold(card(bench, LIVE))
    QTimer.singleShot(50, _put_it_in)
    assert not proof.put_in(file)
    assert "Give a link instead" in bench.failed[-1]


def _put_it_in() -> None:
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)
    next(button for button in box.buttons() if button.text() == "Put it in").click()


# --- how it reads ---


def test_a_missing_answer_to_a_need_nobody_was_asked_about_is_not_known(bench: Bench) -> None:
    shown = card(bench, "interpretation.sign-language")
    press(shown, "missing")
    state = shown.findChild(QWidget, "interpretation.sign-language.state.words")
    assert state is not None
    assert state.text() == "Not known while participants were not asked"  # type: ignore[attr-defined]


def test_what_is_folded_away_and_not_empty_is_named(bench: Bench) -> None:
    shown = card(bench, LIVE)
    unfold(shown)
    line(shown, "owner").setText("Captioner")
    held = shown.findChild(QWidget, f"{LIVE}.kept")
    assert held is not None
    assert held.text() == "Kept here: owner"  # type: ignore[attr-defined]


# --- what is still being typed ---


def test_a_day_still_being_typed_stays_with_its_error_when_proof_is_added(bench: Bench) -> None:
    shown = card(bench, LIVE)
    press(shown, "met")
    proof = unfold(shown)
    line(shown, "due").setText("2027-02-01")
    line(shown, "due").setText("2027-02-0")
    proof.said.control.setText("Mail")
    proof.add.click()
    assert line(shown, "due").text() == "2027-02-0"
    assert "is not a date" in line(shown, "due").accessibleDescription()


def test_a_number_that_was_refused_stays_when_something_else_changes(bench: Bench) -> None:
    shown = card(bench, PLACES)
    line(shown, "value").setText("4 or so")
    press(shown, "missing")
    assert line(shown, "value").text() == "4 or so"


def test_a_day_can_have_its_month_in_words(bench: Bench) -> None:
    shown = card(bench, LIVE)
    unfold(shown)
    line(shown, "due").setText("1 February 2027")
    kept = bench.kept(LIVE)
    assert kept is not None
    assert (kept.due, line(shown, "due").text()) == (date(2027, 2, 1), "1 February 2027")


def test_an_undone_day_is_no_longer_shown(bench: Bench) -> None:
    shown = card(bench, LIVE)
    unfold(shown)
    line(shown, "due").setText("2027-02-01")
    bench.desk.undo()
    assert line(shown, "due").text() == ""


def test_nobody_waits_for_oneself_until_somebody_is_chosen(bench: Bench) -> None:
    shown = card(bench, TEAMS)
    press(shown, "waiting")
    whom = shown.findChild(ChoiceBox, f"{TEAMS}.whom")
    assert isinstance(whom, ChoiceBox)
    assert (whom.value(), whom.currentText()) == ("", "Choose")
    assert whom.findData("team") < 0


def test_of_an_item_of_the_team_whom_was_asked_is_kept_when_chosen(bench: Bench) -> None:
    shown = card(bench, TEAMS)
    press(shown, "waiting")
    whom = shown.findChild(ChoiceBox, f"{TEAMS}.whom")
    assert isinstance(whom, ChoiceBox)
    whom.setCurrentIndex(whom.findData("secretariat"))
    kept = bench.kept(TEAMS)
    assert kept is not None
    assert (kept.whom, whom.value()) == (Party.SECRETARIAT, "secretariat")
