"""One item of a checklist file: as it stands there, and as the model takes it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any

from accesscheck.errors import Problem
from accesscheck.model.catalogue import Item
from accesscheck.model.terms import Checklist, Severity
from accesscheck.rules.nearest import nearest

from .catalogue_parts import SourceEntry
from .checklist_findings import ITEM_KEYS, read
from .checklist_lines import Path
from .toml_files import MOST_PROBLEMS, TomlFile, tables, text_or_none


@dataclass(frozen=True, slots=True)
class RawItem:
    """An item as it stands in a file, at a place from 0; the paths of its problems start at the item."""

    file: TomlFile
    place: int
    raw: Mapping[str, Any]

    @property
    def id(self) -> str | None:
        return text_or_none(self.raw.get("id"))

    def problem(
        self, code: str, path: Path, detail: str, near: str | None = None, *, word: str | None = None
    ) -> Problem:
        return self.file.problem(code, ("item", self.place, *path), detail, near, item=self.id, word=word)


def raw_items(files: Iterable[TomlFile]) -> tuple[RawItem, ...]:
    return tuple(RawItem(file, place, raw) for file in files for place, raw in tables(file.raw.get("item")))


def read_item(one: RawItem, sources: Mapping[str, Any]) -> tuple[Item | None, list[Problem]]:
    """The item with its sources filled in, or None, and what is wrong with its shape."""
    name = one.file.raw.get("checklist")
    checklist = name if name in tuple(Checklist) else Checklist.CAPTIONING  # a wrong one is told of the file
    whole = {**one.raw, "checklist": checklist, "sources": _resolved(one.raw.get("sources", []), sources)}
    item, findings = read(Item, whole, ITEM_KEYS)
    problems = [found.within(one.file, ("item", one.place), one.id) for found in findings]
    return item, [*problems, *islice(chain(_unknown_sources(one, sources), _hidden(one)), MOST_PROBLEMS)]


def top_problems(file: TomlFile) -> Iterator[Problem]:
    """What is wrong outside the items."""
    name, listed = file.raw.get("checklist"), file.raw.get("item", [])
    for key in (key for key in file.raw if key not in ("checklist", "item")):
        yield file.problem("unknown-key", (key,), key, nearest(key, ("checklist", "item")))
    if name is None:
        yield file.problem("missing-key", (), "checklist")
    elif name not in tuple(Checklist):
        near = nearest(name, tuple(Checklist)) if isinstance(name, str) else None
        yield file.problem("wrong-value", ("checklist",), "checklist", near)
    if not isinstance(listed, list) or len(listed) != sum(1 for _ in tables(listed)):
        yield file.problem("wrong-type", ("item",), "item")


def _resolved(listed: Any, sources: Mapping[str, Any]) -> Any:
    """Sources with what their key stands for; what an item says itself comes first."""
    if not isinstance(listed, list):
        return listed
    return [_one_resolved(one, sources) if isinstance(one, dict) else one for one in listed]


def _one_resolved(one: Mapping[str, Any], sources: Mapping[str, Any]) -> Mapping[str, Any]:
    if not isinstance(one.get("use"), str):
        return one
    told_elsewhere = {"title": "", "publisher": ""}  # an unknown or broken source is a problem of its own
    entry = sources.get(one["use"])
    known = entry.items() if isinstance(entry, dict) else ()
    usable = {key: value for key, value in known if key in SourceEntry.model_fields and isinstance(value, str)}
    return {**told_elsewhere, **usable, **{key: value for key, value in one.items() if key != "use"}}


def _unknown_sources(one: RawItem, sources: Mapping[str, Any]) -> Iterator[Problem]:
    for place, entry in tables(one.raw.get("sources")):
        use = text_or_none(entry.get("use"))
        if use is not None and use not in sources:
            yield one.problem("unknown-source", ("sources", place, "use"), use, nearest(use, sources), word=use)


def _hidden(one: RawItem) -> Iterator[Problem]:
    """What the model does not tell: it checks rules between keys only once every key is right."""
    if "checklist" in one.raw:  # the file says it for all its items
        yield one.problem("unknown-key", ("checklist",), "checklist")
    if one.raw.get("severity") == Severity.EXCLUDES:
        if one.raw.get("not_relevant", "never") != "never":
            yield one.problem("excludes-never", ("not_relevant",), "excludes-never")
        if one.raw.get("essential") is not True:
            yield one.problem("excludes-essential", ("essential",), "excludes-essential")
    yield from _blank(one, one.raw, ())


def _blank(one: RawItem, raw: Any, path: Path) -> Iterator[Problem]:
    """Texts with nothing in them."""
    parts: Collection[tuple[str | int, Any]] = ()
    if isinstance(raw, dict):
        parts = raw.items()
    elif isinstance(raw, list):
        parts = list(enumerate(raw))
    for key, value in parts:
        yield from _blank(one, value, (*path, key))
    if isinstance(raw, str) and not raw.strip():
        name = next(part for part in reversed(path) if isinstance(part, str))
        yield one.problem("wrong-value", path, name)
