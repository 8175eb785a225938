"""The number of a measured item: what is there beside what is needed, which decides the answer or suggests one."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from accesscheck.errors import ValueRefused
from accesscheck.language.facts import label
from accesscheck.language.items import amount, quantity, source_words
from accesscheck.language.terms import UNITS
from accesscheck.language.words import Words
from accesscheck.model.assessment import Answer
from accesscheck.model.catalogue import Direction, Item
from accesscheck.model.profile import Facts, known
from accesscheck.model.terms import Outcome
from accesscheck.operations.changes import Reply
from accesscheck.rules.measures import FORMULAS, judge, needed

from . import forms
from .item_replies import Replies
from .links import SentenceLink
from .place import SESSION, FactOf

_MOST = 1_000_000_000


def read_number(typed: str) -> int | float:
    """The number a person typed, with a point or a comma; raises `ValueError`."""
    text = typed.strip().replace(",", ".")
    value = float(text) if "." in text else int(text)
    if not 0 <= value <= _MOST:
        raise ValueError(text)
    return value


def needed_words(item: Item, facts: Facts, words: Words) -> str:
    """What is needed, where the figure comes from, and whether it decides."""
    sources = words.clauses(source_words(one, item, words) for one in item.sources if one.standing.number)
    parts = [_bound(item, facts, words), sources and words.text("Source: {source}.", source=sources)]
    decides = words.text("The number decides the answer.")
    suggests = words.text("The number suggests an answer; you decide.")
    return " ".join(part for part in (*parts, decides if item.figure_decides else suggests) if part)


def _bound(item: Item, facts: Facts, words: Words) -> str:
    figure = needed(item, facts)
    if figure is None or item.measure is None:
        return words.text("Needed: not known yet.")
    least = item.measure.direction is Direction.AT_LEAST
    shown = amount(figure.value, item, words)
    bound = words.text("Needed: {amount} or more.", amount=shown)
    said = bound if least else words.text("Needed: {amount} at most.", amount=shown)
    if figure.partly is None or figure.partly == figure.value:
        return said
    return f"{said} {_partly(amount(figure.partly, item, words), least, words)}"


def _partly(shown: str, least: bool, words: Words) -> str:
    if least:
        return words.text("From {amount} on it counts as partly.", amount=shown)
    return words.text("Up to {amount} it counts as partly.", amount=shown)


def missing_facts(item: Item, facts: Facts) -> tuple[str, ...]:
    """The facts without which nobody can tell what is needed."""
    if item.measure is None or needed(item, facts) is not None:
        return ()
    return tuple(fact for fact in FORMULAS[item.measure.formula].facts if known(facts, fact) is None)


class NumberPart(QWidget):
    """The field for the number, what is needed, and links to the facts that are still to be told."""

    def __init__(self, parent: QWidget, replies: Replies) -> None:
        super().__init__(parent)
        self._replies = replies
        self._facts: Facts = {}
        self._answer: Answer | None = None
        self._missing: tuple[str, ...] | None = None
        item, words = replies.item, replies.desk.words
        unit = words.text(UNITS[item.measure.unit]) if item.measure else ""
        name = words.text("{quantity}, in {unit}", quantity=quantity(item, words), unit=unit)
        self.field = forms.number_edit(self, f"{item.id}.value", name, needed_words(item, {}, words))
        layout = forms.column(self)
        layout.addWidget(self.field)
        self._links = QWidget(self)
        forms.column(self._links, gap=0)
        layout.addWidget(self._links)
        self.field.control.setMaxLength(16)
        self.field.control.textChanged.connect(self._typed)

    def refresh(self, answer: Answer | None, facts: Facts) -> None:
        """Show the value that is kept and what is needed for the facts as they are."""
        self._answer, self._facts = answer, facts
        self.field.explanation.setText(needed_words(self._replies.item, facts, self._replies.desk.words))
        self.field.control.setAccessibleDescription(self.field.explanation.text())
        self._show_value(answer.value if answer else None)
        missing = missing_facts(self._replies.item, facts)
        if missing != self._missing:
            self._missing = missing
            self._show_links(missing)

    def _show_value(self, value: int | float | None) -> None:
        control, kept = self.field.control, "" if value is None else str(value)
        if self.field.kept == kept:
            return
        self.field.kept = kept
        if _read_or_none(control.text()) == value:
            return
        control.blockSignals(True)
        control.setText("" if value is None else f"{value:g}" if value < 1e6 else str(value))
        control.blockSignals(False)
        self.field.accept()

    def _show_links(self, missing: tuple[str, ...]) -> None:
        layout, words = self._links.layout(), self._replies.desk.words
        for old in self._links.findChildren(SentenceLink):
            old.deleteLater()
        for fact in missing:
            said = words.text("Tell first: {fact}", fact=label(fact, words))
            link = SentenceLink(self._links, f"{self._replies.item.id}.tell.{fact}", said)
            target = FactOf(fact, self._replies.item.id)
            link.clicked.connect(lambda _=False, target=target: self._replies.desk.go(SESSION, target))
            if layout is not None:
                layout.addWidget(link)
        self._links.setVisible(bool(missing))

    def _typed(self, typed: str) -> None:
        try:
            value = read_number(typed) if typed.strip() else None
        except ValueError:
            refused = ValueRefused(self._replies.item.id, typed[:200], "measure")
            self.field.refuse(self._replies.sentence(refused))
            return
        error = self._replies.give(self, self._reply(value))
        self.field.refuse(self._replies.sentence(error) if error else "")

    def _reply(self, value: int | float | None) -> Reply:
        """An emptied field takes back what followed from it, and not what the organiser decided."""
        if value is not None:
            return {"value": value}
        item, held = self._replies.item, self._answer
        if held is None or held.value is None:
            return {"value": None}
        followed = (judge(item, held.value, self._facts) or Outcome.UNKNOWN) is held.outcome
        return {"value": None, "outcome": None} if followed else {"value": None}


def _read_or_none(typed: str) -> int | float | None:
    try:
        return read_number(typed)
    except ValueError:
        return None
