"""The whole catalogue as a document: every item with its texts, its rules, its sources and how sure they are."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from itertools import groupby

from accesscheck.language.conditions import comparison_words, condition_heading, parts
from accesscheck.language.facts import label
from accesscheck.language.formulas import FORMULAS
from accesscheck.language.items import standing_words
from accesscheck.language.terms import CHECKLISTS, OWNERS, PARTY_TITLES, SEVERITIES, STAGES, UNITS, UNREVIEWED
from accesscheck.language.verdicts import groups_words
from accesscheck.language.words import Words
from accesscheck.model.catalogue import Catalogue, Item, Measure, Source
from accesscheck.model.condition import AllOf, Comparison, Condition

from .brief import heading, listing, note, paragraph
from .document import Block, Document, Inline, Link, ListBlock, ListItem, Paragraph, Span
from .sources import ADDRESSES

_ENGLISH = "en"


def compose_catalogue(catalogue: Catalogue, words: Words, as_of: datetime) -> Document:
    """The catalogue, whose texts are already in the language of `words`, as a document; `as_of` is when it is made."""
    title = words.text("Catalogue of AccessCheck, version {version}", version=catalogue.version)
    return Document(
        language=words.language,
        title=title,
        subject=words.text("Every item with its sources, and how sure each of them is"),
        as_of=as_of,
        blocks=(heading(1, title), *_head(catalogue, words), *_checklists(catalogue, words)),
        page_label=words.text("Page {page} of {pages}", page="{page}", pages="{pages}"),
        footer=title,
        right_to_left=words.right_to_left,
    )


def _head(catalogue: Catalogue, words: Words) -> Iterator[Block]:
    essential = [item for item in catalogue.items if item.essential]
    yield _labelled(words, words.text("Items"), words.number(len(catalogue.items)))
    yield _labelled(words, words.text("Essentials"), words.number(len(essential)))
    yield _labelled(words, words.text("Fingerprint of the catalogue"), catalogue.hash)
    if words.language != _ENGLISH:
        yield note(words.text(UNREVIEWED))


def _checklists(catalogue: Catalogue, words: Words) -> Iterator[Block]:
    for checklist, items in groupby(catalogue.items, key=lambda item: item.checklist):
        yield heading(2, words.text(CHECKLISTS[checklist]), checklist)
        for item in items:
            yield from _item(item, words)


def _item(item: Item, words: Words) -> Iterator[Block]:
    yield heading(3, item.statement(item.ordered_stages[0]), item.id)
    yield _labelled(words, item.id, _kind(item, words))
    for stage in item.ordered_stages[1:]:
        yield _labelled(words, words.text(STAGES[stage]), item.stages[stage])
    for called, said in _texts(item, words):
        yield _labelled(words, called, said)
    yield from _applies(item, words)
    yield from _measure(item.measure, words)
    yield listing(_source(source, item, words) for source in item.sources)


def _kind(item: Item, words: Words) -> str:
    """Weight, groups, who must move, and by when."""
    weight = words.text("Essential") if item.essential else words.text("More")
    severity = words.text(SEVERITIES[item.severity])
    mover = words.text(
        "Whose move: {party}. Usually done by: {owner}.",
        party=words.text(PARTY_TITLES[item.party]),
        owner=words.text(OWNERS[item.owner]),
    )
    kind = words.series(filter(None, (weight, severity, groups_words(item.groups, words))))
    return words.sentences(kind, _lead(item, words), mover)


def _lead(item: Item, words: Words) -> str:
    if item.lead_days is None:
        return ""
    return words.text(
        "Lead time before the start: {days}", days=words.plural("{count} day", "{count} days", item.lead_days)
    )


def _texts(item: Item, words: Words) -> Iterator[tuple[str, str]]:
    if item.partly:
        yield words.text("What “partly” means"), item.partly
    yield words.text("Why it matters"), item.why
    yield words.text("How to check"), item.how
    yield words.text("What to do now"), item.when_missing
    yield words.text("What can still be done when it is late"), item.when_late
    yield words.text("What counts as proof"), item.proof


def _applies(item: Item, words: Words) -> Iterator[Block]:
    if item.need is not None:
        yield _labelled(words, words.text("Serves a need"), label(item.need, words))
    if item.applies is None:
        yield paragraph(words.text("Applies to every session."))
        return
    yield paragraph(Span(words.text("Asked when:"), strong=True))
    whole = item.applies.all if isinstance(item.applies, AllOf) else (item.applies,)
    yield ListBlock(tuple(_condition(part, words) for part in whole))


def _condition(condition: Condition, words: Words) -> ListItem:
    if isinstance(condition, Comparison):
        return ListItem((paragraph(comparison_words(condition, words)),))
    inside = tuple(_condition(part, words) for part in parts(condition))
    return ListItem((paragraph(condition_heading(condition, words)), ListBlock(inside)))


def _measure(measure: Measure | None, words: Words) -> Iterator[Block]:
    if measure is None:
        return
    said = words.series((words.text(FORMULAS[measure.formula]), words.text(UNITS[measure.unit])))
    yield _labelled(words, measure.quantity, said)


def _source(source: Source, item: Item, words: Words) -> Paragraph:
    named: Inline = Span(source.title, own=True)
    if source.url and source.url.startswith(ADDRESSES):
        named = Link(source.title, source.url)
    rest = words.series(("", *filter(None, (source.edition, source.clause, source.publisher))))
    standing = standing_words(source, item, words)
    return paragraph(named, Span(words.aside(rest, standing) if standing else rest))


def _labelled(words: Words, called: str, said: str) -> Paragraph:
    return paragraph(Span(words.text("{label}: ", label=called), strong=True), said)
