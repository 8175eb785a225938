"""The window: what stands around the places, its keys, its size."""

from __future__ import annotations

import json
from datetime import datetime
from functools import partial
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QListWidget, QScrollArea, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from accesscheck.errors import AnswerRefused
from accesscheck.language.words import PSEUDO, Words
from accesscheck.model.catalogue import Catalogue
from accesscheck.model.terms import Outcome
from accesscheck.operations.changes import Reply
from accesscheck.operations.session import OpenSession, give_answer, set_fact
from accesscheck.ui.appearance import Appearance, load_appearance, save_appearance
from accesscheck.ui.controls import Wrapped
from accesscheck.ui.desk import Desk
from accesscheck.ui.fields import RadioGroup
from accesscheck.ui.focus import FocusRing
from accesscheck.ui.links import SentenceLink
from accesscheck.ui.menus import ENDONYMS
from accesscheck.ui.place import EXPORT, PLACES, SESSION, START, SUMMARY, WALK
from accesscheck.ui.verdict_line import not_passed, verdict_line
from accesscheck.ui.window import MainWindow, first_size

from .windows import control, fact, make_desk, press, shown, stops, type_into


@pytest.fixture
def session(window: MainWindow) -> MainWindow:
    window.desk.new()
    return window


def choose(window: MainWindow, action: str) -> None:
    """Choose something from a menu."""
    found = window.findChild(QAction, f"action.{action}")
    assert found is not None
    found.trigger()


def test_before_the_essentials_were_passed_the_line_says_what_there_is_to_fix(session: MainWindow) -> None:
    session.desk.perform(lambda one, at: give_answer(one, "captioning.live", Reply(outcome=Outcome.MISSING), at))
    assert "So far: 1 to fix" in control(session, "header.verdict", QLabel).text()


def test_before_the_essentials_were_passed_groups_shut_out_are_named(session: MainWindow) -> None:
    session.desk.perform(lambda one, at: give_answer(one, "captioning.live", Reply(outcome=Outcome.MISSING), at))
    assert "ard of hearing" in control(session, "header.verdict", QLabel).text()


def _not_known(item: str, session: OpenSession, at: datetime) -> None:
    give_answer(session, item, Reply(outcome=Outcome.UNKNOWN), at)


def test_once_the_essentials_were_passed_the_line_gives_the_verdict(session: MainWindow) -> None:
    desk = session.desk
    while not_passed(desk.view()):
        answered = {one.item for one in desk.view().assessment.answers}
        item = next(one.item.id for one in desk.view().judgement.essentials if one.item.id not in answered)
        assert desk.perform(partial(_not_known, item))
    assert control(session, "header.verdict", QLabel).text() == "Plan: Not enough known yet"


def test_a_changed_group_is_announced(session: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.desk.announced) as said:
        session.desk.perform(lambda one, at: give_answer(one, "captioning.live", Reply(outcome=Outcome.MISSING), at))
    assert "annot take part" in str(said.args)


def test_a_change_that_moves_no_group_is_not_announced(session: MainWindow, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(session.desk.announced):
        session.desk.perform(lambda one, at: set_fact(one, "title", "Captions for all", at))


def test_a_key_says_the_verdict(session: MainWindow) -> None:
    QTest.keyClick(session, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    said = control(session, "toast", QLabel)
    assert (said.isVisible(), said.text()) == (True, verdict_line(session.desk.view(), session.desk.words))


@pytest.mark.parametrize(("number", "place"), list(enumerate(PLACES, start=1)))
def test_each_place_has_its_key(session: MainWindow, number: int, place: str) -> None:
    session.desk.go(EXPORT)
    QTest.keyClick(session, getattr(Qt.Key, f"Key_{number}"), Qt.KeyboardModifier.ControlModifier)
    assert session.place.place_id == place


def test_without_a_session_only_start_can_be_gone_to(window: MainWindow) -> None:
    window.desk.go(EXPORT)
    assert window.place.place_id == START


def test_the_menu_undoes_while_a_text_field_has_the_focus(session: MainWindow) -> None:
    type_into(session, "minutes", "90")
    choose(session, "undo")
    assert fact(session.desk, "minutes") is None


def test_undoing_nothing_is_said_without_a_dialog(session: MainWindow) -> None:
    choose(session, "undo")
    assert control(session, "problem.sentence", QLabel).text() == "There is nothing to undo."


def test_what_went_wrong_can_be_put_away(session: MainWindow) -> None:
    session.desk.fail(AnswerRefused("captioning.live", "no-partly"))
    press(session, "problem.close")
    assert not control(session, "problem", QWidget).isVisible()


def test_the_list_beside_leads_to_places_without_losing_the_focus(session: MainWindow) -> None:
    session.desk.go(EXPORT)
    side = control(session, "navigation.list", QListWidget)
    side.setFocus()
    QTest.keyClick(side, Qt.Key.Key_Home)
    assert (session.place.place_id, side.hasFocus()) == (SESSION, True)


def test_the_list_beside_says_how_much_is_answered(session: MainWindow) -> None:
    type_into(session, "minutes", "90")
    side = control(session, "navigation.list", QListWidget)
    assert side.item(0).data(Qt.ItemDataRole.AccessibleTextRole) == "Session, facts: 1 of 6 told"


def test_narrow_windows_have_a_drop_down_in_place_of_the_list(session: MainWindow, qtbot: QtBot) -> None:
    session.resize(800, 600)
    qtbot.waitUntil(control(session, "navigation.box", QWidget).isVisible)
    assert not control(session, "navigation.list", QWidget).isVisible()


@pytest.mark.parametrize("place", [START, SESSION, EXPORT])
def test_twice_as_large_text_fits_a_window_half_as_large(desk: Desk, qtbot: QtBot, place: str) -> None:
    window = shown(desk, qtbot, Appearance(text=200))
    desk.new()
    desk.go(place)
    least = window.minimumSizeHint()
    assert (least.width() <= 640, least.height() <= 512) == (True, True)


@pytest.mark.parametrize("width", [660, 800, 1000])
@pytest.mark.parametrize("text", [100, 200])
@pytest.mark.parametrize("place", [START, SESSION, EXPORT])
def test_no_words_are_cut_off(desk: Desk, qtbot: QtBot, place: str, text: int, width: int) -> None:
    window = shown(desk, qtbot, Appearance(text=text))
    window.resize(width, 520)
    desk.new()
    desk.go(place)
    desk.go(place, "title")
    for _ in range(5):
        QApplication.processEvents()
    labels = [one for one in window.place.findChildren(Wrapped) if one.isVisible() and one.text()]
    assert [one.text() for one in labels if one.height() < one.heightForWidth(one.width())] == []


@pytest.mark.parametrize("text", [100, 200])
def test_fields_keep_clear_of_each_other(desk: Desk, qtbot: QtBot, text: int) -> None:
    window = shown(desk, qtbot, Appearance(text=text))
    window.resize(800, 600)
    desk.new()
    desk.go(SESSION, "need-wheelchair")
    for _ in range(5):
        QApplication.processEvents()
    spots = [QRect(one.mapTo(window, QPoint(0, 0)), one.size()) for one in stops(window.place)]
    assert [(one, other) for one, other in combinations(spots, 2) if one.intersects(other)] == []


@pytest.mark.parametrize("text", [100, 200])
@pytest.mark.parametrize("place", [START, SESSION, EXPORT])
def test_nothing_reaches_beyond_the_side(desk: Desk, qtbot: QtBot, place: str, text: int) -> None:
    window = shown(desk, qtbot, Appearance(text=text))
    window.resize(660, 520)
    desk.new()
    desk.go(place)
    for _ in range(5):
        QApplication.processEvents()
    inside = [one for one in window.place.findChildren(QWidget) if one.isVisible() and one.objectName()]
    ends = {one.objectName(): one.mapTo(window, QPoint(0, 0)).x() + one.width() for one in inside}
    assert {name: end for name, end in ends.items() if end > window.width()} == {}


def test_colours_and_text_size_are_remembered(window: MainWindow) -> None:
    choose(window, "look.dark")
    choose(window, "look.150")
    assert load_appearance(window.desk.settings) == Appearance("dark", 150, "en")


def test_settings_that_make_no_sense_are_as_by_default(window: MainWindow) -> None:
    window.desk.settings.mkdir(parents=True, exist_ok=True)
    (window.desk.settings / "settings.json").write_text(json.dumps({"colours": 3, "text": 99, "language": "xx"}))
    assert load_appearance(window.desk.settings) == Appearance()


@pytest.mark.parametrize(("system", "spoken"), [("ru", "ru"), ("zh_CN", "zh"), ("de", "en")])
def test_the_first_start_follows_the_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, system: str, spoken: str
) -> None:
    monkeypatch.setenv("ACCESSCHECK_LANGUAGE", system)
    assert load_appearance(tmp_path / "nothing was chosen").language == spoken


def test_a_chosen_language_stays_whatever_the_system_speaks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save_appearance(tmp_path, Appearance(language="fr"))
    monkeypatch.setenv("ACCESSCHECK_LANGUAGE", "ar")
    assert load_appearance(tmp_path).language == "fr"


def test_another_language_is_spoken_at_once_at_the_same_place(session: MainWindow) -> None:
    session.desk.go(EXPORT)
    choose(session, "look.fr")
    assert (session.desk.words.language, session.place.place_id) == ("fr", EXPORT)


def test_help_lists_every_key(session: MainWindow, qtbot: QtBot) -> None:
    seen: list[str] = []

    def read() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        table = control(dialog, "help.table", QTableWidget)
        seen.extend(str(table.model().index(row, 0).data()) for row in range(table.rowCount()))
        dialog.reject()

    QTimer.singleShot(0, read)
    QTest.keyClick(session, Qt.Key.Key_F1)
    assert {"F1", "F8", "Ctrl+F", "Ctrl+5", "Ctrl+Z", "Ctrl+Shift+Z", "Ctrl+Shift+V"} <= set(seen)


def test_readers_meet_the_verdict_before_the_list_and_the_list_before_the_place(session: MainWindow) -> None:
    def order(widget: QWidget) -> list[QWidget]:
        found = [widget]
        for child in widget.children():
            if isinstance(child, QWidget):
                found += order(child)
        return found

    whole = order(session)
    names = ("header", "navigation.list", "session.title")
    places = [whole.index(control(session, name, QWidget)) for name in names]
    assert places == sorted(places)


def test_headings_are_headings_to_assistive_technology(session: MainWindow) -> None:
    heading = QAccessible.queryAccessibleInterface(control(session, "session.title", QLabel))
    assert heading.role() == QAccessible.Role.Heading


def test_no_text_is_bare(pseudo: Words, catalogue: Catalogue, desk: Desk, qtbot: QtBot) -> None:
    bare = []
    other = make_desk(pseudo, catalogue, desk.settings)
    window = shown(other, qtbot)
    bare += _bare(window)
    other.new()
    for place in (SESSION, EXPORT):
        other.go(place, "igf-year" if place == SESSION else None)
        bare += _bare(window)
    other.leave()
    assert (PSEUDO, bare) == (other.words.language, [])


_NAMES = {*ENDONYMS.values(), "Arabic", "Chinese", "French", "Russian", "Spanish", ""}
"""Names of languages come from CLDR or from the language itself."""


def _bare(window: MainWindow) -> list[str]:
    texts = [
        text()
        for one in window.findChildren(QWidget)
        for text in (getattr(one, "text", None), one.accessibleName, one.accessibleDescription)
        if callable(text) and one.isVisible() and one.metaObject().className() not in ("LineEdit", "QLineEdit")
    ]
    texts += [action.text() for action in window.findChildren(QAction) if action.isVisible()]
    side = window.findChildren(QListWidget)
    texts += [one.item(row).text() for one in side for row in range(one.count())]
    return sorted({text for text in texts if "⟦" not in text and text not in _NAMES})


def test_a_place_is_entered_at_its_beginning(qtbot: QtBot, desk: Desk) -> None:
    window = shown(desk, qtbot, Appearance(text=200))
    assert desk.open_example()
    desk.go(SUMMARY)
    QTest.qWait(50)
    area = window.place.findChild(QScrollArea)
    assert area is not None
    assert area.verticalScrollBar().value() < area.viewport().height()


@pytest.fixture
def elsewhere(session: MainWindow, qtbot: QtBot) -> QWidget:
    """Another window of the application, active in place of ours, as just after a dialog was closed."""
    other = QWidget()
    qtbot.addWidget(other)
    with qtbot.waitActive(other):
        other.show()
        other.activateWindow()
    return other


def test_what_was_searched_has_the_focus_when_the_window_is_active_again(
    session: MainWindow, elsewhere: QWidget
) -> None:
    session.desk.go(WALK, "captioning.microphones")
    focus = session.focusWidget()
    assert focus is not None
    assert focus.objectName().startswith("captioning.microphones.answer")


def test_what_was_said_at_one_place_is_not_said_at_the_next(session: MainWindow) -> None:
    session.desk.announced.emit("Said here")
    session.desk.go(EXPORT)
    assert not control(session, "toast", QLabel).isVisible()


def test_a_change_that_moves_nothing_takes_back_what_was_said_of_the_change_before(session: MainWindow) -> None:
    session.desk.announced.emit("Said of the change before")
    session.desk.perform(lambda one, at: set_fact(one, "title", "Captions for all", at))
    assert not control(session, "toast", QLabel).isVisible()


def test_what_is_said_of_a_group_begins_with_a_capital(session: MainWindow) -> None:
    session.desk.perform(lambda one, at: give_answer(one, "captioning.live", Reply(outcome=Outcome.MISSING), at))
    said = control(session, "toast", QLabel).text()
    assert [part[0].isupper() for part in said.split(". ")] == [True] * len(said.split(". "))


def test_undo_says_which_answer_it_took_back(session: MainWindow) -> None:
    session.desk.perform(lambda one, at: give_answer(one, "captioning.microphones", Reply(outcome=Outcome.MET), at))
    choose(session, "undo")
    said = control(session, "toast", QLabel).text()
    assert said.startswith("Undone: answer (")
    assert "microphone" in said


def test_redo_says_which_fact_it_told_again(session: MainWindow) -> None:
    session.desk.perform(lambda one, at: set_fact(one, "minutes", 90, at))
    choose(session, "undo")
    choose(session, "redo")
    assert control(session, "toast", QLabel).text().startswith("Done again: fact (Length in minutes)")


def test_the_window_with_its_frame_fits_a_small_screen() -> None:
    assert first_size(QSize(1366, 768)).height() <= 728
    assert first_size(QSize(1024, 768)).width() <= 1014


def test_the_ring_around_a_deadline_leaves_its_date_alone(session: MainWindow) -> None:
    assert session.desk.open_example()
    session.desk.go(SESSION)
    link = next(one for one in session.place.findChildren(SentenceLink) if one.objectName().startswith("deadline."))
    when = control(session, f"{link.objectName()}.when", QLabel)
    link.setFocus()
    for _ in range(5):
        QApplication.processEvents()
    ring = next(one for one in session.findChildren(FocusRing) if one.isVisible())
    bottom = when.mapTo(session, QPoint(0, when.height())).y()
    assert ring.mapTo(session, QPoint(0, 0)).y() >= bottom


def test_the_ring_around_an_answer_leaves_its_question_alone(session: MainWindow) -> None:
    session.desk.go(WALK, "captioning.live")
    for _ in range(5):
        QApplication.processEvents()
    group = control(session, "captioning.live.answer", RadioGroup)
    ring = next(one for one in session.findChildren(FocusRing) if one.isVisible())
    bottom = group.question.mapTo(session, QPoint(0, group.question.height())).y()
    assert ring.mapTo(session, QPoint(0, 0)).y() >= bottom


def test_the_verdict_is_seen_from_its_beginning_also_with_large_text(desk: Desk, qtbot: QtBot) -> None:
    window = shown(desk, qtbot, Appearance(text=200))
    window.resize(1366, 600)
    desk.open_example()
    for place in (SESSION, WALK):
        desk.go(place)
        for _ in range(5):
            QApplication.processEvents()
    assert control(window, "header", QScrollArea).verticalScrollBar().value() == 0
