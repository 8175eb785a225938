"""Take the texts of code and checklists into the word catalogues, keeping what is translated.

Three catalogues a language: report (words of the report and the terms it shares), app (doors, errors), catalogue
(items, keyed by id). English is the source and needs none.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from accesscheck.model.catalogue import Catalogue, Item
from accesscheck.storage.checklists import load_catalogue

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "accesscheck"
LOCALE = ROOT / "assets" / "locale"
KEYWORDS: dict[str, Any] = {"text": None, "N_": None, "plural": (1, 2), "P_": (1, 2)}
APP = ("cli", "ui", "operations", "language/problems.py")
REPORT = ("report", "language")
_FIRST = datetime(2026, 11, 22, tzinfo=UTC)
_HEADER: dict[str, Any] = {
    "creation_date": _FIRST,  # fixed: the same texts give the same file
    "revision_date": _FIRST,
    "last_translator": "unreviewed",
    "language_team": "AccessCheck",
    "msgid_bugs_address": "none",
}
STATUS = "No native speaker has reviewed this translation yet."


def main() -> None:
    templates = {
        "app": template(APP),
        "report": template(REPORT),
        "catalogue": item_template(load_catalogue(ROOT / "checklists")),
    }
    for language in sorted(path.name for path in LOCALE.iterdir() if path.is_dir()):
        for domain, fresh in templates.items():
            take_in(LOCALE / language / "LC_MESSAGES" / f"{domain}.po", fresh, language)


def template(rooms: tuple[str, ...]) -> Catalog:
    """All texts that stand in the given rooms or files."""
    found = Catalog(project="AccessCheck", version="0.1", fuzzy=False)
    for message, context in _extracted(rooms):
        found.add(message, context=context)
    return found


def item_template(catalogue: Catalogue) -> Catalog:
    """All texts of the items, each under its own key."""
    found = Catalog(project="AccessCheck", version="0.1", fuzzy=False)
    for item in catalogue.items:
        for key, text in item_texts(item):
            found.add(text, context=f"{item.id}/{key}")
    return found


def item_texts(item: Item) -> Iterator[tuple[str, str]]:
    for stage, statement in item.stages.items():
        yield f"stages/{stage}", statement
    for name in ("partly", "why", "how", "when_missing", "when_late", "proof"):
        text = getattr(item, name)
        if text:
            yield name, text
    if item.measure:
        yield "measure/quantity", item.measure.quantity


def take_in(path: Path, fresh: Catalog, language: str) -> None:
    """Update a catalogue from a template; what is gone from the source goes, new texts come empty."""
    held = Catalog(locale=language)
    if path.exists():
        with path.open("rb") as source:
            held = read_po(source, locale=language)
    merged = Catalog(locale=language, project="AccessCheck", version="0.1", fuzzy=False, **_HEADER)
    merged.header_comment = f"# AccessCheck. {STATUS}"
    for message in fresh:
        if not message.id:
            continue
        known = held.get(message.id, message.context)
        merged.add(message.id, known.string if known else None, context=message.context)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as sink:
        write_po(sink, merged, width=110, omit_header=False, sort_output=False)


def _extracted(rooms: tuple[str, ...]) -> Iterator[tuple[Any, str | None]]:
    for room in rooms:
        place = SOURCE / room
        folder = place if place.is_dir() else place.parent
        for name, _, message, _, context in extract_from_dir(folder, [("**.py", "python")], keywords=KEYWORDS):
            alone = f"{room}/{name}" in APP and room not in APP
            if not alone and (place.is_dir() or name == place.name):
                yield message, context


if __name__ == "__main__":
    main()
