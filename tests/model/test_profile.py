from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from pydantic import ValidationError

from accesscheck.model.profile import (
    FACT_BY_ID,
    FACTS,
    Fact,
    FactValue,
    Kind,
    Need,
    NeedAnswer,
    entries,
    known,
    number,
    words,
)

AT = datetime(2027, 3, 1, 9, 0, 30, 5000, tzinfo=UTC)


def facts(value: FactValue) -> dict[str, Fact]:
    return {"x": Fact(value=value, changed=AT)}


@pytest.mark.parametrize("value", ["unknown", "host"])
def test_what_nobody_here_knows_is_not_known(value: str) -> None:
    assert known(facts(value), "x") is None


def test_what_was_never_told_is_not_known() -> None:
    assert known({}, "x") is None


def test_nobody_counts_only_with_the_day_on_which_people_were_asked() -> None:
    settled = [Need(answer=NeedAnswer.NOBODY, asked=asked).settled for asked in (None, date(2027, 2, 1))]
    assert settled == [NeedAnswer.NOT_ASKED, NeedAnswer.NOBODY]


def test_numbers_entries_and_words_are_read_as_such_or_not_at_all() -> None:
    held = [facts(5), facts(("a",)), facts("a")]
    assert [[read(one, "x") for one in held] for read in (number, entries, words)] == [
        [5, None, None],
        [None, ("a",), None],
        [None, None, "a"],
    ]


def test_no_entry_at_all_is_known_to_be_none() -> None:
    assert entries(facts(()), "x") == ()


def test_the_six_facts_come_first() -> None:
    assert [spec.id for spec in FACTS[:6]] == ["start", "format", "type", "minutes", "floor-languages", "captions"]


def test_facts_have_ids_of_their_own() -> None:
    assert len(FACT_BY_ID) == len(FACTS)


def test_choices_stand_with_the_facts_that_have_them_alone() -> None:
    assert all(bool(spec.choices) is (spec.kind is Kind.CHOICE) for spec in FACTS)


def test_a_fact_is_changed_to_the_second() -> None:
    assert Fact(value=1, changed=AT).changed == datetime(2027, 3, 1, 9, 0, 30, tzinfo=UTC)


@pytest.mark.parametrize("value", [True, 1.5, -1, 10_000_001, "x" * 501, ("x" * 201,), ["a"], None])
def test_a_value_that_only_looks_right_is_refused(value: object) -> None:
    with pytest.raises(ValidationError):
        Fact.model_validate({"value": value, "changed": AT})


def test_a_fact_does_not_change() -> None:
    with pytest.raises(ValidationError):
        Fact(value=1, changed=AT).value = 2  # type: ignore[misc]  # that it cannot be is the claim
