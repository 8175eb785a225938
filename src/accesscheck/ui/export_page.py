"""Export: whom for, what kind of file, where to; written beside the window, so that it can be cancelled."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from accesscheck import resources
from accesscheck.language.words import load_words
from accesscheck.operations.documents import session_title
from accesscheck.operations.exporting import Source
from accesscheck.operations.leaving_out import without
from accesscheck.storage.places import documents_folder, safe_stem

from . import forms
from .dialogs import ask_for_target
from .export_choices import DATA, REPORT, load_choices, save_choices
from .export_form import ExportForm
from .export_words import KINDS
from .exporting import Exporting, Order
from .place import EXPORT, Place

if TYPE_CHECKING:
    from accesscheck.errors import AccessCheckError
    from accesscheck.language.words import Words
    from accesscheck.rules.view import View

    from .desk import Desk


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
        self._name_action()

    def refresh(self, view: View) -> None:
        """The file is made of what stands at the moment of the export; how many proof files there are is said now."""
        self.form.tell_files(view.assessment)

    def leave(self) -> None:
        if self._running is not None:
            self._running.end()

    def write(self, target: Path) -> None:
        """Write the file beside the window; what was there is replaced, for the dialog asked."""
        session = self.desk.session
        if session is None or self._running is not None:
            return
        chosen = self.form.chosen()
        save_choices(self.desk.settings, chosen)
        source = Source(self.desk.catalogue, session.assessment, None)
        words = load_words(chosen.language, resources.compiled("locale"))
        order = Order(source, session.document.path, target, words, self.desk.now(), chosen.choice)
        running = Exporting(order, self)
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
        self.form = ExportForm(parent, words, load_choices(self.desk.settings))
        self.form.changed.connect(self._name_action)
        self._column.addWidget(self.form)

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

    def _name_action(self) -> None:
        """The button says what it does."""
        words = self.desk.words
        labels = {REPORT: words.text("Export report…"), DATA: words.text("Export data…")}
        label = labels.get(self.form.chosen().ending, words.text("Export file…"))
        self.start_button.setText(label)
        self.start_button.setAccessibleName(label)

    # --- writing ---

    def _ask_and_write(self) -> None:
        words = self.desk.words
        if self.desk.session is None:
            return
        chosen = self.form.chosen()
        shown = without(self.desk.session.assessment, chosen.choice.left_out)
        stem = safe_stem(session_title(shown, words))
        kind = words.text(KINDS[chosen.ending]).replace("(", "").replace(")", "")
        target = ask_for_target(self, words, documents_folder() / f"{stem}{chosen.ending}", kind)
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
            said = _written_words(target, words)
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


def _written_words(target: Path, words: Words) -> str:
    path = str(target)
    if target.suffix == REPORT:
        return words.text("Report written: {path}", path=path)
    if target.suffix == DATA:
        return words.text("Data written: {path}", path=path)
    return words.text("File written: {path}", path=path)


def _raise(error: BaseException) -> None:
    raise error
