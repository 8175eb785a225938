"""What a card says of facts: those that speak against an answer, those that decide whether it is asked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from accesscheck.language.words import Words
from accesscheck.model.catalogue import Catalogue
from accesscheck.model.terms import Outcome
from accesscheck.operations.session import set_fact
from accesscheck.ui.item_card import ItemCard
from accesscheck.ui.place import SESSION, FactOf
from accesscheck.ui.walk_page import WalkPage

from .walking import Bench, settle

LIVE, ANNOUNCED, ROOM = "captioning.live", "interpretation.announced", "captioning.room"


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path, catalogue: Catalogue, english: Words) -> Iterator[Bench]:
    made = Bench(tmp_path, catalogue, english, {"captions": "automatic"})
    made.show(WalkPage(made.desk, made.window))
    yield made
    made.close()


def card(bench: Bench, item: str) -> ItemCard:
    """The card of an item, gone to."""
    assert bench.place is not None
    bench.place.show_target(item)
    settle()
    found = bench.place.findChild(ItemCard, f"card.{item}")
    assert isinstance(found, ItemCard)
    return found


def said(card: ItemCard) -> QLabel:
    found = card.findChild(QLabel, f"{card.item.id}.doubt")
    assert isinstance(found, QLabel)
    return found


def answer(card: ItemCard, value: str) -> None:
    card.answers.radios[value].setChecked(True)
    settle()


def test_a_yes_that_a_fact_speaks_against_is_questioned_beside_it(bench: Bench) -> None:
    shown = card(bench, LIVE)
    answer(shown, "met")
    assert said(shown).isVisible()
    assert said(shown).text() == (
        "The answer here is “Yes”, but for “Live captions” the session says “Automatic, not corrected”. "
        "Is one of the two to be changed?"
    )


def test_a_questioned_yes_is_kept_all_the_same(bench: Bench) -> None:
    answer(card(bench, LIVE), "met")
    kept = bench.kept(LIVE)
    assert kept is not None
    assert kept.outcome is Outcome.MET


def test_the_question_goes_when_the_fact_is_changed(bench: Bench) -> None:
    shown = card(bench, LIVE)
    answer(shown, "met")
    bench.desk.perform(lambda session, at: set_fact(session, "captions", "human", at))
    settle()
    assert not [one for one in card(bench, LIVE).findChildren(QWidget, f"{LIVE}.doubt.part") if one.isVisible()]


def test_beside_the_question_the_fact_can_be_gone_to(bench: Bench) -> None:
    shown = card(bench, LIVE)
    answer(shown, "met")
    link = shown.findChild(QPushButton, f"{LIVE}.doubt.captions")
    assert isinstance(link, QPushButton)
    link.click()
    assert bench.went[-1] == (SESSION, FactOf("captions", LIVE))


def test_where_a_fact_decides_whether_an_item_is_asked_the_card_leads_to_it(bench: Bench) -> None:
    shown = card(bench, ANNOUNCED)
    link = shown.findChild(QPushButton, f"{ANNOUNCED}.decides.interpretation")
    assert isinstance(link, QPushButton)
    assert link.isVisible()
    link.click()
    assert bench.went[-1] == (SESSION, FactOf("interpretation", ANNOUNCED))


def test_told_that_nothing_was_announced_the_item_goes(bench: Bench) -> None:
    card(bench, ANNOUNCED)
    bench.desk.perform(lambda session, at: set_fact(session, "interpretation", "no", at))
    settle()
    assert bench.place is not None
    assert bench.place.findChild(ItemCard, f"card.{ANNOUNCED}") is None


def test_where_the_item_takes_it_not_relevant_stands_with_the_other_answers(bench: Bench) -> None:
    assert card(bench, ROOM).answers.radios["not-relevant"].isVisible()


def test_each_answer_tells_its_key(bench: Bench) -> None:
    radio = card(bench, LIVE).answers.radios["missing"]
    assert isinstance(radio, QRadioButton)
    assert radio.toolTip() == "Key 3"


def test_the_keys_are_told_above_the_first_card(bench: Bench) -> None:
    assert bench.place is not None
    hint = bench.place.findChild(QLabel, "walk.keys")
    assert isinstance(hint, QLabel)
    assert hint.isVisible()
    assert hint.text().startswith("Keys 1 to 6 answer")
