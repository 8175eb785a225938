from __future__ import annotations

import pytest

from accesscheck.model.assessment import Answer
from accesscheck.model.catalogue import Item, Measure, NotRelevant
from accesscheck.model.terms import Outcome, Severity, Stage
from accesscheck.rules.refusals import refusal

from .generate import item

PLAIN = item("a.b", Severity.HINDERS)
EXCLUDES = item("a.b", Severity.EXCLUDES)
MEASURED = item(
    "a.b",
    Severity.HINDERS,
    measure=Measure(quantity="Places", unit="places", formula="wheelchair-places", partly_formula="companion-places"),
)


def answered(outcome: Outcome | None = None, **given: object) -> Answer:
    return Answer.model_validate({"item": "a.b", "stage": Stage.PLAN, "outcome": outcome, **given})


@pytest.mark.parametrize(
    ("asked", "answer", "code"),
    [
        (PLAIN, answered(Outcome.MET), None),
        (PLAIN, answered(None), None),
        (PLAIN, answered(Outcome.MET, stage=Stage.DELIVERED), "no-such-stage"),
        (PLAIN, answered(Outcome.PARTLY), "no-partly"),
        (item("a.b", Severity.HINDERS, partly="Half of it."), answered(Outcome.PARTLY), None),
        (MEASURED, answered(Outcome.PARTLY), None),
        (MEASURED, answered(value=2), None),
        (PLAIN, answered(value=2), "value-without-measure"),
        (EXCLUDES, answered(Outcome.NOT_RELEVANT, reason="No."), "never-not-relevant"),
        (PLAIN, answered(Outcome.NOT_RELEVANT), "reason-missing"),
        (PLAIN, answered(Outcome.NOT_RELEVANT, reason="  "), "reason-missing"),
        (PLAIN, answered(Outcome.NOT_RELEVANT, reason="All chairs are loose."), None),
    ],
)
def test_an_item_refuses_what_it_does_not_take(asked: Item, answer: Answer, code: str | None) -> None:
    assert refusal(asked, answer) == code


def test_an_item_that_only_hinders_may_refuse_not_relevant_too() -> None:
    asked = item("a.b", Severity.HINDERS, not_relevant=NotRelevant.NEVER)
    assert refusal(asked, answered(Outcome.NOT_RELEVANT, reason="No.")) == "never-not-relevant"
