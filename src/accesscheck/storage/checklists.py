"""Checklist files to a catalogue: one strict loader, whatever the files were read from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice
from pathlib import Path
from typing import Any

from accesscheck import resources
from accesscheck.errors import CatalogueBroken, FileMissing, FileUnreadable, Problem
from accesscheck.model.catalogue import Catalogue, Item
from accesscheck.model.interchange import stamped
from accesscheck.model.terms import Checklist

from .catalogue_parts import HEAD, PARTS, SCORING, SOURCES, part_problems, read_head, read_scoring, source_problems
from .checklist_items import RawItem, raw_items, read_item, top_problems
from .checklist_rules import clashes, duplicates, parities, rules_broken
from .toml_files import MOST_PROBLEMS, TomlFile, read_toml


def load_catalogue(folder: Path) -> Catalogue:
    """The catalogue of a folder of TOML files; raises `CatalogueBroken` with every problem, `FileMissing`."""
    for name in PARTS:
        if not (folder / name).is_file():
            raise FileMissing(str(folder / name))
    files, unread = _read(sorted(folder.glob("*.toml")))
    return assemble({file.name: file for file in files}, unread)


def load_compiled(path: Path) -> Catalogue:
    """The catalogue from one JSON of {file name: parsed TOML}: starts without parsing TOML; names no lines."""
    try:
        raw = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        raise FileMissing(str(path)) from None
    except ValueError:
        raise FileUnreadable(str(path), "JSON") from None
    return assemble({name: TomlFile(name, content) for name, content in raw.items()})


def assemble(files: Mapping[str, TomlFile], unread: Sequence[Problem] = ()) -> Catalogue:
    """A catalogue from its parsed files; raises `CatalogueBroken` with every problem of all of them."""
    head, head_problems = read_head(files.get(HEAD))
    scoring, scoring_problems = read_scoring(files.get(SCORING))
    parts = (*unread, *head_problems, *scoring_problems, *source_problems(files.get(SOURCES)))
    items, problems = _check(_checklists(files.values()), files[SOURCES].raw if SOURCES in files else {})
    raw = raw_items(_checklists(files.values()))
    broken = tuple(dict.fromkeys((*parts, *problems, *_between(raw, raw))))
    if broken or head is None or scoring is None:
        raise CatalogueBroken(broken)
    ordered = _in_order(items)
    return stamped(Catalogue(id=head.id, version=head.version, hash="", scoring=scoring, items=ordered))


def validate_files(paths: Iterable[Path], shipped: Path | None = None) -> tuple[Problem, ...]:
    """Everything wrong with some checklist files, which may use the shipped sources and those beside them.

    Twins may be items of the catalogue in `shipped`. At most `MOST_PROBLEMS` are looked for. Raises `FileMissing`,
    `FileUnreadable`.
    """
    given = tuple(paths)
    files, unread = _read(given)
    around, _ = _read((shipped or resources.folder("checklists")).glob("*.toml"))
    beside, unread_beside = _read(path.parent / SOURCES for path in given if (path.parent / SOURCES).is_file())
    sources = {key: entry for file in (*around, *beside) if file.name == SOURCES for key, entry in file.raw.items()}
    parts = (problem for file in files for problem in part_problems(file))
    _, problems = _check(_checklists(files), sources)
    raw, names = raw_items(_checklists(files)), {file.name for file in files}
    known = raw_items(file for file in _checklists(around) if file.name not in names)
    found = chain(unread, unread_beside, parts, problems, _between(raw, (*known, *raw)))
    return tuple(dict.fromkeys(islice(found, MOST_PROBLEMS)))


def _read(paths: Iterable[Path]) -> tuple[list[TomlFile], list[Problem]]:
    found = [read_toml(path) for path in paths]
    files = [one for one in found if isinstance(one, TomlFile)]
    return files, [one for one in found if isinstance(one, Problem)]


def _checklists(files: Iterable[TomlFile]) -> list[TomlFile]:
    return sorted((file for file in files if file.name not in PARTS), key=lambda file: file.name)


def _check(files: Iterable[TomlFile], sources: Mapping[str, Any]) -> tuple[list[Item], list[Problem]]:
    """The items that could be read, and everything wrong with each by itself."""
    items: list[Item] = []
    problems: list[Problem] = []
    for file in files:
        problems += islice(top_problems(file), MOST_PROBLEMS)
        for one in raw_items([file]):
            item, broken = read_item(one, sources)
            problems += (*broken, *islice(rules_broken(one), MOST_PROBLEMS))
            if len(problems) >= MOST_PROBLEMS:
                return items, problems
            items += [item] if item else []
    return items, problems


def _between(items: Sequence[RawItem], known: Iterable[RawItem]) -> Iterator[Problem]:
    """What is wrong between items; `known` are those that may be referred to, later ones replacing earlier."""
    twins = {one.id: one.raw.get("parity") for one in known if one.id}
    yield from duplicates(items)
    yield from clashes(items, twins)
    yield from parities(items, twins)


def _in_order(items: Iterable[Item]) -> tuple[Item, ...]:
    """Checklists in their fixed order, items as they stand in their file."""
    order = list(Checklist)
    return tuple(sorted(items, key=lambda item: order.index(item.checklist)))
