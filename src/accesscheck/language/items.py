"""The catalogue's texts in the reader's language."""

from __future__ import annotations

from accesscheck.model.catalogue import Item, Source
from accesscheck.model.terms import Stage

from .terms import PLANNING_FLOOR, STANDINGS, UNITS
from .words import Words


def statement(item: Item, stage: Stage, words: Words) -> str:
    """The item's statement in force at a stage."""
    due = [one for one in item.ordered_stages if one.order <= stage.order] or item.ordered_stages[:1]
    return words.item(item.id, f"stages/{due[-1]}", item.stages[due[-1]])


def field(item: Item, name: str, words: Words) -> str:
    """One of the item's texts: partly, why, how, when_missing, when_late, proof; empty where there is none."""
    english = getattr(item, name)
    return words.item(item.id, name, english) if english else ""


def quantity(item: Item, words: Words) -> str:
    """What a measured item counts."""
    return words.item(item.id, "measure/quantity", item.measure.quantity) if item.measure else ""


def amount(value: float, item: Item, words: Words) -> str:
    """A measured value with its unit."""
    unit = words.text(UNITS[item.measure.unit]) if item.measure else ""
    return words.text("{number} {unit}", number=words.number(value), unit=unit)


def source_words(source: Source, item: Item, words: Words) -> str:
    """Where it comes from, and how sure each fact is."""
    name = ", ".join(part for part in (source.title, source.edition, source.clause, source.publisher) if part)
    standing = source.standing
    sure = [
        (words.text("requirement: {standing}"), standing.requirement),
        (words.text("figure: {standing}"), standing.number),
        (words.text("lead time: {standing}"), standing.lead_time),
    ]
    said = [message.format(standing=words.text(STANDINGS[found])) for message, found in sure if found is not None]
    if item.measure and item.measure.planning_floor and standing.number is not None:
        said.append(words.text(PLANNING_FLOOR))
    return f"{name} ({'; '.join(said)})" if said else name
