"""The windows: the only room that knows Qt."""

from __future__ import annotations

import builtins


def run(argv: list[str]) -> int:
    """Open the windows: [] on Start, [DOCUMENT] on a session, ["--example"] on a copy of the example."""
    import_qt()
    from .app import run as run_windows

    return run_windows(argv)


def import_qt() -> None:
    """Import Qt and go on importing as Python does.

    PySide puts an import of its own in place that reads the source of every later module, to find out whether it wants
    snake_case names. Nobody here does, and the windows would open a good tenth later.
    """
    from .kept_code import kept_code, place

    plain = builtins.__import__
    with kept_code(place()):
        import PySide6.QtWidgets  # noqa: F401  # for what it puts in place

    builtins.__import__ = plain
