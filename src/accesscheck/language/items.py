"""The catalogue's texts in the reader's language."""

from __future__ import annotations

from accesscheck.model.catalogue import Item, Source
from accesscheck.model.terms import Stage

from .terms import AMOUNTS, PLANNING_FLOOR, STANDINGS
from .words import Words


def statement(item: Item, stage: Stage, words: Words) -> str:
    """The item's statement in force at a stage."""
    due = item.stage_in_force(stage)
    return words.item(item.id, f"stages/{due}", item.stages[due])


def field(item: Item, name: str, words: Words) -> str:
    """One of the item's texts: partly, why, how, when_missing, when_late, proof; empty where there is none."""
    english = getattr(item, name)
    return words.item(item.id, name, english) if english else ""


def quantity(item: Item, words: Words) -> str:
    """What a measured item counts."""
    return words.item(item.id, "measure/quantity", item.measure.quantity) if item.measure else ""


def amount(value: float, item: Item, words: Words) -> str:
    """A measured value with its unit."""
    return words.plural(*AMOUNTS[item.measure.unit], value) if item.measure else words.number(value)


def source_words(source: Source, item: Item, words: Words) -> str:
    """Where it comes from, and how sure each fact is."""
    name = words.series(filter(None, (source.title, source.edition, source.clause, source.publisher)))
    said = standing_words(source, item, words)
    return words.aside(name, said) if said else name


def standing_words(source: Source, item: Item, words: Words) -> str:
    """How sure each fact is that a source gives; empty where it gives none."""
    standing = source.standing
    sure = [
        (words.text("requirement: {standing}"), standing.requirement),
        (words.text("figure: {standing}"), standing.number),
        (words.text("lead time: {standing}"), standing.lead_time),
    ]
    said = [message.format(standing=words.text(STANDINGS[found])) for message, found in sure if found is not None]
    return words.clauses([*said, *_floor(source, item, words)])


def figure_standing(source: Source, item: Item, words: Words) -> str:
    """How sure a source's figure is; empty where it gives none."""
    number = source.standing.number
    said = [] if number is None else [words.text(STANDINGS[number])]
    return words.clauses([*said, *_floor(source, item, words)])


def _floor(source: Source, item: Item, words: Words) -> list[str]:
    floor = item.measure is not None and item.measure.planning_floor and source.standing.number is not None
    return [words.text(PLANNING_FLOOR)] if floor else []
