"""The parts of a card that an answer asks for, and those that are folded away until wanted."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QWidget

from accesscheck.errors import ValueRefused
from accesscheck.language.terms import OWNERS, PARTY_TITLES
from accesscheck.model.assessment import Answer
from accesscheck.model.terms import Outcome, Party
from accesscheck.operations.changes import Reply

from . import forms
from .controls import LineEdit
from .day_picker import add_calendar
from .fields import Field
from .item_replies import Replies
from .typed_days import day_read

LINE = 500
TEXT = 100_000
"""Most characters that an answer holds in one line, and in a longer text."""


def read_day(typed: str, fact: str, language: str) -> date | None:
    """The day a person typed, in figures or with its month in words; None for an empty field; raises `ValueRefused`."""
    text = day_read(typed, language)
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueRefused(fact, text[:200], "date") from None


def _written(day: date | None) -> str:
    return day.isoformat() if day else ""


def show_text(field: Field[LineEdit], text: str) -> None:
    """Show a text without telling anybody; what somebody is typing stays as it is typed."""
    control = field.control
    if field.kept == text:
        return
    field.kept = text
    if control.text().strip() != text:
        control.blockSignals(True)
        control.setText(text)
        control.blockSignals(False)
        field.accept()


class DayField(QWidget):
    """A day as it is typed; what is no day is refused beside the field and changes nothing."""

    def __init__(self, parent: QWidget, replies: Replies, name: str, key: str, label: str, description: str) -> None:
        super().__init__(parent)
        self._replies, self._key = replies, key
        self.field = forms.line_edit(self, name, label, description)
        self.field.control.setMaximumWidth(200)
        self.field.control.setMaxLength(32)
        add_calendar(self.field, replies.desk.words)
        forms.column(self).addWidget(self.field)
        self.field.control.textChanged.connect(self._typed)

    def show_day(self, day: date | None) -> None:
        show_text(self.field, _written(day))

    def _typed(self, typed: str) -> None:
        try:
            day = read_day(typed, self._key, self._replies.desk.words.language)
        except ValueRefused as refused:
            self.field.refuse(self._replies.sentence(refused))
            return
        reply: Reply = {"asked": day} if self._key == "asked" else {"due": day}
        before, self.field.kept = self.field.kept, _written(day)  # stays as it is typed
        error = self._replies.give(self, reply)
        if error is not None:
            self.field.kept = before
        self.field.refuse(self._replies.sentence(error) if error else "")


class WaitingPart(QWidget):
    """Who was asked, and when."""

    def __init__(self, parent: QWidget, replies: Replies) -> None:
        super().__init__(parent)
        self._replies = replies
        words, name = replies.desk.words, replies.item.id
        own = replies.item.party is Party.TEAM  # nobody waits for oneself: whom, is to be told
        parties = [(str(party), words.text(PARTY_TITLES[party])) for party in Party]
        if own:
            parties = [("", words.text("Choose")), *(one for one in parties if one[0] != Party.TEAM)]
        layout = forms.flow(self, gap=3 * forms.GRID)
        self.whom = forms.choice_box(self, f"{name}.whom", words.text("Who was asked"), parties)
        self.asked = DayField(self, replies, f"{name}.asked", "asked", words.text("Asked on"), "")
        layout.addWidget(self.whom)
        layout.addWidget(self.asked)
        self.whom.control.currentIndexChanged.connect(self._chosen)

    def refresh(self, answer: Answer | None) -> None:
        """Show the part while the answer is waiting."""
        waiting = answer is not None and answer.outcome is Outcome.WAITING
        if answer is not None and waiting:
            whom = str(answer.whom or "")
            self.whom.control.set_value(whom if self.whom.control.findData(whom) >= 0 else "")
            self.asked.show_day(answer.asked)
        self.setVisible(waiting)

    def _chosen(self) -> None:
        chosen = self.whom.control.value()
        self._replies.give_or_say(self.whom, {"whom": Party(chosen) if chosen else None})


class ReasonPart(QWidget):
    """Why an item is not relevant here; without a reason nothing is kept, and that is said."""

    def __init__(self, parent: QWidget, replies: Replies) -> None:
        super().__init__(parent)
        self._replies = replies
        words = replies.desk.words
        self._wanted = words.text("Not kept yet: say in a few words why. The reason is printed in the report.")
        name = words.text("Why it is not relevant here")
        self.field = forms.line_edit(self, f"{replies.item.id}.reason", name)
        self.field.control.setMaxLength(LINE)
        forms.column(self).addWidget(self.field)
        self.field.control.textChanged.connect(self._typed)
        self.hide()

    def ask(self) -> None:
        """Ask for the reason; the answer is given with it."""
        self.show()
        self._typed(self.field.control.text())
        self.field.control.setFocus()

    def refresh(self, answer: Answer | None, asking: bool) -> None:
        """Show the part while the answer is not relevant, or about to be."""
        declared = answer is not None and answer.outcome is Outcome.NOT_RELEVANT
        if not declared:
            self.field.kept = None
        if not asking:
            show_text(self.field, (answer.reason or "").strip() if answer and declared else "")
        self.setVisible(declared or asking)

    def _typed(self, typed: str) -> None:
        if not typed.strip():
            self.field.refuse(self._wanted)
            return
        error = self._replies.give(self, {"outcome": Outcome.NOT_RELEVANT, "reason": typed})
        self.field.refuse(self._replies.sentence(error) if error else "")


class NotesPart(QWidget):
    """Note, owner and due date."""

    def __init__(self, parent: QWidget, replies: Replies) -> None:
        super().__init__(parent)
        self._replies = replies
        words, item = replies.desk.words, replies.item
        self.note = forms.text_edit(self, f"{item.id}.note", words.text("Note"))
        usual = words.text("Usually: {owner}", owner=words.text(OWNERS[item.owner]))
        self._beside = QWidget(self)
        self.owner = forms.line_edit(self._beside, f"{item.id}.owner", words.text("Owner"), usual)
        due, example = words.text("Due date"), words.text("Example: 2027-03-15")
        self.due = DayField(self._beside, replies, f"{item.id}.due", "due", due, example)
        self._arrange()
        self.owner.control.setMaxLength(LINE)
        self.note.control.textChanged.connect(self._noted)
        self.owner.control.textChanged.connect(self._owned)

    def _arrange(self) -> None:
        layout = forms.column(self)
        layout.addWidget(self.note)
        layout.addWidget(self._beside)
        beside = forms.flow(self._beside, gap=3 * forms.GRID)
        beside.addWidget(self.owner)
        beside.addWidget(self.due)

    def refresh(self, answer: Answer | None) -> None:
        """Show what is kept; what somebody is typing stays as it is typed."""
        self._show_note((answer.note or "") if answer else "")
        show_text(self.owner, (answer.owner or "").strip() if answer else "")
        self.due.show_day(answer.due if answer else None)

    def _show_note(self, note: str) -> None:
        if note == self.note.kept:
            return
        self.note.kept = note
        if self.note.control.toPlainText() != note:
            self.note.control.blockSignals(True)
            self.note.control.setPlainText(note)
            self.note.control.blockSignals(False)

    def _noted(self) -> None:
        note = self.note.control.toPlainText()[:TEXT]
        self._replies.give_or_say(self.note, {"note": note if note.strip() else None})

    def _owned(self, typed: str) -> None:
        self._replies.give_or_say(self.owner, {"owner": typed.strip() or None})
