from __future__ import annotations

from datetime import date

import pytest

from accesscheck.errors import HourDoubled, HourSkipped, UnknownName, ValueRefused
from accesscheck.model.profile import FACTS, FactValue, Kind, Need, NeedAnswer
from accesscheck.rules.facts import check_entered, check_fact, read_fact

OSLO = "2027-03-15T10:00+01:00[Europe/Oslo]"
LONG_TAG = "en" + "-abcdefgh" * 25


@pytest.mark.parametrize(
    ("fact", "typed", "value"),
    [
        ("start", "2027-03-15 10:00 Europe/Oslo", OSLO),
        ("start", "2027-03-15T10:00:00 Europe/Oslo", OSLO),
        ("start", "2027-03-15 10:00 +01:00 Europe/Oslo", OSLO),
        ("start", "2027-03-15 10:00 Z UTC", "2027-03-15T10:00+00:00[UTC]"),
        ("start", OSLO, OSLO),
        ("start", "2027-03-15T09:00Z[Europe/Oslo]", "2027-03-15T09:00Z[Europe/Oslo]"),
        ("format", " hybrid ", "hybrid"),
        ("minutes", "90", 90),
        ("title", "Who can take part?", "Who can take part?"),
        ("coalitions", "One, Two,, One", ("One", "Two")),
        ("coalitions", "none", ()),
        ("floor-languages", "en, fr, en", ("en", "fr")),
        ("speaker-zones", "America/Lima, America/Lima", ("America/Lima", "America/Lima")),
        ("speaker-zones", "none", ()),
        ("need-wheelchair", "yes", Need(answer=NeedAnswer.YES)),
        ("need-wheelchair", "yes:2", Need(answer=NeedAnswer.YES, number=2)),
        ("need-wheelchair", "nobody:2027-02-01", Need(answer=NeedAnswer.NOBODY, asked=date(2027, 2, 1))),
        ("need-wheelchair", "nobody", Need(answer=NeedAnswer.NOBODY)),
        ("need-wheelchair", "not-asked", Need(answer=NeedAnswer.NOT_ASKED)),
    ],
)
def test_a_fact_is_read_from_what_a_person_types(fact: str, typed: str, value: FactValue) -> None:
    assert read_fact(fact, typed) == value


@pytest.mark.parametrize("fact", [spec.id for spec in FACTS])
@pytest.mark.parametrize("word", ["unknown", "host"])
def test_every_fact_can_be_unknown_or_known_to_the_host(fact: str, word: str) -> None:
    assert read_fact(fact, word) == word


@pytest.mark.parametrize(
    ("fact", "typed", "expected"),
    [
        ("start", "tomorrow", "start"),
        ("start", "2027-03-15 10:00", "start"),
        ("start", "2027-03-15 25:00 Europe/Oslo", "start"),
        ("start", "2027-03-15 10:00 Europe/Olso", "zone"),
        ("start", "2027-03-15 10:00 +05:00 Europe/Oslo", "offset"),
        ("start", "٢٠٢٧-03-15 10:00 Europe/Oslo", "start"),
        ("format", "hybrd", "choice"),
        ("minutes", "ninety", "number"),
        ("minutes", "0", "number"),
        ("minutes", "1441", "number"),
        ("minutes", "-5", "number"),
        ("seats", "9" * 400, "number"),
        ("title", "x" * 501, "text"),
        ("title", "half a character \udcff", "text"),
        ("coalitions", ", ".join(str(one) for one in range(101)), "texts"),
        ("coalitions", "x" * 201, "texts"),
        ("coalitions", "half \udcff", "texts"),
        ("floor-languages", "English", "languages"),
        ("floor-languages", LONG_TAG, "languages"),
        ("audience-zones", "Oslo", "zones"),
        ("audience-zones", ", ".join(["UTC"] * 101), "zones"),
        ("need-wheelchair", "maybe", "need"),
        ("need-wheelchair", "yes:two", "need"),
        ("need-wheelchair", "yes:1000000", "need"),
        ("need-wheelchair", "nobody:yesterday", "need"),
    ],
)
def test_what_a_fact_cannot_be_is_refused(fact: str, typed: str, expected: str) -> None:
    with pytest.raises(ValueRefused) as refused:
        read_fact(fact, typed)
    assert (refused.value.fact, refused.value.expected) == (fact, expected)


def test_a_refused_choice_comes_with_the_choices() -> None:
    with pytest.raises(ValueRefused) as refused:
        read_fact("format", "hybrd")
    assert refused.value.choices == ("hybrid", "onsite", "online")


def test_a_refused_number_comes_with_its_bounds() -> None:
    with pytest.raises(ValueRefused) as refused:
        read_fact("igf-year", "1999")
    assert refused.value.choices == ("2006", "2100")


def test_a_fact_that_does_not_exist_is_told_with_the_nearest() -> None:
    with pytest.raises(UnknownName) as unknown:
        read_fact("minute", "90")
    assert unknown.value == UnknownName("fact", "minute", "minutes")


def test_an_hour_the_clocks_skip_is_refused() -> None:
    with pytest.raises(HourSkipped):
        read_fact("start", "2026-03-29 02:30 Europe/Paris")


def test_an_hour_the_clocks_repeat_is_refused_until_the_offset_says_which() -> None:
    with pytest.raises(HourDoubled):
        read_fact("start", "2026-10-25 02:30 Europe/Paris")
    assert read_fact("start", "2026-10-25 02:30 +01:00 Europe/Paris") == "2026-10-25T02:30+01:00[Europe/Paris]"


@pytest.mark.parametrize(
    ("fact", "value"),
    [
        ("start", 5),
        ("start", ("a",)),
        ("format", 1),
        ("minutes", "90"),
        ("title", ("a",)),
        ("coalitions", "a"),
        ("coalitions", ("",)),
        ("coalitions", (" ",)),
        ("floor-languages", ("en\n",)),
        ("audience-zones", "UTC"),
        ("need-wheelchair", "yes"),
    ],
)
def test_a_value_of_another_kind_is_refused(fact: str, value: FactValue) -> None:
    with pytest.raises(ValueRefused):
        check_fact(fact, value)


def test_a_start_written_before_a_country_changed_its_clocks_still_reads() -> None:
    check_fact("start", "2027-03-15T10:00+02:00[Europe/Oslo]")


def test_the_same_start_is_refused_when_a_person_enters_it() -> None:
    with pytest.raises(ValueRefused):
        check_entered("start", "2027-03-15T10:00+02:00[Europe/Oslo]")


def test_every_kind_of_fact_can_be_read() -> None:
    assert {spec.kind for spec in FACTS} == set(Kind)


@pytest.mark.parametrize("character", ["\n", "\r", "\t", "\x00", "\x1b", "\x7f", "\x85", "\u2028", "\u2029"])
@pytest.mark.parametrize("fact", ["title", "organisers"])
def test_a_fact_of_one_line_has_no_control_characters(fact: str, character: str) -> None:
    told = f"A{character}B"
    with pytest.raises(ValueRefused):
        check_fact(fact, told if fact == "title" else (told,))
