"""Export from the window."""

from __future__ import annotations

import json
from pathlib import Path

import pikepdf
import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QWidget,
)
from pytestqt.qtbot import QtBot

from accesscheck.language.words import LANGUAGES
from accesscheck.model.terms import EvidenceKind, Outcome
from accesscheck.operations.changes import Reply
from accesscheck.operations.session import Proof, set_fact, tell_answer
from accesscheck.ui.appearance import Appearance
from accesscheck.ui.controls import ChoiceBox
from accesscheck.ui.desk import Desk
from accesscheck.ui.export_choices import ExportChoices, load_choices
from accesscheck.ui.export_page import ExportPage
from accesscheck.ui.export_words import AUDIENCES, KINDS
from accesscheck.ui.place import EXPORT
from accesscheck.ui.window import MainWindow

from .windows import control, press, shown


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
        control(page, "export.cancel", QPushButton).click()  # at once: a short report is soon written
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


def choose(page: ExportPage, name: str, value: str) -> None:
    """Choose as the keyboard or a screen reader does: by the control's own signal."""
    if name == "export.kind":
        box = control(page, name, ChoiceBox)
        box.setCurrentIndex(box.findData(value))
    else:
        control(page, f"{name}.{value}", QRadioButton).toggle()


def contents(page: ExportPage) -> str:
    return control(page, "export.contents", QLabel).text()


def with_proof(page: ExportPage, tmp_path: Path) -> None:
    """Give the session a proof file, with a name in all that was told."""
    scan = tmp_path / "Contract of Petra Example.txt"
    scan.write_text("Signed.", "utf-8")
    proof = Proof(EvidenceKind.DOCUMENT, "A contract", None, scan)
    reply = Reply(outcome=Outcome.MET, owner="Petra Example", note="Petra Example signed.")
    page.desk.perform(lambda session, at: tell_answer(session, "venue-access.step-free", reply, [proof], at))


@pytest.mark.parametrize("audience", AUDIENCES)
def test_each_kind_says_what_the_file_contains(page: ExportPage, audience: str) -> None:
    choose(page, "export.audience", audience)
    said = set()
    for kind in KINDS:
        choose(page, "export.kind", kind)
        said.add(contents(page))
    assert len(said) == len(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_file_is_written(page: ExportPage, tmp_path: Path, qtbot: QtBot, kind: str) -> None:
    choose(page, "export.kind", kind)
    target = tmp_path / f"out{kind}"
    written(page, target, qtbot)
    assert target.stat().st_size > 0


def test_publishing_says_that_anybody_may_read_it(page: ExportPage) -> None:
    choose(page, "export.audience", "publish")
    assert "Left out: names of persons, notes and proof and its files" in contents(page)
    assert "Anybody may read it" in contents(page)


def test_what_is_published_asks_for_nothing_more_to_include(page: ExportPage, tmp_path: Path) -> None:
    with_proof(page, tmp_path)
    choose(page, "export.audience", "publish")
    shown = [
        name for name in ("names", "notes", "proof", "files") if control(page, f"export.{name}", QCheckBox).isVisible()
    ]
    assert shown == []


def test_what_is_published_has_nothing_inside(page: ExportPage, tmp_path: Path, qtbot: QtBot) -> None:
    with_proof(page, tmp_path)
    choose(page, "export.audience", "publish")
    written(page, tmp_path / "out.pdf", qtbot)
    with pikepdf.open(tmp_path / "out.pdf") as pdf:
        assert dict(pdf.attachments) == {}


def test_proof_files_can_go_with_the_report(page: ExportPage, tmp_path: Path, qtbot: QtBot) -> None:
    with_proof(page, tmp_path)
    control(page, "export.files", QCheckBox).toggle()
    assert "attached as they are" in contents(page)
    written(page, tmp_path / "out.pdf", qtbot)
    with pikepdf.open(tmp_path / "out.pdf") as pdf:
        assert sorted(pdf.attachments) == ["assessment.json", "proof-Contract of Petra Example.txt"]


def test_how_many_proof_files_there_are_is_said(page: ExportPage, tmp_path: Path) -> None:
    box = control(page, "export.files", QCheckBox)
    before = box.isVisible()
    with_proof(page, tmp_path)
    assert (before, box.isVisible(), box.text()) == (False, True, "Attach the proof file (0.01 MB)")


def test_names_can_be_left_out(page: ExportPage, tmp_path: Path, qtbot: QtBot) -> None:
    with_proof(page, tmp_path)
    control(page, "export.names", QCheckBox).toggle()
    written(page, tmp_path / "out.json", qtbot)
    assert b"Petra" not in (tmp_path / "out.json").read_bytes()


def test_a_file_without_names_is_proposed_without_them(page: ExportPage, tmp_path: Path) -> None:
    with_proof(page, tmp_path)
    page.desk.perform(lambda session, at: set_fact(session, "title", "Petra Example invites", at))
    control(page, "export.names", QCheckBox).toggle()
    assert proposed(page) == "[…] invites.pdf"


def test_notes_and_proof_can_be_left_out_of_data(page: ExportPage, tmp_path: Path, qtbot: QtBot) -> None:
    with_proof(page, tmp_path)
    choose(page, "export.kind", ".json")
    for name in ("notes", "proof"):
        control(page, f"export.{name}", QCheckBox).toggle()
    written(page, tmp_path / "out.json", qtbot)
    assert json.loads((tmp_path / "out.json").read_bytes())["omitted"] == ["notes", "proof"]


def test_what_was_chosen_for_data_is_not_done_to_a_report(page: ExportPage) -> None:
    choose(page, "export.kind", ".json")
    control(page, "export.notes", QCheckBox).toggle()
    choose(page, "export.kind", ".pdf")
    assert page.form.chosen().choice.left_out == frozenset()


def test_data_have_no_language_to_choose(page: ExportPage) -> None:
    choose(page, "export.kind", ".json")
    assert not page.form.language.isVisible()


def test_every_ready_language_can_be_chosen(page: ExportPage) -> None:
    assert list(page.form.language.radios) == list(LANGUAGES)


def test_a_report_is_in_the_language_chosen(page: ExportPage, tmp_path: Path, qtbot: QtBot) -> None:
    choose(page, "export.kind", ".html")
    choose(page, "export.language", "fr")
    written(page, tmp_path / "out.html", qtbot)
    assert b'<html lang="fr"' in (tmp_path / "out.html").read_bytes()


def test_choices_are_remembered_for_the_next_export(page: ExportPage, tmp_path: Path, qtbot: QtBot) -> None:
    choose(page, "export.audience", "publish")
    choose(page, "export.kind", ".html")
    choose(page, "export.language", "fr")
    written(page, tmp_path / "out.html", qtbot)
    again = ExportPage(page.desk)
    qtbot.addWidget(again)
    assert again.form.chosen() == page.form.chosen()


@pytest.mark.parametrize(
    "kept", ["", "[]", "{", '{"audience": "everybody", "ending": ".exe", "names": "yes"}', '{"language": ["fr"]}']
)
def test_choices_that_make_no_sense_are_as_by_default(tmp_path: Path, kept: str) -> None:
    (tmp_path / "export.json").write_text(kept, "utf-8")
    assert load_choices(tmp_path) == ExportChoices()


@pytest.mark.parametrize("name", ["export.kind", "export.names", "export.files", "export.start"])
def test_every_control_has_a_name_for_screen_readers(page: ExportPage, tmp_path: Path, name: str) -> None:
    with_proof(page, tmp_path)
    found = QAccessible.queryAccessibleInterface(control(page, name, QWidget))
    assert found.text(QAccessible.Text.Name)


def test_nothing_is_cut_with_large_text(desk: Desk, tmp_path: Path, qtbot: QtBot) -> None:
    window = shown(desk, qtbot, Appearance(text=200))
    desk.new()
    desk.go(EXPORT)
    assert isinstance(window.place, ExportPage)
    with_proof(window.place, tmp_path)
    area = control(window.place, "export.scroll", QScrollArea)
    inside = [one for one in window.place.form.findChildren(QWidget) if one.isVisible()]
    right = [one.mapTo(area.viewport(), QPoint(one.width(), 0)).x() for one in inside]
    assert max(right) <= area.viewport().width()


def proposed(page: ExportPage) -> str:
    """The name a file is offered under; the dialog is closed again."""
    seen: list[str] = []

    def read() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        seen.append(control(dialog, "fileNameEdit", QLineEdit).text())
        dialog.reject()

    QTimer.singleShot(0, read)
    press(page, "export.start")
    (name,) = seen
    return name


def test_the_file_is_proposed_under_the_sessions_title(page: ExportPage) -> None:
    page.desk.perform(lambda session, at: set_fact(session, "title", "Who can: take part?", at))
    assert proposed(page) == "Who can take part.pdf"


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
