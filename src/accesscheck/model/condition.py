"""Conditions over facts, as they stand in checklist files: all / any / not / one comparison."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import (
    ConfigDict,
    Discriminator,
    Field,
    SerializerFunctionWrapHandler,
    Tag,
    model_serializer,
    model_validator,
)

from .base import Id, Value


class AllOf(Value):
    all: Annotated[tuple[Condition, ...], Field(min_length=1)]


class AnyOf(Value):
    any: Annotated[tuple[Condition, ...], Field(min_length=1)]


class NotOf(Value):
    model_config = ConfigDict(validate_by_name=True, validate_by_alias=True, serialize_by_alias=True)

    negated: Annotated[Condition, Field(alias="not")]


OPERATORS = ("one_of", "at_least", "at_most", "includes", "count_at_least")


class Comparison(Value):
    """One fact against one bound: exactly one of the operators. Lists: `includes`, or the number of entries."""

    fact: Id
    one_of: tuple[str, ...] | None = None
    at_least: int | None = None
    at_most: int | None = None
    includes: str | None = None
    count_at_least: int | None = None

    @model_validator(mode="after")
    def _one_operator(self) -> Comparison:
        if len([name for name in OPERATORS if getattr(self, name) is not None]) != 1:
            raise ValueError("one-operator")
        return self

    @model_serializer(mode="wrap")
    def _only_what_is_said(self, inner: SerializerFunctionWrapHandler) -> dict[str, Any]:
        said: dict[str, Any] = inner(self)
        return {name: value for name, value in said.items() if value is not None}


def _shape(raw: Any) -> str:
    """Which of the four a condition is: taken from its key when parsed, from its class when built."""
    if isinstance(raw, dict):
        return next((key for key in ("all", "any", "not") if key in raw), "fact")
    shapes: dict[type, str] = {AllOf: "all", AnyOf: "any", NotOf: "not"}
    return shapes.get(type(raw), "fact")


Condition = Annotated[
    Annotated[AllOf, Tag("all")]
    | Annotated[AnyOf, Tag("any")]
    | Annotated[NotOf, Tag("not")]
    | Annotated[Comparison, Tag("fact")],
    Discriminator(_shape),
]

for _model in (AllOf, AnyOf, NotOf):
    _model.model_rebuild()


def comparisons(condition: AllOf | AnyOf | NotOf | Comparison) -> Iterator[Comparison]:
    """Every comparison inside a condition, in reading order."""
    match condition:
        case Comparison():
            yield condition
        case NotOf():
            yield from comparisons(condition.negated)
        case AllOf():
            for part in condition.all:
                yield from comparisons(part)
        case AnyOf():
            for part in condition.any:
                yield from comparisons(part)
