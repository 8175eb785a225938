"""The one interchange format: an assessment as JSON bytes, self-contained, with everything it was scored by.

Format 1. The report's attachment, the .json export and what a reviewer reads are these same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, Literal

from pydantic import ValidationError

from .assessment import Answer, Earlier
from .base import Id, Instant, Line, Value
from .catalogue import Catalogue
from .profile import Fact
from .score import Score
from .terms import Applicability, Stage

FORMAT = 1
MAX_BYTES = 64 * 1024 * 1024
MAX_DEPTH = 24


class App(Value):
    name: Line
    version: Line


class SessionRecord(Value):
    id: str
    revision: int
    sample: bool = False
    facts: Mapping[Id, Fact]


class Export(Value):
    """An exported assessment. `omitted` names what was left out ("names", "notes", "proof")."""

    format: Literal[1]
    app: App
    as_of: Instant
    stage: Stage
    stage_chosen: bool
    session: SessionRecord
    answers: tuple[Answer, ...]
    earlier: tuple[Earlier, ...]
    applicability: Mapping[Id, Applicability]
    catalogue: Catalogue
    result: Score
    omitted: tuple[Line, ...] = ()


class Malformed(Exception):  # says what the bytes are, not that something went wrong here
    """Bytes that are not an export: `where` is a path inside, `code` one of the names below, `detail` its fact.

    Codes: not-json, duplicate-key, too-large, too-deep, not-an-export, newer-format, wrong-value.
    """

    def __init__(self, code: str, where: str = "", detail: str = "") -> None:
        super().__init__(code, where, detail)
        self.code, self.where, self.detail = code, where, detail


def encode(export: Export) -> bytes:
    """The canonical bytes: keys sorted, UTF-8, no NaN, one trailing newline."""
    raw = export.model_dump(mode="json", by_alias=True)
    return canonical(raw)


def canonical(raw: Any) -> bytes:
    """JSON with sorted keys, no spaces and one trailing newline; indenting would leave the fast encoder."""
    said = json.dumps(raw, ensure_ascii=False, sort_keys=True, allow_nan=False, separators=(",", ":"))
    return (said + "\n").encode()


def decode(data: bytes) -> Export:
    """Read an export; raises `Malformed`. Within bounds whatever the bytes are."""
    raw = strict_json(data)
    if not isinstance(raw, dict) or type(raw.get("format")) is not int:
        raise Malformed("not-an-export")
    if raw["format"] > FORMAT:
        raise Malformed("newer-format", detail=str(raw["format"]))
    try:
        return Export.model_validate_json(data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False)[0]
        where = "/".join(str(part) for part in first["loc"])
        raise Malformed("wrong-value", where, first["type"]) from None


def strict_json(data: bytes) -> Any:
    """Parse JSON that has no duplicate keys, no NaN, no unpaired surrogates and no absurd size or depth."""
    if len(data) > MAX_BYTES:
        raise Malformed("too-large", detail=str(MAX_BYTES))
    try:
        text = data.decode("utf-8")
        raw = json.loads(text, object_pairs_hook=_no_duplicates, parse_constant=_no_constant)
    except RecursionError:
        raise Malformed("too-deep") from None
    except ValueError as error:
        raise Malformed("not-json", detail=type(error).__name__) from None
    if deeper_than(raw, MAX_DEPTH):
        raise Malformed("too-deep")
    return raw


def _no_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        keys = [key for key, _ in pairs]
        raise Malformed("duplicate-key", detail=next(key for key in keys if keys.count(key) > 1)[:100])
    return found


def _no_constant(name: str) -> Any:
    raise ValueError(name)


def deeper_than(raw: Any, limit: int) -> bool:
    """Whether lists and tables lie in each other more than `limit` times; looks no deeper than that itself."""
    if not isinstance(raw, dict | list):
        return False
    inside = raw.values() if isinstance(raw, dict) else raw
    return limit == 0 or any(deeper_than(one, limit - 1) for one in inside)
