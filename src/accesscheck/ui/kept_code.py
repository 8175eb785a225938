"""Code that is compiled from source at every start, kept compiled as Python keeps its own modules.

It is what Qt's bindings hold as source inside their library, what `dataclasses` writes for each class, and annotations
that stand as text: together a sixth of the way to an open session, measured with PySide6 6.12 and pydantic 2.12. Where
nothing can be kept, it is compiled as before.
"""

from __future__ import annotations

import builtins
import dataclasses
import marshal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.util import MAGIC_NUMBER, cache_from_source, source_hash
from pathlib import Path
from types import CodeType
from typing import Any

from .late_code import LATE, run_late

THEIRS = "shibokensupport/"
"""The names of the bindings' files begin so."""
WRITTEN = "<string>"
"""The name that what was written by a program goes by."""

Kept = dict[str, bytes]
"""The code, by the name it was compiled under, how, and the hash of its source."""

_MOST = 3000
"""Entries; with more of them many are of versions that are gone, and it begins anew."""


def place(name: str) -> Path | None:
    """Where code is kept, under the name of an occasion: beside this module's own; None where Python keeps none."""
    if sys.dont_write_bytecode:
        return None
    return Path(cache_from_source(__file__)).with_suffix(f".{name}.kept")


@contextmanager
def kept_code(file: Path | None) -> Iterator[None]:
    """While this lasts, such source is compiled only where `file` does not hold its code."""
    kept, plain = _load(file), builtins.compile
    known = len(kept)

    def code_of(source: str | bytes, name: str, mode: str) -> CodeType:
        late = name in LATE
        sign = source_hash(source.encode() if isinstance(source, str) else source).hex()
        key = f"{name} {mode} {'late ' * late}{sign}"
        if key not in kept:
            code = plain(source, name, mode, dont_inherit=True)
            kept[key] = marshal.dumps(run_late(code) if late else code)
        found: CodeType = marshal.loads(kept[key])  # noqa: S302 - trusted as Python trusts its own
        return found

    def compile_once(source: Any, filename: Any, mode: str, *rest: Any, **options: Any) -> Any:
        known = isinstance(source, bytes | str) and isinstance(filename, str) and not rest and not options
        theirs = known and mode == "exec" and filename.startswith(THEIRS)
        if theirs or (known and mode == "eval" and filename == WRITTEN):
            return code_of(source, filename, mode)
        return plain(source, filename, mode, *rest, **options)

    def run_written(source: Any, *spaces: Any) -> None:
        exec(code_of(source, WRITTEN, "exec") if isinstance(source, str) else source, *spaces)  # noqa: S102 - as they do

    with _instead(compile_once, run_written):
        yield
    if file is not None and len(kept) > known:
        _save(file, kept)


@contextmanager
def _instead(compile_once: Any, run_written: Any) -> Iterator[None]:
    """Put these where the bindings and `dataclasses` find their own."""
    plain, ran = builtins.compile, vars(dataclasses).get("exec", exec)
    builtins.compile = compile_once
    setattr(dataclasses, "exec", run_written)  # noqa: B010 - no name that the module knows of
    try:
        yield
    finally:
        builtins.compile = plain
        setattr(dataclasses, "exec", ran)  # noqa: B010


def _load(file: Path | None) -> Kept:
    """What was kept by this very version of Python; nothing where it cannot be read."""
    if file is None:
        return {}
    with suppress(OSError, ValueError, EOFError, TypeError):
        data = file.read_bytes()
        if data.startswith(MAGIC_NUMBER):
            kept: Kept = marshal.loads(data[len(MAGIC_NUMBER) :])  # noqa: S302 - trusted as Python trusts its own
            return kept if len(kept) < _MOST else {}
    return {}


def _save(file: Path, kept: Kept) -> None:
    """Keep it for the next start, whole or not at all."""
    fresh = file.with_suffix(".new")
    with suppress(OSError):
        file.parent.mkdir(exist_ok=True)
        fresh.write_bytes(MAGIC_NUMBER + marshal.dumps(kept))
        fresh.replace(file)
