"""Reading TOML files: within bounds, with what is wrong and on which line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from accesscheck.errors import FileMissing, FileUnreadable, Problem
from accesscheck.model.interchange import MAX_DEPTH, deeper_than

from . import checklist_lines

MAX_BYTES = 2 * 1024 * 1024
MOST_PROBLEMS = 1000
"""Of one file: nobody reads more, and looking for the nearest word of each takes its time."""

_PLACE = re.compile(r"(.*) \(at (?:line (\d+), column \d+|end of document)\)", re.DOTALL)


@dataclass(frozen=True)
class TomlFile:
    """A parsed file by its name; `text` is None where only the compiled form was read, which has no lines."""

    name: str
    raw: Mapping[str, Any]
    text: str | None = None

    @cached_property
    def _rows(self) -> checklist_lines.Rows:
        """Read once: a file may have very many problems."""
        return checklist_lines.rows_of(self.text or "")

    def problem(
        self,
        code: str,
        path: checklist_lines.Path,
        detail: str,
        nearest: str | None = None,
        *,
        item: str | None = None,
        word: str | None = None,
    ) -> Problem:
        """A finding at `path`; `word` is what stands there, for values of several lines."""
        line = None if self.text is None else checklist_lines.line_of(self._rows, path, word)
        return Problem(self.name, line, item, code, detail[:200], nearest)


def read_toml(path: Path) -> TomlFile | Problem:
    """A file, or what keeps it from being read; raises `FileMissing`, `FileUnreadable`."""
    data = _bytes(path)
    if data is None:
        return Problem(path.name, None, None, "too-large", str(MAX_BYTES))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        return Problem(path.name, data[: error.start].count(b"\n") + 1, None, "toml-syntax", "UTF-8")
    return _parsed(path.name, text)


def _bytes(path: Path) -> bytes | None:
    """The file's bytes, None where it is too large."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise FileMissing(str(path)) from None
    except OSError as error:
        raise FileUnreadable(str(path), error.strerror or type(error).__name__) from None
    return data if len(data) <= MAX_BYTES else None


def _parsed(name: str, text: str) -> TomlFile | Problem:
    import tomllib

    try:
        raw = tomllib.loads(text)
    except ValueError as error:  # also numbers of absurd length
        return _syntax(name, text, error)
    except RecursionError:
        return _too_deep(name)
    return _too_deep(name) if deeper_than(raw, MAX_DEPTH) else TomlFile(name, raw, text)


def _too_deep(name: str) -> Problem:
    return Problem(name, None, None, "toml-syntax", "[[[[…")


def _syntax(name: str, text: str, error: ValueError) -> Problem:
    """Up to Python 3.13 the parser tells the line only at the end of its message."""
    found = _PLACE.fullmatch(str(error))
    last = text.count("\n") + 1
    line = getattr(error, "lineno", None) or (int(found[2]) if found and found[2] else last)
    return Problem(name, line, None, "toml-syntax", found[1] if found else str(error))


def as_json(raw: Any, dates: bool = False) -> str:
    """TOML values as JSON for the models' strict reading; `dates` where the model has dates or times (ISO 8601)."""

    def told(value: Any) -> Any:
        return value.isoformat() if dates and isinstance(value, date | datetime) else {"": str(value)}

    return json.dumps(raw, default=told)


def text_or_none(value: Any) -> str | None:
    return value if isinstance(value, str) else None


def tables(value: Any) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """The tables of a list with their places; whatever else stands there is the models' to refuse."""
    if isinstance(value, list):
        yield from ((place, one) for place, one in enumerate(value) if isinstance(one, dict))
