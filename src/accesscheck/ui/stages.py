"""What the words for the stages mean, where they stand and in help."""

from __future__ import annotations

from collections.abc import Mapping

from accesscheck.language.marks import N_
from accesscheck.language.words import Words
from accesscheck.model.terms import Stage

EXPLAINED: Mapping[Stage, str] = {
    Stage.PLAN: N_("Plan: what is arranged, until {hours} hours before the session starts."),
    Stage.REHEARSAL: N_("Rehearsal: what was tried, from {hours} hours before the start until the end."),
    Stage.DELIVERED: N_("Delivered: what people really had, after the end of the session."),
}


def stage_help(stage: Stage, hours: int, words: Words) -> str:
    """One stage in a sentence; `hours` before the start Rehearsal begins."""
    return words.text(EXPLAINED[stage], hours=hours)


def stages_help(hours: int, words: Words) -> tuple[str, ...]:
    """All stages, each in a sentence."""
    return tuple(stage_help(stage, hours, words) for stage in Stage)
