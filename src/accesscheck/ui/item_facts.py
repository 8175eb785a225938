"""What a card says of facts: one that speaks against its answer, and one that decides whether the item is asked."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from accesscheck.language.facts import label, value_words
from accesscheck.language.terms import ANSWERS
from accesscheck.model.assessment import Answer
from accesscheck.model.profile import Facts
from accesscheck.model.terms import Applicability, Outcome
from accesscheck.rules.doubts import doubtful_facts
from accesscheck.rules.view import View

from . import forms
from .icons import Glyph
from .item_replies import Replies
from .links import SentenceLink
from .place import SESSION, FactOf
from .walk_foot import deciding_fact


class FactsPart(QWidget):
    """Built when there is something to say, and gone when there is nothing more."""

    def __init__(self, parent: QWidget, replies: Replies) -> None:
        super().__init__(parent)
        self._replies = replies
        self._column = forms.column(self)
        self._shown: object = None
        self._decides: SentenceLink | None = None
        self._doubt: DoubtPart | None = None
        self.hide()

    def refresh(self, answer: Answer | None, view: View) -> bool:
        """Show what is to be said now; whether there are other links than before."""
        decides = self._undecided(view)
        outcome = answer.outcome if answer else None
        doubtful = doubtful_facts(self._replies.item.id, outcome, view.assessment.facts)[:1]
        shown = (decides, doubtful, outcome if doubtful else None)
        if shown == self._shown:
            return False
        self._shown = shown
        self._show_decides(decides)
        self._show_doubt(doubtful, outcome, view.assessment.facts)
        self.setVisible(bool(decides or doubtful))
        return True

    def _undecided(self, view: View) -> str | None:
        because = view.why[self._replies.item.id]
        return deciding_fact(because) if because.state is Applicability.UNKNOWN else None

    def _show_decides(self, fact: str | None) -> None:
        if self._decides is not None:
            self._decides.hide()
            self._decides.deleteLater()
            self._decides = None
        if fact is not None:
            words = self._replies.desk.words
            said = words.text("Tell first, it decides whether this is asked: {fact}", fact=label(fact, words))
            self._decides = self._link(self, f"{self._replies.item.id}.decides.{fact}", said, fact)
            self._column.addWidget(self._decides)

    def _show_doubt(self, doubtful: tuple[str, ...], outcome: Outcome | None, facts: Facts) -> None:
        if not doubtful or outcome is None:
            if self._doubt is not None:
                self._doubt.hide()
            return
        if self._doubt is None:
            self._doubt = DoubtPart(self, f"{self._replies.item.id}.doubt")
            self._column.addWidget(self._doubt)
        fact, words = doubtful[0], self._replies.desk.words
        said = words.text("Change: {fact}", fact=label(fact, words))
        self.show()
        self._doubt.ask(
            self._sentence(fact, outcome, facts), self._link(self._doubt, f"{self._doubt.name}.{fact}", said, fact)
        )

    def _sentence(self, fact: str, outcome: Outcome, facts: Facts) -> str:
        words = self._replies.desk.words
        return words.text(
            "The answer here is “{answer}”, but for “{fact}” the session says “{value}”. "
            "Is one of the two to be changed?",
            answer=words.text(ANSWERS[outcome]),
            fact=label(fact, words),
            value=value_words(fact, facts[fact].value, words),
        )

    def _link(self, parent: QWidget, name: str, said: str, fact: str) -> SentenceLink:
        target = FactOf(fact, self._replies.item.id)
        link = SentenceLink(parent, name, said)
        link.clicked.connect(lambda: self._replies.desk.go(SESSION, target))
        return link


class DoubtPart(QWidget):
    """A question in a sentence, spoken when it comes up, with a link to the fact; nothing is refused."""

    def __init__(self, parent: QWidget, name: str) -> None:
        super().__init__(parent)
        self.name = name
        self.setObjectName(f"{name}.part")
        column = forms.column(self)  # the ring around the link strikes nothing through
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(Glyph(line, "attention"))
        self._sentence = forms.toast(line, name)
        row.addWidget(self._sentence, 1)
        column.addWidget(line)
        self._column, self._link = column, QWidget(self)
        column.addWidget(self._link)

    def ask(self, sentence: str, link: QWidget) -> None:
        """Ask about one fact."""
        self._link.hide()
        self._link.deleteLater()
        self._link = link
        self._column.addWidget(link)
        self.show()
        self._sentence.say(sentence)
