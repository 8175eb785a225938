"""Start."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from accesscheck.operations.session import set_fact
from accesscheck.storage.recent import RecentSession, load_recent, remember
from accesscheck.ui.desk import Desk
from accesscheck.ui.start import recent_verdict
from accesscheck.ui.window import MainWindow

from .windows import control, press, shown


def recent(desk: Desk, path: Path, verdict: str = "gaps", count: str = "3") -> RecentSession:
    made = RecentSession(
        str(path), "Round table", verdict, "plan", count, "2027-01-09T10:00Z", "2027-03-15T09:00:00+00:00"
    )
    desk.settings.mkdir(parents=True, exist_ok=True)
    remember(desk.recent_file, made)
    return made


def test_without_recent_sessions_two_lines_say_what_the_app_does(window: MainWindow) -> None:
    lines = [control(window, f"start.line{at}", QLabel).text() for at in (0, 1)]
    assert all(len(line) > 40 for line in lines)


def test_without_recent_sessions_the_example_is_offered(window: MainWindow) -> None:
    press(window, "start.example")
    assert window.desk.session is not None
    assert window.desk.session.assessment.sample


def test_a_recent_session_shows_its_verdict_with_the_stage_and_the_day(
    desk: Desk, tmp_path: Path, qtbot: QtBot
) -> None:
    recent(desk, tmp_path / "a.accesscheck")
    window = shown(desk, qtbot)
    assert control(window, "start.verdict0", QLabel).text() == "Plan: Gaps to close: 3 · session on 2027-03-15"


def test_a_verdict_of_a_newer_version_is_left_out(desk: Desk, tmp_path: Path, english: object) -> None:
    assert recent_verdict(recent(desk, tmp_path / "a", verdict="brand-new"), desk.words) == ""


def test_one_thing_to_finish_is_said_in_the_singular(desk: Desk, tmp_path: Path) -> None:
    assert (
        recent_verdict(recent(desk, tmp_path / "a", "nearly", "1"), desk.words)
        == "Plan: Nearly ready: 1 thing to finish"
    )


def test_a_recent_session_opens(window: MainWindow, qtbot: QtBot) -> None:
    window.desk.new()
    assert window.desk.session is not None
    path = window.desk.session.document.path
    window.desk.close_session()
    press(window, "start.open0")
    assert window.desk.session.document.path == path


def test_a_recent_session_whose_file_is_gone_says_so_and_start_stays(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    recent(desk, tmp_path / "gone.accesscheck")
    window = shown(desk, qtbot)
    press(window, "start.open0")
    assert "gone.accesscheck" in control(window, "toast", QLabel).text()
    assert window.place.place_id == "start"


def test_taking_a_session_off_the_list_leaves_its_file(window: MainWindow) -> None:
    window.desk.new()
    assert window.desk.session is not None
    path = window.desk.session.document.path
    window.desk.close_session()
    press(window, "start.forget0")
    assert (load_recent(window.desk.recent_file), path.exists()) == ((), True)


def test_a_new_session_is_on_disk_at_once_and_asks_its_facts(window: MainWindow, tmp_path: Path) -> None:
    press(window, "start.new")
    assert len(list((tmp_path / "Documents" / "AccessCheck").glob("*.accesscheck"))) == 1
    assert window.place.place_id == "session"


def test_the_list_holds_the_title_a_session_has_when_it_is_left(window: MainWindow) -> None:
    window.desk.new()
    window.desk.perform(lambda session, at: set_fact(session, "title", "Captions for all", at))
    window.desk.close_session()
    assert load_recent(window.desk.recent_file)[0].title == "Captions for all"


def test_a_session_that_another_process_writes_is_refused_with_who_holds_it(window: MainWindow, tmp_path: Path) -> None:
    from accesscheck.operations.documents import new_session_at

    path = tmp_path / "held.accesscheck"
    other = new_session_at(path, window.desk.catalogue, {}, datetime(2027, 1, 1, tzinfo=UTC), "test")
    try:
        assert not window.desk.open(path)
        assert "process" in control(window, "toast", QLabel).text()
    finally:
        other.close()


def test_closing_the_window_gives_the_document_free(window: MainWindow) -> None:
    window.desk.new()
    assert window.desk.session is not None
    path = window.desk.session.document.path
    window.close()
    assert not window.desk.session
    assert window.desk.open(path)


def test_every_recent_session_has_a_name_that_tells_it_apart(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    recent(desk, tmp_path / "a.accesscheck")
    window = shown(desk, qtbot)
    assert control(window, "start.forget0", QPushButton).accessibleName() == "Take off the list: Round table"
