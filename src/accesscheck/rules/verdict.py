"""The verdict over the essentials due: the first row that matches, with the items that made it match."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from accesscheck.model.terms import Outcome, ReasonKind, Stage, Verdict

from .judging import UNDECIDED, Judged

Finding = tuple[ReasonKind, Judged]


def verdict_of(essentials: Sequence[Judged], stage: Stage) -> tuple[Verdict, list[Finding]]:
    """The verdict and its reasons in catalogue order."""
    if all(one.outcome is Outcome.NOT_RELEVANT for one in essentials):
        return Verdict.NOTHING, []
    if found := _findings(essentials, _excluding):
        return Verdict.EXCLUDES, found
    if found := _findings(essentials, _undecided):
        only_waiting = all(kind is ReasonKind.WAITING for kind, _ in found)
        return (Verdict.WAITING if only_waiting else Verdict.OPEN), found
    if found := _findings(essentials, _gap):
        return Verdict.GAPS, found
    proof_counts = stage is not Stage.PLAN
    found = _findings(essentials, _unfinished_tested if proof_counts else _unfinished)
    return (Verdict.NEARLY if found else Verdict.READY), found


def _findings(essentials: Sequence[Judged], rule: Callable[[Judged], ReasonKind | None]) -> list[Finding]:
    judged = ((rule(one), one) for one in essentials)
    return [(kind, one) for kind, one in judged if kind is not None]


def _excluding(one: Judged) -> ReasonKind | None:
    return ReasonKind.EXCLUDES if one.excludes and one.outcome is Outcome.MISSING else None


def _undecided(one: Judged) -> ReasonKind | None:
    if one.outcome not in UNDECIDED:
        return None
    return ReasonKind.WAITING if one.outcome is Outcome.WAITING else ReasonKind.UNKNOWN


def _gap(one: Judged) -> ReasonKind | None:
    if one.outcome is Outcome.MISSING:
        return ReasonKind.MISSING
    return ReasonKind.PARTLY if one.excludes and one.outcome is Outcome.PARTLY else None


def _unfinished(one: Judged) -> ReasonKind | None:
    if one.to_test:
        return ReasonKind.TO_TEST
    return ReasonKind.PARTLY if one.outcome is Outcome.PARTLY else None


def _unfinished_tested(one: Judged) -> ReasonKind | None:
    """From Rehearsal on, what would shut people out must be more than the organiser's word."""
    return _unfinished(one) or (ReasonKind.UNPROVED if one.excludes and one.on_word_alone else None)
