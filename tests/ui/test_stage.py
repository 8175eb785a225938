"""The stage: chosen by hand or following the date, and explained where it stands."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QLabel, QRadioButton

from accesscheck import resources
from accesscheck.language.terms import UNREVIEWED
from accesscheck.language.words import load_words
from accesscheck.model.terms import Stage
from accesscheck.ui.dialogs import HelpDialog
from accesscheck.ui.keys import key_rows
from accesscheck.ui.place import SESSION
from accesscheck.ui.window import MainWindow

from .windows import control, type_into


@pytest.fixture
def session(window: MainWindow) -> MainWindow:
    window.desk.new()
    window.desk.go(SESSION)
    return window


def choose(window: MainWindow, stage: str) -> None:
    control(window, f"session.stage.{stage}", QRadioButton).toggle()


def verdict(window: MainWindow) -> str:
    return control(window, "header.verdict", QLabel).text()


def test_a_stage_can_be_chosen_by_hand(session: MainWindow) -> None:
    choose(session, "rehearsal")
    assert session.desk.view().assessment.stage_chosen is Stage.REHEARSAL


def test_a_stage_chosen_by_hand_says_so_beside_the_verdict(session: MainWindow) -> None:
    choose(session, "delivered")
    assert verdict(session).startswith("Delivered, stage chosen by hand:")


def test_the_stage_can_follow_the_date_again(session: MainWindow) -> None:
    choose(session, "delivered")
    choose(session, "date")
    assert session.desk.view().assessment.stage_chosen is None
    assert verdict(session).startswith("Plan:")


def test_a_choice_that_was_undone_is_not_shown(session: MainWindow) -> None:
    choose(session, "delivered")
    session.desk.undo()
    assert control(session, "session.stage.date", QRadioButton).isChecked()


def test_the_menu_leads_to_the_choice(session: MainWindow) -> None:
    type_into(session, "minutes", "90")
    found = session.findChild(QAction, "action.stage")
    assert found is not None
    found.trigger()
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "session.stage.date"


def test_the_verdict_line_explains_its_stage(session: MainWindow) -> None:
    line = control(session, "header.verdict", QLabel)
    assert "what is arranged" in line.toolTip()
    assert line.accessibleDescription() == line.toolTip()


def test_help_explains_every_stage_and_the_words_so_far(session: MainWindow) -> None:
    dialog = HelpDialog(session, session.desk.words, key_rows(session.desk.words), 72)
    said = " ".join(one.text() for one in dialog.findChildren(QLabel))
    assert all(part in said for part in ("Plan: ", "Rehearsal: ", "Delivered: ", "72 hours", "“So far”"))
    dialog.deleteLater()


@pytest.mark.parametrize(("language", "times"), [("en", 0), ("fr", 1), ("ar", 1)])
def test_help_says_of_a_translation_that_nobody_reviewed_it(session: MainWindow, language: str, times: int) -> None:
    words = load_words(language, resources.compiled("locale"))
    dialog = HelpDialog(session, words, key_rows(words), 72)
    assert [one.text() for one in dialog.findChildren(QLabel)].count(words.text(UNREVIEWED)) == times
    dialog.deleteLater()
