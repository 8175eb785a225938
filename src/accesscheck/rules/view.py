"""The whole view of an assessment at an instant: what applies and why, the score, the gaps, the dates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from accesscheck.model.assessment import Assessment
from accesscheck.model.because import Because
from accesscheck.model.catalogue import Catalogue
from accesscheck.model.score import Score
from accesscheck.model.span import Span
from accesscheck.model.terms import Outcome

from .applicability import because
from .judging import Judged, Judgement, judge_all
from .planning import Gap, gaps, questions_to_host
from .scoring import score_judged
from .stages import span


@dataclass(frozen=True, slots=True)
class View:
    """Everything derived from an assessment at `score.as_of`; `why` holds every item of the catalogue."""

    catalogue: Catalogue
    assessment: Assessment
    judgement: Judgement
    score: Score
    gaps: tuple[Gap, ...]
    why: Mapping[str, Because]
    span: Span | None
    questions: tuple[str, ...]

    @property
    def declared(self) -> tuple[Judged, ...]:
        """The essentials due that were declared not relevant: named with every verdict."""
        return tuple(one for one in self.judgement.essentials if one.outcome is Outcome.NOT_RELEVANT)


def view(catalogue: Catalogue, assessment: Assessment, as_of: datetime) -> View:
    """Judge, score and plan an assessment at `as_of` (aware)."""
    judgement = judge_all(catalogue, assessment, as_of)
    return View(
        catalogue=catalogue,
        assessment=assessment,
        judgement=judgement,
        score=score_judged(catalogue, assessment, judgement),
        gaps=gaps(judgement),
        why={item.id: because(item, assessment.facts) for item in catalogue.items},
        span=span(assessment.facts),
        questions=questions_to_host(assessment.facts),
    )
