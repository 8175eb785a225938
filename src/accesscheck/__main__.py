"""The program's entry: a sub-command goes to the command line, anything else to the windows."""

from __future__ import annotations

import os
import sys

COMMANDS = frozenset(
    {"demo", "new", "facts", "set", "answer", "undo", "redo", "score", "export", "validate", "catalogue"}
)


def main() -> int:
    """Run the program; returns its exit status."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")  # other packages' code has no place in ours, and costs time
    arguments = sys.argv[1:]
    if arguments and (arguments[0] in COMMANDS or arguments[0] in ("-h", "--help", "--version")):
        from accesscheck.cli import run

        return run(arguments)
    from accesscheck.ui import run as run_windows

    return run_windows(arguments)


if __name__ == "__main__":
    sys.exit(main())
