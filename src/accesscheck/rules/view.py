"""The whole view of an assessment at an instant: what applies and why, the score, the gaps, the dates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from accesscheck.model.assessment import Assessment
from accesscheck.model.because import Because
from accesscheck.model.catalogue import Catalogue
from accesscheck.model.coverage import Coverage
from accesscheck.model.parity import Pair
from accesscheck.model.score import Score
from accesscheck.model.span import Span
from accesscheck.model.terms import Applicability, Outcome

from .applicability import because
from .coverage import coverage
from .judging import Judged, Judgement, judge_items, situation_of
from .parity import parity
from .planning import Gap, gaps, questions_to_host
from .scoring import score_judged
from .stages import span


@dataclass(frozen=True)
class View:
    """Everything derived from an assessment at `score.as_of`; `why` holds every item of the catalogue.

    What not every change shows is worked out when it is first asked for.
    """

    catalogue: Catalogue
    assessment: Assessment
    judgement: Judgement
    score: Score
    why: Mapping[str, Because]

    @cached_property
    def gaps(self) -> tuple[Gap, ...]:
        """Everything due that is not done, the most urgent first."""
        return gaps(self.judgement)

    @cached_property
    def span(self) -> Span | None:
        """Start and end of the session, None while no start is known."""
        return span(self.assessment.facts)

    @cached_property
    def questions(self) -> tuple[str, ...]:
        """The facts that the host knows."""
        return questions_to_host(self.assessment.facts)

    @property
    def declared(self) -> tuple[Judged, ...]:
        """The essentials due that were declared not relevant: named with every verdict."""
        return tuple(one for one in self.judgement.essentials if one.outcome is Outcome.NOT_RELEVANT)

    @cached_property
    def parity(self) -> tuple[Pair, ...]:
        """How each pair of twins stands online and in the room."""
        return parity(self.catalogue, self.judgement)

    @cached_property
    def coverage(self) -> Coverage:
        """Who can follow in which language."""
        return coverage(self.judgement)


def view(catalogue: Catalogue, assessment: Assessment, as_of: datetime, before: View | None = None) -> View:
    """Judge, score and plan an assessment at `as_of` (aware).

    The same value with or without the view `before` the last change, which only saves judging anew what stayed.
    """
    known = before if before is not None and before.catalogue is catalogue else None
    same_facts = known is not None and known.assessment.facts == assessment.facts
    why = known.why if known and same_facts else {item.id: because(item, assessment.facts) for item in catalogue.items}
    applying = (item for item in catalogue.items if why[item.id].state is not Applicability.NOT)
    situation = situation_of(catalogue, assessment, as_of)
    judgement = judge_items(applying, situation, known.judgement if known else None)
    return View(
        catalogue=catalogue,
        assessment=assessment,
        judgement=judgement,
        score=score_judged(catalogue, assessment, judgement),
        why=why,
    )
