"""An export in a thread of its own: the window stays awake, and cancelling leaves nothing half-written."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, QThread, Signal

from accesscheck.errors import AccessCheckError
from accesscheck.language.words import Words
from accesscheck.operations.exporting import Source, export


class Exporting(QThread):
    """Drives the steps of `export`. `ended` gives the target or None, and the error or None."""

    progressed = Signal(int, int)
    ended = Signal(object, object)
    broke = Signal(object)
    """An error nobody expected, to be raised where such errors are caught."""

    def __init__(self, source: Source, target: Path, words: Words, as_of: datetime, parent: QObject) -> None:
        super().__init__(parent)
        self._source, self._target, self._words, self._as_of = source, target, words, as_of
        self._cancelled = Event()

    def cancel(self) -> None:
        """Stop after the step at hand."""
        self._cancelled.set()

    def end(self) -> None:
        """Stop, and wait until it has stopped."""
        self.cancel()
        self.wait()

    def run(self) -> None:
        try:
            written = self._write()
        except AccessCheckError as error:
            self.ended.emit(None, error)
        except Exception as error:  # a thread has nobody above it: the window must hear of anything
            self.ended.emit(None, None)
            self.broke.emit(error)
        else:
            self.ended.emit(self._target if written else None, None)

    def _write(self) -> bool:
        """Whether the file was written; False when it was cancelled before."""
        steps = export(self._source, self._target, self._words, self._as_of, force=True)
        for progress in steps:
            self.progressed.emit(progress.done, progress.total)
            if self._cancelled.is_set():
                steps.close()
                return False
        return True
