"""A whole job in the windows, in a process of its own: the example is opened, answered, summed up and exported."""

from __future__ import annotations

import os
import sys
from pathlib import Path

FOLDER = Path(sys.argv[1])
os.environ["HOME"] = os.environ["XDG_DOCUMENTS_DIR"] = str(FOLDER)

from PySide6.QtCore import Qt  # noqa: E402  # the documents folder is set before anything asks for it
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QRadioButton  # noqa: E402

from accesscheck.ui.app import make_application, make_window  # noqa: E402
from accesscheck.ui.export_page import ExportPage  # noqa: E402
from accesscheck.ui.place import EXPORT, PLACES, WALK  # noqa: E402

A_MINUTE = 60_000
STEP = 20
"""Milliseconds in which the window goes on with its work."""


def main() -> None:
    window = make_window(make_application(), FOLDER / "settings", [])
    window.show()
    assert window.desk.open_example()
    for place in PLACES:
        window.desk.go(place)
        QTest.qWait(10)
    window.desk.go(WALK)
    answer = window.place.findChild(QRadioButton)
    assert answer is not None
    QTest.keyClick(answer, Qt.Key.Key_Space)
    window.desk.go(EXPORT)
    page = window.place
    assert isinstance(page, ExportPage)
    page.write(FOLDER / "report.pdf")
    for _ in range(A_MINUTE // STEP):
        if not (FOLDER / "report.pdf").exists():
            QTest.qWait(STEP)
    window.desk.leave()
    window.close()


main()
