"""Two parts of the summary: who can follow in which language, and how the room compares with online."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from accesscheck.language.coverage import COLUMNS, NOT_ASKED_YET, left_out, row_words, sign_words
from accesscheck.language.items import statement
from accesscheck.language.parity import BALANCES, side_words
from accesscheck.language.words import Words
from accesscheck.model.parity import Side
from accesscheck.rules.view import View

from . import forms
from .desk import Desk
from .fresh import Fresh
from .summary_parts import GroupTable


class LanguagesPart(Fresh):
    """What there is in each language, and the people that leaves out."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk

    def refresh(self, view: View) -> bool:
        """Show the languages as the session stands; sign languages are always spoken of."""
        words, found = self._desk.words, view.coverage
        rows = [row_words(row, words) for row in found.rows]
        people = tuple(left_out(found, words))
        signed = words.text(
            "{label}: {value}", label=words.text("Sign languages"), value=sign_words(found.signed, words)
        )

        def build(inside: QWidget, column: QVBoxLayout) -> None:
            for place, sentence in enumerate(people):
                column.addWidget(forms.text(inside, f"languages.{place}", sentence))
            column.addWidget(forms.text(inside, "languages.signed", signed))
            if rows:
                headers = [words.text(name) for name in COLUMNS]
                title = words.text("What there is in each language")
                column.addWidget(GroupTable(inside, "summary.languages", title, headers, rows))
                column.addWidget(forms.text(inside, "languages.note", words.text(NOT_ASKED_YET), quiet=True))

        self.show_for((rows, people, signed), build)
        return True


class SidesPart(Fresh):
    """What is asked of the room beside the same online; nothing for a session in one place."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk

    def refresh(self, view: View) -> bool:
        """Show the pairs as they stand; whether there are any."""
        words = self._desk.words
        rows = [
            (_side(pair.room, view, words), _side(pair.online, view, words), words.text(BALANCES[pair.balance]))
            for pair in view.parity
        ]

        def build(inside: QWidget, column: QVBoxLayout) -> None:
            headers = (words.text("In the room"), words.text("Online"), words.text("Compared"))
            table = GroupTable(inside, "summary.sides", words.text("The same in the room and online"), headers, rows)
            table.shares = (5, 5, 3)
            column.addWidget(table)

        self.show_for(rows, build)
        return bool(rows)


def _side(side: Side, view: View, words: Words) -> str:
    said = statement(side.item, view.score.stage, words)
    return words.text("{statement} {outcome}.", statement=said, outcome=side_words(side, words))
