"""What a model refuses, told as code, place, detail and nearest valid word."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from accesscheck.errors import Problem
from accesscheck.model.assessment import Answer, Evidence
from accesscheck.model.catalogue import Direction, Item, Measure, NotRelevant, Source, Standings, VoidedBy
from accesscheck.model.condition import Comparison
from accesscheck.model.terms import Checklist, EvidenceKind, Group, Outcome, Owner, Party, Severity, Stage, Standing
from accesscheck.rules.nearest import nearest

from .checklist_lines import Path
from .toml_files import MOST_PROBLEMS, TomlFile, as_json

Model = TypeVar("Model", bound=BaseModel)


ITEM_KEYS = tuple(key for key in Item.model_fields if key != "checklist")
SOURCE_KEYS = ("use", *Source.model_fields)
CONDITION_KEYS = ("all", "any", "not", *Comparison.model_fields)

_KEYS: Mapping[str, Collection[str]] = {
    "applies": CONDITION_KEYS,
    "measure": tuple(Measure.model_fields),
    "sources": SOURCE_KEYS,
    "standing": tuple(Standings.model_fields),
    "answer": tuple(Answer.model_fields),
    "evidence": tuple(Evidence.model_fields),
}
_WORDS: Mapping[str, Collection[str]] = {
    "checklist": tuple(Checklist),
    "severity": tuple(Severity),
    "weights": tuple(Severity),
    "stages": tuple(Stage),
    "groups": tuple(Group),
    "party": tuple(Party),
    "owner": tuple(Owner),
    "not_relevant": tuple(NotRelevant),
    "voided_by": tuple(VoidedBy),
    "direction": tuple(Direction),
    "stage": tuple(Stage),
    "outcome": tuple(Outcome),
    "whom": tuple(Party),
    "kind": tuple(EvidenceKind),
    **dict.fromkeys(Standings.model_fields, tuple(Standing)),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """What a model refuses: where, and with which code, detail and nearest valid word."""

    code: str
    path: Path
    detail: str
    nearest: str | None = None
    word: str | None = None

    def within(self, file: TomlFile, above: Path, item: str | None = None) -> Problem:
        """The finding in its file, below `above`."""
        return file.problem(self.code, (*above, *self.path), self.detail, self.nearest, item=item, word=self.word)


def read(
    model: type[Model], raw: Any, keys: Collection[str] = (), *, dates: bool = False
) -> tuple[Model | None, tuple[Finding, ...]]:
    """The value, or everything that is wrong with it; `keys` are the valid ones where they differ from the model's."""
    try:
        return model.model_validate_json(as_json(raw, dates)), ()
    except ValidationError as error:
        return None, tuple(islice(_findings(error, keys or tuple(model.model_fields)), MOST_PROBLEMS))


def _findings(error: ValidationError, keys: Collection[str]) -> Iterator[Finding]:
    for one in error.errors(include_url=False):
        path = tuple(part for part in one["loc"] if part != "[key]")
        given = one["input"]
        if one["type"] == "too_short" and len(given) >= one["ctx"]["min_length"]:
            continue  # pydantic counts only the entries that were valid; those that were not have their own finding
        if one["type"] == "value_error":
            yield Finding(*_own_rule(str(one["ctx"]["error"]), path))
        else:
            yield _finding(one["type"], path, given, keys)


def _own_rule(code: str, path: Path) -> tuple[str, Path, str]:
    """Rules of our own models carry their code as the message."""
    rules = {"one-operator": "broken-condition", "excludes-never": code, "excludes-essential": code}
    place = {"excludes-never": ("not_relevant",), "excludes-essential": ("essential",)}.get(code, path)
    return rules.get(code, "wrong-value"), place, code


def _finding(kind: str, path: Path, given: Any, keys: Collection[str]) -> Finding:
    name = _last_name(path)
    if kind == "extra_forbidden":
        return _unknown_key(path, name, _keys_at(path, keys))
    if kind == "missing" and path != ("sources",):
        return Finding("missing-key", path, name)
    if path == ("sources",) and kind in ("missing", "too_short"):
        return Finding("missing-source", path, name)
    if "applies" in path:
        return Finding("broken-condition", path, name)
    if kind == "enum":
        return _unknown_word(path, str(given))
    return Finding("wrong-type" if kind.endswith(("_type", "_parsing")) else "wrong-value", path, name)


def _unknown_key(path: Path, name: str, keys: Collection[str]) -> Finding:
    """A key that is not known, or one that is, beside keys it does not go with."""
    if name not in keys:
        return Finding("unknown-key", path, name, nearest(name, keys))
    return Finding("broken-condition" if "applies" in path else "wrong-type", path, name)


def _unknown_word(path: Path, given: str) -> Finding:
    name = _last_name(path)
    if path[-1] == given:  # a key that must be one of some words: stages, weights
        return Finding("unknown-key", path, given, nearest(given, _WORDS[_last_name(path[:-1])]))
    near = nearest(given, _WORDS.get(name, ()))
    if name == "groups":
        return Finding("unknown-group", path, given, near, given)
    return Finding("wrong-value", path, name, near, given)


def _last_name(path: Path) -> str:
    return next((part for part in reversed(path) if isinstance(part, str)), "")


def _keys_at(path: Path, keys: Collection[str]) -> Collection[str]:
    """The valid keys beside the last one of a path."""
    if "applies" in path:
        return CONDITION_KEYS
    return _KEYS.get(_last_name(path[:-1]), keys) if len(path) > 1 else keys
