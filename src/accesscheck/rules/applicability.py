"""Which items apply to a session, and the facts that say so. Three-valued: an unknown fact keeps an item in."""

from __future__ import annotations

from collections.abc import Iterable

from accesscheck.model.because import Because
from accesscheck.model.catalogue import Item
from accesscheck.model.condition import AllOf, AnyOf, Comparison, NotOf, comparisons
from accesscheck.model.profile import Facts, Need, NeedAnswer, entries, known, number, words
from accesscheck.model.terms import Applicability

AnyCondition = AllOf | AnyOf | NotOf | Comparison


def applies(item: Item, facts: Facts) -> Applicability:
    """Whether an item applies: its condition and its need, over the facts as they are known."""
    return because(item, facts).state


def because(item: Item, facts: Facts) -> Because:
    """The answer of `applies` with the facts that decided it."""
    truth = True if item.applies is None else holds(item.applies, facts)
    decided = () if item.applies is None else tuple(_deciding(item.applies, facts, truth))
    if truth is False:
        return Because(Applicability.NOT, decided)
    if item.need and settled_need(item.need, facts) is NeedAnswer.NOBODY:
        return Because(Applicability.NOT, need=item.need)
    state = Applicability.UNKNOWN if truth is None else Applicability.APPLIES
    return Because(state, decided, item.need)


def settled_need(need: str, facts: Facts) -> NeedAnswer:
    """What counts of a need: unknown is as good as not asked."""
    value = known(facts, need)
    return value.settled if isinstance(value, Need) else NeedAnswer.NOT_ASKED


def holds(condition: AnyCondition, facts: Facts) -> bool | None:
    """Kleene's three-valued truth of a condition; None is unknown."""
    match condition:
        case AllOf():
            return _all(holds(part, facts) for part in condition.all)
        case AnyOf():
            return _not(_all(_not(holds(part, facts)) for part in condition.any))
        case NotOf():
            return _not(holds(condition.negated, facts))
    return compare(condition, facts)


def compare(test: Comparison, facts: Facts) -> bool | None:
    """One comparison; None while the fact is unknown or of another kind than the operator takes."""
    if test.one_of is not None:
        return _one_of(test.fact, test.one_of, facts)
    amount, listed = number(facts, test.fact), entries(facts, test.fact)
    if test.at_least is not None:
        return None if amount is None else amount >= test.at_least
    if test.at_most is not None:
        return None if amount is None else amount <= test.at_most
    if listed is None:
        return None
    return test.includes in listed if test.count_at_least is None else len(listed) >= test.count_at_least


def _one_of(fact: str, choices: tuple[str, ...], facts: Facts) -> bool | None:
    word, listed = words(facts, fact), entries(facts, fact)
    if word is not None:
        return word in choices
    return None if listed is None else any(entry in choices for entry in listed)


def _all(parts: Iterable[bool | None]) -> bool | None:
    found = set(parts)
    return False if False in found else None if None in found else True


def _not(truth: bool | None) -> bool | None:
    return None if truth is None else not truth


def _deciding(condition: AnyCondition, facts: Facts, truth: bool | None) -> list[tuple[Comparison, bool | None]]:
    """The comparisons that made the truth: where it is unknown, the unknown ones; else all that are known."""
    tested = [(one, compare(one, facts)) for one in comparisons(condition)]
    return [(one, value) for one, value in tested if (value is None) == (truth is None)]
