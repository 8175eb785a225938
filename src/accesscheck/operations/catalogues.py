"""The catalogue as a person or a program may want it: as it was shipped, and with its texts in one language."""

from __future__ import annotations

from accesscheck.language.words import Words
from accesscheck.model.catalogue import Catalogue, Item
from accesscheck.storage.shipped import load_any

_TEXTS = ("partly", "why", "how", "when_missing", "when_late", "proof")


def shipped() -> Catalogue:
    """The catalogue this program came with; raises `CatalogueBroken`, `FileMissing`, `FileUnreadable`."""
    return load_any()


def in_words(catalogue: Catalogue, words: Words) -> Catalogue:
    """The catalogue with every item's texts in the language of `words`; the hash stays that of the source."""
    return catalogue.model_copy(update={"items": tuple(_item(item, words) for item in catalogue.items)})


def _item(item: Item, words: Words) -> Item:
    texts = {name: words.item(item.id, name, getattr(item, name)) for name in _TEXTS if getattr(item, name)}
    stages = {stage: words.item(item.id, f"stages/{stage}", said) for stage, said in item.stages.items()}
    measure = item.measure
    if measure is not None:
        quantity = words.item(item.id, "measure/quantity", measure.quantity)
        measure = measure.model_copy(update={"quantity": quantity})
    return item.model_copy(update={**texts, "stages": stages, "measure": measure})
