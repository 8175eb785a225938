"""Summary: the verdict with its reasons, who can take part, whose move it is, deadlines, and how it was scored."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from accesscheck.language.facts import label
from accesscheck.language.remembered import remembered
from accesscheck.rules.view import View

from . import forms
from .deadlines import DeadlineList
from .desk import Desk
from .fresh import Fresh
from .links import SentenceLink
from .party_lists import PartyLists
from .place import SESSION, SUMMARY, Place
from .summary_method import hours_lines, method_lines
from .summary_parts import GroupsPart, VerdictPart, declared
from .summary_tables import LanguagesPart, SidesPart
from .tab_order import tab_in_order

_DEADLINES = 8
_WIDE = 120
"""Characters that the page is wide at most."""


class SummaryPage(Place):
    """The whole result in words, each part leading to where something can be done."""

    place_id = SUMMARY

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._body = QWidget(self)
        self._sections: list[tuple[QWidget, Callable[[View], bool]]] = []
        outer = QHBoxLayout(self._body)
        outer.setContentsMargins(2 * forms.GRID, 2 * forms.GRID, 2 * forms.GRID, 2 * forms.GRID)
        self._page = QWidget(self._body)
        self._page.setMaximumWidth(self.fontMetrics().averageCharWidth() * _WIDE)
        outer.addWidget(self._page, 100)
        outer.addStretch(1)
        self._column = forms.column(self._page, gap=3 * forms.GRID)
        self._build()
        forms.column(self).addWidget(forms.scroll(self, "summary.scroll", self._body))

    def refresh(self, view: View) -> None:
        """Show each part as the session stands; parts with nothing to say are hidden."""
        for section, show in self._sections:
            section.setVisible(show(view))
        tab_in_order(self)

    def _build(self) -> None:
        words, desk = self.desk.words, self.desk
        self._column.addWidget(forms.heading(self._page, "summary.title", words.text("Summary")))
        self._add("", lambda parent: _always(VerdictPart(desk, parent)))
        self._add(words.text("Declared not relevant"), self._lines("declared", lambda view: declared(view, words)))
        self._add(words.text("Who can take part"), lambda parent: _always(GroupsPart(desk, parent)))
        self._add(words.text("Whose move it is"), lambda parent: _always(PartyLists(desk, parent)))
        self._add(words.text("Deadlines"), lambda parent: _always(DeadlineList(desk, _DEADLINES, parent)))
        self._add(words.text("Questions to the host"), self._questions)
        self._add(words.text("Who can follow in which language"), lambda parent: _shown(LanguagesPart(desk, parent)))
        self._add(words.text("The same in the room and online"), lambda parent: _shown(SidesPart(desk, parent)))
        self._add(
            words.text("Local hours of speakers and audience"),
            self._lines("hours", lambda view: hours_lines(view, words)),
        )
        self._add(words.text("What was known earlier"), self._lines("earlier", self._earlier))
        self._add("", self._method)
        self._column.addStretch(1)

    def _earlier(self, view: View) -> Iterable[str]:
        words, catalogue = self.desk.words, view.catalogue
        return (remembered(entry, catalogue.item(entry.id), words) for entry in view.assessment.earlier)

    def _add(self, title: str, make: Callable[[QWidget], tuple[QWidget, Callable[[View], bool]]]) -> None:
        """A section under its heading; `make` gives the widget, and what shows it and says whether it has something."""
        section = QWidget(self._page)
        column = forms.column(section)
        if title:
            column.addWidget(forms.heading(section, f"summary.heading{len(self._sections)}", title, level=2))
        widget, show = make(section)
        column.addWidget(widget)
        self._column.addWidget(section)
        self._sections.append((section, show))

    def _lines(
        self, name: str, lines: Callable[[View], Iterable[str]]
    ) -> Callable[[QWidget], tuple[QWidget, Callable[[View], bool]]]:
        """A section of plain lines, hidden while there are none."""

        def make(parent: QWidget) -> tuple[QWidget, Callable[[View], bool]]:
            part = Fresh(parent)

            def show(view: View) -> bool:
                found = tuple(lines(view))
                part.show_for(found, lambda inside, column: _add_lines(inside, column, name, found))
                return bool(found)

            return part, show

        return make

    def _questions(self, parent: QWidget) -> tuple[QWidget, Callable[[View], bool]]:
        part, words = Fresh(parent), self.desk.words

        def build(inside: QWidget, column: QVBoxLayout) -> None:
            for fact in self.desk.view().questions:
                link = SentenceLink(inside, f"question.{fact}", label(fact, words))
                link.clicked.connect(lambda _=False, fact=fact: self.desk.go(SESSION, fact))
                column.addWidget(link)

        def show(view: View) -> bool:
            part.show_for(view.questions, build)
            return bool(view.questions)

        return part, show

    def _method(self, parent: QWidget) -> tuple[QWidget, Callable[[View], bool]]:
        """Folded: for those who want to know."""
        words = self.desk.words
        box = QWidget(parent)
        column = forms.column(box)
        button = forms.button(box, "summary.method", words.text("How this was scored"))
        button.setCheckable(True)
        part = Fresh(box)
        part.hide()
        button.toggled.connect(part.setVisible)
        column.addWidget(button)
        column.addWidget(part)

        def show(view: View) -> bool:
            found = tuple(method_lines(view, words))
            part.show_for(found, lambda inside, lines: _add_lines(inside, lines, "method", found))
            return True

        return box, show


def _always(part: VerdictPart | GroupsPart | PartyLists | DeadlineList) -> tuple[QWidget, Callable[[View], bool]]:
    def show(view: View) -> bool:
        part.refresh(view)
        return True

    return part, show


def _shown(part: LanguagesPart | SidesPart) -> tuple[QWidget, Callable[[View], bool]]:
    return part, part.refresh


def _add_lines(inside: QWidget, column: QVBoxLayout, name: str, lines: Iterable[str]) -> None:
    for place, line in enumerate(lines):
        column.addWidget(forms.text(inside, f"{name}.{place}", line))
