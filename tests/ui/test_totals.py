"""One whole of numbers: the list beside, the line above and the page count the same essentials."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget

from accesscheck.model.terms import Outcome
from accesscheck.operations.changes import Reply
from accesscheck.operations.session import give_answer
from accesscheck.ui.navigation import ways
from accesscheck.ui.place import WALK
from accesscheck.ui.window import MainWindow

from .windows import control


@pytest.fixture
def session(window: MainWindow) -> MainWindow:
    window.desk.new()
    window.desk.perform(lambda one, at: give_answer(one, "captioning.live", Reply(outcome=Outcome.UNKNOWN), at))
    window.desk.go(WALK, "captioning.live")
    return window


def captioning(window: MainWindow) -> str:
    side = control(window, "navigation.list", QListWidget)
    return str(side.item(1).data(Qt.ItemDataRole.AccessibleTextRole))


def test_the_list_beside_counts_essentials_and_says_so(session: MainWindow) -> None:
    assert captioning(session) == "Captioning, essentials: 1 of 2 answered"
    assert control(session, "navigation.about", QLabel).text() == "Essentials answered"


def test_an_item_that_is_no_essential_changes_no_count(session: MainWindow) -> None:
    session.desk.perform(lambda one, at: give_answer(one, "captioning.room", Reply(outcome=Outcome.MET), at))
    assert captioning(session) == "Captioning, essentials: 1 of 2 answered"


def test_the_counts_of_the_list_add_up_to_the_line_above(session: MainWindow) -> None:
    found = ways(session.desk.view(), session.desk.words)
    shares = [way.count.split("/") for way in found if way.checklist and "/" in way.count]
    done, total = sum(int(one) for one, _ in shares), sum(int(one) for _, one in shares)
    assert control(session, "header.move", QLabel).text().startswith(f"Essentials: {done} of {total} answered. Your")


def test_the_line_above_begins_with_the_verdict_in_the_words_it_has_everywhere(session: MainWindow) -> None:
    assert control(session, "header.verdict", QLabel).text() == "Plan: Not enough known yet. So far nothing to fix"


def test_a_checklist_whose_essentials_were_answered_but_not_known_has_no_tick(session: MainWindow) -> None:
    session.desk.perform(lambda one, at: give_answer(one, "captioning.microphones", Reply(outcome=Outcome.MET), at))
    side = control(session, "navigation.list", QListWidget)
    assert side.item(1).data(Qt.ItemDataRole.UserRole + 1) == "2/2"


def test_a_page_that_was_gone_to_by_an_item_counts_its_own_essentials(session: MainWindow) -> None:
    session.desk.go(WALK, "interpretation.announced")
    assert control(session, "walk.counts", QLabel).text() == "Essentials answered here: 0 of 2. Shown: 2 of 8 items."


def test_the_page_says_how_many_of_how_many_items_it_shows(session: MainWindow) -> None:
    said = control(session, "walk.counts", QLabel).text()
    assert said == "Essentials answered here: 1 of 2. Shown: 2 of 8 items."
