"""How one item counts at a stage: its outcome, whether it still is to be tested, whose move it is, its proof."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from accesscheck.model.assessment import Answer, AnswerKey, Assessment, Evidence
from accesscheck.model.catalogue import Catalogue, Item, ScoringSettings
from accesscheck.model.profile import Facts, NeedAnswer
from accesscheck.model.terms import Applicability, Outcome, Party, Severity, Stage

from .applicability import applies, settled_need
from .stages import has_started, host_day, stage_at

DECISIVE = (Outcome.MET, Outcome.PARTLY, Outcome.MISSING, Outcome.NOT_RELEVANT)
UNDECIDED = (Outcome.UNKNOWN, Outcome.WAITING)
WORD = 1
"""Strength of the organiser's word alone, in quarters."""


@dataclass(frozen=True, slots=True)
class Situation:
    """What judging needs to know besides the item: facts, answers, the instant and the stage at it."""

    facts: Facts
    answers: Mapping[AnswerKey, Answer]
    as_of: datetime
    stage: Stage
    started: bool
    settings: ScoringSettings

    def judges_like(self, other: Situation) -> bool:
        """Whether an item with the same answers counts the same in both: all else that judging looks at is equal."""
        here, there = host_day(self.facts, self.as_of), host_day(other.facts, other.as_of)
        return (self.facts, self.stage, self.started, here) == (other.facts, other.stage, other.started, there)


@dataclass(frozen=True, slots=True)
class Judged:
    """A due item as it counts; `strength` of its proof in quarters (1 to 4), `answer` the one that stands."""

    item: Item
    outcome: Outcome
    to_test: bool
    party: Party
    strength: int
    answer: Answer | None

    @property
    def excludes(self) -> bool:
        return self.item.severity is Severity.EXCLUDES

    @property
    def on_word_alone(self) -> bool:
        return self.outcome is Outcome.MET and self.strength == WORD


@dataclass(frozen=True, slots=True)
class Judgement:
    """All applying items of an assessment: those due, as they count, and those that come later."""

    situation: Situation
    due: tuple[Judged, ...]
    later: tuple[Item, ...]

    @property
    def essentials(self) -> tuple[Judged, ...]:
        return tuple(one for one in self.due if one.item.essential)


def judge_all(catalogue: Catalogue, assessment: Assessment, as_of: datetime) -> Judgement:
    """Judge every item that applies, or may apply, at the instant `as_of` (aware)."""
    applying = [item for item in catalogue.items if applies(item, assessment.facts) is not Applicability.NOT]
    return judge_items(applying, situation_of(catalogue, assessment, as_of))


def judge_items(applying: Iterable[Item], situation: Situation, before: Judgement | None = None) -> Judgement:
    """Judge items that apply; what a judgement `before` says of an item stands while nothing it looks at changed."""
    known = _still_true(before, situation)
    judged = [(item, known[item.id] if item.id in known else judge(item, situation)) for item in applying]
    due = tuple(found for _, found in judged if found is not None)
    return Judgement(situation, due, tuple(item for item, found in judged if found is None))


def _still_true(before: Judgement | None, situation: Situation) -> dict[str, Judged | None]:
    """What `before` says of the items whose answers are the same, None for one that comes later."""
    if before is None or not before.situation.judges_like(situation):
        return {}
    old, new = before.situation.answers, situation.answers
    changed = {key[0] for key in (*old, *new) if old.get(key) is not new.get(key)}
    known: dict[str, Judged | None] = {one.item.id: one for one in before.due if one.item.id not in changed}
    return known | {item.id: None for item in before.later if item.id not in changed}


def situation_of(catalogue: Catalogue, assessment: Assessment, as_of: datetime) -> Situation:
    facts, settings = assessment.facts, catalogue.scoring
    stage = assessment.stage_chosen or stage_at(facts, as_of, settings.rehearsal_hours)
    answers = {(one.item, one.stage): one for one in assessment.answers}
    instant = as_of.astimezone(UTC)  # so that a report scored again by itself alone counts the same days
    return Situation(facts, answers, instant, stage, has_started(facts, as_of), settings)


def judge(item: Item, situation: Situation) -> Judged | None:
    """How an applying item counts, None when it comes later."""
    due = [stage for stage in item.ordered_stages if stage.order <= situation.stage.order]
    if not due or _waits_for_start(item, due, situation):
        return None
    outcome, answer, to_test = _standing(item, due, situation)
    not_asked = item.need is not None and settled_need(item.need, situation.facts) is NeedAnswer.NOT_ASKED
    if not_asked and outcome is Outcome.MISSING:
        outcome = Outcome.UNKNOWN  # nobody can know whether somebody misses it
    party = _whose_move(item, outcome, answer, not_asked)
    return Judged(item, outcome, to_test, party, _strength(item, answer, situation), answer)


def _waits_for_start(item: Item, due: list[Stage], situation: Situation) -> bool:
    """An unanswered first statement of Rehearsal comes later until the start."""
    if situation.started or situation.stage is not Stage.REHEARSAL or due != [Stage.REHEARSAL]:
        return False
    answer = situation.answers.get((item.id, Stage.REHEARSAL))
    return answer is None or answer.outcome is None


def _standing(item: Item, due: list[Stage], situation: Situation) -> tuple[Outcome, Answer | None, bool]:
    """The outcome that stands, the answer it comes from, and whether it still is to be tested."""
    latest = situation.answers.get((item.id, due[-1]))
    outcome = (latest.outcome if latest else None) or Outcome.UNKNOWN
    if outcome in DECISIVE:
        return outcome, latest, False
    earlier = _last_decisive(item, due[:-1], situation)
    if earlier is not None and earlier.outcome is not None:
        if situation.stage is Stage.REHEARSAL:
            return earlier.outcome, earlier, True
        if item.severity is Severity.EXCLUDES and earlier.outcome is Outcome.MISSING:
            return Outcome.MISSING, earlier, False
    return outcome, latest, False


def _last_decisive(item: Item, stages: list[Stage], situation: Situation) -> Answer | None:
    found = [situation.answers.get((item.id, stage)) for stage in reversed(stages)]
    return next((one for one in found if one is not None and one.outcome in DECISIVE), None)


def _whose_move(item: Item, outcome: Outcome, answer: Answer | None, not_asked: bool) -> Party:
    if outcome is Outcome.WAITING and answer is not None and answer.whom is not None:
        return answer.whom
    return Party.TEAM if not_asked and outcome is Outcome.UNKNOWN else item.party


def _strength(item: Item, answer: Answer | None, situation: Situation) -> int:
    """The strongest proof in quarters, each stepped down once when too old or voided by a change."""
    if answer is None:
        return WORD
    return max((_worth(one, item, situation) for one in answer.evidence), default=WORD)


def _worth(evidence: Evidence, item: Item, situation: Situation) -> int:
    quarters = int(situation.settings.evidence[evidence.kind] * 4)
    return max(WORD, quarters - 1) if _stale(evidence, item, situation) else quarters


def _stale(evidence: Evidence, item: Item, situation: Situation) -> bool:
    age = (host_day(situation.facts, situation.as_of) - evidence.date).days
    if item.proof_days is not None and age > item.proof_days:
        return True
    replaced = [situation.facts[fact].replaced for fact in item.voided_by if fact in situation.facts]
    return any(moment and host_day(situation.facts, moment) > evidence.date for moment in replaced)
