"""A fault of the Qt binding put right: on Python 3.11 each Qt method that returns nothing takes a reference of None.

PySide6 6.12 is built as if None could not die, which holds from Python 3.12 on. Before, None is deallocated after some
thousand calls and the process ends ("none_dealloc"). Measured with 6.12.0 on 3.11.7: setMinimumWidth, setObjectName,
and whatever else returns None or no object, one reference each.
"""

from __future__ import annotations

import sys

_REFERENCES = 1 << 50
"""More than any process can use up."""


def keep_none() -> None:
    """Give None so many references that it outlives the process; call before the first window. Harmless if repeated."""
    if sys.version_info < (3, 12) and sys.implementation.name == "cpython" and sys.getrefcount(None) < _REFERENCES // 2:
        import ctypes

        counter = ctypes.c_ssize_t.from_address(id(None))  # the count is the first field of every object
        counter.value += _REFERENCES
