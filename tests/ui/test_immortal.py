"""The fault of the Qt binding on Python 3.11 that `immortal` puts right, and that it does."""

from __future__ import annotations

import gc
import sys

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from accesscheck.ui.immortal import keep_none


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="From Python 3.12 on None cannot die")
def test_none_outlives_any_number_of_calls(qapp: QApplication) -> None:
    keep_none()
    widget = QWidget()
    for width in range(10_000):
        widget.setMinimumWidth(width)
    gc.collect()
    assert sys.getrefcount(None) > 1 << 40


def test_giving_none_its_references_twice_does_no_harm() -> None:
    keep_none()
    before = sys.getrefcount(None)
    keep_none()
    assert abs(sys.getrefcount(None) - before) < 1 << 20
