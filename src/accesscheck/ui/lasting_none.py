"""Keeps Python's None alive where Qt's bindings take more references to it than they give."""

from __future__ import annotations

import sys

_SPARE = 1 << 40
"""More calls than a window can make in a hundred years."""


def keep_none() -> None:
    """Give None references to spare, before the first call into Qt.

    The bindings are built as for Python 3.12, where None needs no counting: on 3.11 each call that returns nothing
    takes one reference away, and after some thousand calls the interpreter ends the process.
    """
    if sys.version_info < (3, 12):
        import ctypes

        ctypes.c_ssize_t.from_address(id(None)).value += _SPARE
