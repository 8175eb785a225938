"""What is said aloud of a change: only a changed verdict, or a group whose part in the session changed."""

from __future__ import annotations

from accesscheck.language.terms import GROUPS
from accesscheck.language.verdicts import capitalised, state_words, verdict_words
from accesscheck.language.words import Words
from accesscheck.model.score import Score


def what_changed(before: Score, after: Score, words: Words) -> str:
    """The new verdict and each changed group in one line, empty when neither changed."""
    said = [] if _verdict(before, words) == _verdict(after, words) else [_verdict(after, words)]
    said += [
        words.text("{group}: {state}", group=words.text(GROUPS[group]), state=state_words(state, after.stage, words))
        for group, state in after.groups.items()
        if before.groups.get(group) is not state
    ]
    return words.sentences(*map(capitalised, said))


def _verdict(score: Score, words: Words) -> str:
    return verdict_words(score, words)
