"""The line that is always there: the verdict in the words it has everywhere, and how far one has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from accesscheck.language.verdicts import headline, whose_move
from accesscheck.language.words import Words
from accesscheck.model.terms import Outcome

from .essentials import essentials

if TYPE_CHECKING:
    from accesscheck.rules.view import View

_TO_FIX = (Outcome.MISSING, Outcome.PARTLY)


def not_passed(view: View) -> int:
    """How many of the essentials due were never answered, not even with "don't know"."""
    return essentials(view).left


def verdict_line(view: View, words: Words) -> str:
    """The verdict with every group shut out; until the essentials were passed once, what there is to fix so far."""
    line = headline(view.score, view.span, words, len(view.declared))
    return words.text("{verdict}. {so_far}", verdict=line, so_far=_so_far(view, words)) if not_passed(view) else line


def move_line(view: View, words: Words) -> str:
    """How many of the essentials were answered, and whose move they are."""
    share = essentials(view)
    said = words.text("Essentials: {done} of {total} answered.", done=share.done, total=share.total)
    return f"{said} {whose_move(view.score, words)}"


def _so_far(view: View, words: Words) -> str:
    count = sum(1 for judged in view.judgement.essentials if judged.outcome in _TO_FIX)
    said = words.plural("So far: {count} to fix", "So far: {count} to fix", count)
    return said if count else words.text("So far nothing to fix")
