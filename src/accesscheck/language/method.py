"""How a result was reached, in labelled words: counts, points, strength of proof, settings, versions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from accesscheck.model.catalogue import ScoringSettings
from accesscheck.model.score import CatalogueStamp, Counts, Score
from accesscheck.model.terms import EvidenceKind, Outcome, Severity

from .shares import percent_words, range_words
from .terms import CHECKLISTS, EVIDENCE, OUTCOMES, SEVERITIES
from .words import Words


class Told(NamedTuple):
    """Something with its name."""

    label: str
    value: str


def rule_words(words: Words) -> str:
    """What decides the verdict."""
    return words.text(
        "The verdict looks at essential items alone and names what shuts people out first. Points and shares never "
        "change it."
    )


def result_lines(score: Score, words: Words) -> Iterator[Told]:
    """Counts, points and shares."""
    yield Told(words.text("Items"), counts_words(score.counts, words))
    points = range_words(score.range, score.counts, words)
    yield Told(words.text("Points"), points or words.text("Shown once half of the weight is answered."))
    yield from _share(words.text("Strength of proof"), score.evidence, words)
    if score.not_relevant_share:
        yield from _share(words.text("Share of weight declared not relevant"), score.not_relevant_share, words)
        yield from _share(words.text("Certain share with those counted as missing"), score.strict_low, words)


def checklist_lines(score: Score, words: Words) -> Iterator[Told]:
    """The points of each checklist of which half of the weight is answered."""
    for checklist, found in score.checklists.items():
        points = range_words(found.range, found.counts, words)
        if points:
            yield Told(words.text(CHECKLISTS[checklist]), points)


def setting_lines(score: Score, settings: ScoringSettings, words: Words) -> Iterator[Told]:
    """The numbers that were set, and the versions of scoring and catalogue."""
    weights = ((SEVERITIES[one], settings.weights[one]) for one in Severity)
    yield Told(
        words.text("Weights"), words.series(f"{words.text(name)} {words.number(value)}" for name, value in weights)
    )
    yield Told(words.text("Worth of proof"), _worth(settings, words))
    hours = settings.rehearsal_hours
    begins = words.plural("from {count} hour before the start", "from {count} hours before the start", hours)
    yield Told(words.text("Rehearsal"), begins)
    yield Told(words.text("Scoring version"), score.scoring_version)
    yield from _catalogue(score.catalogue, words)


def counts_words(counts: Counts, words: Words) -> str:
    """How many items stand how."""
    found = {
        Outcome.MET: counts.met,
        Outcome.PARTLY: counts.partly,
        Outcome.MISSING: counts.missing,
        Outcome.WAITING: counts.waiting,
        Outcome.UNKNOWN: counts.unknown,
        Outcome.NOT_RELEVANT: counts.not_relevant,
    }
    said = [f"{words.text(OUTCOMES[outcome])} {words.number(count)}" for outcome, count in found.items()]
    said.append(words.text("comes later {count}", count=words.number(counts.later)))
    return words.series(said)


def _share(name: str, share: float | None, words: Words) -> Iterator[Told]:
    if share is not None:
        yield Told(name, percent_words(share, words))


def _worth(settings: ScoringSettings, words: Words) -> str:
    word = words.text("the organiser's word")
    kinds = {"word": word, **{str(kind): words.text(EVIDENCE[kind]) for kind in EvidenceKind}}
    told = ((name, settings.evidence[kind]) for kind, name in kinds.items() if kind in settings.evidence)
    return words.series(words.aside(name, percent_words(share, words)) for name, share in told)


def _catalogue(stamp: CatalogueStamp, words: Words) -> Iterator[Told]:
    named = words.text("{name}, version {version}", name=stamp.id, version=stamp.version)
    yield Told(words.text("Catalogue"), named)
    overlays = words.series(f"{one.name} {one.version}" for one in stamp.overlays) or words.text("none")
    yield Told(words.text("Additions to the catalogue"), overlays)
