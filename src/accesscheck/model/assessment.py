"""An assessment: what the organiser said of one session."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from pydantic import ConfigDict, Field

from .base import Id, Instant, Line, Text, Value
from .profile import Fact
from .terms import EvidenceKind, Outcome, Party, Stage

Measured = Annotated[int, Field(ge=0, le=1_000_000_000)] | Annotated[float, Field(ge=0, le=1e9, allow_inf_nan=False)]


class Evidence(Value):
    """Proof of an answer; `file`, `sha256` and `size` (bytes) where a file was put in."""

    kind: EvidenceKind
    text: Text = ""
    date: date
    file: Line | None = None
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")] | None = None
    size: Annotated[int, Field(ge=0)] | None = None


class Answer(Value):
    """The answer to one statement. `needed` is computed; `answered` is when outcome or value was last given.

    `outcome` None: not answered, only noted. `whom` and `asked` belong to waiting, `reason` to not-relevant.
    """

    item: Id
    stage: Stage
    outcome: Outcome | None = None
    value: Measured | None = None
    needed: Measured | None = None
    reason: Text | None = None
    note: Text | None = None
    language: Line | None = None
    owner: Line | None = None
    due: date | None = None
    whom: Party | None = None
    asked: date | None = None
    answered: Instant | None = None
    evidence: tuple[Evidence, ...] = ()


AnswerKey = tuple[str, Stage]


class Earlier(Value):
    """What must not be forgotten: a missing answer or a need that stood from `since` until `until`, then went.

    `was` is the outcome or need answer that stood.
    """

    model_config = ConfigDict(validate_by_name=True, validate_by_alias=True, serialize_by_alias=True)

    kind: Literal["item", "need"]
    id: Id
    stage: Stage | None
    was: Line
    since: Annotated[Instant, Field(alias="from")]
    until: Instant


class Assessment(Value):
    """A session with its facts and answers; `revision` counts changes, `stage_chosen` is set by hand."""

    session: UUID
    revision: Annotated[int, Field(ge=0)]
    sample: bool = False
    facts: Mapping[Id, Fact] = {}
    answers: tuple[Answer, ...] = ()
    earlier: tuple[Earlier, ...] = ()
    stage_chosen: Stage | None = None

    def answer(self, item: str, stage: Stage) -> Answer | None:
        return next((one for one in self.answers if (one.item, one.stage) == (item, stage)), None)
