"""How the result was reached: counts, range, strength of proof, settings, versions."""

from __future__ import annotations

from collections.abc import Iterator

from accesscheck.language.method import result_lines, rule_words, setting_lines
from accesscheck.language.terms import UNREVIEWED, left_out_words
from accesscheck.language.words import LANGUAGES

from .brief import Brief, heading, joined, note, paragraph
from .document import Block, ParagraphStyle, Span


def method(brief: Brief, data_hash: str | None, left_out: tuple[str, ...]) -> Iterator[Block]:
    """The last section; `data_hash` is the SHA-256 of the assessment inside the report, None where there is none."""
    words, score = brief.words, brief.seen.score
    yield heading(2, words.text("How this was scored"), "method")
    yield paragraph(joined(words.text("Purpose of this report: to arrange what is missing."), rule_words(words)))
    yield brief.run_in(map(brief.told, result_lines(score, words)))
    yield brief.run_in(map(brief.told, setting_lines(score, brief.seen.catalogue.scoring, words)))
    yield paragraph(
        words.text(
            "Sources not yet mapped item by item: the accessibility guidelines of the Dynamic Coalition on "
            "Accessibility and Disability (2024)."
        )
    )
    if left_out:
        yield brief.labelled(words.text("Left out of this report"), left_out_words(left_out, words))
    yield from _fingerprints(brief, data_hash)
    if words.language in LANGUAGES and words.language != "en":
        yield note(words.text(UNREVIEWED))


def _fingerprints(brief: Brief, data_hash: str | None) -> Iterator[Block]:
    words = brief.words
    found = [brief.labelled(words.text("Fingerprint of the catalogue"), brief.seen.score.catalogue.hash)]
    if data_hash is not None:
        printed = Span(data_hash, fact=f"data/{data_hash}")
        found.append(brief.labelled(words.text("Fingerprint of the data inside this file"), printed))
    yield from (brief.run_in([one], ParagraphStyle.NOTE) for one in found)
