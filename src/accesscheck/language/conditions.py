"""When an item is asked, in words: its condition with every comparison as a sentence part."""

from __future__ import annotations

from accesscheck.model.condition import AllOf, AnyOf, Comparison, Condition, NotOf
from accesscheck.model.profile import FACT_BY_ID, Kind, NeedAnswer

from .facts import CHOICES, NEEDS, choice, label
from .words import Words


def condition_heading(condition: AllOf | AnyOf | NotOf, words: Words) -> str:
    """What stands above the parts of a condition."""
    match condition:
        case AllOf():
            return words.text("All of these hold:")
        case AnyOf():
            return words.text("At least one of these holds:")
        case NotOf():
            return words.text("This does not hold:")


def parts(condition: AllOf | AnyOf | NotOf) -> tuple[Condition, ...]:
    """The conditions inside a condition."""
    match condition:
        case AllOf():
            return condition.all
        case AnyOf():
            return condition.any
        case NotOf():
            return (condition.negated,)


def comparison_words(test: Comparison, words: Words) -> str:
    """One comparison: the fact, and what its value must be."""
    said = _bound(test, words)
    return words.text("{fact}: {value}", fact=label(test.fact, words), value=said)


def _bound(test: Comparison, words: Words) -> str:
    if test.one_of is not None:
        return words.clauses(_value(test.fact, one, words) for one in test.one_of)
    if test.at_least is not None:
        return words.text("{number} or more", number=words.number(test.at_least))
    if test.at_most is not None:
        return words.text("{number} at most", number=words.number(test.at_most))
    if test.includes is not None:
        return words.text("{value} among them", value=_value(test.fact, test.includes, words))
    count = test.count_at_least or 0
    return words.text("{number} or more of them", number=words.number(count))


def _value(fact: str, value: str, words: Words) -> str:
    """A value as it reads; one of a list of languages by its name."""
    kind = FACT_BY_ID[fact].kind
    if kind is Kind.CHOICE and (fact in CHOICES or value in ("yes", "no")):
        return choice(fact, value, words)
    if kind is Kind.NEED and value in tuple(NeedAnswer):
        return words.text(NEEDS[NeedAnswer(value)])
    return words.language_name(value) if kind is Kind.LANGUAGES else value
