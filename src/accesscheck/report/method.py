"""How the result was reached: counts, range, strength of proof, settings, versions."""

from __future__ import annotations

from collections.abc import Iterator

from accesscheck.language.shares import percent_words, range_words
from accesscheck.language.terms import OUTCOMES, SEVERITIES
from accesscheck.model.terms import Outcome, Severity

from .brief import Brief, heading, listing, paragraph
from .document import Block, Paragraph


def method(brief: Brief, data_hash: str) -> Iterator[Block]:
    """The last section; `data_hash` is the SHA-256 of the assessment inside the report."""
    words = brief.words
    yield heading(2, words.text("How this was scored"), "method")
    yield paragraph(words.text("Purpose of this report: to arrange what is missing."))
    yield listing([*_counts(brief), *_shares(brief), *_versions(brief, data_hash)])
    yield paragraph(
        words.text(
            "The verdict looks at essential items alone and names what shuts people out first. "
            "Percentages never change it. Sources not yet mapped item by item: the accessibility guidelines of "
            "the Dynamic Coalition on Accessibility and Disability (2024)."
        )
    )


def _counts(brief: Brief) -> list[Paragraph]:
    counts, words = brief.seen.score.counts, brief.words
    found = {
        Outcome.MET: counts.met,
        Outcome.PARTLY: counts.partly,
        Outcome.MISSING: counts.missing,
        Outcome.WAITING: counts.waiting,
        Outcome.UNKNOWN: counts.unknown,
        Outcome.NOT_RELEVANT: counts.not_relevant,
    }
    said = [f"{words.text(OUTCOMES[outcome])} {words.number(number)}" for outcome, number in found.items()]
    said.append(words.text("comes later {count}", count=words.number(counts.later)))
    return [brief.labelled(words.text("Items"), ", ".join(said))]


def _shares(brief: Brief) -> list[Paragraph]:
    score, words = brief.seen.score, brief.words
    lines = []
    shown = range_words(score.range, score.counts, words)
    if shown:
        lines.append(brief.labelled(words.text("Points"), shown))
    _add(lines, words.text("Strength of proof"), score.evidence, brief)
    _add(lines, words.text("Share of weight declared not relevant"), score.not_relevant_share, brief)
    _add(lines, words.text("Certain share with those counted as missing"), score.strict_low, brief)
    return lines


def _add(lines: list[Paragraph], name: str, share: float | None, brief: Brief) -> None:
    if share is not None:
        lines.append(brief.labelled(name, percent_words(share, brief.words)))


def _versions(brief: Brief, data_hash: str) -> list[Paragraph]:
    score, words, settings = brief.seen.score, brief.words, brief.seen.catalogue.scoring
    weights = ", ".join(
        f"{words.text(SEVERITIES[severity])} {words.number(settings.weights[severity])}" for severity in Severity
    )
    catalogue = words.text("{name}, version {version}", name=score.catalogue.id, version=score.catalogue.version)
    overlays = ", ".join(f"{one.name} {one.version}" for one in score.catalogue.overlays) or words.text("none")
    hours = words.plural(
        "from {count} hour before the start", "from {count} hours before the start", settings.rehearsal_hours
    )
    return [
        brief.labelled(words.text("Weights"), weights),
        brief.labelled(words.text("Rehearsal"), hours),
        brief.labelled(words.text("Scoring version"), score.scoring_version),
        brief.labelled(words.text("Catalogue"), catalogue),
        brief.labelled(words.text("Additions to the catalogue"), overlays),
        brief.labelled(words.text("Fingerprint of the catalogue"), score.catalogue.hash),
        brief.labelled(words.text("Fingerprint of the data inside this file"), data_hash),
    ]
