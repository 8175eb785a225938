"""Session: facts told key by key."""

from __future__ import annotations

from itertools import islice

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from accesscheck.language.typed import zone_typed
from accesscheck.model.profile import Need, NeedAnswer
from accesscheck.ui.typed_days import day_read
from accesscheck.ui.window import MainWindow

from .windows import control, fact, press, type_into, walk


@pytest.fixture
def session(window: MainWindow) -> MainWindow:
    """The window on the facts of a new session."""
    window.desk.new()
    return window


def tell_start(window: MainWindow, day: str, hour: str, city: str) -> None:
    type_into(window, "start.day", day)
    type_into(window, "start.hour", hour)
    type_into(window, "start.city", city)


def toggle(window: MainWindow, name: str) -> None:
    """As assistive technology does it: toggled fires, clicked does not."""
    control(window, name, QRadioButton).toggle()


def test_six_facts_lead_to_the_next_five_deadlines(session: MainWindow) -> None:
    tell_start(session, "2027-03-15", "10:00", "Oslo")
    toggle(session, "format.hybrid")
    kinds = control(session, "type", QComboBox)
    kinds.setCurrentIndex(kinds.findData("workshop"))
    type_into(session, "minutes", "90")
    type_into(session, "floor-languages", "English, French")
    toggle(session, "captions.human")
    links = [one for one in session.place.findChildren(QPushButton) if one.objectName().startswith("deadline.")]
    assert len(links) == 5


def test_a_city_is_enough_for_the_time_zone(session: MainWindow) -> None:
    tell_start(session, "2027-03-15", "10:00", "oslo")
    assert fact(session.desk, "start") == "2027-03-15T10:00+01:00[Europe/Oslo]"


def test_an_hour_of_one_digit_is_an_hour(session: MainWindow) -> None:
    tell_start(session, "2027-03-15", "9:30", "Nairobi")
    assert fact(session.desk, "start") == "2027-03-15T09:30+03:00[Africa/Nairobi]"


def test_a_skipped_hour_is_said_beside_the_field(session: MainWindow, qtbot: QtBot) -> None:
    tell_start(session, "2027-03-28", "02:30", "Oslo")
    problem = control(session, "start.problem", QLabel)
    qtbot.waitUntil(problem.isVisible)
    assert "does not exist" in problem.text()


def test_a_skipped_hour_leaves_the_start_that_was_there(session: MainWindow) -> None:
    tell_start(session, "2027-03-28", "04:30", "Oslo")
    type_into(session, "start.hour", "02:30")
    assert fact(session.desk, "start") == "2027-03-28T04:30+02:00[Europe/Oslo]"


def test_of_a_doubled_hour_one_can_be_chosen(session: MainWindow, qtbot: QtBot) -> None:
    tell_start(session, "2027-10-31", "02:30", "Oslo")
    qtbot.waitUntil(lambda: session.findChild(QRadioButton, "start.twice.+01:00") is not None)
    toggle(session, "start.twice.+01:00")
    assert fact(session.desk, "start") == "2027-10-31T02:30+01:00[Europe/Oslo]"


def test_half_a_start_is_not_called_wrong(session: MainWindow) -> None:
    type_into(session, "start.day", "2027-03-15")
    assert not control(session, "start.problem", QLabel).isVisible()


def test_leaving_the_field_says_at_once_what_does_not_fit(session: MainWindow) -> None:
    type_into(session, "minutes", "5000")
    QTest.keyClick(control(session, "minutes", QLineEdit), Qt.Key.Key_Tab)
    assert "1440" in control(session, "minutes.problem", QLabel).text()


def test_a_number_that_does_not_fit_keeps_the_old_one(session: MainWindow) -> None:
    type_into(session, "minutes", "90")
    type_into(session, "minutes", "x")
    assert fact(session.desk, "minutes") == 90


def test_a_problem_goes_when_the_field_fits_again(session: MainWindow) -> None:
    type_into(session, "minutes", "5000")
    QTest.keyClick(control(session, "minutes", QLineEdit), Qt.Key.Key_Tab)
    type_into(session, "minutes", "60")
    assert not control(session, "minutes.problem", QLabel).isVisible()


def test_assistive_technology_can_set_a_text_without_keys(session: MainWindow) -> None:
    control(session, "minutes", QLineEdit).setText("45")
    assert fact(session.desk, "minutes") == 45


def test_languages_are_told_by_name_or_code(session: MainWindow) -> None:
    type_into(session, "floor-languages", "English, fr")
    assert fact(session.desk, "floor-languages") == ("en", "fr")


def test_a_list_can_be_none(session: MainWindow) -> None:
    control(session, "floor-languages.none", QCheckBox).toggle()
    assert fact(session.desk, "floor-languages") == ()


@pytest.mark.parametrize("value", ["unknown", "host"])
def test_a_typed_fact_can_be_not_known_or_the_hosts(session: MainWindow, value: str) -> None:
    type_into(session, "minutes", "90")
    control(session, f"minutes.{value}", QCheckBox).toggle()
    assert (fact(session.desk, "minutes"), control(session, "minutes", QLineEdit).text()) == (value, "")


@pytest.mark.parametrize("value", ["unknown", "host"])
def test_a_chosen_fact_can_be_not_known_or_the_hosts(session: MainWindow, value: str) -> None:
    toggle(session, f"captions.{value}")
    assert fact(session.desk, "captions") == value


def test_typing_takes_the_place_of_not_known(session: MainWindow) -> None:
    control(session, "minutes.unknown", QCheckBox).toggle()
    type_into(session, "minutes", "30")
    assert (fact(session.desk, "minutes"), control(session, "minutes.unknown", QCheckBox).isChecked()) == (30, False)


def test_an_answer_can_be_cleared(session: MainWindow) -> None:
    toggle(session, "format.online")
    press(session, "format.clear")
    assert fact(session.desk, "format") is None


def test_emptying_a_field_takes_the_fact_back(session: MainWindow) -> None:
    type_into(session, "minutes", "30")
    control(session, "minutes", QLineEdit).setText("")
    assert fact(session.desk, "minutes") is None


def test_what_is_typed_in_one_go_is_undone_in_one_step(session: MainWindow) -> None:
    type_into(session, "minutes", "120")
    session.desk.undo()
    assert fact(session.desk, "minutes") is None


def test_undo_shows_in_the_field_and_redo_too(session: MainWindow) -> None:
    type_into(session, "minutes", "120")
    session.desk.undo()
    undone = control(session, "minutes", QLineEdit).text()
    session.desk.redo()
    assert (undone, control(session, "minutes", QLineEdit).text()) == ("", "120")


def test_a_half_typed_field_survives_a_change_elsewhere(session: MainWindow) -> None:
    type_into(session, "minutes", "x")
    toggle(session, "format.online")
    assert control(session, "minutes", QLineEdit).text() == "x"


def test_what_is_told_is_on_disk_while_it_is_typed(session: MainWindow) -> None:
    from accesscheck.storage.document import WorkingDocument

    type_into(session, "minutes", "12")
    assert session.desk.session is not None
    with WorkingDocument.open(session.desk.session.document.path, write=False) as read:
        assert read.assessment().facts["minutes"].value == 12


def test_a_further_step_is_built_when_it_is_unfolded(session: MainWindow) -> None:
    before = session.findChild(QLineEdit, "igf-year")
    control(session, "step.identity", QPushButton).toggle()
    assert (before, session.findChild(QLineEdit, "igf-year") is not None) == (None, True)


def test_going_to_a_fact_unfolds_its_step_and_takes_the_focus(session: MainWindow) -> None:
    session.desk.go("session", "room")
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.objectName() == "room"


def test_the_windows_title_follows_the_session(session: MainWindow) -> None:
    session.desk.go("session", "title")
    type_into(session, "title", "Captions for all")
    assert session.windowTitle() == "AccessCheck — Captions for all"


def test_nobody_needs_the_day_on_which_people_were_asked(session: MainWindow) -> None:
    session.desk.go("session", "need-sign-language")
    toggle(session, "need-sign-language.nobody")
    type_into(session, "need-sign-language.day", "2027-01-05")
    told = fact(session.desk, "need-sign-language")
    assert isinstance(told, Need)
    assert (told.settled, str(told.asked)) == (NeedAnswer.NOBODY, "2027-01-05")


def test_a_number_of_places_follows_yes(session: MainWindow) -> None:
    session.desk.go("session", "need-wheelchair")
    toggle(session, "need-wheelchair.yes")
    type_into(session, "need-wheelchair.number", "3")
    told = fact(session.desk, "need-wheelchair")
    assert isinstance(told, Need)
    assert told.number == 3


def test_every_time_zone_named_after_a_city_is_found_by_that_city() -> None:
    assert zone_typed("new york") == "America/New_York"


def test_what_names_no_time_zone_stays_as_it_was_typed() -> None:
    assert zone_typed("Atlantis") == "Atlantis"


@pytest.mark.parametrize(
    ("hour", "kept"), [("11", "11:00"), ("11h", "11:00"), ("11:00", "11:00"), ("9.30", "09:30"), ("9h30", "09:30")]
)
def test_hours_are_read_as_people_write_them(session: MainWindow, hour: str, kept: str) -> None:
    tell_start(session, "2027-06-14", hour, "Oslo")
    assert fact(session.desk, "start") == f"2027-06-14T{kept}+02:00[Europe/Oslo]"
    assert control(session, "start.hour", QLineEdit).text() == kept


def test_an_hour_that_may_go_on_is_not_told_yet(session: MainWindow) -> None:
    tell_start(session, "2027-06-14", "10:00", "Oslo")
    type_into(session, "start.hour", "1")
    assert fact(session.desk, "start") == "2027-06-14T10:00+02:00[Europe/Oslo]"


@pytest.mark.parametrize("day", ["14 June 2027", "June 14, 2027", "14 jun 2027"])
def test_a_day_can_have_its_month_in_words(session: MainWindow, day: str) -> None:
    tell_start(session, day, "10:00", "Oslo")
    assert fact(session.desk, "start") == "2027-06-14T10:00+02:00[Europe/Oslo]"


def test_a_month_can_be_in_the_language_of_the_window() -> None:
    assert day_read("1er août 2027", "fr") == "2027-08-01"


def test_a_day_in_figures_of_unsure_order_is_refused_by_name(session: MainWindow, qtbot: QtBot) -> None:
    tell_start(session, "14/6/2027", "10:00", "Oslo")
    QTest.keyClick(control(session, "start.city", QLineEdit), Qt.Key.Key_Tab)
    problem = control(session, "start.problem", QLabel)
    qtbot.waitUntil(problem.isVisible)
    assert "“14/6/2027” is not a date" in problem.text()
    assert control(session, "start.day", QLineEdit).accessibleDescription() == problem.text()


def test_an_hour_that_is_none_is_refused_by_name(session: MainWindow, qtbot: QtBot) -> None:
    tell_start(session, "2027-06-14", "noon", "Oslo")
    problem = control(session, "start.problem", QLabel)
    qtbot.waitUntil(problem.isVisible)
    assert "“noon” is not an hour" in problem.text()


def test_a_city_still_being_typed_is_not_called_wrong(session: MainWindow, qtbot: QtBot) -> None:
    tell_start(session, "2027-06-14", "10:00", "Osl")
    qtbot.wait(700)
    assert not control(session, "start.problem", QLabel).isVisible()


def test_a_city_nobody_knows_is_said_when_the_keyboard_leaves(session: MainWindow, qtbot: QtBot) -> None:
    tell_start(session, "2027-06-14", "10:00", "Atlantis")
    QTest.keyClick(control(session, "start.city", QLineEdit), Qt.Key.Key_Tab)
    problem = control(session, "start.problem", QLabel)
    qtbot.waitUntil(problem.isVisible)
    assert "Atlantis" in problem.text()


@pytest.mark.parametrize("width", [1366, 800])
def test_after_the_six_facts_tab_goes_to_what_follows_from_them(session: MainWindow, width: int) -> None:
    session.resize(width, 768)
    QApplication.processEvents()
    assert session.desk.open_example()
    session.desk.go("session")
    QApplication.processEvents()
    control(session.place, "start.day", QLineEdit).setFocus()
    names = [one.objectName() for one in islice(walk(session, Qt.Key.Key_Tab), 120)]
    ends = [at for at, name in enumerate(names) if name.startswith(("captions", "deadline."))]
    onward, folded = names.index("session.walk"), names.index("step.identity")
    assert [at for at in ends if at > onward] == []
    assert folded == onward + 1
    assert names[onward - 1].startswith("deadline.")
