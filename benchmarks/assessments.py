"""Assessments of any length, filled with texts that no two items and no two rounds share."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from random import Random
from uuid import UUID

from accesscheck.model.assessment import Answer, Assessment, Evidence
from accesscheck.model.catalogue import Catalogue, Item, NotRelevant, Source, Standings
from accesscheck.model.interchange import stamped
from accesscheck.model.profile import Fact, FactValue
from accesscheck.model.terms import (
    Checklist,
    EvidenceKind,
    Group,
    Outcome,
    Owner,
    Party,
    Severity,
    Stage,
    Standing,
)

AS_OF = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)
ITEMS = 10
"""Of one section: with their notes about a page."""
_OUTCOMES = (
    (Outcome.MET, 3),
    (Outcome.PARTLY, 2),
    (Outcome.MISSING, 2),
    (Outcome.WAITING, 1),
    (Outcome.UNKNOWN, 1),
    (Outcome.NOT_RELEVANT, 1),
)
_NAMES = 0.04
"""Of all words: names that stand nowhere else, as in any text about people and places."""
_FACTS: dict[str, FactValue] = {
    "title": "A session of any length",
    "start": "2027-06-15T14:00+02:00[Europe/Oslo]",
    "minutes": 90,
    "format": "hybrid",
    "floor-languages": ("en",),
    "room": "Hall 3",
}


def assessment(shipped: Catalogue, sections: int, seed: int) -> tuple[Catalogue, Assessment]:
    """A catalogue of that many sections and a session answered by it; another seed gives other texts."""
    prose = Prose.of(shipped, seed)
    items = tuple(_item(number, section, prose) for section in range(sections) for number in range(ITEMS))
    catalogue = stamped(shipped.model_copy(update={"id": "generated", "items": items}))
    facts = {name: Fact(value=value, changed=AS_OF) for name, value in _FACTS.items()}
    answers = tuple(answer for item in items for answer in _answers(item, prose))
    return catalogue, Assessment(session=UUID(int=seed), revision=1, facts=facts, answers=answers)


@dataclass(frozen=True)
class Prose:
    """Sentences of the words of the shipped catalogue, as often as each stands there, in an order of their own."""

    words: tuple[str, ...]
    random: Random

    @classmethod
    def of(cls, shipped: Catalogue, seed: int) -> Prose:
        texts = (text for item in shipped.items for text in (*item.stages.values(), item.why, item.how, item.when_late))
        words = tuple(word.strip(".,;:") for text in texts for word in text.split())
        return cls(tuple(word for word in words if word.isalpha()), Random(seed))  # noqa: S311  # no secret

    def sentence(self, length: int) -> str:
        """About `length` words."""
        count = max(2, round(self.random.gauss(length, length / 5)))
        said = " ".join(self._word() for _ in range(count))
        return f"{said[:1].upper()}{said[1:]}."

    def sentences(self, count: int, length: int) -> str:
        return " ".join(self.sentence(length) for _ in range(count))

    def _word(self) -> str:
        if self.random.random() < _NAMES:
            syllables = self.random.choices(("ba", "ren", "to", "lis", "mu", "dor", "ke", "vin", "sa", "lo"), k=4)
            return "".join(syllables).capitalize()
        return self.random.choice(self.words)


def _item(number: int, section: int, prose: Prose) -> Item:
    random = prose.random
    essential = random.random() < 0.3
    return Item(
        id=f"section-{section}.item-{number}",
        checklist=tuple(Checklist)[section % len(Checklist)],
        essential=essential,
        severity=random.choice((Severity.HINDERS, Severity.HELPS)),
        stages={Stage.PLAN: prose.sentence(14)},
        partly=prose.sentence(14),
        why=prose.sentences(2, 14),
        how=prose.sentences(2, 12),
        when_missing=prose.sentences(2, 14),
        when_late=prose.sentences(2, 10),
        proof=prose.sentence(12),
        groups=tuple(random.sample(tuple(Group), 3)) if essential else (),
        party=random.choice(tuple(Party)),
        owner=random.choice(tuple(Owner)),
        lead_days=random.randint(1, 150),
        not_relevant=NotRelevant.WITH_REASON,
        sources=tuple(_sources(section, prose)),
    )


def _sources(section: int, prose: Prose) -> Iterator[Source]:
    """The section's own work, and one of a few that all sections quote."""
    standing = Standings(requirement=Standing.VERIFIED, lead_time=Standing.DEFAULT)
    works = (f"Guidelines for section {section}", f"Handbook {prose.random.randint(1, 6)}")
    for work in works:
        url = f"https://example.org/{work.replace(' ', '-').lower()}"
        clause = f"Clause {prose.random.randint(1, 99)}"
        yield Source(title=work, publisher="A standards body", clause=clause, url=url, standing=standing)


def _answers(item: Item, prose: Prose) -> Iterator[Answer]:
    outcomes, weights = zip(*_OUTCOMES, strict=True)
    outcome = prose.random.choices(outcomes, weights)[0]
    if outcome is Outcome.UNKNOWN:
        return
    open_still = outcome in (Outcome.PARTLY, Outcome.MISSING, Outcome.WAITING)
    waiting = outcome is Outcome.WAITING
    yield Answer(
        item=item.id,
        stage=Stage.PLAN,
        outcome=outcome,
        note=prose.sentences(2, 14) if open_still and prose.random.random() < 0.6 else None,
        reason=prose.sentence(12) if outcome is Outcome.NOT_RELEVANT else None,
        language=prose.random.choice(("en", "en", "en", "fr")),
        due=_day(prose) if open_still and prose.random.random() < 0.4 else None,
        whom=Party.HOST if waiting else None,
        asked=date(2027, 2, 1) if waiting else None,
        answered=AS_OF,
        evidence=tuple(_evidence(prose)) if outcome in (Outcome.MET, Outcome.PARTLY) else (),
    )


def _day(prose: Prose) -> date:
    return AS_OF.date() + timedelta(days=prose.random.randint(1, 100))


def _evidence(prose: Prose) -> Iterator[Evidence]:
    if prose.random.random() < 0.6:
        yield Evidence(kind=prose.random.choice(tuple(EvidenceKind)), text=prose.sentence(10), date=date(2027, 2, 1))
