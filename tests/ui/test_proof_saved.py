"""A proof file is saved back out of the session, never in place of another file unasked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from accesscheck.language.words import Words
from accesscheck.model.catalogue import Catalogue
from accesscheck.model.terms import EvidenceKind
from accesscheck.operations.session import Proof, add_proof
from accesscheck.ui.item_card import ItemCard
from accesscheck.ui.walk_page import WalkPage

from .walking import Bench, settle

LIVE = "captioning.live"


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path, catalogue: Catalogue, english: Words) -> Iterator[Bench]:
    made = Bench(tmp_path, catalogue, english, {})
    file = tmp_path / "confirmation.txt"
    file.write_bytes(b"We will be there.")
    made.desk.perform(lambda session, at: add_proof(session, LIVE, Proof(EvidenceKind.CONTACT, "Mail"), at))
    made.desk.perform(lambda session, at: add_proof(session, LIVE, Proof(EvidenceKind.DOCUMENT, file=file), at))
    made.show(WalkPage(made.desk, made.window))
    yield made
    made.close()


@pytest.fixture
def card(bench: Bench) -> ItemCard:
    """The card of the item, with its proof unfolded."""
    assert bench.place is not None
    bench.place.show_target(LIVE)
    found = bench.place.findChild(ItemCard, f"card.{LIVE}")
    assert isinstance(found, ItemCard)
    found.more.setChecked(True)
    settle()
    return found


def save_as(card: ItemCard, target: Path, over: QMessageBox.StandardButton | None = None) -> None:
    """Press the button and write the file's name; `over` answers what is asked about a file that is there."""

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        assert over is not None
        box.button(over).click()
        if over is QMessageBox.StandardButton.No:
            QTimer.singleShot(100, leave)

    def leave() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        dialog.reject()

    def choose() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QFileDialog)
        name = dialog.findChild(QLineEdit, "fileNameEdit")
        assert name is not None
        name.setText(str(target))
        if over is not None:
            QTimer.singleShot(100, answer)
        dialog.accept()

    QTimer.singleShot(200, choose)
    button = card.findChild(QPushButton, f"{LIVE}.proof.1.save")
    assert isinstance(button, QPushButton)
    button.click()


def test_the_file_comes_out_as_it_went_in(card: ItemCard, tmp_path: Path) -> None:
    save_as(card, tmp_path / "out.txt")
    assert (tmp_path / "out.txt").read_bytes() == b"We will be there."


def test_proof_without_a_file_has_nothing_to_save(card: ItemCard) -> None:
    assert card.findChild(QPushButton, f"{LIVE}.proof.0.save") is None


def test_the_button_says_of_which_proof(card: ItemCard) -> None:
    button = card.findChild(QPushButton, f"{LIVE}.proof.1.save")
    assert isinstance(button, QPushButton)
    assert button.accessibleName().startswith("Save to a file: A document")


def test_a_file_that_is_there_stays_unless_agreed(card: ItemCard, tmp_path: Path) -> None:
    (tmp_path / "out.txt").write_bytes(b"other")
    save_as(card, tmp_path / "out.txt", QMessageBox.StandardButton.No)
    assert (tmp_path / "out.txt").read_bytes() == b"other"


def test_a_file_that_is_there_is_replaced_when_agreed(card: ItemCard, tmp_path: Path) -> None:
    (tmp_path / "out.txt").write_bytes(b"other")
    save_as(card, tmp_path / "out.txt", QMessageBox.StandardButton.Yes)
    assert (tmp_path / "out.txt").read_bytes() == b"We will be there."


def test_where_the_file_went_is_said(bench: Bench, card: ItemCard, tmp_path: Path) -> None:
    save_as(card, tmp_path / "out.txt")
    assert bench.announced[-1] == f"Saved as {tmp_path / 'out.txt'}"
