"""Proof of an answer: a list that can be added to and taken from, by words, by a dialog or by dropping files."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from accesscheck.errors import ValueRefused
from accesscheck.language.terms import EVIDENCE
from accesscheck.language.verdicts import capitalised
from accesscheck.language.words import Words
from accesscheck.model.assessment import Answer, Evidence
from accesscheck.model.terms import EvidenceKind
from accesscheck.operations.proofs import proofs, save_proof
from accesscheck.operations.session import OpenSession, Proof, add_proof, remove_proof

from . import forms
from .day_picker import add_calendar
from .dialogs import ask_where_to_save
from .item_parts import TEXT, read_day
from .item_replies import Replies

ASK_FROM = 5_000_000
"""Bytes from which on the person is asked before a file goes into the session."""

_TOLD = tuple(kind for kind in EvidenceKind if kind is not EvidenceKind.DOCUMENT)


def proof_words(evidence: Evidence, words: Words) -> str:
    """One proof as it stands in the list."""
    kind = words.text(EVIDENCE[evidence.kind])
    day = words.text("{kind}, {day}", kind=capitalised(kind), day=words.date(evidence.date))
    said = evidence.text or evidence.file
    return f"{day}: {said}" if said else day


class ProofPart(QWidget):
    """The proof of one answer. Files can be dropped on it."""

    def __init__(self, parent: QWidget, replies: Replies) -> None:
        super().__init__(parent)
        self._replies = replies
        self._shown: tuple[Evidence, ...] | None = None
        words, name = replies.desk.words, replies.item.id
        self.setAcceptDrops(True)
        self.setObjectName(f"{name}.proof")
        self.title = forms.text(self, f"{name}.proof.title", words.text("Proof"))
        self._list = QWidget(self)
        self._boxes = QWidget(self)
        kinds = [(str(kind), words.text(EVIDENCE[kind])) for kind in _TOLD]
        self.kind = forms.choice_box(self._boxes, f"{name}.proof.kind", words.text("Kind of proof"), kinds)
        self.day = forms.line_edit(self._boxes, f"{name}.proof.day", words.text("Date"))
        self.said = forms.line_edit(self, f"{name}.proof.text", words.text("Who, where, or what was tested"))
        self._pressed = QWidget(self)
        self.add = forms.button(self._pressed, f"{name}.proof.add", words.text("Add this proof"))
        self.choose = forms.button(self._pressed, f"{name}.proof.file", words.text("Add a file"))
        self._hint = forms.text(self, f"{name}.proof.hint", words.text("Files can be dropped here too."), quiet=True)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        layout = forms.column(self)
        for part in (self.title, self._list, self._boxes, self.said, self._pressed, self._hint):
            layout.addWidget(part)
        forms.column(self._list, gap=0)
        beside = forms.flow(self._boxes, gap=3 * forms.GRID)
        beside.addWidget(self.kind)
        beside.addWidget(self.day)
        buttons = forms.flow(self._pressed)
        buttons.addWidget(self.add)
        buttons.addWidget(self.choose)

    def _connect(self) -> None:
        self.said.control.setMaxLength(TEXT)
        self.day.control.setMaximumWidth(200)
        add_calendar(self.day, self._replies.desk.words)
        self.day.control.setText(self._replies.today().isoformat())
        self.add.clicked.connect(self.add_told)
        self.choose.clicked.connect(self._choose)

    def refresh(self, answer: Answer | None) -> None:
        """Show the proof that is kept."""
        evidence = answer.evidence if answer else ()
        if evidence != self._shown:
            self._shown = evidence
            self._list_anew(evidence)

    def add_told(self) -> None:
        """Keep what the fields say as proof."""
        text = self.said.control.text().strip()
        if not text:
            self.said.refuse(self._replies.desk.words.text("Write who, where, or what was tested."))
            self.said.control.setFocus()
            return
        try:
            day = read_day(self.day.control.text(), "proof", self._replies.desk.words.language)
        except ValueRefused as error:
            self.day.refuse(self._replies.sentence(error))
            self.day.control.setFocus()
            return
        if self._keep(Proof(EvidenceKind(self.kind.control.value()), text, day)):
            self.said.accept()
            self.day.accept()
            self.said.control.clear()

    def put_in(self, path: Path) -> bool:
        """Keep a file inside the session as proof, asked first where it is large."""
        if not self._agreed(path):
            return False
        return self._keep(Proof(EvidenceKind.DOCUMENT, file=path))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        for url in event.mimeData().urls():
            if url.isLocalFile():
                self.put_in(Path(url.toLocalFile()))

    def _keep(self, proof: Proof) -> bool:
        item, stage = self._replies.item.id, self._replies.stage

        def step(session: OpenSession, at: datetime) -> None:
            add_proof(session, item, proof, at, stage)

        return self._replies.desk.perform(step)

    def _remove(self, place: int) -> None:
        item, stage = self._replies.item.id, self._replies.stage

        def step(session: OpenSession, at: datetime) -> None:
            remove_proof(session, item, place, at, stage)

        if self._replies.desk.perform(step):
            self.kind.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _list_anew(self, evidence: tuple[Evidence, ...]) -> None:
        for old in self._list.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
            old.hide()
            old.deleteLater()
        layout = self._list.layout()
        for place, one in enumerate(evidence):
            line = self._line(place, one)
            if layout is not None:
                layout.addWidget(line)
        self._list.setVisible(bool(evidence))

    def _line(self, place: int, evidence: Evidence) -> QWidget:
        words, name = self._replies.desk.words, f"{self._replies.item.id}.proof.{place}"
        line = QWidget(self._list)
        said = proof_words(evidence, words)
        flow = forms.flow(line)
        flow.addWidget(forms.text(line, name, said))
        if evidence.sha256 is not None:
            save = forms.link_button(line, f"{name}.save", words.text("Save to a file…"))
            save.setAccessibleName(words.text("Save to a file: {proof}", proof=said))
            save.clicked.connect(lambda: self._save(place))
            flow.addWidget(save)
        remove = forms.link_button(line, f"{name}.remove", words.text("Remove"))
        remove.setAccessibleName(words.text("Remove proof: {proof}", proof=said))
        remove.clicked.connect(lambda: self._remove(place))
        flow.addWidget(remove)
        return line

    def _save(self, place: int) -> None:
        """Write the file back out, where the person says."""
        desk, item = self._replies.desk, self._replies.item.id
        if desk.session is None:
            return
        kept = proofs(desk.session, item, self._replies.stage)[place]
        target = ask_where_to_save(self, desk.words, kept.evidence.file or "")
        if target is None:
            return
        agreed = target.exists()  # then it was asked about in the dialog

        def step(session: OpenSession, at: datetime) -> None:
            save_proof(session, item, kept.number, target, replace=agreed)

        if desk.perform(step):
            desk.announced.emit(desk.words.text("Saved as {file}", file=str(target)))

    def _choose(self) -> None:
        title = self._replies.desk.words.text("Add a file as proof")
        chosen, _ = QFileDialog.getOpenFileName(self, title)
        if chosen:
            self.put_in(Path(chosen))

    def _agreed(self, path: Path) -> bool:
        """Whether a large file may go in; the session file grows by its size. Too large ones are refused later."""
        try:
            size = path.stat().st_size
        except OSError:
            return True
        return size < ASK_FROM or self._asked(path, size)

    def _asked(self, path: Path, size: int) -> bool:
        words = self._replies.desk.words
        box = QMessageBox(self)
        box.setObjectName("proof.large")
        box.setWindowTitle(words.text("Large file"))
        box.setText(
            words.text(
                "{name} has {size} megabytes. It is kept inside the session, which grows by as much.",
                name=path.name,
                size=words.number(size // 1_000_000),
            )
        )
        put = box.addButton(words.text("Put it in"), QMessageBox.ButtonRole.AcceptRole)
        leave = box.addButton(words.text("Leave it out"), QMessageBox.ButtonRole.RejectRole)
        box.setEscapeButton(leave)
        box.exec()
        return box.clickedButton() is put
