from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from importlib import import_module
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accesscheck.language.words import Words
from accesscheck.model.catalogue import Catalogue
from accesscheck.model.terms import Outcome
from accesscheck.report.calendar import escaped, folded, render
from accesscheck.rules.view import View

from ..judges.required import not_judged
from .sessions import AS_OF, answer, example, result, told

ITEM = "venue-access.step-free"
NAUGHTY = 'Semi; comma, back\\slash "quotes"\nand a line: 我们 مرحبا 👩🏽\u200d🦽\r\nBEGIN:VEVENT\x00'


def calendar(seen: View, words: Words) -> Any:
    """The file as another program reads it."""
    try:
        parser = import_module("icalendar")
    except ModuleNotFoundError:
        not_judged("not judged: icalendar missing")
    return parser.Calendar.from_ical(result(render(seen, words)))


def events(seen: View, words: Words) -> list[Any]:
    return list(calendar(seen, words).walk("VEVENT"))


def deadlines(seen: View, words: Words) -> list[Any]:
    return [one for one in events(seen, words) if not isinstance(one.start, datetime)]


def of_item(seen: View, words: Words, kind: str = "Last day: ") -> Any:
    (found,) = (one for one in deadlines(seen, words) if one["SUMMARY"].startswith(f"{kind}There is a way without"))
    return found


def test_another_program_reads_it_without_complaint(catalogue: Catalogue, english: Words) -> None:
    read = calendar(example(catalogue), english)
    assert [error for event in read.walk() for error in event.errors] == []


def test_every_last_day_that_is_ahead_is_an_all_day_event(catalogue: Catalogue, english: Words) -> None:
    seen = told(catalogue)
    ahead = sorted(gap.last_day for gap in seen.gaps if gap.last_day is not None and not gap.late)
    assert sorted(one.start for one in deadlines(seen, english)) == ahead
    assert ahead


def test_a_last_day_that_has_passed_is_not_in_the_calendar(catalogue: Catalogue, english: Words) -> None:
    seen = told(catalogue, as_of=datetime(2027, 6, 14, tzinfo=UTC))
    assert any(gap.late for gap in seen.gaps)
    assert all(one.start >= date(2027, 6, 14) for one in deadlines(seen, english))


def test_the_day_that_was_promised_is_an_event_of_its_own(catalogue: Catalogue, english: Words) -> None:
    found = of_item(told(catalogue, answer(ITEM, Outcome.MISSING, due=date(2027, 3, 20))), english, "Due: ")
    assert (found.start, found.end) == (date(2027, 3, 20), date(2027, 3, 21))


def test_a_promised_day_that_has_passed_is_not_in_the_calendar(catalogue: Catalogue, english: Words) -> None:
    seen = told(catalogue, answer(ITEM, Outcome.MISSING, due=date(2027, 2, 20)))
    assert [one for one in events(seen, english) if one["SUMMARY"].startswith("Due")] == []


def test_each_deadline_rings_a_week_and_a_day_before(catalogue: Catalogue, english: Words) -> None:
    alarms = of_item(told(catalogue), english).walk("VALARM")
    assert [one["TRIGGER"].dt for one in alarms] == [timedelta(days=-7), timedelta(hours=-15)]
    assert {one["ACTION"] for one in alarms} == {"DISPLAY"}


def test_the_session_stands_at_its_instant_with_its_room(catalogue: Catalogue, english: Words) -> None:
    (found,) = (
        one for one in events(told(catalogue, title="Our session", room="Hall, 2"), english) if one.get("LOCATION")
    )
    assert (found["SUMMARY"], found["LOCATION"]) == ("Our session", "Hall, 2")
    assert (found.start, found.end) == (
        datetime(2027, 6, 15, 12, tzinfo=UTC),
        datetime(2027, 6, 15, 13, 30, tzinfo=UTC),
    )


def test_without_a_start_there_is_a_calendar_without_events(catalogue: Catalogue, english: Words) -> None:
    assert events(told(catalogue, start="unknown"), english) == []


def test_the_same_item_keeps_its_uid_when_the_session_moves(catalogue: Catalogue, english: Words) -> None:
    before, after = (
        of_item(told(catalogue, start=f"2027-0{month}-15T14:00+02:00[Europe/Oslo]"), english) for month in (7, 8)
    )
    assert before["UID"] == after["UID"]
    assert before.start != after.start


def test_no_uid_comes_twice(catalogue: Catalogue, english: Words) -> None:
    seen = told(catalogue, answer(ITEM, Outcome.MISSING, due=date(2027, 3, 20)))
    uids = [one["UID"] for one in events(seen, english)]
    assert len(uids) == len(set(uids))


def test_the_stamp_is_the_instant_the_file_speaks_of(catalogue: Catalogue, english: Words) -> None:
    assert {one["DTSTAMP"].dt for one in events(told(catalogue), english)} == {AS_OF}


def test_what_people_type_comes_through_as_one_text(catalogue: Catalogue, english: Words) -> None:
    seen = told(catalogue, answer(ITEM, Outcome.MISSING, owner=NAUGHTY), title=NAUGHTY)
    assert NAUGHTY.replace("\r\n", "\n").rstrip("\x00") in of_item(seen, english)["DESCRIPTION"]
    assert len(events(seen, english)) == len(events(told(catalogue, answer(ITEM, Outcome.MISSING)), english))


def test_lines_end_as_the_standard_wants_and_are_short(catalogue: Catalogue, english: Words) -> None:
    data = result(render(told(catalogue, title=NAUGHTY * 5), english))
    lines = data.split(b"\r\n")
    assert lines.pop() == b""
    assert max(map(len, lines)) <= 75
    assert b"\n" not in b"".join(lines)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=300))
def test_folding_parts_no_letter_and_unfolds_to_the_same(text: str) -> None:
    pieces = folded(text).encode().split(b"\r\n")
    assert all(len(piece) <= 75 and piece.decode() is not None for piece in pieces)
    assert folded(text).replace("\r\n ", "") == text


@pytest.mark.parametrize(("text", "written"), [("a,b;c\\d", "a\\,b\\;c\\\\d"), ("a\r\nb", "a\\nb"), ("a:b", "a:b")])
def test_text_is_escaped(text: str, written: str) -> None:
    assert escaped(text) == written
