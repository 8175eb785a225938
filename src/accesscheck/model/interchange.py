"""The one interchange format: an assessment as JSON bytes, self-contained, with everything it was scored by.

Format 1. The report's attachment, the .json export and what a reviewer reads are these same bytes.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from typing import Annotated, Any, Literal, NamedTuple

from pydantic import FailFast, ValidationError
from pydantic_core import from_json, to_json

from .assessment import Answer, Earlier
from .base import Id, Instant, Line, Value
from .catalogue import Catalogue
from .fingerprints import fingerprint
from .profile import Fact
from .score import Score
from .terms import Applicability, Stage

FORMAT = 1
MAX_BYTES = 64 * 1024 * 1024
MAX_DEPTH = 24
MAX_VALUES = 800_000
"""Commas and opening brackets; parsed values need up to 200 bytes of memory each."""
MAX_IN_ENTRY = 20_000
MAX_ELSEWHERE = 100_000
"""Values in one answer, item or reason, and in all the rest: a validator keeps every error it finds."""


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
    answers: Annotated[tuple[Answer, ...], FailFast()]
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


def content_hash(catalogue: Catalogue) -> str:
    """The hash a catalogue is known by: SHA-256 (hexadecimal) over the canonical JSON of its scoring and items."""
    content = {
        "scoring": catalogue.scoring.model_dump(mode="json", by_alias=True),
        "items": [item.model_dump(mode="json", by_alias=True) for item in catalogue.items],
    }
    return fingerprint(canonical(content))


def stamped(catalogue: Catalogue) -> Catalogue:
    """The catalogue with the hash of its content."""
    return catalogue.model_copy(update={"hash": content_hash(catalogue)})


class Decoded(NamedTuple):
    """An export, and the hash that the content of its catalogue really has."""

    export: Export
    content_hash: str


def decode(data: bytes) -> Decoded:
    """Read an export; raises `Malformed`. Within bounds whatever the bytes are."""
    raw = strict_json(data)
    if not isinstance(raw, dict) or type(raw.get("format")) is not int:
        raise Malformed("not-an-export")
    if raw["format"] > FORMAT:
        raise Malformed("newer-format", detail=str(raw["format"]))
    if _places(data) > MAX_IN_ENTRY:
        _check_amounts(raw)
    content = _content(raw)
    del raw
    try:
        export = Export.model_validate_json(data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False, include_input=False)[0]
        where = "/".join(str(part) for part in first["loc"])
        raise Malformed("wrong-value", where, first["type"]) from None
    said = export.catalogue.hash
    return Decoded(export, said if fingerprint(content) == said else content_hash(export.catalogue))


def _content(raw: dict[str, Any]) -> bytes:
    """What `content_hash` hashes, as it stands in a canonical export; other bytes for any other."""
    catalogue = raw.get("catalogue")
    held = catalogue if isinstance(catalogue, dict) else {}
    return to_json({name: held.get(name) for name in ("items", "scoring")}) + b"\n"


def strict_json(data: bytes) -> Any:
    """Parse JSON that has no duplicate keys, no NaN, no unpaired surrogates and no absurd size or depth."""
    if len(data) > MAX_BYTES or _places(data) > MAX_VALUES:
        raise Malformed("too-large", detail=str(MAX_BYTES))
    written = _as_we_write(data)
    return _parsed(data) if written is None else written


def _places(data: bytes) -> int:
    """At least as many as there are values: commas and opening brackets, those inside strings too."""
    return sum(map(data.count, (b",", b"[", b"{")))


def _as_we_write(data: bytes) -> Any:
    """What JSON says that comes out byte for byte when it is written again, and so says nothing twice; else None.

    A fast way to what `_parsed` gives: nearly every export that is read was written by this program.
    """
    try:
        raw = from_json(data, allow_inf_nan=False)
    except ValueError:
        return None
    return None if to_json(raw) + b"\n" != data or nests_deeper(data, MAX_DEPTH) else raw


def nests_deeper(written: bytes, limit: int) -> bool:
    """`deeper_than` for JSON that parses: of its brackets outside strings the innermost go, `limit` times."""
    outside = b"".join(written.replace(b"\\\\", b"").replace(b'\\"', b"").split(b'"')[::2])
    brackets = outside.translate(_ONE_KIND, _NO_BRACKETS)
    for _ in range(limit):
        brackets = brackets.replace(b"[]", b"")
    return bool(brackets)


_ONE_KIND = bytes.maketrans(b"{}", b"[]")
_NO_BRACKETS = bytes(set(range(256)) - set(b"[]{}"))


def _parsed(data: bytes) -> Any:
    """What any JSON says, or what is wrong with it."""
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


def _check_amounts(raw: dict[str, Any]) -> None:
    """Refuse more values in one place than an assessment has, before each becomes an error of its own."""
    holders = ((raw, "answers"), (raw.get("catalogue"), "items"), (raw.get("result"), "reasons"))
    lists = [held.get(name) for held, name in holders if isinstance(held, dict)]
    inside = [amount(entry, MAX_DEPTH) or 0 for one in lists if isinstance(one, list) for entry in one]
    if max(inside, default=0) > MAX_IN_ENTRY or (amount(raw, MAX_DEPTH) or 0) - sum(inside) > MAX_ELSEWHERE:
        raise Malformed("too-large", detail=str(MAX_ELSEWHERE))


def _no_duplicates(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        twice = next(key for key, times in Counter(key for key, _ in pairs).items() if times > 1)
        raise Malformed("duplicate-key", detail=twice[:100])
    return found


def _no_constant(name: str) -> Any:
    raise ValueError(name)


def deeper_than(raw: Any, limit: int) -> bool:
    """Whether lists and tables lie in each other more than `limit` times; looks no deeper than that itself."""
    return amount(raw, limit) is None


def amount(raw: Any, limit: int) -> int | None:
    """How many values there are, `raw` and those inside it; None where they lie deeper than `limit`."""
    level, found = [raw], 1
    for _ in range(limit):
        level = _inside(level)
        if not level:
            return found
        found += len(level)
    return None if any(isinstance(one, dict | list) for one in level) else found


def _inside(level: list[Any]) -> list[Any]:
    """What lies in the lists and tables of one level."""
    inside: list[Any] = []
    for one in level:
        if type(one) is dict:
            inside += one.values()
        elif type(one) is list:
            inside += one
    return inside
