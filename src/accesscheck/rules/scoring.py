"""Readiness, as one pure function: first who cannot take part, then whose move it is, then counts and shares.

Exact integers inside; shares are the nearest double of an exact fraction.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime

from accesscheck.model.assessment import Assessment
from accesscheck.model.catalogue import Catalogue, ScoringSettings
from accesscheck.model.score import (
    CatalogueStamp,
    ChecklistScore,
    Counts,
    PartyCounts,
    Range,
    Reason,
    Score,
)
from accesscheck.model.terms import Checklist, Group, GroupState, Outcome, Party, ReasonKind

from .judging import UNDECIDED, Judged, Judgement, judge_all
from .verdict import verdict_of

_HALVES = {Outcome.MET: 2, Outcome.PARTLY: 1}


def score(catalogue: Catalogue, assessment: Assessment, as_of: datetime) -> Score:
    """Score an assessment against a catalogue at the instant `as_of` (aware)."""
    return score_judged(catalogue, assessment, judge_all(catalogue, assessment, as_of))


def score_judged(catalogue: Catalogue, assessment: Assessment, judgement: Judgement) -> Score:
    """The score of items already judged, for callers that need both."""
    situation, settings, due = judgement.situation, catalogue.scoring, judgement.due
    verdict, reasons = verdict_of(judgement.essentials, situation.stage)
    return Score(
        scoring_version=settings.version,
        as_of=situation.as_of,
        stage=situation.stage,
        stage_chosen=assessment.stage_chosen is not None,
        verdict=verdict,
        reasons=tuple(_reason(kind, one) for kind, one in reasons),
        groups={group: group_state(group, judgement.essentials) for group in Group},
        group_ranges={group: range_of(_serving(group, due), settings) for group in Group},
        parties=_parties(judgement.essentials),
        counts=_counts(due, len(judgement.later)),
        range=range_of(due, settings),
        evidence=_evidence(due, settings),
        not_relevant_share=_not_relevant_share(due, settings),
        strict_low=_strict_low(due, settings),
        checklists=_checklists(judgement, settings),
        later=tuple(item.id for item in judgement.later),
        earlier=assessment.earlier,
        catalogue=stamp(catalogue),
    )


def stamp(catalogue: Catalogue) -> CatalogueStamp:
    """What a result records of the catalogue it was made with."""
    return CatalogueStamp(id=catalogue.id, version=catalogue.version, hash=catalogue.hash, overlays=catalogue.overlays)


def _reason(kind: ReasonKind, judged: Judged) -> Reason:
    return Reason(kind=kind, item=judged.item.id, groups=judged.item.groups, party=judged.party)


# --- groups ---

_EXCLUDES = {
    Outcome.MISSING: GroupState.CANNOT,
    Outcome.UNKNOWN: GroupState.UNKNOWN,
    Outcome.WAITING: GroupState.UNKNOWN,
    Outcome.PARTLY: GroupState.DIFFICULTY,
    Outcome.MET: GroupState.CAN,
}
_OTHERS = {**_EXCLUDES, Outcome.MISSING: GroupState.DIFFICULTY, Outcome.PARTLY: GroupState.CAN}


def serves(judged: Judged, group: Group) -> bool:
    """An item without groups serves everyone."""
    return not judged.item.groups or group in judged.item.groups


def _serving(group: Group, due: Iterable[Judged]) -> list[Judged]:
    return [one for one in due if serves(one, group)]


def state_of(judged: Judged) -> GroupState:
    """What a relevant item says of the groups it serves."""
    return (_EXCLUDES if judged.excludes else _OTHERS)[judged.outcome]


def group_state(group: Group, essentials: Sequence[Judged]) -> GroupState:
    """The worst over the essentials due that serve the group; not-relevant ones are left out."""
    order = list(GroupState)
    states = [state_of(one) for one in _serving(group, essentials) if one.outcome is not Outcome.NOT_RELEVANT]
    return min(states, key=order.index, default=GroupState.NOTHING)


# --- whose move ---


def column(judged: Judged) -> str | None:
    """The column of the whose-move table an essential stands in; None when it is declared not relevant for good."""
    if judged.outcome in (Outcome.WAITING, Outcome.MISSING):
        return str(judged.outcome)
    if judged.to_test or judged.outcome in (Outcome.UNKNOWN, Outcome.PARTLY):
        return "open"
    return "done" if judged.outcome is Outcome.MET else None


def _parties(essentials: Iterable[Judged]) -> dict[Party, PartyCounts]:
    found = Counter((one.party, column(one)) for one in essentials)
    return {
        party: PartyCounts(**{name: found[party, name] for name in ("done", "open", "waiting", "missing")})
        for party in Party
    }


# --- counts and shares ---


def _counts(due: Iterable[Judged], later: int) -> Counts:
    found = Counter(one.outcome for one in due)
    return Counts(
        met=found[Outcome.MET],
        partly=found[Outcome.PARTLY],
        missing=found[Outcome.MISSING],
        unknown=found[Outcome.UNKNOWN],
        waiting=found[Outcome.WAITING],
        not_relevant=found[Outcome.NOT_RELEVANT],
        later=later,
    )


def _weight(judged: Judged, settings: ScoringSettings) -> int:
    return settings.weights[judged.item.severity]


def _halves(due: Iterable[Judged], settings: ScoringSettings) -> int:
    """Sum of weight times value, in halves."""
    return sum(_weight(one, settings) * _HALVES.get(one.outcome, 0) for one in due)


def range_of(due: Iterable[Judged], settings: ScoringSettings) -> Range:
    """Certain and possible share of the weight of the relevant items due."""
    relevant = [one for one in due if one.outcome is not Outcome.NOT_RELEVANT]
    total = sum(_weight(one, settings) for one in relevant)
    if not total:
        return Range(low=None, high=None, shown=False)
    low = _halves(relevant, settings)
    unknown = sum(_weight(one, settings) for one in relevant if one.outcome in UNDECIDED)
    shown = 2 * (total - unknown) >= total
    return Range(low=low / (2 * total), high=(low + 2 * unknown) / (2 * total), shown=shown)


def _evidence(due: Iterable[Judged], settings: ScoringSettings) -> float | None:
    """Mean strength of proof over what is met or partly, by weight and value; weights count eight times inside."""
    counted = [(_weight(one, settings) * _HALVES.get(one.outcome, 0), one.strength) for one in due]
    total = sum(value for value, _ in counted)
    return sum(value * quarters for value, quarters in counted) / (4 * total) if total else None


def _not_relevant_share(due: Sequence[Judged], settings: ScoringSettings) -> float | None:
    total = sum(_weight(one, settings) for one in due)
    declared = sum(_weight(one, settings) for one in due if one.outcome is Outcome.NOT_RELEVANT)
    return declared / total if total else None


def _strict_low(due: Sequence[Judged], settings: ScoringSettings) -> float | None:
    """The low end with what was declared not relevant counted as nothing."""
    total = sum(_weight(one, settings) for one in due)
    return _halves(due, settings) / (2 * total) if total else None


def _checklists(judgement: Judgement, settings: ScoringSettings) -> dict[Checklist, ChecklistScore]:
    return {
        checklist: _checklist(checklist, judgement, settings)
        for checklist in Checklist
        if any(one.item.checklist is checklist for one in judgement.due)
        or any(item.checklist is checklist for item in judgement.later)
    }


def _checklist(checklist: Checklist, judgement: Judgement, settings: ScoringSettings) -> ChecklistScore:
    due = [one for one in judgement.due if one.item.checklist is checklist]
    later = sum(1 for item in judgement.later if item.checklist is checklist)
    return ChecklistScore(counts=_counts(due, later), range=range_of(due, settings))
