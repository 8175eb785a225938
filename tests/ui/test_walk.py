"""Walk: cards of one checklist, a filter that is a snapshot, help that follows, keys, and ways for everyone."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from accesscheck.language.words import Words
from accesscheck.model.catalogue import Catalogue
from accesscheck.model.terms import Checklist, Outcome, Stage
from accesscheck.operations.session import set_fact
from accesscheck.ui.help_panel import HelpPanel
from accesscheck.ui.item_card import ItemCard
from accesscheck.ui.place import NEXT_OPEN, PREVIOUS_OPEN, SESSION
from accesscheck.ui.walk_page import WalkPage

from .walking import Bench, bare, in_focus, settle, sideways, spoken_name, stops, walk

LIVE, MICROPHONES = "captioning.live", "captioning.microphones"


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path, catalogue: Catalogue, english: Words) -> Iterator[Bench]:
    made = Bench(tmp_path, catalogue, english, {"interpretation": "no"})
    yield made
    made.close()


@pytest.fixture
def page(bench: Bench) -> WalkPage:
    made = WalkPage(bench.desk, bench.window)
    bench.show(made)
    return made


def cards(page: QWidget) -> dict[str, ItemCard]:
    return {one.item.id: one for one in page.findChildren(ItemCard) if one.isVisible()}


def press(page: QWidget, value: str, item: str = LIVE) -> None:
    cards(page)[item].answers.radios[value].setChecked(True)


def show_only(page: QWidget, show: str) -> None:
    button = page.findChild(QWidget, f"walk.show.{show}")
    assert isinstance(button, QPushButton | QWidget)
    button.setChecked(True)  # type: ignore[attr-defined]
    settle()


def helped(page: QWidget) -> HelpPanel:
    found = page.findChild(HelpPanel)
    assert isinstance(found, HelpPanel)
    return found


# --- answering ---


def test_an_answer_is_on_disk_when_it_is_shown(bench: Bench, page: WalkPage) -> None:
    press(page, "met")
    kept = bench.kept(LIVE)
    assert kept is not None
    assert kept.outcome is Outcome.MET


def test_a_toggle_by_assistive_technology_counts_as_an_answer(bench: Bench, page: WalkPage) -> None:
    cards(page)[LIVE].answers.radios["partly"].toggle()
    kept = bench.kept(LIVE)
    assert kept is not None
    assert kept.outcome is Outcome.PARTLY


def test_answering_moves_nothing_above_or_at_the_answer(page: WalkPage) -> None:
    card = cards(page)[LIVE]
    radio = card.answers.radios["waiting"]
    before = radio.mapTo(page, QPoint(0, 0))
    radio.setChecked(True)
    settle()
    assert radio.mapTo(page, QPoint(0, 0)) == before


def test_an_answer_undone_is_no_longer_shown(bench: Bench, page: WalkPage) -> None:
    press(page, "met")
    bench.desk.undo()
    assert cards(page)[LIVE].answers.value() == ""


# --- which items are shown ---


def test_the_page_opens_where_the_next_open_item_is(page: WalkPage) -> None:
    assert page.checklist is Checklist.CAPTIONING
    assert list(cards(page)) == [LIVE, MICROPHONES]


def test_an_answered_item_stays_until_the_filter_is_set_again(page: WalkPage) -> None:
    show_only(page, "open")
    assert LIVE in cards(page)
    press(page, "met")
    settle()
    assert LIVE in cards(page)
    show_only(page, "all")
    show_only(page, "open")
    assert LIVE not in cards(page)


def test_an_empty_list_says_that_nothing_matches(page: WalkPage) -> None:
    show_only(page, "missing")
    assert not cards(page)
    found = page.findChild(QWidget, "walk.nothing")
    assert isinstance(found, QWidget)
    assert found.isVisible()


def test_what_comes_later_is_shown_with_its_stage(page: WalkPage) -> None:
    show_only(page, "all")
    state = cards(page)["captioning.minutes"].findChild(QWidget, "captioning.minutes.state.words")
    assert state is not None
    assert state.text() == "Comes later: Delivered"  # type: ignore[attr-defined]


def test_items_that_do_not_apply_are_named_with_the_reason_on_demand(bench: Bench, page: WalkPage) -> None:
    page.show_target(Checklist.INTERPRETATION)
    button = page.findChild(QPushButton, "walk.left-out")
    assert isinstance(button, QPushButton)
    assert "do not apply here" in button.text()
    button.setChecked(True)
    settle()
    why = page.findChild(QWidget, "left-out.interpretation.announced.why")
    assert why is not None
    assert why.text().startswith("Does not apply to this session.")  # type: ignore[attr-defined]


def test_a_reason_leads_to_the_fact_that_decided(bench: Bench, page: WalkPage) -> None:
    page.show_target("interpretation.announced")
    link = page.findChild(QPushButton, "left-out.interpretation.announced.change")
    assert isinstance(link, QPushButton)
    link.click()
    assert bench.went[-1][0] == SESSION


def test_a_changed_fact_brings_its_items_without_losing_answers(bench: Bench, page: WalkPage) -> None:
    page.show_target(Checklist.INTERPRETATION)
    assert "interpretation.announced" not in cards(page)
    bench.desk.perform(lambda session, at: set_fact(session, "interpretation", "yes", at))
    settle()
    assert "interpretation.announced" in cards(page)


def test_another_stage_asks_its_own_statement(bench: Bench, page: WalkPage) -> None:
    planned = cards(page)[LIVE].answers.accessibleName()
    bench.at += timedelta(days=70)
    page.refresh(bench.desk.view())
    settle()
    card = cards(page)[LIVE]
    assert card.stage is Stage.REHEARSAL
    assert card.answers.accessibleName() != planned


# --- going ---


def test_the_next_open_item_may_lie_in_another_checklist(page: WalkPage) -> None:
    press(page, "met", LIVE)
    press(page, "met", MICROPHONES)
    page.show_target(NEXT_OPEN)
    settle()
    assert page.checklist is Checklist.REMOTE_PARTICIPATION
    assert cards(page)["remote-participation.two-way"].isAncestorOf(in_focus())


def test_the_open_item_before_can_be_reached_too(page: WalkPage) -> None:
    cards(page)[MICROPHONES].focus_answer()
    page.show_target(PREVIOUS_OPEN)
    assert cards(page)[LIVE].isAncestorOf(in_focus())


def test_an_item_outside_the_filter_is_shown_when_it_is_asked_for(page: WalkPage) -> None:
    page.show_target("captioning.room")
    assert "captioning.room" in cards(page)


def test_going_to_a_card_shows_the_whole_of_it(page: WalkPage) -> None:
    page.show_target("venue-access.help")
    settle()
    QTest.qWait(1)
    card = cards(page)["venue-access.help"]
    area = page.findChild(QWidget, "walk.scroll")
    assert area is not None
    viewport = area.viewport()  # type: ignore[attr-defined]
    top = card.mapTo(viewport, QPoint(0, 0)).y()
    assert top >= 0
    assert top + card.height() <= viewport.height()


def test_going_to_a_card_with_its_help_beneath_shows_the_card(bench: Bench) -> None:
    page = WalkPage(bench.desk, bench.window)
    bench.show(page, (900, 420))
    page.show_target("venue-access.companion-places")
    settle()
    QTest.qWait(1)
    area = page.findChild(QScrollArea, "walk.scroll")
    assert isinstance(area, QScrollArea)
    top = cards(page)["venue-access.companion-places"].mapTo(area.viewport(), QPoint(0, 0)).y()
    assert 0 <= top < area.viewport().height() // 2


@pytest.mark.parametrize(
    ("key", "modifier"),
    [(Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier), (Qt.Key.Key_PageDown, Qt.KeyboardModifier.AltModifier)],
)
def test_keys_lead_to_the_next_item_and_back(page: WalkPage, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    back = {Qt.Key.Key_Down: Qt.Key.Key_Up, Qt.Key.Key_PageDown: Qt.Key.Key_PageUp}[key]
    cards(page)[LIVE].focus_answer()
    QTest.keyClick(in_focus(), key, modifier)
    assert cards(page)[MICROPHONES].isAncestorOf(in_focus())
    QTest.keyClick(in_focus(), back, modifier)
    assert cards(page)[LIVE].isAncestorOf(in_focus())


# --- help ---


def test_the_help_follows_the_focus(page: WalkPage) -> None:
    cards(page)[LIVE].focus_answer()
    before = helped(page).toPlainText()
    cards(page)[MICROPHONES].focus_answer()
    settle()
    assert helped(page).toPlainText() != before
    assert "microphone" in helped(page).toPlainText()


def test_the_help_names_every_part_and_the_standing_of_its_sources(page: WalkPage) -> None:
    said = helped(page).toPlainText()
    for heading in (
        "Why it matters",
        "What “partly” means",
        "How to check",
        "What to do now",
        "Who is affected",
        "Source",
    ):
        assert heading in said
    assert "verified in the source" in said


def test_help_says_what_to_do_when_it_is_late(bench: Bench, page: WalkPage) -> None:
    bench.at += timedelta(days=60)
    page.refresh(bench.desk.view())
    item = bench.desk.view().catalogue.item(LIVE)
    assert item is not None
    assert item.when_late in helped(page).toPlainText()


def test_f1_leads_into_the_help_and_escape_back_to_the_item(page: WalkPage) -> None:
    cards(page)[MICROPHONES].focus_answer()
    QTest.keyClick(in_focus(), Qt.Key.Key_F1)
    assert in_focus() is helped(page)
    QTest.keyClick(in_focus(), Qt.Key.Key_Escape)
    assert cards(page)[MICROPHONES].isAncestorOf(in_focus())


def test_f1_in_an_item_is_not_taken_by_the_windows_own_help(page: WalkPage) -> None:
    cards(page)[LIVE].focus_answer()
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_F1, Qt.KeyboardModifier.NoModifier)
    asked.ignore()
    page.event(asked)
    assert asked.isAccepted()


def test_in_a_narrow_window_the_help_stands_beneath_the_item_in_focus(bench: Bench) -> None:
    page = WalkPage(bench.desk, bench.window)
    bench.show(page, (900, 700))
    cards(page)[MICROPHONES].focus_answer()
    settle()
    card = cards(page)[MICROPHONES]
    assert card.isAncestorOf(helped(page))
    assert helped(page).mapTo(card, QPoint(0, 0)).y() > card.answers.mapTo(card, QPoint(0, 0)).y()
    assert not helped(page).verticalScrollBar().isVisible()


def test_in_a_narrow_window_each_card_offers_its_help_by_a_button(bench: Bench) -> None:
    page = WalkPage(bench.desk, bench.window)
    bench.show(page, (900, 700))
    cards(page)[MICROPHONES].help.click()
    settle()
    assert in_focus() is helped(page)
    assert cards(page)[MICROPHONES].isAncestorOf(helped(page))


# --- ways for everyone ---


def test_tab_goes_through_everything_and_back_the_same_way(page: WalkPage) -> None:
    show_only(page, "all")
    cards(page)[LIVE].focus_answer()
    there = walk(page.window(), Qt.Key.Key_Tab)
    back = walk(page.window(), Qt.Key.Key_Backtab)
    assert there == [there[0], *reversed(back[1:])]
    assert len(there) == len(stops(page))


def test_tab_goes_through_parts_that_were_unfolded_later_in_the_order_seen(page: WalkPage) -> None:
    card = cards(page)[LIVE]
    card.more.setChecked(True)
    press(page, "waiting")
    settle()
    card.focus_answer()
    names = walk(page.window(), Qt.Key.Key_Tab)
    days = ["asked", "asked.calendar", "more", "note", "owner", "due", "due.calendar"]
    wanted = ["answer", "answer.clear", "whom", *days, "proof.kind", "proof.day", "proof.day.calendar"]
    assert names[: len(wanted)] == [f"{LIVE}.{name}" for name in wanted]


def test_everything_that_takes_the_focus_has_a_name(page: WalkPage) -> None:
    show_only(page, "all")
    for card in cards(page).values():
        card.more.setChecked(True)
    settle()
    assert [one.objectName() for one in stops(page) if not spoken_name(one)] == []


def test_the_question_is_said_once_as_the_name_of_its_group(page: WalkPage) -> None:
    group = cards(page)[LIVE].answers
    assert group.title() == ""
    assert spoken_name(group) == group.question.text()
    assert all(spoken_name(radio) == radio.text() for radio in group.radios.values())


def test_no_text_is_bare(bench: Bench, pseudo: Words) -> None:
    bench.desk.words = pseudo
    page = WalkPage(bench.desk, bench.window)
    bench.show(page)
    page.show_target("venue-access.wheelchair-places")
    for card in cards(page).values():
        card.more.setChecked(True)
    press(page, "waiting", "venue-access.step-free")
    settle()
    assert bare(page) == []
    assert "⟦" in helped(page).toPlainText()


@pytest.mark.parametrize(
    ("size", "factor"), [((1366, 768), 1.0), ((1366, 768), 2.0), ((800, 600), 1.0), ((800, 600), 2.0)]
)
def test_nothing_scrolls_sideways(qapp: QApplication, bench: Bench, size: tuple[int, int], factor: float) -> None:
    before = qapp.font()
    large = QFont(before)
    large.setPointSizeF(10.5 * factor)
    qapp.setFont(large)
    try:
        page = WalkPage(bench.desk, bench.window)
        bench.show(page, size)
        page.show_target("venue-access.wheelchair-places")
        for card in cards(page).values():
            card.more.setChecked(True)
        settle()
        assert sideways(bench.window) == []
        assert bench.window.size() == QSize(*size)
    finally:
        qapp.setFont(before)


def test_pages_built_anew_many_times_leave_nothing_behind_that_breaks(bench: Bench, page: WalkPage) -> None:
    for _ in range(6):
        for checklist in (Checklist.VENUE_ACCESS, Checklist.CAPTIONING):
            page.show_target(checklist)
            settle()
            gc.collect()
    assert list(cards(page)) == [LIVE, MICROPHONES]


def test_the_first_step_to_what_is_open_leads_to_the_first_open_item(bench: Bench, page: WalkPage) -> None:
    page.show_target(NEXT_OPEN)
    settle()
    assert in_focus() is next(iter(cards(page)[LIVE].answers.radios.values()))


def test_from_the_filter_the_next_open_item_is_the_first(bench: Bench, page: WalkPage) -> None:
    page.show_target(MICROPHONES)
    settle()
    button = page.findChild(QWidget, "walk.show.essentials")
    assert button is not None
    button.setFocus()
    page.show_target(NEXT_OPEN)
    settle()
    assert cards(page)[LIVE].isAncestorOf(in_focus())


def test_a_button_above_goes_on_from_the_item_that_had_the_focus(bench: Bench, page: WalkPage) -> None:
    above = QPushButton(bench.window)
    above.show()
    page.show_target(LIVE)
    settle()
    above.setFocus()
    page.show_target(NEXT_OPEN)
    settle()
    assert cards(page)[MICROPHONES].isAncestorOf(in_focus())
