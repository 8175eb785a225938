"""The catalogue: items with everything the app and a foreign program need to ask and score them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

from pydantic import FailFast, Field, model_validator

from .base import Id, Line, Text, Value
from .condition import Condition
from .terms import Checklist, Group, Owner, Party, Severity, Stage, Standing


class Standings(Value):
    """How sure each fact taken from a source is; None where the source gives no such fact."""

    requirement: Standing | None = None
    number: Standing | None = None
    lead_time: Standing | None = None


class Source(Value):
    """Where a requirement or figure comes from; `url` is the publisher's own address, never a mirror."""

    title: Line
    publisher: Line
    edition: Line | None = None
    clause: Line | None = None
    url: Line | None = None
    standing: Standings


class Direction(StrEnum):
    AT_LEAST = "at-least"
    AT_MOST = "at-most"


class Measure(Value):
    """A measured item: `quantity` is what to count, `unit` an id, `formula` names a function of rules/measures.

    `partly_formula` gives a second, lower bound. A `planning_floor` is a building rule of one country: it suggests.
    """

    quantity: Line
    unit: Id
    formula: Id
    partly_formula: Id | None = None
    direction: Direction = Direction.AT_LEAST
    planning_floor: bool = False


class NotRelevant(StrEnum):
    NEVER = "never"
    WITH_REASON = "with-reason"


class VoidedBy(StrEnum):
    START = "start"
    ROOM = "room"


class Item(Value):
    """One decision. `stages` maps each stage in which it can be judged to its statement; days are before the start."""

    id: Id
    checklist: Checklist
    essential: bool = False
    severity: Severity
    stages: Annotated[Mapping[Stage, Text], Field(min_length=1)]
    partly: Text | None = None
    why: Text
    how: Text
    when_missing: Text
    when_late: Text
    proof: Text
    proof_days: Annotated[int, Field(ge=1, le=3650)] | None = None
    voided_by: tuple[VoidedBy, ...] = ()
    renames: tuple[Id, ...] = ()
    need: Id | None = None
    applies: Condition | None = None
    groups: tuple[Group, ...] = ()
    party: Party
    owner: Owner
    lead_days: Annotated[int, Field(ge=0, le=400)] | None = None
    not_relevant: NotRelevant
    parity: Id | None = None
    measure: Measure | None = None
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _rules_of_severity(self) -> Item:
        if self.severity is Severity.EXCLUDES and self.not_relevant is not NotRelevant.NEVER:
            raise ValueError("excludes-never")
        if self.severity is Severity.EXCLUDES and not self.essential:
            raise ValueError("excludes-essential")
        return self

    @property
    def figure_decides(self) -> bool:
        """Whether a measured value decides the outcome: its figure is verified and no planning floor."""
        if self.measure is None or self.measure.planning_floor:
            return False
        numbers = [one.standing.number for one in self.sources if one.standing.number]
        return bool(numbers) and numbers[0] is Standing.VERIFIED

    def statement(self, stage: Stage) -> str:
        """The statement in force at `stage`."""
        return self.stages[self.stage_in_force(stage)]

    def stage_in_force(self, stage: Stage) -> Stage:
        """The stage whose statement is in force at `stage`: the latest due, or the first when none is due yet."""
        due = [one for one in self.ordered_stages if one.order <= stage.order]
        return due[-1] if due else self.ordered_stages[0]

    @property
    def ordered_stages(self) -> tuple[Stage, ...]:
        return tuple(stage for stage in Stage if stage in self.stages)


class ScoringSettings(Value):
    """The numbers of checklists/scoring.toml: AccessCheck's own. `evidence` gives strengths, whole quarters up to 1."""

    version: Line
    weights: Mapping[Severity, Annotated[int, Field(ge=1, le=100)]]
    rehearsal_hours: Annotated[int, Field(ge=1, le=720)]
    evidence: Mapping[str, Annotated[float, Field(ge=0.25, le=1, multiple_of=0.25)]]


class Overlay(Value):
    """Checklists from outside that changed the catalogue; listed in every report."""

    name: Line
    version: Line
    hash: Line


class Catalogue(Value):
    """All items in reading order, with the version and content hash (SHA-256, hexadecimal) they are known by."""

    id: Line
    version: Line
    hash: Line
    overlays: tuple[Overlay, ...] = ()
    scoring: ScoringSettings
    items: Annotated[tuple[Item, ...], FailFast()]

    def item(self, item_id: str) -> Item | None:
        return next((item for item in self.items if item.id == item_id), None)
