"""Summary: reasons lead to their items, groups stand worst first, each party has its list, and nothing is hidden."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from accesscheck.language.words import Words
from accesscheck.model.catalogue import Catalogue
from accesscheck.model.profile import FactValue
from accesscheck.model.terms import Outcome
from accesscheck.operations.changes import Reply
from accesscheck.operations.session import give_answer
from accesscheck.ui.deadlines import DeadlineList
from accesscheck.ui.summary_page import SummaryPage
from accesscheck.ui.table import WordTable

from .walking import Bench, bare, settle, sideways, spoken_name, stops, walk

LIVE, STEPS = "captioning.live", "venue-access.step-free"
FACTS: Mapping[str, FactValue] = {
    "speaker-zones": ("Asia/Tokyo",),
    "remote-speakers": 1,
    "seats": "host",
    "recording": "host",
}


@pytest.fixture
def bench(qtbot: QtBot, tmp_path: Path, catalogue: Catalogue, english: Words) -> Iterator[Bench]:
    made = Bench(tmp_path, catalogue, english, FACTS)
    yield made
    made.close()


@pytest.fixture
def page(bench: Bench) -> SummaryPage:
    made = SummaryPage(bench.desk, bench.window)
    bench.show(made)
    return made


def answer(bench: Bench, item: str, reply: Reply) -> None:
    assert bench.desk.perform(lambda session, at: give_answer(session, item, reply, at))
    settle()


def link(page: QWidget, name: str) -> QPushButton:
    found = [one for one in page.findChildren(QPushButton, name) if one.isVisible()]
    assert len(found) == 1, name
    return found[0]


def label(page: QWidget, name: str) -> str:
    found = page.findChild(QLabel, name)
    assert isinstance(found, QLabel)
    return found.text()


def table(page: QWidget) -> list[list[str]]:
    return cells(page, "summary.groups", 3)


def cells(page: QWidget, name: str, columns: int) -> list[list[str]]:
    """The words of a table's first columns."""
    found = page.findChild(WordTable, name)
    assert isinstance(found, WordTable)
    held = [[found.item(row, column) for column in range(columns)] for row in range(found.rowCount())]
    return [[cell.text() if cell else "" for cell in row] for row in held]


def shown_lines(page: QWidget, name: str) -> list[str]:
    return [one.text() for one in page.findChildren(QLabel) if one.objectName().startswith(f"{name}.")]


# --- verdict and reasons ---


def test_a_reason_names_the_people_and_leads_to_its_item(bench: Bench, page: SummaryPage) -> None:
    answer(bench, STEPS, {"outcome": Outcome.MISSING})
    reason = link(page, f"reason.{STEPS}")
    assert reason.accessibleName().startswith("Wheelchair users and people with limited mobility: missing:")
    reason.click()
    assert bench.went[-1] == ("walk", STEPS)


def test_the_verdict_changes_with_the_answers(bench: Bench, page: SummaryPage) -> None:
    assert label(page, "summary.verdict") == "Not enough known yet"
    answer(bench, STEPS, {"outcome": Outcome.MISSING})
    assert label(page, "summary.verdict") == "Some people cannot take part as planned today"


def test_what_was_declared_not_relevant_stands_with_its_reason(bench: Bench, page: SummaryPage) -> None:
    reply: Reply = {"outcome": Outcome.NOT_RELEVANT, "reason": "One queue is too short for that."}
    answer(bench, "remote-participation.one-queue", reply)
    assert "1 declared not relevant" in label(page, "summary.verdict")
    assert [line for line in shown_lines(page, "declared") if "too short" in line]


# --- groups ---


def test_every_group_stands_in_the_table_worst_first(bench: Bench, page: SummaryPage) -> None:
    answer(bench, STEPS, {"outcome": Outcome.MISSING})
    rows = table(page)
    assert len(rows) == 17
    assert rows[0][:2] == ["Wheelchair users and people with limited mobility", "Cannot take part"]
    order = ["Cannot take part", "Not known yet", "With difficulty", "Can take part", "Nothing asked yet"]
    places = [order.index(row[1]) for row in rows]
    assert places == sorted(places)


def test_the_table_names_what_stands_behind_a_state(bench: Bench, page: SummaryPage) -> None:
    answer(bench, STEPS, {"outcome": Outcome.MISSING})
    assert "without steps" in table(page)[0][2]


# --- whose move, deadlines, questions ---


def test_each_party_has_its_list_leading_to_the_items(bench: Bench, page: SummaryPage) -> None:
    link(page, f"party.host.{STEPS}").click()
    assert bench.went[-1] == ("walk", STEPS)


def test_what_is_not_essential_is_listed_on_demand(page: SummaryPage) -> None:
    link(page, "party.host.more").setChecked(True)
    settle()
    assert link(page, "party.host.venue-access.quiet-room")


def test_a_list_can_be_copied_as_text_for_a_message(bench: Bench, page: SummaryPage) -> None:
    link(page, "party.host.copy").click()
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("The host (host country, venue, technicians)\n")
    assert "without steps" in copied
    assert bench.announced == ["The list was copied."]


def test_deadlines_stand_by_date_and_say_when_one_has_passed(bench: Bench, page: SummaryPage) -> None:
    bench.at += timedelta(days=50)
    page.refresh(bench.desk.view())
    settle()
    assert "(has passed)" in label(page, f"deadline.{LIVE}.when")


def test_a_list_of_deadlines_holds_no_more_than_asked_for(bench: Bench) -> None:
    found = DeadlineList(bench.desk, most=5)
    found.refresh(bench.desk.view())
    assert len([one for one in found.findChildren(QPushButton) if one.objectName().startswith("deadline.")]) == 5


def test_without_a_start_the_deadlines_say_what_they_wait_for(
    qtbot: QtBot, tmp_path: Path, catalogue: Catalogue, english: Words
) -> None:
    bench = Bench(tmp_path, catalogue, english, {"start": "unknown"})
    found = DeadlineList(bench.desk)
    found.refresh(bench.desk.view())
    assert label(found, "deadline.none").startswith("Deadlines stand here once")
    bench.close()


def test_questions_to_the_host_lead_to_their_facts(bench: Bench, page: SummaryPage) -> None:
    link(page, "question.seats").click()
    assert bench.went[-1] == ("session", "seats")


def test_the_hours_of_speakers_online_stand_in_their_own_time(page: SummaryPage) -> None:
    assert shown_lines(page, "hours") == ["Speakers online: Asia/Tokyo: 18:00 to 19:30"]


def test_the_hours_of_the_audience_stand_beside_them(
    qtbot: QtBot, tmp_path: Path, catalogue: Catalogue, english: Words
) -> None:
    bench = Bench(tmp_path, catalogue, english, {"audience-zones": ("Pacific/Auckland",)})
    page = SummaryPage(bench.desk, bench.window)
    bench.show(page)
    assert shown_lines(page, "hours") == ["Audience: Pacific/Auckland: 22:00 to 23:30, at night"]
    bench.close()


# --- languages, room and online ---


def test_each_language_of_floor_and_audience_has_its_row(
    qtbot: QtBot, tmp_path: Path, catalogue: Catalogue, english: Words
) -> None:
    bench = Bench(tmp_path, catalogue, english, {"audience-languages": ("en", "ar"), "interpretation": "no"})
    page = SummaryPage(bench.desk, bench.window)
    bench.show(page)
    assert cells(page, "summary.languages", 4) == [["English", "Yes", "No", "Not known"], ["Arabic", "No", "No", "No"]]
    assert "People more at ease in Arabic: no way to follow is known." in shown_lines(page, "languages")
    bench.close()


def test_while_no_language_is_known_only_what_is_missing_is_said(
    qtbot: QtBot, tmp_path: Path, catalogue: Catalogue, english: Words
) -> None:
    bench = Bench(tmp_path, catalogue, english, {"floor-languages": "unknown"})
    page = SummaryPage(bench.desk, bench.window)
    bench.show(page)
    assert page.findChild(WordTable, "summary.languages") is None
    assert shown_lines(page, "languages")[0].startswith("Which languages the audience is at ease in is not known")
    bench.close()


def test_room_and_online_are_compared(bench: Bench, page: SummaryPage) -> None:
    answer(bench, "captioning.room", {"outcome": Outcome.MISSING})
    answer(bench, "captioning.online", {"outcome": Outcome.MET})
    first = cells(page, "summary.sides", 3)[0]
    assert [first[0][-8:], first[1][-9:], first[2]] == ["Missing.", "In place.", "Worse in the room"]


def test_a_session_in_one_place_has_no_comparison(
    qtbot: QtBot, tmp_path: Path, catalogue: Catalogue, english: Words
) -> None:
    bench = Bench(tmp_path, catalogue, english, {"format": "online"})
    page = SummaryPage(bench.desk, bench.window)
    bench.show(page)
    titles = [one.text() for one in page.findChildren(QLabel) if one.isVisible()]
    assert "The same in the room and online" not in titles
    bench.close()


# --- how it was scored, what was known ---


def test_how_it_was_scored_is_folded_until_wanted(page: SummaryPage) -> None:
    first = page.findChild(QLabel, "method.0")
    assert isinstance(first, QLabel)
    assert not first.isVisible()
    link(page, "summary.method").setChecked(True)
    settle()
    assert first.isVisible()
    assert any(line.startswith("Catalogue: igf, version") for line in shown_lines(page, "method"))


def test_what_was_missing_and_is_unknown_now_is_not_forgotten(bench: Bench, page: SummaryPage) -> None:
    answer(bench, STEPS, {"outcome": Outcome.MISSING})
    bench.at += timedelta(days=2)
    answer(bench, STEPS, {"outcome": Outcome.UNKNOWN})
    assert any("Missing, from 4 January 2027" in line for line in shown_lines(page, "earlier"))


def test_sections_with_nothing_to_say_are_hidden(page: SummaryPage) -> None:
    said = [one.text() for one in page.findChildren(QLabel) if one.isVisible()]
    assert "What was known earlier" not in said
    assert "Questions to the host" in said


# --- ways for everyone ---


def test_tab_goes_through_everything_and_back_the_same_way(page: SummaryPage) -> None:
    stops(page)[0].setFocus()
    there = walk(page.window(), Qt.Key.Key_Tab)
    back = walk(page.window(), Qt.Key.Key_Backtab)
    assert there == [there[0], *reversed(back[1:])]
    assert len(there) == len(stops(page))


def test_everything_that_takes_the_focus_has_a_name(page: SummaryPage) -> None:
    assert [one.objectName() for one in stops(page) if not spoken_name(one)] == []


def test_no_text_is_bare(bench: Bench, pseudo: Words) -> None:
    bench.desk.words = pseudo
    page = SummaryPage(bench.desk, bench.window)
    bench.show(page)
    answer(bench, STEPS, {"outcome": Outcome.MISSING})
    link(page, "summary.method").setChecked(True)
    settle()
    assert {text for _, text in bare(page)} == {"English"}  # the name of a language is Babel's


@pytest.mark.parametrize(("size", "factor"), [((1366, 768), 2.0), ((800, 600), 1.0), ((800, 600), 2.0)])
def test_nothing_scrolls_sideways(qapp: QApplication, bench: Bench, size: tuple[int, int], factor: float) -> None:
    before = qapp.font()
    large = QFont(before)
    large.setPointSizeF(10.5 * factor)
    qapp.setFont(large)
    try:
        page = SummaryPage(bench.desk, bench.window)
        bench.show(page, size)
        link(page, "summary.method").setChecked(True)
        settle()
        assert sideways(bench.window) == []
        assert bench.window.width() == size[0]
    finally:
        qapp.setFont(before)
