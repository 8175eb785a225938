"""What a card says of an item, apart from how it looks: how it stands, and which answers it takes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from accesscheck.language.reasons import later_words
from accesscheck.language.verdicts import outcome_words
from accesscheck.language.words import Words
from accesscheck.model.assessment import Answer
from accesscheck.model.catalogue import Item, NotRelevant
from accesscheck.model.terms import Outcome, Stage
from accesscheck.operations.changes import stage_to_answer
from accesscheck.rules.judging import Judged
from accesscheck.rules.refusals import refusal
from accesscheck.rules.view import View

_MEASURED = (Outcome.MET, Outcome.PARTLY, Outcome.MISSING)
LATER = "next"
"""The icon of what comes later."""


@dataclass(frozen=True, slots=True)
class Standing:
    """All that a card shows of an item and that changes."""

    answer: Answer | None
    outcome: Outcome
    to_test: bool
    later: bool

    @property
    def icon(self) -> str:
        return LATER if self.later else str(self.outcome)


def standing(item: Item, stage: Stage, view: View, judged: Judged | None) -> Standing:
    """How the item stands; `judged` is None for one that comes later."""
    answer = view.assessment.answer(item.id, stage)
    if judged is None:
        return Standing(answer, Outcome.UNKNOWN, False, True)
    return Standing(answer, judged.outcome, judged.to_test, False)


def state_words(item: Item, how: Standing, words: Words) -> str:
    """How an item stands, in a few words."""
    if how.later:
        return later_words(item, words)
    if how.outcome is Outcome.UNKNOWN and how.answer is not None and how.answer.outcome is Outcome.MISSING:
        return words.text("Not known while participants were not asked")
    return outcome_words(how.outcome, how.to_test, words)


def stage_shown(item: Item, view: View) -> Stage:
    """The stage whose statement a card shows and answers."""
    return stage_to_answer(item, view.catalogue, view.assessment, view.score.as_of)


def answers_of(item: Item) -> tuple[Outcome, ...]:
    """The answers a person can choose for an item; where a number decides, it is not chosen but measured."""
    return tuple(outcome for outcome in Outcome if _taken(item, outcome))


def kept_words(answer: Answer | None, words: Words) -> str:
    """What is folded away in a card and not empty."""
    parts = [] if answer is None else list(_kept(answer, words))
    return words.text("Kept here: {parts}", parts=words.listing(parts)) if parts else ""


def _kept(answer: Answer, words: Words) -> Iterator[str]:
    if answer.note:
        yield words.text("note")
    if answer.owner:
        yield words.text("owner")
    if answer.due:
        yield words.text("due date")
    if answer.evidence:
        yield words.plural("{count} proof", "{count} proofs", len(answer.evidence))


def _taken(item: Item, outcome: Outcome) -> bool:
    if outcome is Outcome.NOT_RELEVANT:
        return item.not_relevant is NotRelevant.WITH_REASON
    if item.figure_decides and outcome in _MEASURED:
        return False
    return refusal(item, Answer(item=item.id, stage=item.ordered_stages[0], outcome=outcome)) is None
