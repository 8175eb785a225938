"""The parts of the summary that say who can take part: verdict, reasons, groups, and what was known earlier."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from accesscheck.language.items import statement
from accesscheck.language.marks import N_
from accesscheck.language.verdicts import capitalised, group_name, groups_words, stage_words, state_words, verdict_words
from accesscheck.language.words import Words
from accesscheck.model.catalogue import Item
from accesscheck.model.score import Reason
from accesscheck.model.terms import Group, GroupState, Outcome, ReasonKind
from accesscheck.rules.scoring import serves, state_of
from accesscheck.rules.view import View

from . import forms
from .desk import Desk
from .fresh import Fresh
from .icons import icon, state_colour
from .links import SentenceLink
from .place import WALK
from .table import WordTable
from .theme import colours_of

REASONS: Mapping[ReasonKind, str] = {
    ReasonKind.EXCLUDES: N_("{groups}: missing: “{statement}”"),
    ReasonKind.UNKNOWN: N_("{groups}: not known: “{statement}”"),
    ReasonKind.WAITING: N_("{groups}: asked and waiting: “{statement}”"),
    ReasonKind.MISSING: N_("{groups}: missing: “{statement}”"),
    ReasonKind.PARTLY: N_("{groups}: partly in place: “{statement}”"),
    ReasonKind.UNPROVED: N_("{groups}: in place on your word alone, add proof: “{statement}”"),
    ReasonKind.TO_TEST: N_("{groups}: still to test: “{statement}”"),
}
_ICONS = {
    GroupState.CANNOT: "missing",
    GroupState.UNKNOWN: "unknown",
    GroupState.DIFFICULTY: "partly",
    GroupState.CAN: "met",
    GroupState.NOTHING: "not-relevant",
}
_MOST = 2
"""Most items named behind the state of a group."""


def reason_words(reason: Reason, view: View, words: Words) -> str:
    """An item that made the verdict, with the people it concerns."""
    item = _item(reason.item, view)
    said = statement(item, view.score.stage, words) if item else reason.item
    return words.text(REASONS[reason.kind], groups=capitalised(groups_words(reason.groups, words)), statement=said)


class VerdictPart(Fresh):
    """The verdict, its stage, and its reasons as links to their items."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk

    def refresh(self, view: View) -> None:
        """Show the verdict as the session stands."""
        words, score = self._desk.words, view.score
        verdict = verdict_words(score, words, len(tuple(declared(view, words))))
        stage = words.text("Stage: {stage}.", stage=stage_words(score, view.span, words))
        reasons = tuple((reason.item, reason_words(reason, view, words)) for reason in score.reasons)

        def build(inside: QWidget, column: QVBoxLayout) -> None:
            column.addWidget(forms.heading(inside, "summary.verdict", verdict, level=2))
            column.addWidget(forms.text(inside, "summary.stage", stage, quiet=True))
            for item, said in reasons:
                link = SentenceLink(inside, f"reason.{item}", said)
                link.clicked.connect(lambda _=False, item=item: self._desk.go(WALK, item))
                column.addWidget(link)

        self.show_for((verdict, stage, reasons), build)


class GroupTable(WordTable):
    """A table with air and lines between its rows, for cells of several lines."""

    def __init__(
        self, parent: QWidget, name: str, title: str, headers: Sequence[str], rows: Sequence[Sequence[str]]
    ) -> None:
        super().__init__(parent, name, title, headers, rows)
        self.setShowGrid(True)
        side = max(16, self.fontMetrics().height())
        self.setIconSize(QSize(side, side))

    def sizeHintForRow(self, row: int) -> int:
        return super().sizeHintForRow(row) + 2 * forms.GRID


class GroupsPart(Fresh):
    """The groups as a table of words, worst first."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk

    def refresh(self, view: View) -> None:
        """Show the groups as the session stands."""
        words = self._desk.words
        found = worst_first(view)
        rows = [
            (
                group_name(group, words),
                capitalised(state_words(state, view.score.stage, words)),
                behind(group, state, view, words),
            )
            for group, state in found
        ]

        def build(inside: QWidget, column: QVBoxLayout) -> None:
            headers = (words.text("People"), words.text("State"), words.text("Because of"))
            title = words.text("Groups and how they can take part")
            table = GroupTable(inside, "summary.groups", title, headers, rows)
            table.shares = (4, 3, 6)
            colours = colours_of(self.palette())
            for row, (_, state) in enumerate(found):
                table.set_icon(row, 1, icon(_ICONS[state], state_colour(_ICONS[state], colours)))
            column.addWidget(table)

        self.show_for((rows, self.palette().cacheKey()), build)


def worst_first(view: View) -> list[tuple[Group, GroupState]]:
    """The groups with their states, those that cannot take part first."""
    order = list(GroupState)
    return sorted(view.score.groups.items(), key=lambda pair: order.index(pair[1]))


def behind(group: Group, state: GroupState, view: View, words: Words) -> str:
    """The items that make a group's state, each in a line of its own, the first few."""
    if state is GroupState.CAN:
        return words.text("Nothing stands against it.")
    if state is GroupState.NOTHING:
        return words.text("No essential item here concerns them.")
    served = [
        one for one in view.judgement.essentials if serves(one, group) and one.outcome is not Outcome.NOT_RELEVANT
    ]
    found = [one for one in served if state_of(one) is state]
    lines = [statement(one.item, view.score.stage, words) for one in found[:_MOST]]
    rest = len(found) - _MOST
    if rest > 0:
        lines.append(words.plural("and {count} more", "and {count} more", rest))
    return "\n".join(lines)


def declared(view: View, words: Words) -> Iterator[str]:
    """The essentials that were declared not relevant, with their reasons."""
    for one in view.judgement.essentials:
        if one.outcome is Outcome.NOT_RELEVANT and one.answer is not None:
            said = statement(one.item, view.score.stage, words)
            yield words.text("“{statement}” {reason}", statement=said, reason=one.answer.reason or "")


def _item(item_id: str, view: View) -> Item | None:
    return view.catalogue.item(item_id)
