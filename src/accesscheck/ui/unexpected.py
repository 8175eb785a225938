"""Errors nobody expected: one dialog, the work kept, and a local text that holds nothing of the session."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from accesscheck import __version__
from accesscheck.errors import AccessCheckError

from .desk import Desk


def crash_text(error: BaseException) -> str:
    """Where it happened: file, line and function of each step and the errors' types; no values, no messages."""
    lines = [f"AccessCheck {__version__}, Python {sys.version.split()[0]}, {sys.platform}"]
    for one in _chain(error):
        lines += ["", type(one).__name__]
        lines += [f"  {_short(at.filename)}:{at.lineno} {at.name}" for at in traceback.extract_tb(one.__traceback__)]
    return "\n".join(lines) + "\n"


def write_crash(folder: Path, name: str, error: BaseException) -> Path | None:
    """Write the text into the folder of logs; None where that cannot be written."""
    target = folder / f"{name}.txt"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        target.write_text(crash_text(error), encoding="utf-8")
    except OSError:
        return None
    return target


def _chain(error: BaseException) -> Iterator[BaseException]:
    """The error and what led to it, each once."""
    seen: set[int] = set()
    at: BaseException | None = error
    while at is not None and id(at) not in seen:
        seen.add(id(at))
        yield at
        at = at.__cause__ or at.__context__


def _short(filename: str) -> str:
    """The path inside its package: folders above it may carry a person's name."""
    parts = Path(filename).parts
    start = next((at for at in range(len(parts) - 1, -1, -1) if parts[at] == "accesscheck"), len(parts) - 1)
    return "/".join(parts[start:])


class Unexpected(QObject):
    """The application's last catch: `caught` is put in place of `sys.excepthook`."""

    def __init__(self, desk: Desk, logs: Path, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._logs, self._window = desk, logs, window
        self._telling = False

    def caught(self, kind: type[BaseException], error: BaseException, at: TracebackType | None) -> None:
        """Write it down and tell once; what comes while that is told is only written."""
        if isinstance(error, KeyboardInterrupt):
            QApplication.quit()
            return
        if isinstance(error, AccessCheckError):
            self._desk.fail(error)
            return
        name = self._desk.now().strftime("error-%Y%m%d-%H%M%S-%f")
        written = write_crash(self._logs, name, error)
        if not self._telling:
            self._telling = True
            self._tell(written)
            self._telling = False

    def _tell(self, written: Path | None) -> None:
        words = self._desk.words
        box = QMessageBox(QMessageBox.Icon.Warning, words.text("Something went wrong"), "", parent=self._window)
        box.setObjectName("unexpected")
        box.setText(words.text("Something went wrong that AccessCheck did not expect."))
        kept = words.text(
            "Every answer given before is kept. You can go on; if it happens again, start AccessCheck anew."
        )
        box.setInformativeText(f"{kept} {self._where(written)}")
        go_on = box.addButton(words.text("Go on"), QMessageBox.ButtonRole.AcceptRole)
        if written is not None:
            show = box.addButton(words.text("Show the folder"), QMessageBox.ButtonRole.ActionRole)
            show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(written.parent))))
        box.setDefaultButton(go_on)
        box.setEscapeButton(go_on)
        box.exec()

    def _where(self, written: Path | None) -> str:
        words = self._desk.words
        if written is None:
            return words.text("No note of it could be written.")
        return words.text(
            "A note for the developers, without anything from your session, is in {path}.", path=str(written)
        )
