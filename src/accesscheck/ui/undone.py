"""What was taken back or done again, in words: the kind of change, and what it concerned."""

from __future__ import annotations

from collections.abc import Mapping

from accesscheck.language.facts import label
from accesscheck.language.items import statement
from accesscheck.language.marks import N_
from accesscheck.language.words import Words
from accesscheck.rules.view import View

STEPS: Mapping[str, str] = {
    "answer": N_("answer"),
    "fact": N_("fact"),
    "proof": N_("proof"),
    "stage": N_("stage"),
    "clear": N_("cleared answer"),
}
"""The kinds of changes by the label they have in the history."""


def change_words(step: str, before: View, after: View, words: Words) -> str:
    """The change between two views, named by its label in the history."""
    change, name = words.text(STEPS.get(step, N_("change"))), _concerned(before, after, words)
    return words.text("{change} ({name})", change=change, name=name) if name else change


def _concerned(before: View, after: View, words: Words) -> str:
    """The statement that was answered, else the fact that was told; empty for neither."""
    answers = set(before.assessment.answers) ^ set(after.assessment.answers)
    stages = {one.item: one.stage for one in answers}
    old, new = before.assessment.facts, after.assessment.facts
    facts = [fact for fact in {**old, **new} if old.get(fact) != new.get(fact)]
    if facts:
        return label(facts[0], words)
    found = [item for item in after.catalogue.items if item.id in stages]
    return statement(found[0], stages[found[0].id], words).rstrip(".") if found else ""
