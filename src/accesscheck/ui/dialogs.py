"""Dialogs: only where something is chosen from the disk, and the list of keys."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from accesscheck.language.terms import UNREVIEWED
from accesscheck.storage.places import ENDING, documents_folder

from . import forms
from .stages import stages_help

if TYPE_CHECKING:
    from accesscheck.language.words import Words

    from .desk import Desk


def ask_for_session(desk: Desk, parent: QWidget) -> None:
    """Let a person choose a session, and open it."""
    words = desk.words
    dialog = QFileDialog(parent, words.text("Open a session"), _there(documents_folder()))
    dialog.setObjectName("open")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(words.text("Sessions of AccessCheck (*{ending})", ending=ENDING))
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, words.text("Open this session"))
    if dialog.exec() and dialog.selectedFiles():
        desk.open(Path(dialog.selectedFiles()[0]))


def ask_for_target(parent: QWidget, words: Words, proposed: Path, kind: str) -> Path | None:
    """Where to write, None when a person thinks better of it; a file that is there is asked about in the dialog.

    `proposed` has the ending the file will have; `kind` says in words what such files are.
    """
    dialog = QFileDialog(parent, words.text("Export"), _there(proposed.parent))
    dialog.setObjectName("target")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(proposed.suffix.removeprefix("."))
    dialog.setNameFilter(f"{kind} (*{proposed.suffix})")
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, words.text("Export"))
    dialog.selectFile(proposed.name)
    if not dialog.exec() or not dialog.selectedFiles():
        return None
    return Path(dialog.selectedFiles()[0])


def ask_where_to_save(parent: QWidget, words: Words, name: str) -> Path | None:
    """Where to save a file called `name`; None on second thoughts. A file that is there is asked about."""
    dialog = QFileDialog(parent, words.text("Save to a file"), _there(documents_folder()))
    dialog.setObjectName("save")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, words.text("Save"))
    dialog.selectFile(name)
    if not dialog.exec() or not dialog.selectedFiles():
        return None
    return Path(dialog.selectedFiles()[0])


def _there(folder: Path) -> str:
    """The folder, or the nearest one above it that exists."""
    while not folder.is_dir() and folder != folder.parent:
        folder = folder.parent
    return str(folder)


class HelpDialog(QDialog):
    """How the app works in a few lines, and every key."""

    def __init__(self, parent: QWidget, words: Words, keys: Sequence[tuple[str, str]], hours: int) -> None:
        """`hours` before the start the stage Rehearsal begins."""
        super().__init__(parent)
        self.setObjectName("help")
        self.setWindowTitle(words.text("Help"))
        inside = QWidget(self)
        column = forms.column(inside, gap=12, margin=24)
        column.addWidget(forms.heading(inside, "help.title", words.text("How AccessCheck works")))
        for at, line in enumerate(_lines(words)):
            column.addWidget(forms.text(inside, f"help.line{at}", line))
        if words.language != "en":
            column.addWidget(forms.text(inside, "help.unreviewed", words.text(UNREVIEWED), quiet=True))
        column.addWidget(forms.heading(inside, "help.stages", words.text("The three stages"), level=2))
        for at, line in enumerate((*stages_help(hours, words), words.text("A stage can be chosen by hand, too."))):
            column.addWidget(forms.text(inside, f"help.stage{at}", line))
        title = words.text("Keys")
        column.addWidget(forms.heading(inside, "help.keys", title, level=2))
        headers = (words.text("Key"), words.text("What it does"))
        column.addWidget(forms.table(inside, "help.table", title, headers, keys))
        column.addStretch(1)
        outer = forms.column(self)
        outer.addWidget(forms.scroll(self, "help.scroll", inside))
        foot = QWidget(self)
        close = forms.button(foot, "help.close", words.text("Close"), primary=True)
        close.clicked.connect(self.accept)
        forms.column(foot, margin=12).addWidget(close)
        outer.addWidget(foot)
        self.resize(720, 560)


def _lines(words: Words) -> tuple[str, ...]:
    return (
        words.text("Tell six facts about your session; the checklists then ask only what applies to it."),
        words.text("The line at the top names who cannot take part as things stand, and whose move it is."),
        words.text(
            "It begins with the verdict as the answers stand; “So far” follows until every essential was answered. "
            "All numbers above and beside count essentials."
        ),
        words.text("Every answer is kept as you give it, and every change can be undone."),
        words.text("Nothing leaves this computer: the app has no connection to any network."),
    )
