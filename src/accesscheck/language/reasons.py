"""Why an item applies, may apply, does not apply or comes later, in words."""

from __future__ import annotations

from accesscheck.model.because import Because
from accesscheck.model.catalogue import Item
from accesscheck.model.profile import UNKNOWN, Facts
from accesscheck.model.terms import Applicability

from .facts import label, value_words
from .terms import STAGES
from .words import Words


def because_words(because: Because, facts: Facts, words: Words) -> str:
    """The facts that decided whether an item applies."""
    deciding = [*(test.fact for test, _ in because.comparisons), *([because.need] if because.need else [])]
    listed = words.clauses(_fact(fact, facts, words) for fact in dict.fromkeys(deciding))
    if not listed:
        return words.text("Applies to every session.")
    if because.state is Applicability.NOT:
        return words.text("Does not apply to this session. {facts}", facts=listed)
    if because.state is Applicability.UNKNOWN:
        return words.text("Stays in until this is known. {facts}", facts=listed)
    return words.text("Applies to this session. {facts}", facts=listed)


def later_words(item: Item, words: Words) -> str:
    """When an item that comes later is judged."""
    return words.text("Comes later: {stage}", stage=words.text(STAGES[item.ordered_stages[0]]))


def _fact(fact: str, facts: Facts, words: Words) -> str:
    held = facts.get(fact)
    value = value_words(fact, held.value if held else UNKNOWN, words)
    return words.text("{fact}: {value}", fact=label(fact, words), value=value)
