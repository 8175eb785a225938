"""Export: what kind of file, in which language, where to; written beside the window, so that it can be cancelled."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from accesscheck import resources
from accesscheck.language.words import READY, load_words
from accesscheck.operations.documents import session_title
from accesscheck.operations.exporting import Source
from accesscheck.storage.places import documents_folder, safe_stem

from . import forms
from .dialogs import ask_for_target
from .exporting import Exporting
from .place import EXPORT, Place

if TYPE_CHECKING:
    from accesscheck.errors import AccessCheckError
    from accesscheck.rules.view import View

    from .desk import Desk

REPORT = ".pdf"
DATA = ".json"


class ExportPage(Place):
    """Chooses and writes one file."""

    place_id = EXPORT

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._running: Exporting | None = None
        self._written: Path | None = None
        inside = QWidget(self)
        self._column = forms.column(inside, gap=16, margin=24)
        self._choices(inside)
        self._action(inside)
        self._outcome(inside)
        self._column.addStretch(1)
        forms.column(self).addWidget(forms.scroll(self, "export.scroll", inside))
        self._explain()

    def refresh(self, view: View) -> None:
        """The file is made of what stands at the moment of the export: nothing here depends on it."""

    def leave(self) -> None:
        if self._running is not None:
            self._running.end()

    def write(self, target: Path) -> None:
        """Write the file beside the window; what was there is replaced, for the dialog asked."""
        session = self.desk.session
        if session is None or self._running is not None:
            return
        source = Source(self.desk.catalogue, session.assessment, None)
        words = load_words(self.language.value() or READY[0], resources.compiled("locale"))
        running = Exporting(source, target, words, self.desk.now(), self)
        running.progressed.connect(self._progressed)
        running.ended.connect(self._ended)
        running.broke.connect(_raise)
        self._running = running
        self._show_running(True)
        running.start()

    # --- building ---

    def _choices(self, parent: QWidget) -> None:
        words = self.desk.words
        self._column.addWidget(forms.heading(parent, "export.title", words.text("Export")))
        kinds = (
            (REPORT, words.text("A report to read and print (PDF)")),
            (DATA, words.text("The data, for another program (JSON)")),
        )
        self.kind = forms.radio_group(parent, "export.kind", words.text("What do you need?"), kinds)
        self.kind.set_value(REPORT)
        self.kind.chosen.connect(self._explain)
        self._column.addWidget(self.kind)
        languages = [(code, words.language_name(code)) for code in READY]
        self.language = forms.radio_group(parent, "export.language", words.text("Language of the report"), languages)
        self.language.set_value(words.language if words.language in READY else READY[0])
        self._column.addWidget(self.language)
        self.contents = forms.text(parent, "export.contents")
        self._column.addWidget(self.contents)

    def _action(self, parent: QWidget) -> None:
        words = self.desk.words
        self.start_button = forms.button(parent, "export.start", "", primary=True)
        self.start_button.clicked.connect(self._ask_and_write)
        self._column.addWidget(self.start_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.bar = forms.progress_bar(parent, "export.progress", words.text("Progress of the export"))
        self.bar.setMaximumWidth(480)
        self._column.addWidget(self.bar)
        self.cancel_button = forms.button(parent, "export.cancel", words.text("Cancel the export"))
        self.cancel_button.clicked.connect(self._cancel)
        self._column.addWidget(self.cancel_button, 0, Qt.AlignmentFlag.AlignLeading)
        self.bar.hide()
        self.cancel_button.hide()

    def _outcome(self, parent: QWidget) -> None:
        words = self.desk.words
        self.result = forms.text(parent, "export.result")
        self.result.hide()
        self._column.addWidget(self.result)
        self.folder_button = forms.button(parent, "export.folder", words.text("Open the folder"))
        self.folder_button.clicked.connect(self._open_folder)
        self.folder_button.hide()
        self._column.addWidget(self.folder_button, 0, Qt.AlignmentFlag.AlignLeading)

    def _explain(self) -> None:
        """A plain sentence on what the file will contain and who can read it."""
        words = self.desk.words
        report = self.kind.value() == REPORT
        self.language.setVisible(report)
        label = words.text("Export report…") if report else words.text("Export data…")
        self.start_button.setText(label)
        self.start_button.setAccessibleName(label)
        if report:
            said = words.text(
                "The report holds the verdict with its reasons, every answer with its notes, names and proof as you "
                "wrote them, and the same as data inside. Whoever gets the file can read all of it."
            )
        else:
            said = words.text(
                "The data hold every fact and answer with their notes and names, the checklists they answer and the "
                "result. Proof files themselves are not in it. Whoever gets the file can read all of it."
            )
        self.contents.setText(said)

    # --- writing ---

    def _ask_and_write(self) -> None:
        words = self.desk.words
        if self.desk.session is None:
            return
        ending = self.kind.value()
        stem = safe_stem(session_title(self.desk.session.assessment, words))
        kind = words.text("Reports") if ending == REPORT else words.text("Data")
        target = ask_for_target(self, words, documents_folder() / f"{stem}{ending}", kind)
        if target is not None:
            self.write(target)

    def _cancel(self) -> None:
        if self._running is not None:
            self._running.cancel()

    def _progressed(self, done: int, total: int) -> None:
        self.bar.setMaximum(max(1, total))
        self.bar.setValue(done)

    def _ended(self, target: Path | None, error: AccessCheckError | None) -> None:
        """Written (`target`), refused (`error`), or cancelled (neither)."""
        words = self.desk.words
        self._running = None
        self._written = target
        self._show_running(False)
        if error is not None:
            self.desk.fail(error)
            return
        said = words.text("The export was cancelled. Nothing was written.")
        if target is not None:
            self._note_export()
            said = words.text("Report written: {path}", path=str(target))
            if target.suffix == DATA:
                said = words.text("Data written: {path}", path=str(target))
        self.result.setText(said)
        self.result.show()
        self.folder_button.setVisible(target is not None)
        self.desk.announced.emit(said)

    def _note_export(self) -> None:
        """The session remembers it: what is changed later must not be forgotten."""
        if self.desk.session is not None:
            self.desk.session.document.mark_exported(self.desk.now())

    def _show_running(self, running: bool) -> None:
        self.bar.setValue(0)
        self.bar.setVisible(running)
        self.cancel_button.setVisible(running)
        self.start_button.setEnabled(not running)
        self.result.hide()
        self.folder_button.hide()
        (self.cancel_button if running else self.start_button).setFocus()

    def _open_folder(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written.parent)))


def _raise(error: BaseException) -> None:
    raise error
