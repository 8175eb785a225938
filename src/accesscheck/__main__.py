"""The program's entry: a sub-command goes to the command line, anything else to the windows."""

from __future__ import annotations

import gc
import importlib
import os
import sys
from types import ModuleType
from typing import Any

METADATA = "importlib.metadata"
_COLLECTED = 200_000  # new objects after which those that hold each other are looked for
COMMANDS = frozenset({
    "demo", "new", "facts", "set", "answer", "stage", "proof", "undo", "redo", "forget-history",
    "score", "export", "check", "validate", "catalogue",
})  # fmt: skip


def main() -> int:
    """Run the program; returns its exit status."""
    spare_plugins()
    arguments = sys.argv[1:]
    if arguments and (arguments[0] in COMMANDS or arguments[0] in ("-h", "--help", "--version")):
        return run_command(arguments)
    from accesscheck.ui import run as run_windows

    return run_windows(arguments)


def run_command(arguments: list[str]) -> int:
    """Run a command, which lives too short for the collector to be of use as often as it would come."""
    gc.set_threshold(_COLLECTED)
    from accesscheck.cli import run

    status = run(arguments)
    gc.freeze()  # at its end the process gives everything back at once: nothing is looked through for it
    return status


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
