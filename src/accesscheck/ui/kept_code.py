"""Code that Qt's bindings compile from source at every start, kept compiled as Python keeps its own modules.

Measured with PySide6 6.12: a tenth of the way to the first window. Where nothing can be kept, it is compiled as before.
"""

from __future__ import annotations

import builtins
import marshal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.util import MAGIC_NUMBER, cache_from_source, source_hash
from pathlib import Path
from types import CodeType
from typing import Any

THEIRS = "shibokensupport/"
"""The names of the files in question begin so; what they say lies inside the bindings' library."""

Kept = dict[str, tuple[bytes, CodeType]]
"""By file name: the hash of the source, and the code."""


def place() -> Path | None:
    """Where the code is kept: beside this module's own; None where Python keeps none."""
    if sys.dont_write_bytecode:
        return None
    return Path(cache_from_source(__file__)).with_suffix(".kept")


@contextmanager
def kept_code(file: Path | None) -> Iterator[None]:
    """While this lasts, the bindings' source is compiled only where `file` does not hold its code."""
    kept, plain = _load(file), builtins.compile
    known = dict(kept)

    def compile_once(source: Any, filename: Any, mode: str, *rest: Any, **options: Any) -> Any:
        theirs = isinstance(filename, str) and filename.startswith(THEIRS) and isinstance(source, bytes | str)
        if not theirs or mode != "exec" or rest or options:
            return plain(source, filename, mode, *rest, **options)
        sign = source_hash(source.encode() if isinstance(source, str) else source)
        if kept.get(filename, (b"",))[0] != sign:
            kept[filename] = sign, plain(source, filename, mode)
        return kept[filename][1]

    builtins.compile = compile_once
    try:
        yield
    finally:
        builtins.compile = plain
    if file is not None and kept != known:
        _save(file, kept)


def _load(file: Path | None) -> Kept:
    """What was kept by this very version of Python; nothing where it cannot be read."""
    if file is None:
        return {}
    with suppress(OSError, ValueError, EOFError, TypeError):
        data = file.read_bytes()
        if data.startswith(MAGIC_NUMBER):
            kept: Kept = marshal.loads(data[len(MAGIC_NUMBER) :])  # noqa: S302 - trusted as Python trusts its own
            return kept
    return {}


def _save(file: Path, kept: Kept) -> None:
    """Keep it for the next start, whole or not at all."""
    fresh = file.with_suffix(".new")
    with suppress(OSError):
        file.parent.mkdir(exist_ok=True)
        fresh.write_bytes(MAGIC_NUMBER + marshal.dumps(kept))
        fresh.replace(file)
