"""Generated sessions for the scoring: small catalogues and assessments that obey every rule of the model."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from hypothesis import strategies as st

from accesscheck.model.assessment import Answer, Assessment, Earlier, Evidence
from accesscheck.model.catalogue import (
    Catalogue,
    Item,
    NotRelevant,
    Overlay,
    ScoringSettings,
    Source,
    Standings,
    VoidedBy,
)
from accesscheck.model.condition import AllOf, AnyOf, Comparison, Condition, NotOf
from accesscheck.model.profile import Fact, FactValue, Need, NeedAnswer
from accesscheck.model.terms import Checklist, EvidenceKind, Group, Outcome, Owner, Party, Severity, Stage

START = datetime(2027, 3, 15, 9, tzinfo=UTC)
LOCAL_STARTS = (
    "2027-03-15T10:00+01:00[Europe/Oslo]",
    "2027-03-15T14:45+05:45[Asia/Kathmandu]",
    "2027-03-15T05:00:00-04:00[America/New_York]",
    "2027-03-15T09:00Z[Africa/Accra]",
)
NEEDS = ("need-sign-language", "need-wheelchair")
SESSION = UUID("5a1c3f7e-0000-4000-8000-000000000001")
DAYS = (*(date(2027, 2, 12) + timedelta(days=step) for step in range(0, 36, 2)), date(2027, 3, 15))
ADVANCES = (
    *(timedelta(hours=-30), timedelta(minutes=30), timedelta(minutes=60), timedelta(days=-14), timedelta(hours=-72)),
    *(timedelta(hours=-9, seconds=-1), timedelta(hours=-9), timedelta(seconds=-1), timedelta(0), timedelta(hours=16)),
    *(timedelta(minutes=59, seconds=59), timedelta(minutes=90), timedelta(days=12)),
    *(timedelta(hours=-72, seconds=-1), timedelta(days=-31)),
)
"""How long after the start it is; those that a generator prefers come first."""
EDGES = (timedelta(0), timedelta(minutes=60), timedelta(hours=-72), timedelta(minutes=90), timedelta(hours=-9))
"""The very moments at which a stage can change."""
SOURCE = Source(title="A standard", publisher="A publisher", standing=Standings())
STAGE_SETS = (
    *(tuple(Stage), tuple(Stage), (Stage.PLAN, Stage.REHEARSAL), (Stage.PLAN, Stage.DELIVERED), (Stage.PLAN,)),
    *((Stage.REHEARSAL,), (Stage.DELIVERED,), (Stage.REHEARSAL, Stage.DELIVERED)),
)

Pool = Sequence[Outcome | None]
ANY: Pool = (None, *Outcome)
POOLS: tuple[Pool, ...] = (
    *(ANY, ANY, ANY, (Outcome.MET,), (Outcome.MET,), (Outcome.MET, None), (Outcome.MET, Outcome.PARTLY)),
    *((Outcome.MET, Outcome.WAITING), (Outcome.MET, Outcome.WAITING, Outcome.UNKNOWN, Outcome.PARTLY)),
    *((Outcome.MET, Outcome.PARTLY, Outcome.MISSING), (Outcome.MET, Outcome.NOT_RELEVANT), (Outcome.NOT_RELEVANT,)),
    *((Outcome.MET, Outcome.MISSING), (Outcome.MET, Outcome.MISSING, Outcome.WAITING, None)),
)
"""What a case answers with: all at random would nearly always be excludes or open."""


@dataclass(frozen=True)
class Case:
    """One session at one moment, with the catalogue it is scored by."""

    catalogue: Catalogue
    assessment: Assessment
    as_of: datetime

    def facts(self, **changed: Fact) -> Case:
        """With facts replaced; an underscore in a name stands for its hyphen."""
        facts = {**self.assessment.facts, **{name.replace("_", "-"): fact for name, fact in changed.items()}}
        return replace(self, assessment=self.assessment.model_copy(update={"facts": facts}))

    def items(self, items: Sequence[Item]) -> Case:
        return replace(self, catalogue=self.catalogue.model_copy(update={"items": tuple(items)}))

    def answers(self, keep: Callable[[Answer], bool], *added: Answer) -> Case:
        """With the answers that `keep` keeps, and new ones in place of those for the same statement."""
        new = {(one.item, one.stage) for one in added}
        kept = [one for one in self.assessment.answers if keep(one) and (one.item, one.stage) not in new]
        return replace(self, assessment=self.assessment.model_copy(update={"answers": (*kept, *added)}))

    def answered(self, item: Item, stage: Stage, outcome: Outcome) -> Case:
        """With another outcome for one statement, everything else of its answer as it was."""
        held = self.assessment.answer(item.id, stage) or Answer(item=item.id, stage=stage)
        return self.answers(lambda _: True, held.model_copy(update={"outcome": outcome}))


def exported(case: Case) -> dict[str, Any]:
    """The parsed JSON of the case, in the keys of the interchange format that scoring reads."""
    assessment = case.assessment.model_dump(mode="json", by_alias=True)
    raw = {
        "as_of": case.as_of.isoformat().replace("+00:00", "Z"),
        "stage": assessment["stage_chosen"],
        "stage_chosen": assessment["stage_chosen"] is not None,
        "session": {"facts": assessment["facts"]},
        "answers": assessment["answers"],
        "earlier": assessment["earlier"],
        "catalogue": case.catalogue.model_dump(mode="json", by_alias=True),
    }
    parsed: dict[str, Any] = json.loads(json.dumps(raw))
    return parsed


def item(name: str, severity: Severity, /, **given: Any) -> Item:
    """An item with plain words where none are given; excludes items are essential and never not relevant."""
    excludes = severity is Severity.EXCLUDES
    words = dict.fromkeys(("why", "how", "when_missing", "when_late", "proof"), "Words.")
    usual: dict[str, Any] = {
        "checklist": Checklist.INCLUSION,
        "essential": excludes,
        "stages": {Stage.PLAN: "It is arranged."},
        "party": Party.TEAM,
        "owner": Owner.ORGANISER,
        "not_relevant": NotRelevant.NEVER if excludes else NotRelevant.WITH_REASON,
        "sources": (SOURCE,),
    }
    return Item(id=name, severity=severity, **{**words, **usual, **given})


def allowed(asked: Item, outcome: Outcome | None) -> bool:
    """Whether the item takes this outcome; None is no answer."""
    if outcome is Outcome.PARTLY:
        return asked.partly is not None
    return outcome is not Outcome.NOT_RELEVANT or asked.not_relevant is not NotRelevant.NEVER


instants = st.builds(
    lambda day, second: datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(seconds=second),
    st.sampled_from(DAYS),
    st.sampled_from((0, 43_200, 86_399)),
)
moments = st.sampled_from(ADVANCES).map(lambda advance: START + advance)

_comparisons = st.one_of(
    st.builds(lambda of: Comparison(fact="format", one_of=of), st.sampled_from([("hybrid",), ("hybrid", "online")])),
    st.builds(lambda of: Comparison(fact="floor-languages", one_of=of), st.sampled_from([("en", "fr"), ("ar",)])),
    st.builds(lambda bound: Comparison(fact="seats", at_least=bound), st.sampled_from([0, 50, 51])),
    st.builds(lambda bound: Comparison(fact="seats", at_most=bound), st.sampled_from([0, 49, 50])),
    st.builds(lambda tag: Comparison(fact="floor-languages", includes=tag), st.sampled_from(["en", "ar"])),
    st.builds(lambda least: Comparison(fact="floor-languages", count_at_least=least), st.integers(0, 3)),
    st.sampled_from(  # these do not fit their fact's type, and so are never known
        [
            Comparison(fact="seats", includes="en"),
            Comparison(fact="format", at_least=1),
            Comparison(fact="need-wheelchair", one_of=("yes",)),
        ]
    ),
)


def _nested(inner: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    parts = st.lists(inner, min_size=1, max_size=3).map(tuple)
    return st.one_of(
        st.builds(lambda some: AllOf(all=some), parts),
        st.builds(lambda some: AnyOf(any=some), parts),
        st.builds(lambda one: NotOf(negated=one), inner),
    )


conditions: st.SearchStrategy[Condition] = st.recursive(_comparisons, _nested, max_leaves=4)

_need_answers = st.builds(Need, answer=st.sampled_from(NeedAnswer), asked=st.none() | st.sampled_from(DAYS))
_needs = st.sampled_from(("unknown", "host", Need(answer=NeedAnswer.NOBODY))) | _need_answers
_FACT_VALUES: Mapping[str, st.SearchStrategy[Any]] = {
    "start": st.sampled_from((LOCAL_STARTS[0], "unknown", "host")),
    "minutes": st.sampled_from((60, 60, 90, "unknown", "host")),
    "room": st.sampled_from(("Room 4", "unknown")),
    "format": st.sampled_from(("hybrid", "online", "onsite", "unknown", "host")),
    "seats": st.sampled_from((0, 50, 120, "unknown", "host")),
    "floor-languages": st.sampled_from((("en",), ("en", "fr"), ("ru",), (), "unknown", "host")),
    **dict.fromkeys(NEEDS, _needs),
}


def _fact(values: st.SearchStrategy[FactValue]) -> st.SearchStrategy[Fact]:
    return st.builds(Fact, value=values, changed=instants, replaced=st.none() | instants)


_rest = {name: _fact(values) for name, values in _FACT_VALUES.items() if name not in ("start", "minutes")}
_times = {name: _fact(_FACT_VALUES[name]) for name in ("start", "minutes")}
started = st.fixed_dictionaries({**_times, "start": _fact(st.sampled_from(LOCAL_STARTS))}, optional=_rest)
facts = st.one_of(started, started, st.fixed_dictionaries({}, optional={**_rest, **_times}))
"""Facts, two in three with a known start."""


def scoring(excludes: int = 5, hinders: int = 3, hours: int = 72, contact: float = 0.5) -> ScoringSettings:
    """The settings of the scoring page, or others."""
    weights = {Severity.EXCLUDES: excludes, Severity.HINDERS: hinders, Severity.HELPS: 1}
    strengths = {"word": 0.25, "contact": contact, "link": 0.5, "document": 0.75, "tested": 1.0, "confirmed": 1.0}
    return ScoringSettings(version="1", weights=weights, rehearsal_hours=hours, evidence=strengths)


_scoring = st.sampled_from((scoring(), scoring(excludes=7, hinders=2), scoring(hours=9), scoring(contact=0.25)))
_proof = st.builds(Evidence, kind=st.sampled_from(EvidenceKind), date=st.sampled_from(DAYS))
_some_proofs = st.just(()) | st.tuples(_proof) | st.tuples(_proof, _proof)
_voided = st.sampled_from(((), (VoidedBy.START,), (VoidedBy.ROOM,), tuple(VoidedBy)))
_groups = st.sampled_from(((), (Group.MOBILITY,), (Group.DEAF_SIGNING, Group.ONLINE), (Group.ONLINE, Group.MOBILITY)))


@st.composite
def items(draw: st.DrawFn, /, name: str, applies: st.SearchStrategy[Condition | None], **fixed: Any) -> Item:
    """An item; what is in `fixed` is not left to chance."""
    severity = fixed.pop("severity", None) or draw(st.sampled_from(Severity))
    excludes = severity is Severity.EXCLUDES
    drawn: dict[str, Any] = {
        "checklist": draw(st.sampled_from((Checklist.CAPTIONING, Checklist.VENUE_ACCESS))),
        "essential": excludes or draw(st.sampled_from((True, False))),
        "stages": dict.fromkeys(draw(st.sampled_from(STAGE_SETS)), "A statement."),
        "partly": draw(st.sampled_from(("Only half of it.", "Only half of it.", None))),
        "proof_days": draw(st.sampled_from((None, 1, 7, 28, 31))),
        "voided_by": draw(_voided),
        "need": draw(st.sampled_from((None, None, None, *NEEDS))),
        "applies": draw(applies),
        "groups": draw(_groups),
        "party": draw(st.sampled_from(Party)),
    }
    if not excludes and draw(st.sampled_from((False, False, False, True))):
        drawn["not_relevant"] = NotRelevant.NEVER
    return item(name, severity, **{**drawn, **fixed})


@st.composite
def answers(draw: st.DrawFn, asked: Item, pool: Pool) -> tuple[Answer, ...]:
    """Answers to some of the item's statements, with outcomes from the pool where the item takes them."""
    outcomes = [one for one in pool if allowed(asked, one)] or [None]
    given = []
    silent_from = draw(st.sampled_from((Stage.REHEARSAL, None, Stage.DELIVERED)))
    for stage in asked.ordered_stages:
        silent = silent_from is not None and stage.order >= silent_from.order
        outcome = draw(st.sampled_from((None, Outcome.UNKNOWN, Outcome.WAITING) if silent else outcomes))
        if outcome is None and draw(st.booleans()):
            continue
        waiting = outcome is Outcome.WAITING
        given.append(
            Answer(
                item=asked.id,
                stage=stage,
                outcome=outcome,
                reason="It is not." if outcome is Outcome.NOT_RELEVANT else None,
                whom=draw(st.none() | st.sampled_from(Party)) if waiting else None,
                evidence=draw(_some_proofs),
            )
        )
    return tuple(given)


@st.composite
def catalogues(draw: st.DrawFn, items: tuple[Item, ...]) -> Catalogue:
    overlay = Overlay(name="Another country", version="3", hash="b" * 64)
    return Catalogue(
        id="igf",
        version="2026.0",
        hash="a" * 64,
        overlays=draw(st.sampled_from(((), (overlay,)))),
        scoring=draw(_scoring),
        items=items,
    )


@st.composite
def earlier(draw: st.DrawFn) -> tuple[Earlier, ...]:
    entry = Earlier(kind="item", id="x.0", stage=Stage.PLAN, was="missing", since=START, until=draw(instants))
    return draw(st.sampled_from(((), (entry,))))


sometimes_chosen: st.SearchStrategy[Stage | None] = st.sampled_from((None, None, None, None, *Stage))
some_condition: st.SearchStrategy[Condition | None] = st.none() | st.none() | conditions


@st.composite
def cases(
    draw: st.DrawFn,
    facts: st.SearchStrategy[dict[str, Fact]] = facts,
    chosen: st.SearchStrategy[Stage | None] = sometimes_chosen,
    extra: Sequence[st.SearchStrategy[Item]] = (),
) -> Case:
    """A session with up to six items of any kind, and one of each `extra`."""
    count = draw(st.sampled_from((3, 5, 1, 2, 4, 6)))
    asked = [draw(items(f"x.{number}", some_condition)) for number in range(count)]
    asked += [draw(one) for one in extra]
    pool = draw(st.sampled_from(POOLS))
    given = [answer for one in asked for answer in draw(answers(one, pool))]
    assessment = Assessment(
        session=SESSION,
        revision=1,
        facts=draw(facts),
        answers=tuple(given),
        earlier=draw(earlier()),
        stage_chosen=draw(chosen),
    )
    return Case(draw(catalogues(tuple(asked))), assessment, draw(moments))
