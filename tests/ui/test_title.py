"""The title is asked right after the six facts, and the session's file can be named after it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from accesscheck.model.terms import Outcome
from accesscheck.operations.changes import Reply
from accesscheck.operations.session import give_answer
from accesscheck.storage.recent import load_recent
from accesscheck.ui.place import SESSION
from accesscheck.ui.window import MainWindow

from .windows import control, fact, press, type_into

TITLE = "Round table: access for all?"
NAMED = "Round table access for all.accesscheck"


@pytest.fixture
def session(window: MainWindow) -> MainWindow:
    window.desk.new()
    window.desk.go(SESSION)
    return window


def path(window: MainWindow) -> Path:
    assert window.desk.session is not None
    return window.desk.session.document.path


def test_the_title_is_asked_on_the_first_page(session: MainWindow) -> None:
    assert control(session, "title", QLineEdit).isVisible()
    type_into(session, "title", TITLE)
    assert fact(session.desk, "title") == TITLE


def test_the_file_is_named_beside_the_title(session: MainWindow) -> None:
    said = control(session, "title.file", QLabel).text()
    assert said == "This session is kept in the file “New session.accesscheck”."


def test_without_a_title_no_other_name_is_offered(session: MainWindow) -> None:
    assert not control(session, "title.rename", QPushButton).isVisible()


def test_the_file_is_named_after_the_title(session: MainWindow) -> None:
    folder = path(session).parent
    type_into(session, "title", TITLE)
    press(session, "title.rename")
    assert path(session) == folder / NAMED
    assert [one.name for one in folder.iterdir() if one.suffix == ".accesscheck"] == [NAMED]


def test_once_named_nothing_is_offered_any_more(session: MainWindow) -> None:
    type_into(session, "title", TITLE)
    press(session, "title.rename")
    assert not control(session, "title.rename", QPushButton).isVisible()
    assert NAMED in control(session, "title.file", QLabel).text()


def test_work_goes_on_under_the_new_name(session: MainWindow) -> None:
    type_into(session, "title", TITLE)
    press(session, "title.rename")
    session.desk.perform(lambda one, at: give_answer(one, "captioning.live", Reply(outcome=Outcome.MET), at))
    assert [one.outcome for one in session.desk.view().assessment.answers] == [Outcome.MET]
    assert fact(session.desk, "title") == TITLE


def test_what_was_done_before_can_still_be_undone(session: MainWindow) -> None:
    type_into(session, "title", TITLE)
    press(session, "title.rename")
    session.desk.undo()
    assert fact(session.desk, "title") is None


def test_another_file_of_that_name_stays_as_it_is(session: MainWindow) -> None:
    folder = path(session).parent
    (folder / NAMED).write_bytes(b"somebody else's")
    type_into(session, "title", TITLE)
    press(session, "title.rename")
    assert path(session) == folder / "Round table access for all 2.accesscheck"
    assert (folder / NAMED).read_bytes() == b"somebody else's"


def test_the_list_of_recent_sessions_follows(session: MainWindow) -> None:
    type_into(session, "title", TITLE)
    press(session, "title.rename")
    assert [Path(one.path).name for one in load_recent(session.desk.recent_file)] == [NAMED]


def test_the_focus_stays_where_the_work_is(session: MainWindow) -> None:
    type_into(session, "title", TITLE)
    press(session, "title.rename")
    assert control(session, "title", QLineEdit).hasFocus()
