"""Every id of the subject has words."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

import pytest

from accesscheck.language import facts, terms
from accesscheck.language.facts import choice, label, value_words
from accesscheck.language.signed import SIGN_LANGUAGES
from accesscheck.language.words import Words
from accesscheck.model.profile import FACTS, FactSpec, FactValue, Kind, Need, NeedAnswer, Step
from accesscheck.model.terms import (
    Checklist,
    EvidenceKind,
    Group,
    GroupState,
    Outcome,
    Owner,
    Party,
    Severity,
    Stage,
    Standing,
    Verdict,
)
from accesscheck.rules.measures import SIGNED, UNITS

from ..rules.small import AT

WORDS: list[tuple[type[StrEnum], Mapping[Any, Any]]] = [
    (Stage, terms.STAGES),
    (Verdict, terms.VERDICTS),
    (Outcome, terms.ANSWERS),
    (Outcome, terms.OUTCOMES),
    (Severity, terms.SEVERITIES),
    (Party, terms.PARTIES),
    (Party, terms.PARTY_TITLES),
    (Owner, terms.OWNERS),
    (Group, terms.GROUPS),
    (GroupState, terms.GROUP_STATES),
    (Checklist, terms.CHECKLISTS),
    (EvidenceKind, terms.EVIDENCE),
    (Standing, terms.STANDINGS),
    (Step, facts.STEPS),
    (NeedAnswer, facts.NEEDS),
]


def test_every_word_of_the_subject_has_words() -> None:
    missing = {kind.__name__: set(kind) ^ set(words) for kind, words in WORDS if set(kind) != set(words)}
    assert missing == {}


def test_every_unit_has_words() -> None:
    assert set(terms.UNITS) == set(UNITS)


def test_every_sign_language_that_is_counted_has_a_name() -> None:
    assert SIGNED - {"sgn"} <= SIGN_LANGUAGES.keys()


def test_every_fact_has_a_label_and_no_label_is_left_over() -> None:
    assert set(facts.LABELS) == {spec.id for spec in FACTS}


def test_help_and_choices_belong_to_facts() -> None:
    assert {*facts.HELP, *facts.CHOICES} <= facts.LABELS.keys()


@pytest.mark.parametrize("spec", [spec for spec in FACTS if spec.choices], ids=lambda spec: spec.id)
def test_every_choice_of_a_fact_has_words(spec: FactSpec, english: Words) -> None:
    assert len({choice(spec.id, one, english) for one in spec.choices}) == len(spec.choices)


@pytest.mark.parametrize("spec", FACTS, ids=lambda spec: spec.id)
def test_every_fact_that_is_not_known_says_so(spec: FactSpec, english: Words) -> None:
    assert [value_words(spec.id, one, english) for one in ("unknown", "host")] == ["Not known", "The host knows"]


@pytest.mark.parametrize(
    ("fact", "value", "said"),
    [
        ("start", "2027-03-15T10:00+01:00[Europe/Oslo]", "15 March 2027, 10:00 (UTC+01:00), Europe/Oslo"),
        ("format", "hybrid", "Hybrid: in a room and online"),
        ("recording", "no", "No"),
        ("seats", 1200, "1,200"),
        ("igf-year", 2027, "2027"),
        ("title", "A talk", "A talk"),
        ("floor-languages", ("en", "fr", "ils"), "English, French and International Sign"),
        ("floor-languages", (), "None"),
        ("coalitions", ("One", "Two"), "One and Two"),
        ("need-wheelchair", Need(answer=NeedAnswer.YES, number=2), "Yes: 2"),
        ("need-wheelchair", Need(answer=NeedAnswer.YES), "Yes"),
        ("need-wheelchair", Need(answer=NeedAnswer.NOT_ASKED), "Participants were not asked"),
        ("need-wheelchair", Need(answer=NeedAnswer.NOBODY), "Participants were not asked"),
        (
            "need-wheelchair",
            Need(answer=NeedAnswer.NOBODY, asked=AT.date()),
            "Nobody, participants were asked on 1 March 2027",
        ),
    ],
)
def test_a_value_reads_as_a_person_would_say_it(fact: str, value: FactValue, said: str, english: Words) -> None:
    assert value_words(fact, value, english) == said


def test_a_label_is_what_a_fact_is_called(english: Words) -> None:
    assert label("minutes", english) == "Length in minutes"


def test_only_lists_choices_and_needs_have_words_of_their_own() -> None:
    assert {spec.kind for spec in FACTS if spec.id in facts.CHOICES} == {Kind.CHOICE}
