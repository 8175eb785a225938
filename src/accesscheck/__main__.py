"""The program's entry: a sub-command goes to the command line, anything else to the windows."""

from __future__ import annotations

import importlib
import os
import sys
from types import ModuleType
from typing import Any

METADATA = "importlib.metadata"
COMMANDS = frozenset({
    "demo", "new", "facts", "set", "answer", "stage", "proof", "undo", "redo", "forget-history",
    "score", "export", "check", "validate", "catalogue",
})  # fmt: skip


def main() -> int:
    """Run the program; returns its exit status."""
    spare_plugins()
    arguments = sys.argv[1:]
    if arguments and (arguments[0] in COMMANDS or arguments[0] in ("-h", "--help", "--version")):
        from accesscheck.cli import run

        return run(arguments)
    from accesscheck.ui import run as run_windows

    return run_windows(arguments)


def spare_plugins() -> None:
    """Let pydantic look for no plugins: other packages' code has no place in ours, and costs time.

    It imports what would find them all the same: a twentieth of the way to an open session. That is loaded when
    somebody first uses it, so here never.
    """
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")
    if METADATA not in sys.modules:
        sys.modules[METADATA] = importlib.metadata = _Metadata(METADATA)


class _Metadata(ModuleType):
    """Stands for the module until it is used; taking `entry_points` out of it, as pydantic does, is no use yet."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        if name == "entry_points":
            return lambda **wanted: self._real().entry_points(**wanted)
        return getattr(self._real(), name)

    def _real(self) -> ModuleType:
        if sys.modules.get(METADATA) is self:
            del sys.modules[METADATA]
        return importlib.import_module(METADATA)


if __name__ == "__main__":
    sys.exit(main())
