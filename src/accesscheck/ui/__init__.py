"""The windows: the only room that knows Qt."""

from __future__ import annotations


def run(argv: list[str]) -> int:
    """Open the windows: [] on Start, [DOCUMENT] on a session, ["--example"] on a copy of the example."""
    from .app import run as run_windows

    return run_windows(argv)
