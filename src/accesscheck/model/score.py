"""The result of scoring: what `score --json` prints and every report states."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import FailFast

from .assessment import Earlier
from .base import Instant, Line, Value
from .catalogue import Overlay
from .terms import Checklist, Group, GroupState, Party, ReasonKind, Stage, Verdict


class Reason(Value):
    """An item that made the verdict, the groups it serves (none: everyone) and whose move it is."""

    kind: ReasonKind
    item: str
    groups: tuple[Group, ...]
    party: Party


class PartyCounts(Value):
    done: int = 0
    open: int = 0
    waiting: int = 0
    missing: int = 0


class Counts(Value):
    met: int = 0
    partly: int = 0
    missing: int = 0
    unknown: int = 0
    waiting: int = 0
    not_relevant: int = 0
    later: int = 0


class Range(Value):
    """Certain share and share if the open answers turn out well, 0 to 1; None when nothing weighs."""

    low: float | None
    high: float | None
    shown: bool


class ChecklistScore(Value):
    counts: Counts
    range: Range


class CatalogueStamp(Value):
    id: Line
    version: Line
    hash: Line
    overlays: tuple[Overlay, ...]


class Score(Value):
    """Everything derived from an assessment at `as_of`; `evidence` and shares lie between 0 and 1."""

    scoring_version: Line
    as_of: Instant
    stage: Stage
    stage_chosen: bool
    verdict: Verdict
    reasons: Annotated[tuple[Reason, ...], FailFast()]
    groups: Mapping[Group, GroupState]
    group_ranges: Mapping[Group, Range]
    parties: Mapping[Party, PartyCounts]
    counts: Counts
    range: Range
    evidence: float | None
    not_relevant_share: float | None
    strict_low: float | None
    checklists: Mapping[Checklist, ChecklistScore]
    later: tuple[str, ...]
    earlier: tuple[Earlier, ...]
    catalogue: CatalogueStamp
