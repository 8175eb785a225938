"""The whole catalogue as a table, one row an item: for experts who review it in a spreadsheet."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from io import StringIO

from accesscheck.language.items import source_words
from accesscheck.language.words import Words
from accesscheck.model.catalogue import Catalogue, Item
from accesscheck.model.terms import Stage

from .csv import BOM, harmless

_SEVERAL = "; "


def render(catalogue: Catalogue, words: Words) -> bytes:
    """UTF-8 with a byte order mark; heads are the keys of the checklist files, texts as the catalogue holds them."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    for number, item in enumerate(catalogue.items):
        row = dict(_row(item, words))
        if not number:
            writer.writerow(row)
        writer.writerow(map(harmless, row.values()))
    return (BOM + text.getvalue()).encode()


def _row(item: Item, words: Words) -> Iterator[tuple[str, str]]:
    yield "id", item.id
    yield "checklist", item.checklist
    yield "essential", "yes" if item.essential else "no"
    yield "severity", item.severity
    yield from ((stage, item.stages.get(stage, "")) for stage in Stage)
    for name in ("partly", "why", "how", "when_missing", "when_late", "proof"):
        yield name, getattr(item, name) or ""
    yield "groups", _SEVERAL.join(item.groups)
    yield "party", item.party
    yield "owner", item.owner
    yield "lead_days", "" if item.lead_days is None else str(item.lead_days)
    yield "not_relevant", item.not_relevant
    yield "need", item.need or ""
    yield "applies", json.dumps(item.applies.model_dump(mode="json", by_alias=True)) if item.applies else ""
    yield "parity", item.parity or ""
    yield from _measure(item)
    yield "sources", _SEVERAL.join(source_words(one, item, words) for one in item.sources)


def _measure(item: Item) -> Iterator[tuple[str, str]]:
    measure = item.measure
    yield "quantity", measure.quantity if measure else ""
    yield "unit", measure.unit if measure else ""
    yield "formula", measure.formula if measure else ""
    yield "partly_formula", (measure.partly_formula or "") if measure else ""
    yield "direction", measure.direction if measure else ""
