"""The line that is always there: the verdict, or how far one has come before it can be given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from accesscheck.language.verdicts import capitalised, groups_in, groups_words, headline, stage_words
from accesscheck.language.words import Words
from accesscheck.model.terms import GroupState, Outcome

if TYPE_CHECKING:
    from accesscheck.rules.view import View

_TO_FIX = (Outcome.MISSING, Outcome.PARTLY)


def not_passed(view: View) -> int:
    """How many of the essentials due were never answered, not even with "don't know"."""
    answered = {one.item for one in view.assessment.answers if one.outcome is not None}
    return sum(judged.item.id not in answered for judged in view.judgement.essentials)


def verdict_line(view: View, words: Words) -> str:
    """The verdict with every group shut out; until the essentials were passed once, what there is to fix so far."""
    score = view.score
    if not not_passed(view):
        return headline(score, view.span, words, len(view.declared))
    stage, so_far = stage_words(score, view.span, words), _so_far(view, words)
    line = words.text("{stage}: {verdict}", stage=stage, verdict=so_far)
    shut_out = groups_in(score, GroupState.CANNOT)
    return f"{line} · {capitalised(groups_words(shut_out, words))}" if shut_out else line


def _so_far(view: View, words: Words) -> str:
    count = sum(1 for judged in view.judgement.essentials if judged.outcome in _TO_FIX)
    if not count:
        return words.plural(
            "So far nothing to fix, {count} essential item to answer",
            "So far nothing to fix, {count} essential items to answer",
            not_passed(view),
        )
    return words.plural("So far: {count} to fix", "So far: {count} to fix", count)
