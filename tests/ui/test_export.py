"""Export from the window."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QMessageBox, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from accesscheck.operations.session import set_fact
from accesscheck.ui.export_page import ExportPage
from accesscheck.ui.place import EXPORT
from accesscheck.ui.window import MainWindow

from .windows import control, press


@pytest.fixture
def page(window: MainWindow) -> ExportPage:
    """The page of export of a new session."""
    window.desk.new()
    window.desk.go(EXPORT)
    assert isinstance(window.place, ExportPage)
    return window.place


def written(page: ExportPage, target: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.desk.announced, timeout=60_000):
        page.write(target)


def test_data_are_written_where_they_were_wanted(page: ExportPage, tmp_path: Path, qtbot: QtBot) -> None:
    target = tmp_path / "out.json"
    written(page, target, qtbot)
    assert json.loads(target.read_bytes())["format"] == 1


def test_a_report_is_written_as_pdf(page: ExportPage, tmp_path: Path, qtbot: QtBot) -> None:
    target = tmp_path / "out.pdf"
    written(page, target, qtbot)
    assert target.read_bytes().startswith(b"%PDF")


def test_the_end_is_said_with_the_path(page: ExportPage, tmp_path: Path, qtbot: QtBot) -> None:
    written(page, tmp_path / "out.json", qtbot)
    assert control(page, "export.result", QLabel).text() == f"Data written: {tmp_path / 'out.json'}"


def test_the_folder_can_be_opened_afterwards(page: ExportPage, tmp_path: Path, qtbot: QtBot) -> None:
    written(page, tmp_path / "out.json", qtbot)
    assert control(page, "export.folder", QPushButton).isVisible()


def test_cancelling_leaves_nothing_written(page: ExportPage, tmp_path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.desk.announced, timeout=60_000):
        page.write(tmp_path / "folder-of-its-own.pdf")
        press(page, "export.cancel")
    assert list(tmp_path.glob("*.pdf")) + list(tmp_path.glob("*.part")) == []


def test_a_folder_that_is_not_there_is_said_and_the_page_goes_on(
    page: ExportPage, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(page.desk.failed, timeout=60_000) as said:
        page.write(tmp_path / "missing" / "out.json")
    assert "missing" in str(said.args)
    assert control(page, "export.start", QPushButton).isEnabled()


def test_the_export_is_noted_in_the_session(page: ExportPage, tmp_path: Path, qtbot: QtBot) -> None:
    written(page, tmp_path / "out.json", qtbot)
    assert page.desk.session is not None
    assert page.desk.session.document.last_export == page.desk.now()


def test_each_kind_says_what_the_file_contains(page: ExportPage) -> None:
    report = control(page, "export.contents", QLabel).text()
    control(page, "export.kind..json", QRadioButton).toggle()
    assert report != control(page, "export.contents", QLabel).text()


def test_data_have_no_language_to_choose(page: ExportPage) -> None:
    control(page, "export.kind..json", QRadioButton).toggle()
    assert not page.language.isVisible()


def test_the_file_is_proposed_under_the_sessions_title(page: ExportPage, qtbot: QtBot) -> None:
    page.desk.perform(lambda session, at: set_fact(session, "title", "Who can: take part?", at))
    seen: list[str] = []

    def read() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        seen.append(control(dialog, "fileNameEdit", QLineEdit).text())
        dialog.reject()

    QTimer.singleShot(0, read)
    press(page, "export.start")
    assert seen == ["Who can take part.pdf"]


def test_replacing_a_file_is_asked_in_the_dialog(page: ExportPage, tmp_path: Path, qtbot: QtBot) -> None:
    target = tmp_path / "there.pdf"
    target.write_bytes(b"old")
    asked: list[bool] = []

    def escape() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        QTest.keyClick(dialog, Qt.Key.Key_Escape)

    def refuse() -> None:
        asked.append(isinstance(QApplication.activeModalWidget(), QMessageBox))
        QTimer.singleShot(0, escape)
        escape()

    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        line = control(dialog, "fileNameEdit", QLineEdit)
        line.setText(str(target))
        QTimer.singleShot(0, refuse)
        QTest.keyClick(line, Qt.Key.Key_Return)

    QTimer.singleShot(0, choose)
    press(page, "export.start")
    assert (asked, target.read_bytes()) == ([True], b"old")
