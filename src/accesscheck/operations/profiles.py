"""A session's profile from outside: one fact as typed, or a JSON file of facts."""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from accesscheck.errors import InterchangeBroken, ValueRefused
from accesscheck.language.typed import fact_typed, likely
from accesscheck.language.words import Words
from accesscheck.model.interchange import Malformed, strict_json
from accesscheck.model.profile import FactValue
from accesscheck.rules import facts
from accesscheck.rules.facts import check_entered, fact_spec
from accesscheck.storage.files import read_whole

_VALUE: TypeAdapter[FactValue] = TypeAdapter(FactValue)


def read_fact(fact: str, typed: str, words: Words) -> FactValue:
    """The value a person typed for a fact, languages and time zones also by name; raises what rules/facts raises.

    A `ValueRefused` says which language or time zone was likely meant.
    """
    spec = fact_spec(fact)
    try:
        return facts.read_fact(fact, fact_typed(spec, typed, words))
    except ValueRefused as error:
        nearest = likely(spec, typed, words)
        raise ValueRefused(error.fact, error.value, error.expected, error.choices, nearest) from None


def read_profile(path: Path) -> dict[str, FactValue]:
    """Facts from a JSON object {fact: value}; raises `InterchangeBroken`, `UnknownName` or `ValueRefused`."""
    try:
        raw = strict_json(read_whole(path))
    except Malformed as broken:
        raise InterchangeBroken(str(path), broken.where, "profile-broken", broken.detail or broken.code) from None
    if not isinstance(raw, dict):
        raise InterchangeBroken(str(path), "", "profile-broken", type(raw).__name__)
    return {fact: _value(fact, value, path) for fact, value in raw.items()}


def _value(fact: str, raw: object, path: Path) -> FactValue:
    try:
        value = _VALUE.validate_json(json.dumps(raw), strict=True)
    except ValidationError:
        raise InterchangeBroken(str(path), fact, "profile-value", type(raw).__name__) from None
    check_entered(fact, value)
    return value
