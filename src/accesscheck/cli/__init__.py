"""The command line: the same operations as the windows, for machines without a screen and for scripts."""

from __future__ import annotations

from .program import run

__all__ = ["run"]
