"""Views to make files of: the example, one with texts that hurt, and what a renderer gives at its end."""

from __future__ import annotations

from collections.abc import Generator
from datetime import UTC, date, datetime
from typing import TypeVar
from uuid import UUID

from accesscheck.model.assessment import Answer, Assessment, Evidence
from accesscheck.model.catalogue import Catalogue
from accesscheck.model.profile import Fact, FactValue
from accesscheck.model.progress import Progress
from accesscheck.model.terms import EvidenceKind, Outcome, Party, Stage
from accesscheck.operations.samples import sample
from accesscheck.rules.view import View, view

AS_OF = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)
SESSION = UUID(int=77)
Result = TypeVar("Result")


def result(steps: Generator[Progress, None, Result]) -> Result:
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]  # a generator's result is typed by its signature alone


def example(catalogue: Catalogue) -> View:
    return view(catalogue, *sample("example", catalogue))


def facts(**values: FactValue) -> dict[str, Fact]:
    """Facts by name; an underscore stands for a hyphen."""
    return {name.replace("_", "-"): Fact(value=value, changed=AS_OF) for name, value in values.items()}


def told(catalogue: Catalogue, *answers: Answer, as_of: datetime = AS_OF, **values: FactValue) -> View:
    """A session of these facts and answers."""
    given = {"start": "2027-06-15T14:00+02:00[Europe/Oslo]", "minutes": 90, "format": "hybrid", **values}
    assessment = Assessment(session=SESSION, revision=3, facts=facts(**given), answers=answers)
    return view(catalogue, assessment, as_of)


def answer(item: str, outcome: Outcome, note: str | None = None, **given: object) -> Answer:
    filled = {"whom": Party.HOST, "asked": date(2027, 2, 1)} if outcome is Outcome.WAITING else {}
    reason = {"reason": "It is not."} if outcome is Outcome.NOT_RELEVANT else {}
    return Answer.model_validate(
        {"item": item, "stage": Stage.PLAN, "outcome": outcome, "note": note, **filled, **reason, **given}
    )


def proof(text: str) -> Evidence:
    return Evidence(kind=EvidenceKind.LINK, text=text, date=AS_OF.date())
