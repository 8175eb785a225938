"""Start-up, and errors nobody expected."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from accesscheck.errors import FileMissing
from accesscheck.ui import run
from accesscheck.ui.unexpected import Unexpected, crash_text, write_crash
from accesscheck.ui.window import MainWindow

PAINTED = """
import sys
from accesscheck.ui.app import make_application, make_window
from accesscheck.storage.places import settings_folder
application = make_application()
window = make_window(application, settings_folder(), [])
window.show()
window.grab()
application.processEvents()
heavy = {"pydantic", "babel", "reportlab", "pikepdf", "tomllib", "uharfbuzz", "PySide6.QtNetwork"}
print(sorted(heavy & set(sys.modules)))
"""

LOST_NONE = """
from accesscheck.ui.lasting_none import keep_none
keep_none()
from PySide6.QtCore import QObject
thing = QObject()
for _ in range(100_000):
    thing.setObjectName("a")
print("alive")
"""


def python(code: str, folder: Path, *argv: str) -> subprocess.CompletedProcess[str]:
    """Run Python in a process of its own whose home is `folder`."""
    mine = {"HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "QT_QPA_PLATFORM": "offscreen"}
    environment = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")} | mine
    command = [sys.executable, "-c", code, *argv]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=60)


def failing(secret: str) -> None:
    raise ValueError(secret)


def caught(secret: str) -> ValueError:
    try:
        failing(secret)
    except ValueError as error:
        return error
    raise AssertionError


def test_start_is_painted_before_anything_large_is_loaded(tmp_path: Path) -> None:
    assert python(PAINTED, tmp_path).stdout.strip() == "[]"


def test_start_is_painted_before_anything_large_is_loaded_with_recent_sessions_too(
    tmp_path: Path, window: MainWindow
) -> None:
    window.desk.new()
    window.desk.close_session()
    (tmp_path / "AccessCheck").mkdir(exist_ok=True)
    (tmp_path / "AccessCheck" / "recent.json").write_bytes(window.desk.recent_file.read_bytes())
    assert python(PAINTED, tmp_path).stdout.strip() == "[]"


def test_calls_without_a_result_never_use_none_up(tmp_path: Path) -> None:
    assert python(LOST_NONE, tmp_path).stdout.strip() == "alive"


@pytest.mark.parametrize("argv", [["a", "b"], ["--unknown"]])
def test_wrong_use_is_refused_with_a_sentence(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(argv) == 2
    assert "--help" in capsys.readouterr().err


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only there windows need a display server")
def test_without_a_display_a_sentence_says_what_works_instead(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert run([]) == 1
    assert "display" in capsys.readouterr().err


def test_the_note_names_file_line_function_and_type() -> None:
    text = crash_text(caught("x"))
    assert all(part in text for part in ("ValueError", "test_app.py:", " failing"))


def test_the_note_holds_nothing_of_the_session() -> None:
    assert "secret answer" not in crash_text(caught("secret answer"))


def test_the_note_names_no_folder_of_a_person() -> None:
    assert str(Path(__file__).parent) not in crash_text(caught("x"))


def test_a_folder_of_logs_that_cannot_be_made_is_no_second_error(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert write_crash(tmp_path / "file" / "logs", "error", caught("x")) is None


def test_an_unexpected_error_shows_one_dialog_and_keeps_the_work(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    window.desk.new()
    unexpected = Unexpected(window.desk, tmp_path / "logs", window)
    shown: list[str] = []

    def close() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        shown.append(box.informativeText())
        unexpected.caught(ValueError, caught("second"), None)
        box.reject()

    QTimer.singleShot(0, close)
    unexpected.caught(ValueError, caught("first"), None)
    notes = list((tmp_path / "logs").glob("*.txt"))
    assert (len(shown), len(notes) >= 1, window.desk.session is not None) == (1, True, True)


def test_an_expected_error_that_came_so_far_is_said_in_its_own_words(window: MainWindow, tmp_path: Path) -> None:
    said: list[str] = []
    window.desk.failed.connect(said.append)
    Unexpected(window.desk, tmp_path, window).caught(FileMissing, FileMissing("lost.accesscheck"), None)
    assert len(said) == 1
    assert "lost.accesscheck" in said[0]
