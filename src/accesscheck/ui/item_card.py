"""One item as a card: how it stands, its statement, the answers, what an answer asks for, and more on demand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QPushButton, QRadioButton, QVBoxLayout, QWidget

from accesscheck.language.items import statement
from accesscheck.language.terms import ANSWERS, SEVERITIES
from accesscheck.model.assessment import Answer
from accesscheck.model.catalogue import Item
from accesscheck.model.profile import Facts
from accesscheck.model.terms import Outcome
from accesscheck.operations.changes import Reply
from accesscheck.rules.judging import Judged
from accesscheck.rules.view import View

from . import forms
from .desk import Desk
from .fields import RadioGroup
from .item_facts import FactsPart
from .item_replies import FocusStay, Replies
from .item_standing import Standing, answers_of, kept_words, stage_shown, standing, state_words
from .tab_order import tab_in_order
from .tags import Tag

if TYPE_CHECKING:  # parts that few cards have from the beginning are read with the first of them
    from .item_number import NumberPart
    from .item_parts import NotesPart, ReasonPart, WaitingPart
    from .item_proof import ProofPart

_KEYS = {getattr(Qt.Key, f"Key_{number}"): outcome for number, outcome in enumerate(Outcome, start=1)}
_CLEARING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class ItemCard(QWidget):
    """One item with its answers; every answer is given to the session at once."""

    help_wanted = Signal(object)
    """The card whose help is wanted."""

    def __init__(self, parent: QWidget, desk: Desk, stay: FocusStay, item: Item, view: View) -> None:
        super().__init__(parent)
        self.item, self.stage = item, stage_shown(item, view)
        self.setObjectName(f"card.{item.id}")
        self._words = desk.words
        self._replies = Replies(desk, stay, item, self.stage)
        self._shown: tuple[Standing, Facts] | None = None
        self._asking = False
        self._unfolded: tuple[NotesPart, ProofPart] | None = None
        self._body = forms.card(self, f"card.{item.id}.frame")
        forms.column(self).addWidget(self._body)
        self._layout = forms.column(self._body, margin=2 * forms.GRID)
        self._head(self._layout)
        self.answers = self._answers()
        self.number = self._number() if item.measure else None
        self._facts = FactsPart(self._body, self._replies)
        self._waiting: WaitingPart | None = None
        self._reason: ReasonPart | None = None
        self._foot = QWidget(self._body)
        self.more, self.help = self._buttons()
        self._folded = QWidget(self._body)
        self._arrange()
        self.answers.chosen.connect(self._told)

    # --- showing ---

    def refresh(self, view: View, judged: Judged | None) -> None:
        """Show how the item stands; nothing is touched that stayed the same."""
        how = standing(self.item, self.stage, view, judged)
        shown = how, view.assessment.facts
        if shown == self._shown:
            return
        self._shown = shown
        self._state.show_state(how.icon, state_words(self.item, how, self._words))
        self._asking = self._asking and not (how.answer and how.answer.outcome is Outcome.NOT_RELEVANT)
        if not self._asking:
            self._show_kept()
        self._refresh_parts(how.answer, view.assessment.facts)
        if self._facts.refresh(how.answer, view):
            tab_in_order(self._body)

    def focus_answer(self) -> None:
        """Put the focus where the item is answered."""
        radios = self.answers.radios
        target: QWidget | None = radios.get(self.answers.value())
        if target is None and self.number is not None and self.item.figure_decides:
            target = self.number.field.control
        (target or next(iter(radios.values()))).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def answered_height(self) -> int:
        """Height of the card without the help that may stand beneath it, in pixels."""
        return self._body.height()

    def offer_help(self, offered: bool) -> None:
        """Offer the help by a button of the card, where it does not stand beside the cards."""
        self.help.setVisible(offered)

    def take_help(self, panel: QWidget) -> None:
        """Let the help stand beneath the card."""
        layout = self.layout()
        if layout is not None:
            layout.addWidget(panel)

    def _refresh_parts(self, answer: Answer | None, facts: Facts) -> None:
        if self.number is not None:
            self.number.refresh(answer, facts)
        self._refresh_asked(answer)
        self._held.setText(kept_words(answer, self._words))
        for part in self._unfolded or ():
            part.refresh(answer)

    def _refresh_asked(self, answer: Answer | None) -> None:
        """What an answer asks for is built when an answer first asks for it."""
        outcome = answer.outcome if answer else None
        if outcome is Outcome.WAITING and self._waiting is None:
            self._ask_whom()
        if (self._asking or outcome is Outcome.NOT_RELEVANT) and self._reason is None:
            self._ask_why()
        if self._waiting is not None:
            self._waiting.refresh(answer)
        if self._reason is not None:
            self._reason.refresh(answer, self._asking)

    def _ask_whom(self) -> None:
        from .item_parts import WaitingPart

        self._waiting = WaitingPart(self._body, self._replies)
        self._add_asked(self._waiting)

    def _ask_why(self) -> None:
        from .item_parts import ReasonPart

        self._reason = ReasonPart(self._body, self._replies)
        self._add_asked(self._reason)

    def _add_asked(self, part: QWidget) -> None:
        """Beneath the answers, for eyes, keyboard and readers alike."""
        self._layout.insertWidget(self._layout.indexOf(self._foot), part)
        part.stackUnder(self._foot)
        tab_in_order(self._body)

    def _show_kept(self) -> None:
        """Show the answer that is kept; what was refused is not shown as if it were given."""
        answer = self._kept_answer()
        value = str(answer.outcome) if answer and answer.outcome else ""
        self.answers.set_value(value if value in self.answers.radios else "")

    def _kept_answer(self) -> Answer | None:
        return self._shown[0].answer if self._shown else None

    # --- answering ---

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by_key = event.modifiers() in _PLAIN and isinstance(QApplication.focusWidget(), QRadioButton | QPushButton)
        if by_key and event.key() in _CLEARING:
            self.answers.clear()
        elif not (by_key and self._choose(_KEYS.get(Qt.Key(event.key())))):
            super().keyPressEvent(event)

    def _choose(self, outcome: Outcome | None) -> bool:
        """Answer by key; an answer that the item does not take leads to where it is answered."""
        if outcome is None:
            return False
        radio = self.answers.radios.get(str(outcome))
        if radio is None:
            self.focus_answer()
            return True
        radio.setFocus(Qt.FocusReason.ShortcutFocusReason)
        radio.setChecked(True)
        return True

    def _told(self, value: str) -> None:
        """The person chose an answer, or took it back; note and proof stay."""
        self._asking = value == Outcome.NOT_RELEVANT
        if self._asking:
            self._refresh_asked(self._kept_answer())
            self._ask_reason()
            return
        reply: Reply = {"outcome": Outcome(value)} if value else {"outcome": None, "value": None}
        if not self._replies.give_or_say(self.answers, reply):
            self._show_kept()
        self._refresh_asked(self._kept_answer())

    def _ask_reason(self) -> None:
        if self._reason is not None:
            self._reason.ask()

    # --- more ---

    def _unfold(self, wanted: bool) -> None:
        if wanted and self._unfolded is None:
            self._fill_folded()
        self._folded.setVisible(wanted)

    def _fill_folded(self) -> None:
        from .item_parts import NotesPart
        from .item_proof import ProofPart

        self._unfolded = NotesPart(self._folded, self._replies), ProofPart(self._folded, self._replies)
        layout = forms.column(self._folded, gap=2 * forms.GRID)
        for part in self._unfolded:
            layout.addWidget(part)
            part.refresh(self._kept_answer())
        tab_in_order(self._body)

    # --- building ---

    def _head(self, layout: QVBoxLayout) -> None:
        head = QWidget(self._body)
        self._state = forms.mark(head, f"{self.item.id}.state", "unknown", "")
        severity = self.item.severity
        tag = Tag(head, f"{self.item.id}.severity", severity, self._words.text(SEVERITIES[severity]))
        row = forms.row(head, gap=2 * forms.GRID)
        row.addWidget(self._state, 1)
        row.addWidget(tag)
        layout.addWidget(head)

    def _answers(self) -> RadioGroup:
        options = [(str(outcome), self._words.text(ANSWERS[outcome])) for outcome in answers_of(self.item)]
        said = statement(self.item, self.stage, self._words)
        clear = self._words.text("Clear answer")
        group = forms.radio_group(self._body, f"{self.item.id}.answer", said, options, clear)
        for number, outcome in enumerate(Outcome, start=1):
            if str(outcome) in group.radios:
                group.radios[str(outcome)].setToolTip(self._words.text("Key {number}", number=number))
        return group

    def _number(self) -> NumberPart:
        """The number stands between the statement and the answers, for eyes, keyboard and readers alike."""
        from .item_number import NumberPart

        part = NumberPart(self.answers, self._replies)
        layout = self.answers.layout()
        if isinstance(layout, QBoxLayout):
            layout.insertWidget(1, part)
        part.lower()
        self.answers.question.lower()
        return part

    def _buttons(self) -> tuple[QPushButton, QPushButton]:
        row = forms.flow(self._foot, gap=2 * forms.GRID)
        more = forms.button(self._foot, f"{self.item.id}.more", self._words.text("More"))
        more.setAccessibleDescription(self._words.text("Note, owner, due date, proof"))
        more.setCheckable(True)
        more.toggled.connect(self._unfold)
        helped = forms.button(self._foot, f"{self.item.id}.help", self._words.text("Help"))
        helped.clicked.connect(lambda: self.help_wanted.emit(self))
        helped.hide()
        self._held = forms.text(self._foot, f"{self.item.id}.kept", quiet=True)
        for widget in (more, helped, self._held):
            row.addWidget(widget)
        return more, helped

    def _arrange(self) -> None:
        for part in (self.answers, self._facts, self._foot, self._folded):
            self._layout.addWidget(part)
        self._folded.hide()
