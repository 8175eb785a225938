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
    from .garbage import leave_garbage
    from .kept_code import kept_code, place
    from .quick_enums import quicken

    leave_garbage()
    quicken()
    plain = getattr(builtins, "__orig_import__", builtins.__import__)  # where somebody else imported Qt before
    with kept_code(place("start")):
        import PySide6.QtWidgets  # noqa: F401  # for what it puts in place

        builtins.__import__ = plain
        from . import app  # noqa: F401  # so that what its modules write is kept too
