"""Where a key stands in a TOML text, so that a message can name the line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

Path = tuple[str | int, ...]
"""Keys and places in lists from the top of a file down, as ("item", 3, "measure", "unit")."""

_HEADER = re.compile(r"\s*\[(\[?)([^\[\]]+)\]")
_KEY = re.compile(r"\s*((?:[\w-]+|\"[^\"]*\"|'[^']*')(?:\s*\.\s*(?:[\w-]+|\"[^\"]*\"|'[^']*'))*)\s*=")
_PART = re.compile(r"[\w-]+|\"[^\"]*\"|'[^']*'")
_LONG_STRING = re.compile(r'"""|\'\'\'')


_LONGEST_VALUE = 500
"""Lines of one value in which a word is looked for."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a file, counted from 1, and the path of the key or table it belongs to."""

    line: int
    path: Path
    text: str


Rows = Mapping[Path, Sequence[Row]]
"""The lines of a text by the path they belong to."""


def rows_of(text: str) -> Rows:
    found: dict[Path, list[Row]] = {}
    for row in _rows(text):
        found.setdefault(row.path, []).append(row)
    return found


def line_of(rows: Rows, path: Path, word: str | None = None) -> int:
    """The line of `path`, or of the nearest thing around it; inside a long value, the line that has `word`.

    What is not there at all is told at the id of its table, or at the table's name.
    """
    around = next((path[:size] for size in range(len(path), 0, -1) if path[:size] in rows), ())
    if path != around and (*around, "id") in rows and not word:
        around = (*around, "id")
    here = rows.get(around, ())[:_LONGEST_VALUE]
    inside = (part for part in reversed(path[len(around) :]) if isinstance(part, str))
    found = (row.line for name in (word, *inside) if name for row in here if _has(row, name))
    return next(found, here[0].line if here else 1)


def _has(row: Row, word: str) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", row.text) is not None


def _rows(text: str) -> Iterator[Row]:
    """Every line that is not empty, with its path; the lines of a long value have the path of its key."""
    tables: dict[Path, int] = {}
    table: Path = ()
    path: Path = ()
    inside = False
    for line, row in enumerate(text.splitlines(), 1):
        header, key = (None, None) if inside else (_HEADER.match(row), _KEY.match(row))
        if header and not _continues(row):
            path = table = _table(_names(header[2]), bool(header[1]), tables)
        elif key:
            path = (*table, *_names(key[1]))
        inside ^= len(_LONG_STRING.findall(row)) % 2 == 1
        if row.strip():
            yield Row(line, path, row)


def _continues(row: str) -> bool:
    """Whether a line that begins with a bracket is the rest of a list, not the name of a table."""
    return row.split("#", maxsplit=1)[0].rstrip().endswith(",")


def _names(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip("\"'") for part in _PART.findall(dotted))


def _table(names: tuple[str, ...], repeated: bool, tables: dict[Path, int]) -> Path:
    """The path of a table header; those in double brackets are counted, and what follows belongs to the last."""
    path: Path = ()
    for name in names[:-1]:
        path = (*path, name)
        path = (*path, tables[path]) if path in tables else path
    path = (*path, *names[-1:])
    if not repeated:
        return path
    tables[path] = tables.get(path, -1) + 1
    return (*path, tables[path])
