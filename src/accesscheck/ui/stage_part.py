"""The stage a session is judged at: the one that follows the date, or one chosen by hand."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from accesscheck.language.terms import STAGES
from accesscheck.model.terms import Stage
from accesscheck.operations.session import OpenSession, choose_stage

from . import forms
from .stages import stages_help

if TYPE_CHECKING:
    from accesscheck.rules.view import View

    from .desk import Desk

_BY_DATE = "date"


class StagePart(QWidget):
    """A question with the stages for answers."""

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        super().__init__(parent)
        self._desk = desk
        words = desk.words
        column = forms.column(self, gap=4)
        options = [(_BY_DATE, words.text("The stage that follows the date"))]
        options += [(str(stage), words.text(STAGES[stage])) for stage in Stage]
        question = words.text("At which stage is the session judged?")
        self.group = forms.radio_group(self, "session.stage", question, options)
        self.group.explain("\n".join(stages_help(desk.catalogue.scoring.rehearsal_hours, words)))
        column.addWidget(self.group)
        self.group.chosen.connect(self._chosen)

    def refresh(self, view: View) -> None:
        """Show what is chosen."""
        chosen = str(view.assessment.stage_chosen or _BY_DATE)
        if self.group.value() != chosen:
            self.group.set_value(chosen)

    def _chosen(self, value: str) -> None:
        stage = None if value == _BY_DATE else Stage(value)

        def step(session: OpenSession, at: datetime) -> None:
            choose_stage(session, stage, at)

        if not self._desk.perform(step):
            self.refresh(self._desk.view())
