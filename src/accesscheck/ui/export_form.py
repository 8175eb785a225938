"""The choices of an export: whom for, what kind of file, which language, what goes into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from accesscheck.language.words import LANGUAGES
from accesscheck.operations.exporting import Audience

from . import forms
from .export_choices import DATA, REPORT, ExportChoices
from .export_words import AUDIENCES, KINDS, contents_words

if TYPE_CHECKING:
    from accesscheck.language.words import Words
    from accesscheck.model.assessment import Assessment


class ExportForm(QWidget):
    """Asks, and says in plain words what the file will contain. `changed` when something else is chosen."""

    changed = Signal()

    def __init__(self, parent: QWidget, words: Words, chosen: ExportChoices) -> None:
        super().__init__(parent)
        self._words = words
        self._files = 0
        column = forms.column(self, gap=16)
        options = [(value, words.text(said)) for value, said in AUDIENCES.items()]
        self.audience = forms.radio_group(self, "export.audience", words.text("Whom is it for?"), options)
        kinds = [(ending, words.text(said)) for ending, said in KINDS.items()]
        self.kind = forms.choice_box(self, "export.kind", words.text("Kind of file"), kinds)
        languages = [(code, words.language_name(code)) for code in LANGUAGES]
        self.language = forms.radio_group(self, "export.language", words.text("Language of the file"), languages)
        self.names, self.notes, self.proof, self.files = self._boxes()
        self.contents = forms.text(self, "export.contents")
        boxes = (self.names, self.notes, self.proof, self.files)
        for widget in (self.audience, self.kind, self.language, *boxes, self.contents):
            column.addWidget(widget)
        self._show(chosen)
        self._listen()

    def chosen(self) -> ExportChoices:
        """What is chosen as it stands."""
        return ExportChoices(
            audience=self.audience.value(),
            ending=self.kind.control.value(),
            language=self.language.value(),
            names=self.names.isChecked(),
            notes=self.notes.isChecked(),
            proof=self.proof.isChecked(),
            files=self.files.isChecked() and self._files > 0,
        )

    def tell_files(self, assessment: Assessment) -> None:
        """Say how many proof files there are, and how large they are together."""
        sizes = {one.sha256: one.size or 0 for answer in assessment.answers for one in answer.evidence if one.sha256}
        self._files = len(sizes)
        label = self._words.plural(
            "Attach the proof file ({size} MB)",
            "Attach the {count} proof files ({size} MB)",
            max(1, len(sizes)),
            size=self._words.number(max(0.01, sum(sizes.values()) / 1024**2)),
        )
        self.files.setText(label)
        self._explain()

    def _boxes(self) -> tuple[QCheckBox, QCheckBox, QCheckBox, QCheckBox]:
        words = self._words
        return (
            forms.check_box(self, "export.names", words.text("Include names of persons")),
            forms.check_box(self, "export.notes", words.text("Include notes")),
            forms.check_box(self, "export.proof", words.text("Include what was given as proof")),
            forms.check_box(self, "export.files", words.text("Attach the proof files")),
        )

    def _show(self, chosen: ExportChoices) -> None:
        spoken = (chosen.language, self._words.language, "en")
        self.audience.set_value(chosen.audience)
        self.kind.control.set_value(chosen.ending)
        self.language.set_value(next(one for one in spoken if one in LANGUAGES))
        held = (chosen.names, chosen.notes, chosen.proof, chosen.files)
        for box, checked in zip((self.names, self.notes, self.proof, self.files), held, strict=True):
            box.setChecked(checked)
        self._explain()

    def _listen(self) -> None:
        self.audience.chosen.connect(self._explain)
        self.kind.control.currentIndexChanged.connect(self._explain)
        self.language.chosen.connect(self._explain)
        for box in (self.names, self.notes, self.proof, self.files):
            box.toggled.connect(self._explain)

    def _explain(self) -> None:
        """Ask only what matters for the kind of file, and say what it will contain."""
        chosen = self.chosen()
        to_secretariat = chosen.audience == Audience.SECRETARIAT
        self.language.setVisible(chosen.ending != DATA)
        self.names.setVisible(to_secretariat)
        self.notes.setVisible(to_secretariat and chosen.ending == DATA)
        self.proof.setVisible(to_secretariat and chosen.ending == DATA)
        self.files.setVisible(to_secretariat and chosen.ending == REPORT and self._files > 0)
        self.contents.setText(contents_words(chosen, self._words))
        self.changed.emit()
