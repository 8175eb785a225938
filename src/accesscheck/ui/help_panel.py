"""The help beside an item: why it matters, how to check it, what to do now, whom it touches, where it comes from."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QTextEdit, QWidget

from accesscheck.language.items import field, source_words, statement
from accesscheck.language.reasons import because_words, later_words
from accesscheck.language.terms import OWNERS, PARTIES
from accesscheck.language.verdicts import capitalised, groups_words
from accesscheck.language.words import Words
from accesscheck.model.catalogue import Item
from accesscheck.rules.planning import last_day
from accesscheck.rules.stages import host_day
from accesscheck.rules.view import View

from . import forms

Section = tuple[str, tuple[str, ...]]
"""A heading and its paragraphs."""


def sections(item: Item, view: View, words: Words) -> Iterator[Section]:
    """What the help says of an item, part by part; parts that have nothing to say are left out."""
    yield words.text("Why it matters"), (field(item, "why", words),)
    if item.partly:
        yield words.text("What “partly” means"), (field(item, "partly", words),)
    yield words.text("How to check"), (field(item, "how", words),)
    yield words.text("What to do now"), tuple(_to_do(item, view, words))
    yield words.text("Who is affected"), (capitalised(groups_words(item.groups, words)),)
    yield words.text("What counts as proof"), (field(item, "proof", words),)
    yield words.text("Source"), tuple(source_words(source, item, words) for source in item.sources)
    yield words.text("Why it is asked here"), tuple(_why_here(item, view, words))


def _to_do(item: Item, view: View, words: Words) -> Iterator[str]:
    day = last_day(item, view.assessment.facts)
    late = day is not None and host_day(view.assessment.facts, view.score.as_of) > day
    if day is not None and late:
        yield words.text("The last day to arrange it was {day}. It is late, so:", day=words.date(day))
    yield field(item, "when_late" if late else "when_missing", words)
    if day is not None and not late:
        yield words.text("Last day to arrange it: {day}.", day=words.date(day))
    party, owner = words.text(PARTIES[item.party]), words.text(OWNERS[item.owner])
    yield words.text("Whose move: {party}. Usually done by: {owner}.", party=party, owner=owner)


def _why_here(item: Item, view: View, words: Words) -> Iterator[str]:
    yield because_words(view.why[item.id], view.assessment.facts, words)
    if item.id in view.score.later:
        yield later_words(item, words)


class HelpPanel(QTextEdit):
    """The help as one text that can be read, scrolled and searched by keyboard; Tab and Escape lead out of it.

    Beside the cards it scrolls by itself; beneath a card (`stand_beneath`) it is as high as its text.
    """

    left = Signal()
    """Escape: the person wants to go back to the item."""

    def __init__(self, parent: QWidget, words: Words) -> None:
        super().__init__(parent)
        self._words = words
        self._beneath = False
        self._shown: object = None
        self.setObjectName("walk.help")
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(forms.GRID)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.stand_beneath(False)

    def show_item(self, item: Item, view: View) -> None:
        """Show the help of an item; the reader's place is kept while the text stays the same."""
        parts = tuple(sections(item, view, self._words))
        if (item.id, parts) == self._shown:
            return
        self._shown = (item.id, parts)
        about = statement(item, view.score.stage, self._words)
        self.setAccessibleName(self._words.text("Help: {statement}", statement=about))
        self.setHtml("".join(_html(*part) for part in (*parts, _keys(self._words))))
        self._fit()

    def stand_beneath(self, beneath: bool) -> None:
        """Stand beneath a card, as high as the text and reached by F1, or beside the cards and reached by Tab too."""
        self._beneath = beneath
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus if beneath else Qt.FocusPolicy.StrongFocus)
        off, needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(off if beneath else needed)
        across = QSizePolicy.Policy.Expanding
        self.setSizePolicy(across, QSizePolicy.Policy.Fixed if beneath else QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(0)
        self.setMaximumHeight(16_777_215)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _fit(self) -> None:
        if self._beneath:
            self.setFixedHeight(round(self.document().size().height()) + 2 * self.frameWidth())


def _keys(words: Words) -> Section:
    return words.text("Keys"), (
        words.text("In an item: 1 yes, 2 partly, 3 no, 4 asked and waiting, 5 don't know, 6 not relevant."),
        words.text("Delete clears the answer."),
        words.text("Ctrl+Down and Ctrl+Up lead to the next item and the one before, F8 to the next open one."),
        words.text("F1 leads into this help, Escape back to the item."),
    )


def _html(heading: str, paragraphs: tuple[str, ...]) -> str:
    said = "".join(f'<p style="margin-top: 0; margin-bottom: 4px">{escape(one)}</p>' for one in paragraphs if one)
    return f'<h4 style="margin-top: 8px; margin-bottom: 2px">{escape(heading)}</h4>{said}'
