from __future__ import annotations

from datetime import timedelta

from accesscheck.language.remembered import remembered
from accesscheck.language.words import Words
from accesscheck.model.assessment import Earlier
from accesscheck.model.terms import Severity, Stage

from ..rules.generate import item
from ..rules.small import AT

UNTIL = AT + timedelta(days=2)
GONE = Earlier(kind="item", id="a", stage=Stage.PLAN, was="missing", since=AT, until=UNTIL)


def test_an_item_is_remembered_by_its_statement_with_both_dates(english: Words) -> None:
    said = remembered(GONE, item("a", Severity.EXCLUDES), english)
    assert said == "“It is arranged.” Missing, from 1 March 2027 until 3 March 2027."


def test_an_item_that_left_the_catalogue_is_remembered_by_its_id(english: Words) -> None:
    assert remembered(GONE, None, english).startswith("“a” Missing")


def test_a_need_is_remembered_by_its_question(english: Words) -> None:
    need = Earlier(kind="need", id="need-wheelchair", stage=None, was="yes", since=AT, until=UNTIL)
    said = "Does anybody need a wheelchair place? Yes, from 1 March 2027 until 3 March 2027."
    assert remembered(need, None, english) == said
