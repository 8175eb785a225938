"""How the result was reached, and the session's hours elsewhere, in lines of words."""

from __future__ import annotations

from collections.abc import Iterator

from accesscheck.language.hours import hours_words
from accesscheck.language.method import Told, checklist_lines, result_lines, rule_words, setting_lines
from accesscheck.language.words import Words
from accesscheck.rules.local_hours import AUDIENCE, SPEAKERS, hours_for
from accesscheck.rules.view import View


def method_lines(view: View, words: Words) -> Iterator[str]:
    """What stands in "How this was scored", line by line."""
    score = view.score
    yield rule_words(words)
    told = [*result_lines(score, words), *checklist_lines(score, words)]
    told += setting_lines(score, view.catalogue.scoring, words)
    told.append(Told(words.text("Fingerprint of the catalogue"), " ".join(_quarters(score.catalogue.hash))))
    yield from (words.text("{label}: {value}", label=one.label, value=one.value) for one in told)


def hours_lines(view: View, words: Words) -> Iterator[str]:
    """The session's hours where speakers online and the audience are, as far as start and zones are known."""
    facts = view.assessment.facts
    for there in hours_for(SPEAKERS, facts):
        yield words.text("Speakers online: {hours}", hours=hours_words(there, words))
    for there in hours_for(AUDIENCE, facts):
        yield words.text("Audience: {hours}", hours=hours_words(there, words))


def _quarters(fingerprint: str) -> Iterator[str]:
    """In pieces that can be read aloud and wrapped."""
    for start in range(0, len(fingerprint), 16):
        yield fingerprint[start : start + 16]
