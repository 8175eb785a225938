"""Search: words narrow the list of items and facts, Enter goes to what is chosen."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from accesscheck.language.words import Words
from accesscheck.model.catalogue import Catalogue
from accesscheck.ui.search import SearchDialog

from .walking import Bench, bare, settle, spoken_name, stops


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path, catalogue: Catalogue, english: Words) -> Iterator[Bench]:
    made = Bench(tmp_path, catalogue, english, {})
    yield made
    made.close()


@pytest.fixture
def dialog(bench: Bench, qtbot: QtBot) -> SearchDialog:
    made = SearchDialog(bench.desk)
    qtbot.addWidget(made)
    made.show()
    assert QTest.qWaitForWindowActive(made)
    return made


def found(dialog: SearchDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def test_everything_is_listed_before_anything_is_typed(bench: Bench, dialog: SearchDialog) -> None:
    assert len(found(dialog)) > len(bench.desk.view().catalogue.items)


def test_typing_narrows_the_list(dialog: SearchDialog) -> None:
    QTest.keyClicks(dialog.field.control, "wheelchair")
    assert 0 < len(found(dialog)) < 10
    assert any("wheelchair places" in one for one in found(dialog))


def test_words_may_stand_in_any_order_and_case(dialog: SearchDialog) -> None:
    dialog.field.control.setText("PLACES wheelchair")
    assert any("wheelchair places" in one for one in found(dialog))


def test_every_word_typed_must_be_there(dialog: SearchDialog) -> None:
    dialog.field.control.setText("wheelchair submarine")
    assert found(dialog) == []


def test_an_item_is_found_by_its_id_and_by_why_it_matters(dialog: SearchDialog) -> None:
    dialog.field.control.setText("captioning.text-stream")
    assert len(found(dialog)) == 1
    dialog.field.control.setText("unfamiliar accents")
    assert len(found(dialog)) == 1


def test_facts_are_found_too(dialog: SearchDialog) -> None:
    dialog.field.control.setText("length in minutes")
    assert found(dialog) == ["Session: Length in minutes"]


def test_enter_takes_the_first_that_was_found(dialog: SearchDialog) -> None:
    dialog.field.control.setText("captioning.text-stream")
    QTest.keyClick(dialog.field.control, Qt.Key.Key_Return)
    assert dialog.chosen is not None
    assert (dialog.chosen.place, dialog.chosen.target) == ("walk", "captioning.text-stream")
    assert not dialog.isVisible()


def test_arrow_keys_in_the_field_move_through_the_list(dialog: SearchDialog) -> None:
    dialog.field.control.setText("captioning")
    QTest.keyClick(dialog.field.control, Qt.Key.Key_Down)
    assert dialog.list.currentRow() == 1
    assert dialog.field.control.hasFocus()


def test_how_many_were_found_is_said(dialog: SearchDialog) -> None:
    dialog.field.control.setText("no such words anywhere")
    settle()
    assert found(dialog) == []
    assert dialog.findChild(type(dialog.field.explanation), "search.count").text() == "0 found"  # type: ignore[union-attr]


def test_everything_that_takes_the_focus_has_a_name(dialog: SearchDialog) -> None:
    assert [one.objectName() for one in stops(dialog) if not spoken_name(one)] == []


def test_no_text_is_bare(bench: Bench, pseudo: Words, qtbot: QtBot) -> None:
    bench.desk.words = pseudo
    made = SearchDialog(bench.desk)
    qtbot.addWidget(made)
    assert bare(made) == []
    assert "⟦" in made.windowTitle()
