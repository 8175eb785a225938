"""Sample sessions: facts and answers of a session as one TOML file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from uuid import UUID

from pydantic import ConfigDict, Field

from accesscheck.errors import CatalogueBroken, HourSkipped, Problem, UnknownName, ValueRefused
from accesscheck.model.assessment import Answer
from accesscheck.model.base import Id, Instant, Line, Value
from accesscheck.model.profile import FACT_BY_ID, FactValue
from accesscheck.rules.facts import check_entered
from accesscheck.rules.nearest import nearest

from .checklist_findings import Finding, read
from .toml_files import TomlFile, read_toml, text_or_none

KEYS = ("name", "session", "as_of", "facts", "answer")


class SampleFile(Value):
    """A sample as its file gives it; `as_of` is the instant it is told from."""

    model_config = ConfigDict(validate_by_name=True, validate_by_alias=True)

    name: Line
    session: UUID
    as_of: Instant
    facts: Mapping[Id, FactValue]
    answers: tuple[Answer, ...] = Field(default=(), alias="answer")


def sample_names(folder: Path) -> tuple[str, ...]:
    return tuple(sorted(path.stem for path in folder.glob("*.toml")))


def load_sample(name: str, folder: Path) -> SampleFile:
    """The sample of that name; raises `UnknownName`, or `CatalogueBroken` with everything wrong with its file."""
    names = sample_names(folder)
    if name not in names:
        raise UnknownName("sample", name, nearest(name, names))
    return read_sample(folder / f"{name}.toml")


def is_sample(path: Path) -> bool:
    """Whether a TOML file is a sample rather than a checklist or a part of a catalogue; raises as `read_toml`."""
    file = read_toml(path)
    own, other = {*KEYS} - {"name"}, {"checklist", "item"}
    return isinstance(file, TomlFile) and bool(own & file.raw.keys()) and not other & file.raw.keys()


def read_sample(path: Path) -> SampleFile:
    """The sample in a file; raises `CatalogueBroken` with everything wrong with it."""
    file, name = read_toml(path), path.stem
    if isinstance(file, Problem):
        raise CatalogueBroken((file,))
    sample, findings = read(SampleFile, file.raw, KEYS, dates=True)
    problems = tuple(
        dict.fromkeys((*(_told(file, one) for one in findings), *_wrong_name(file, name), *_wrong_facts(file, sample)))
    )
    if sample is None or problems:
        raise CatalogueBroken(problems)
    return sample


def _told(file: TomlFile, finding: Finding) -> Problem:
    """The values of facts are told once each, not once for every kind they could have been."""
    if finding.path[:1] == ("facts",) and len(finding.path) > 1:
        path = finding.path[:2]
        return replace(finding, code="wrong-value", path=path, detail=str(path[1]), nearest=None).within(file, ())
    return finding.within(file, (), _answered(file, finding))


def _answered(file: TomlFile, finding: Finding) -> str | None:
    """The item whose answer a finding is about."""
    match finding.path:
        case ("answer", int(place), *_):
            return text_or_none(file.raw["answer"][place].get("item"))
    return None


def _wrong_name(file: TomlFile, name: str) -> Iterator[Problem]:
    """A sample is asked for by its file's name, so it must have no other."""
    if isinstance(file.raw.get("name"), str) and file.raw["name"] != name:
        yield file.problem("wrong-value", ("name",), "name", name)


def _wrong_facts(file: TomlFile, sample: SampleFile | None) -> Iterator[Problem]:
    """Facts that do not exist, or cannot have that value; values of another shape are the model's to refuse."""
    facts = file.raw.get("facts")
    for name in facts if isinstance(facts, dict) else ():
        if name not in FACT_BY_ID:
            yield file.problem("unknown-fact", ("facts", name), name, nearest(name, FACT_BY_ID))
        elif sample is not None and not _can_be(name, sample.facts[name]):
            yield file.problem("wrong-value", ("facts", name), name)


def _can_be(name: str, value: FactValue) -> bool:
    try:
        check_entered(name, value)
    except (ValueRefused, HourSkipped):
        return False
    return True
