"""An export in a thread of its own: the window stays awake, and cancelling leaves nothing half-written."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, QThread, Signal

from accesscheck.errors import AccessCheckError
from accesscheck.language.words import Words
from accesscheck.operations.exporting import Choice, Source, export, read_proof


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be written, from what, where to; `document` is where proof files are read from."""

    source: Source
    document: Path
    target: Path
    words: Words
    as_of: datetime
    choice: Choice


class Exporting(QThread):
    """Drives the steps of `export`. `ended` gives the target or None, and the error or None."""

    progressed = Signal(int, int)
    ended = Signal(object, object)
    broke = Signal(object)
    """An error nobody expected, to be raised where such errors are caught."""

    def __init__(self, order: Order, parent: QObject) -> None:
        super().__init__(parent)
        self._order = order
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
            self.ended.emit(self._order.target if written else None, None)

    def _write(self) -> bool:
        """Whether the file was written; False when it was cancelled before."""
        order = self._order
        source = self._with_proof() if order.choice.files else order.source
        steps = export(source, order.target, order.words, order.as_of, force=True, choice=order.choice)
        for progress in steps:
            self.progressed.emit(progress.done, progress.total)
            if self._cancelled.is_set():
                steps.close()
                return False
        return True

    def _with_proof(self) -> Source:
        """The source with the files its answers name, read by a second opening that only reads."""
        source = self._order.source
        return replace(source, files=read_proof(self._order.document, source.assessment))
