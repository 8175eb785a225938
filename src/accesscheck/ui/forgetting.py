"""Forget history: asked first, because what was changed before cannot be taken back afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMessageBox, QWidget

from accesscheck.operations.session import forget_history

if TYPE_CHECKING:
    from accesscheck.language.words import Words

    from .desk import Desk


def forget_asked(desk: Desk, parent: QWidget) -> None:
    """Take the history out of the session when the person agrees, and say so."""
    if _agreed(desk.words, parent) and desk.perform(lambda session, at: forget_history(session)):
        desk.announced.emit(desk.words.text("The history is forgotten. All answers and proof are still there."))


def _agreed(words: Words, parent: QWidget) -> bool:
    box = QMessageBox(QMessageBox.Icon.Question, words.text("Forget the history"), "", parent=parent)
    box.setObjectName("forget")
    box.setText(words.text("Forget what was changed when in this session?"))
    box.setInformativeText(
        words.text(
            "Nothing that was changed before can be undone then, and proof that was taken out is gone for good. "
            "All answers, facts and proof as they stand now stay."
        )
    )
    forget = box.addButton(words.text("Forget the history"), QMessageBox.ButtonRole.AcceptRole)
    keep = box.addButton(words.text("Keep it"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(keep)
    box.setEscapeButton(keep)
    box.exec()
    return box.clickedButton() is forget
