"""The catalogue as a person or a program may want it: as it was shipped, and with its texts in one language."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from datetime import datetime
from pathlib import Path

from accesscheck.errors import UnknownEnding
from accesscheck.language.words import Words
from accesscheck.model.catalogue import Catalogue, Item
from accesscheck.model.interchange import canonical
from accesscheck.model.progress import Progress
from accesscheck.storage.files import write_whole
from accesscheck.storage.shipped import load_any

_TEXTS = ("partly", "why", "how", "when_missing", "when_late", "proof")


def shipped() -> Catalogue:
    """The catalogue this program came with; raises `CatalogueBroken`, `FileMissing`, `FileUnreadable`."""
    return load_any()


def in_words(catalogue: Catalogue, words: Words) -> Catalogue:
    """The catalogue with every item's texts in the language of `words`; the hash stays that of the source."""
    return catalogue.model_copy(update={"items": tuple(_item(item, words) for item in catalogue.items)})


def write(
    target: Path, catalogue: Catalogue, words: Words, as_of: datetime, force: bool
) -> Generator[Progress, None, None]:
    """Write the whole catalogue in the language of `words`; the ending of `target` picks the form.

    Raises `UnknownEnding`, `TargetExists` (without `force`), and what writing a file raises.
    """
    ending = target.suffix.lower()
    if ending not in _FORMS:
        raise UnknownEnding(str(target), tuple(_FORMS))
    data = yield from _FORMS[ending](in_words(catalogue, words), words, as_of)
    write_whole(target, data, replace=force)


Steps = Generator[Progress, None, bytes]


def _page(catalogue: Catalogue, words: Words, as_of: datetime) -> Steps:
    from accesscheck.report.catalogue_page import compose_catalogue
    from accesscheck.report.html import render

    return (yield from render(compose_catalogue(catalogue, words, as_of), words))


def _table(catalogue: Catalogue, words: Words, as_of: datetime) -> Steps:
    from accesscheck.report.catalogue_table import render

    yield Progress(0, 1)
    return render(catalogue, words)


def _data(catalogue: Catalogue, words: Words, as_of: datetime) -> Steps:
    yield Progress(0, 1)
    return canonical(catalogue.model_dump(mode="json", by_alias=True))


_FORMS: Mapping[str, Callable[[Catalogue, Words, datetime], Steps]] = {".html": _page, ".csv": _table, ".json": _data}


def _item(item: Item, words: Words) -> Item:
    texts = {name: words.item(item.id, name, getattr(item, name)) for name in _TEXTS if getattr(item, name)}
    stages = {stage: words.item(item.id, f"stages/{stage}", said) for stage, said in item.stages.items()}
    measure = item.measure
    if measure is not None:
        quantity = words.item(item.id, "measure/quantity", measure.quantity)
        measure = measure.model_copy(update={"quantity": quantity})
    return item.model_copy(update={**texts, "stages": stages, "measure": measure})
