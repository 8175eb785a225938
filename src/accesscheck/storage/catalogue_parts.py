"""The files of a catalogue that are no checklists: what it is called, how it is scored, where it takes things from."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from accesscheck.errors import Problem
from accesscheck.model.base import Line, Value
from accesscheck.model.catalogue import ScoringSettings
from accesscheck.model.terms import EvidenceKind, Severity
from accesscheck.rules.nearest import nearest

from .checklist_findings import Model, read
from .toml_files import TomlFile

HEAD, SCORING, SOURCES = "catalogue.toml", "scoring.toml", "sources.toml"
PARTS = (HEAD, SCORING, SOURCES)
STRENGTHS = ("word", *EvidenceKind)
"""What scoring.toml gives a strength for; "word" is the organiser's word alone."""


class CatalogueHead(Value):
    """What a catalogue is known by."""

    id: Line
    version: Line


class SourceEntry(Value):
    """An entry of sources.toml; items add clause and standing."""

    title: Line
    publisher: Line
    edition: Line | None = None
    url: Line | None = None


def read_head(file: TomlFile | None) -> tuple[CatalogueHead | None, list[Problem]]:
    return _whole(file, CatalogueHead)


def read_scoring(file: TomlFile | None) -> tuple[ScoringSettings | None, list[Problem]]:
    """The settings; every severity needs its weight and every kind of proof its strength."""
    settings, problems = _whole(file, ScoringSettings)
    return settings, [*problems, *(_gaps(file) if file else ())]


def source_problems(file: TomlFile | None) -> Iterator[Problem]:
    if file is not None:
        for key, entry in file.raw.items():
            yield from (finding.within(file, (key,), key) for finding in read(SourceEntry, entry)[1])


def part_problems(file: TomlFile) -> list[Problem]:
    """What is wrong with one of these files; nothing where it is a checklist."""
    if file.name == HEAD:
        return read_head(file)[1]
    if file.name == SCORING:
        return read_scoring(file)[1]
    return list(source_problems(file)) if file.name == SOURCES else []


def _whole(file: TomlFile | None, model: type[Model]) -> tuple[Model | None, list[Problem]]:
    """A file as its model; one that could not be read has been told already."""
    if file is None:
        return None, []
    value, findings = read(model, file.raw)
    return value, [finding.within(file, ()) for finding in findings]


def _gaps(file: TomlFile) -> Iterator[Problem]:
    weights, strengths = _table(file, "weights"), _table(file, "evidence")
    for table, held, words in (("weights", weights, tuple(Severity)), ("evidence", strengths, STRENGTHS)):
        yield from (file.problem("missing-key", (table,), word) for word in words if word not in held)
    for key in (key for key in strengths if key not in STRENGTHS):
        yield file.problem("unknown-key", ("evidence", key), key, nearest(key, STRENGTHS))


def _table(file: TomlFile, name: str) -> Mapping[str, Any]:
    held = file.raw.get(name)
    return held if isinstance(held, dict) else {}
