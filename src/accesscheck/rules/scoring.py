"""Readiness, as one pure function: first who cannot take part, then whose move it is, then counts and shares.

Exact integers inside; shares are the nearest double of an exact fraction.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import chain

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
from accesscheck.model.terms import Checklist, Group, GroupState, Outcome, Party, ReasonKind, Severity

from .judging import Judged, Judgement, judge_all
from .verdict import verdict_of

_HALVES = {Outcome.MET: 2, Outcome.PARTLY: 1}


def score(catalogue: Catalogue, assessment: Assessment, as_of: datetime) -> Score:
    """Score an assessment against a catalogue at the instant `as_of` (aware)."""
    return score_judged(catalogue, assessment, judge_all(catalogue, assessment, as_of))


def score_judged(catalogue: Catalogue, assessment: Assessment, judgement: Judgement) -> Score:
    """The score of items already judged, for callers that need both."""
    situation, settings, due = judgement.situation, catalogue.scoring, judgement.due
    essentials = judgement.essentials
    verdict, reasons = verdict_of(essentials, situation.stage)
    mix = mix_of(due)
    return Score(
        scoring_version=settings.version,
        as_of=situation.as_of,
        stage=situation.stage,
        stage_chosen=assessment.stage_chosen is not None,
        verdict=verdict,
        reasons=tuple(_reason(kind, one) for kind, one in reasons),
        groups={group: _worst(one) for group, one in _by_group(essentials).items()},
        group_ranges={group: range_of(one, settings) for group, one in _by_group(due).items()},
        parties=_parties(essentials),
        counts=_counts(mix, len(judgement.later)),
        range=range_of(mix, settings),
        evidence=_evidence(due, settings),
        not_relevant_share=_not_relevant_share(mix, settings),
        strict_low=_strict_low(mix, settings),
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

Kind = tuple[Severity, Outcome]
Mix = Counter[Kind]
"""How many items of each severity have each outcome: all that states of groups, counts and shares depend on."""

_EXCLUDES = {
    Outcome.MISSING: GroupState.CANNOT,
    Outcome.UNKNOWN: GroupState.UNKNOWN,
    Outcome.WAITING: GroupState.UNKNOWN,
    Outcome.PARTLY: GroupState.DIFFICULTY,
    Outcome.MET: GroupState.CAN,
}
_OTHERS = {**_EXCLUDES, Outcome.MISSING: GroupState.DIFFICULTY, Outcome.PARTLY: GroupState.CAN}
_WORST_FIRST = {state: place for place, state in enumerate(GroupState)}


def serves(judged: Judged, group: Group) -> bool:
    """An item without groups serves everyone."""
    return not judged.item.groups or group in judged.item.groups


def state_of(judged: Judged) -> GroupState:
    """What a relevant item says of the groups it serves."""
    return _state(_kind(judged))


def _state(kind: Kind) -> GroupState:
    severity, outcome = kind
    return (_EXCLUDES if severity is Severity.EXCLUDES else _OTHERS)[outcome]


def _kind(judged: Judged) -> Kind:
    return judged.item.severity, judged.outcome


def _by_group(due: Iterable[Judged]) -> dict[Group, Mix]:
    """The mix of what serves each group."""
    served: dict[Kind, list[Iterable[Group]]] = {}
    for one in due:
        served.setdefault(_kind(one), []).append(one.item.groups or Group)
    found: dict[Group, Mix] = {group: Counter() for group in Group}
    for kind, groups in served.items():
        for group, count in Counter(chain.from_iterable(groups)).items():
            found[group][kind] = count
    return found


def _worst(essentials: Mix) -> GroupState:
    """The worst over the essentials due that serve a group; not-relevant ones are left out."""
    states = [_state(kind) for kind in essentials if kind[1] is not Outcome.NOT_RELEVANT]
    return min(states, key=_WORST_FIRST.__getitem__, default=GroupState.NOTHING)


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


def mix_of(due: Iterable[Judged]) -> Mix:
    return Counter(map(_kind, due))


def _counts(mix: Mix, later: int) -> Counts:
    found = dict.fromkeys(Outcome, 0)
    for (_, outcome), count in mix.items():
        found[outcome] += count
    return Counts(
        met=found[Outcome.MET],
        partly=found[Outcome.PARTLY],
        missing=found[Outcome.MISSING],
        unknown=found[Outcome.UNKNOWN],
        waiting=found[Outcome.WAITING],
        not_relevant=found[Outcome.NOT_RELEVANT],
        later=later,
    )


def _weights(mix: Mix, settings: ScoringSettings) -> dict[Outcome, int]:
    """Sum of the weights of the items that have each outcome."""
    found = dict.fromkeys(Outcome, 0)
    for (severity, outcome), count in mix.items():
        found[outcome] += count * settings.weights[severity]
    return found


def _halves(weights: Mapping[Outcome, int]) -> int:
    """Sum of weight times value, in halves."""
    return 2 * weights[Outcome.MET] + weights[Outcome.PARTLY]


def range_of(mix: Mix, settings: ScoringSettings) -> Range:
    """Certain and possible share of the weight of the relevant items due."""
    weights = _weights(mix, settings)
    unknown = weights[Outcome.UNKNOWN] + weights[Outcome.WAITING]
    decided = weights[Outcome.MET] + weights[Outcome.PARTLY] + weights[Outcome.MISSING]
    total = decided + unknown
    if not total:
        return Range(low=None, high=None, shown=False)
    low = _halves(weights)
    return Range(low=low / (2 * total), high=(low + 2 * unknown) / (2 * total), shown=2 * decided >= total)


def _evidence(due: Iterable[Judged], settings: ScoringSettings) -> float | None:
    """Mean strength of proof over what is met or partly, by weight and value; weights count eight times inside."""
    counted = Counter((one.item.severity, one.outcome, one.strength) for one in due if one.outcome in _HALVES)
    total = value = 0
    for (severity, outcome, quarters), count in counted.items():
        halves = count * settings.weights[severity] * _HALVES[outcome]
        total, value = total + halves, value + halves * quarters
    return value / (4 * total) if total else None


def _not_relevant_share(mix: Mix, settings: ScoringSettings) -> float | None:
    weights = _weights(mix, settings)
    total = sum(weights.values())
    return weights[Outcome.NOT_RELEVANT] / total if total else None


def _strict_low(mix: Mix, settings: ScoringSettings) -> float | None:
    """The low end with what was declared not relevant counted as nothing."""
    weights = _weights(mix, settings)
    total = sum(weights.values())
    return _halves(weights) / (2 * total) if total else None


def _checklists(judgement: Judgement, settings: ScoringSettings) -> dict[Checklist, ChecklistScore]:
    """In the order of `Checklist`, those of which something is due or comes later."""
    due: dict[Checklist, Mix] = {checklist: Counter() for checklist in Checklist}
    for (checklist, kind), count in Counter((one.item.checklist, _kind(one)) for one in judgement.due).items():
        due[checklist][kind] = count
    later = Counter(item.checklist for item in judgement.later)
    return {
        checklist: ChecklistScore(counts=_counts(mix, later[checklist]), range=range_of(mix, settings))
        for checklist, mix in due.items()
        if mix or later[checklist]
    }
