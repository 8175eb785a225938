"""The verdict in words: with its stage, the groups shut out, and whose move it is."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from accesscheck.model.score import PartyCounts, Score
from accesscheck.model.span import Span
from accesscheck.model.terms import Group, GroupState, Outcome, Party, Stage, Verdict

from .terms import GROUP_STATES, GROUPS, NEARLY_ONE, OUTCOMES, PARTIES, STAGES, VERDICTS
from .words import Words


def stage_words(score: Score, times: Span | None, words: Words) -> str:
    """The stage with its distance from the session: "Plan, 14 days before"; a stage chosen by hand says so."""
    parts = [words.text(STAGES[score.stage])]
    if times is not None:
        parts.append(_distance(score.as_of, times, words))
    if score.stage_chosen:
        parts.append(words.text("stage chosen by hand"))
    return words.series(parts)


def _distance(as_of: datetime, times: Span, words: Words) -> str:
    """In days of the host's calendar."""
    zone = ZoneInfo(times.zone)
    today, first, last = (one.astimezone(zone).date() for one in (as_of, times.start, times.end))
    days = (first - today).days
    if as_of >= times.end:
        past = (today - last).days
        return words.plural("{count} day after", "{count} days after", past) if past else words.text("the same day")
    if days <= 0:
        return words.text("the same day")
    return words.plural("{count} day before", "{count} days before", days)


def verdict_words(score: Score, words: Words, declared: int = 0) -> str:
    """The verdict's own words at its stage, and how many essentials were declared not relevant."""
    count = len(score.reasons)
    message = VERDICTS[score.verdict][score.stage.order]
    if score.verdict is Verdict.NEARLY and count == 1 and score.stage is not Stage.DELIVERED:
        message = NEARLY_ONE
    said = words.text(message, count=words.number(count))
    return words.aside(said, _declared(declared, words)) if declared else said


def _declared(count: int, words: Words) -> str:
    return words.plural("{count} declared not relevant", "{count} declared not relevant", count)


def headline(score: Score, times: Span | None, words: Words, declared: int = 0) -> str:
    """The verdict line: stage, verdict with how many essentials were declared not relevant, and who is shut out."""
    stage, verdict = stage_words(score, times, words), verdict_words(score, words, declared)
    line = words.text("{stage}: {verdict}", stage=stage, verdict=verdict)
    shut_out = groups_in(score, GroupState.CANNOT)
    return line if not shut_out else f"{line} · {capitalised(groups_words(shut_out, words))}"


def groups_in(score: Score, state: GroupState) -> tuple[Group, ...]:
    return tuple(group for group, found in score.groups.items() if found is state)


def group_name(group: Group, words: Words) -> str:
    """What a group is called at the beginning of a line."""
    return capitalised(words.text(GROUPS[group]))


def capitalised(text: str) -> str:
    """The text with a capital first letter, in scripts that have one."""
    return text[:1].upper() + text[1:]


def groups_words(groups: tuple[Group, ...], words: Words) -> str:
    """Several groups as a list; all of them are everyone."""
    if not groups or len(groups) == len(Group):
        return words.text("everyone")
    return words.listing(words.text(GROUPS[group]) for group in groups)


def state_words(state: GroupState, stage: Stage, words: Words) -> str:
    """What is said of a group, in the tense of the stage."""
    return words.text(GROUP_STATES[state][stage is Stage.DELIVERED])


def outcome_words(outcome: Outcome, to_test: bool, words: Words) -> str:
    said = words.text(OUTCOMES[outcome])
    return words.text("{outcome}, still to test", outcome=said) if to_test else said


def whose_move(score: Score, words: Words) -> str:
    """The team's part done, and what the others have to move: "Your part: 14 of 15 done. The host: 6 to do."."""
    team = score.parties[Party.TEAM]
    total = team.done + remaining(team)
    said = [words.text("Your part: {done} of {total} done.", done=words.number(team.done), total=words.number(total))]
    others = [
        words.text("{party}: {count}", party=words.text(PARTIES[party]), count=words.number(remaining(counts)))
        for party, counts in score.parties.items()
        if party is not Party.TEAM and remaining(counts)
    ]
    if others:
        said.append(words.text("Waiting for {others}.", others=words.series(others)))
    return " ".join(said)


def remaining(counts: PartyCounts) -> int:
    """What a party still has to move."""
    return counts.open + counts.waiting + counts.missing
