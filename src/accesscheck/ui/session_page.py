"""Session: six facts on one short page, the next deadlines beside them, further facts in short steps."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from accesscheck.language.facts import STEPS
from accesscheck.model.profile import FACT_BY_ID, FACTS, FactSpec, Step

from . import forms
from .deadlines import DeadlineList
from .fact_steps import FactStep, FoldedStep
from .focus import bring_into_view
from .laying_out import lay_out_now
from .place import SESSION, STAGE, WALK, FactOf, Place
from .stage_part import StagePart
from .tab_order import tab_in_order
from .telling import Telling
from .title_part import TITLE, TitlePart
from .way_back import WayBack

if TYPE_CHECKING:
    from accesscheck.rules.view import View

    from .desk import Desk
    from .fact_editors import FactEditor

_BESIDE = 960
"""From so many pixels at 100 % text on, the deadlines stand beside the facts."""


class SessionPage(Place):
    """Every fact is kept as soon as it is a fact; what is not yet one is said beside its field."""

    place_id = SESSION

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._telling = Telling(desk, self)
        self._beside = True
        self._inside = inside = QWidget(self)
        self._across = QHBoxLayout(inside)
        self._across.setContentsMargins(24, 20, 24, 24)
        self._across.setSpacing(24)
        left = QWidget(inside)
        self._facts = forms.column(left, gap=20)
        self._first = self._head(left)
        self._title = TitlePart(self._first, desk, self._telling)
        self._first.add(self._title)
        self._folded = self._further(left)
        self._stage = StagePart(left, desk)
        self._facts.addWidget(self._stage)
        self._facts.addStretch(1)
        self._back = WayBack(left, desk)
        self._right = QWidget(inside)
        column = forms.column(self._right, gap=16)
        column.addWidget(self._next(self._right))
        column.addWidget(self._onward(self._right))
        column.addStretch(1)
        self._across.addWidget(left, 3)
        self._put_deadlines(True)
        forms.column(self).addWidget(forms.scroll(self, "session.scroll", inside))

    def refresh(self, view: View) -> None:
        self._telling.refresh(view)
        if self.deadlines.refresh(view):
            self._in_order()
            lay_out_now()  # the list of a field that is being typed in opens beneath it
        for step in self._folded.values():
            step.refresh(view)
        self._stage.refresh(view)
        self._title.refresh()

    def show_target(self, target: object) -> bool:
        """A fact by its id, for an item or not, or the stage: it unfolds and its control takes the focus."""
        self._back.drop()
        if target == STAGE:
            self._stage.group.stop().setFocus()
            return True
        asked = target if isinstance(target, FactOf) else None
        editor = self._unfolded_editor(asked.fact if asked else str(target))
        if editor is None:
            return False
        if asked is not None:
            self._back.offer(asked.item, editor.column)
            self._in_order()
        editor.first().setFocus()
        QTimer.singleShot(0, self, partial(bring_into_view, self._back.button if asked else editor.first()))
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._back.drop()

    def _unfolded_editor(self, fact: str) -> FactEditor | None:
        """The editor of a fact, its step unfolded; None for what is no fact."""
        spec = FACT_BY_ID.get(fact)
        if spec is not None and self._telling.editor(fact) is None and spec.step in self._folded:
            self._folded[spec.step].unfold()
        return self._telling.editor(fact)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        larger = max(1.0, self.fontMetrics().height() / 17)
        beside = self.width() >= _BESIDE * larger
        if beside != self._beside:
            self._put_deadlines(beside)

    def _put_deadlines(self, beside: bool) -> None:
        """Beside the facts, or where there is no room right after the first six."""
        self._beside = beside
        if beside:
            self._across.addWidget(self._right, 2)
        else:
            self._facts.insertWidget(self._facts.indexOf(self._first) + 1, self._right)
            self._right.stackUnder(self._more)  # readers follow the order of the children
        self._in_order()

    def _in_order(self) -> None:
        """After the six facts what follows from them, then further facts."""
        tab_in_order(self._inside, self._right, self._first)

    def _head(self, parent: QWidget) -> FactStep:
        words = self.desk.words
        self._facts.addWidget(forms.heading(parent, "session.title", words.text(STEPS[Step.FIRST])))
        about = words.text("They decide what is asked at all. Every answer is kept as you give it.")
        self._facts.addWidget(forms.text(parent, "session.about", about, quiet=True))
        first = FactStep(parent, _specs(Step.FIRST), words, self._telling)
        self._facts.addWidget(first)
        return first

    def _next(self, parent: QWidget) -> QWidget:
        card = forms.card(parent, "session.deadlines")
        column = forms.column(card, margin=16)
        title = self.desk.words.text("The next five deadlines")
        column.addWidget(forms.heading(card, "session.deadlines.title", title, level=2))
        self.deadlines = DeadlineList(self.desk, 5, card)
        column.addWidget(self.deadlines)
        return card

    def _further(self, parent: QWidget) -> dict[Step, FoldedStep]:
        words = self.desk.words
        self._more = forms.heading(parent, "session.more", words.text("More about the session"), level=2)
        self._facts.addWidget(self._more)
        about = words.text("For those who like to finish: these are also asked where the first item needs them.")
        self._facts.addWidget(forms.text(parent, "session.more.about", about, quiet=True))
        folded: dict[Step, FoldedStep] = {}
        for step in (one for one in Step if one is not Step.FIRST):
            title = words.text("In the programme") if step is Step.IDENTITY else words.text(STEPS[step])
            folded[step] = FoldedStep(parent, f"step.{step}", title, _specs(step), words, self._telling)
            folded[step].unfolded.connect(self._unfolded)
            self._facts.addWidget(folded[step])
        return folded

    def _unfolded(self) -> None:
        self.refresh(self.desk.view())
        self._in_order()

    def _onward(self, parent: QWidget) -> QWidget:
        words = self.desk.words
        onward = forms.button(parent, "session.walk", words.text("Go to the checklists"), primary=True)
        onward.clicked.connect(lambda: self.desk.go(WALK))
        return onward


def _specs(step: Step) -> tuple[FactSpec, ...]:
    return tuple(spec for spec in FACTS if spec.step is step and spec.id != TITLE)
