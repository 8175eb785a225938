"""How the result was reached, in lines of words: counts, points, strength of proof, versions."""

from __future__ import annotations

from collections.abc import Iterator

from accesscheck.language.shares import percent_words, range_words
from accesscheck.language.terms import CHECKLISTS, OUTCOMES, SEVERITIES
from accesscheck.language.words import Words
from accesscheck.model.profile import entries, number
from accesscheck.model.score import Counts
from accesscheck.model.terms import Outcome, Severity
from accesscheck.rules.local_hours import LocalHours, local_hours
from accesscheck.rules.view import View


def method_lines(view: View, words: Words) -> Iterator[str]:
    """What stands in "How this was scored", line by line."""
    score = view.score
    yield words.text(
        "The verdict looks at essential items alone and names what shuts people out first. Points and shares never "
        "change it."
    )
    yield words.text("Items: {counts}.", counts=counts_words(score.counts, words))
    points = range_words(score.range, score.counts, words)
    yield points or words.text("Points are shown once half of the weight is answered.")
    yield from _checklists(view, words)
    yield from _shares(view, words)
    yield from _versions(view, words)


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
    said = [
        words.text("{outcome} {count}", outcome=words.text(OUTCOMES[outcome]), count=words.number(count))
        for outcome, count in found.items()
    ]
    said.append(words.text("comes later {count}", count=words.number(counts.later)))
    return ", ".join(said)


def hours_lines(view: View, words: Words) -> Iterator[str]:
    """The session's hours where speakers online are, as far as start and zones are known."""
    facts = view.assessment.facts
    zones = tuple(dict.fromkeys(entries(facts, "speaker-zones") or ()))
    if view.span is None or not zones:
        return
    for there in local_hours(view.span.start, number(facts, "minutes") or 0, zones):
        yield _hours(there, words)


def _hours(there: LocalHours, words: Words) -> str:
    start, end = there.start.strftime("%H:%M"), there.end.strftime("%H:%M")
    if there.at_night:
        return words.text("{zone}: {start} to {end}, at night", zone=there.zone, start=start, end=end)
    return words.text("{zone}: {start} to {end}", zone=there.zone, start=start, end=end)


def _checklists(view: View, words: Words) -> Iterator[str]:
    for checklist, found in view.score.checklists.items():
        points = range_words(found.range, found.counts, words)
        if points:
            yield words.text("{checklist}: {points}", checklist=words.text(CHECKLISTS[checklist]), points=points)


def _shares(view: View, words: Words) -> Iterator[str]:
    score = view.score
    if score.evidence is not None:
        yield words.text("Strength of proof: {share}.", share=percent_words(score.evidence, words))
    if score.not_relevant_share:
        said = percent_words(score.not_relevant_share, words)
        yield words.text("Share of weight declared not relevant: {share}.", share=said)
    if score.strict_low is not None and score.not_relevant_share:
        said = percent_words(score.strict_low, words)
        yield words.text("Certain share with those counted as missing: {share}.", share=said)


def _versions(view: View, words: Words) -> Iterator[str]:
    score, settings = view.score, view.catalogue.scoring
    weights = ", ".join(
        words.text(
            "{severity} {weight}", severity=words.text(SEVERITIES[one]), weight=words.number(settings.weights[one])
        )
        for one in Severity
    )
    yield words.text("Weights: {weights}.", weights=weights)
    hours = settings.rehearsal_hours
    yield words.plural(
        "Rehearsal begins {count} hour before the start.", "Rehearsal begins {count} hours before the start.", hours
    )
    yield words.text("Scoring version {version}.", version=score.scoring_version)
    stamp = score.catalogue
    yield words.text("Catalogue {name}, version {version}.", name=stamp.id, version=stamp.version)
    for overlay in stamp.overlays:
        yield words.text("Addition {name}, version {version}.", name=overlay.name, version=overlay.version)
    yield words.text("Fingerprint of the catalogue: {hash}.", hash=" ".join(_quarters(stamp.hash)))


def _quarters(fingerprint: str) -> Iterator[str]:
    """In pieces that can be read aloud and wrapped."""
    for start in range(0, len(fingerprint), 16):
        yield fingerprint[start : start + 16]
