"""Page one suffices: identity, verdict, who cannot take part, whose move it is, the next dates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from accesscheck.language.facts import label, value_words
from accesscheck.language.remembered import remembered
from accesscheck.language.terms import PARTY_TITLES
from accesscheck.language.verdicts import (
    capitalised,
    groups_in,
    groups_words,
    remaining,
    stage_words,
    state_words,
    verdict_words,
)
from accesscheck.model.profile import words as fact_words
from accesscheck.model.score import PartyCounts
from accesscheck.model.terms import GroupState, Outcome, Party, ReasonKind, Stage
from accesscheck.rules.judging import Judged
from accesscheck.rules.planning import Gap, deadlines
from accesscheck.rules.stages import host_day

from .brief import Brief, heading, joined, listing, note, paragraph, spaced, with_reasons
from .document import Block, Heading, Inline, Paragraph, ParagraphStyle, Span, Tone
from .own_words import own_facts

_IDENTITY = (
    ("start",),
    ("format", "minutes", "room", "type", "igf-year", "igf-number"),
    ("floor-languages", "captions"),
    ("coalitions", "organisers"),
)
"""Facts that identify a session; those in a row share a line."""


_GAPS = (Outcome.MISSING, Outcome.PARTLY)


def title(brief: Brief) -> str:
    """The session's title, or what the report calls a session that has none yet."""
    return fact_words(brief.seen.assessment.facts, "title") or brief.words.text("Session without a title")


def first_page(brief: Brief) -> Iterator[Block]:
    """The blocks of page one."""
    yield Heading(1, (*own_facts("title", brief.seen.assessment.facts),) or (Span(title(brief)),))
    yield note(_kind(brief))
    yield from _identity(brief)
    yield from _verdict(brief)
    yield from _shut_out(brief)
    yield from _moves(brief)
    yield from _next_dates(brief)
    yield from _declared(brief)
    yield from _earlier(brief)


def _kind(brief: Brief) -> str:
    """What the reader has before him."""
    words = brief.words
    if brief.seen.assessment.sample:
        return words.text("Accessibility readiness: self-assessment of a session, here of an example.")
    return words.text("Accessibility readiness: self-assessment of a session.")


def _identity(brief: Brief) -> Iterator[Block]:
    facts = brief.seen.assessment.facts
    lines = [[fact for fact in line if fact in facts] for line in _IDENTITY]
    if any(lines):
        yield listing(_identified(line, brief) for line in lines if line)


def _identified(line: list[str], brief: Brief) -> Paragraph:
    words = brief.words
    parts = [brief.labelled(label(fact, words), *_value(fact, brief)) for fact in line]
    if line == ["start"] and brief.seen.span is not None:
        parts.append(paragraph(_world_time(brief.seen.span.start, brief)))
    return brief.run_in(parts)


def _value(fact: str, brief: Brief) -> tuple[Inline | str, ...]:
    """What a fact says; what the organiser typed stays apart."""
    facts = brief.seen.assessment.facts
    own = brief.listed(list(own_facts(fact, facts)))
    return own or (value_words(fact, facts[fact].value, brief.words),)


def _world_time(start: datetime, brief: Brief) -> str:
    """The start in UTC, without the day where it is the host's."""
    same_day = start.astimezone(UTC).date() == start.astimezone(ZoneInfo(brief.zone)).date()
    return f"{start.astimezone(UTC):%H:%M} (UTC)" if same_day else brief.words.moment(start)


def _verdict(brief: Brief) -> Iterator[Block]:
    score, words = brief.seen.score, brief.words
    tone = Tone.MISSING if score.reasons and score.reasons[0].kind is ReasonKind.EXCLUDES else Tone.PLAIN
    fact = f"verdict/{score.verdict}"
    yield heading(2, words.text("Verdict"), "verdict")
    yield paragraph(
        Span(verdict_words(score, words, len(brief.seen.declared)), strong=True, tone=tone, fact=fact),
        style=ParagraphStyle.VERDICT,
    )
    stage = stage_words(score, brief.seen.span, words)
    moment = words.moment(score.as_of, brief.zone)
    said = words.text("Stage: {stage}. As of {moment}.", stage=stage, moment=moment)
    in_place = [one for one in brief.seen.judgement.essentials if one.outcome is Outcome.MET and not one.to_test]
    yield paragraph(joined(said, _on_word_alone(in_place, brief)) if in_place else said)
    yield note(_statement(brief))


def _on_word_alone(in_place: list[Judged], brief: Brief) -> str:
    """How much of what is in place nobody but the organiser vouches for."""
    alone = brief.words.number(sum(one.on_word_alone for one in in_place))
    return brief.words.plural(
        "In place: {count} essential item, {alone} on the organiser's word alone.",
        "In place: {count} essential items, {alone} on the organiser's word alone.",
        len(in_place),
        alone=alone,
    )


def _statement(brief: Brief) -> str:
    words, score = brief.words, brief.seen.score
    return words.text(
        "Self-assessment by the organiser on {day}, stage {stage}. Not a certificate. Not checked by the IGF "
        "Secretariat. Weights and severities are AccessCheck's own and have not been confirmed by organisations of "
        "persons with disabilities.",
        day=words.date(host_day(brief.seen.assessment.facts, score.as_of)),
        stage=stage_words(score, brief.seen.span, words),
    )


def _shut_out(brief: Brief) -> Iterator[Block]:
    score, words = brief.seen.score, brief.words
    past = score.stage is Stage.DELIVERED
    yield heading(
        2, words.text("Who could not take part, and why") if past else words.text("Who cannot take part, and why")
    )
    shut_out = [one for one in brief.seen.judgement.essentials if _excludes(one)]
    if shut_out:
        yield listing(_why(one, brief) for one in shut_out)
    else:
        yield paragraph(words.text("Nobody, as far as it is known."))
    for state in (GroupState.UNKNOWN, GroupState.DIFFICULTY):
        if found := groups_in(score, state):
            yield brief.labelled(capitalised(state_words(state, score.stage, words)), groups_words(found, words))
    known = [one for one in brief.seen.judgement.essentials if one.outcome in _GAPS and not _excludes(one)]
    if known:
        yield heading(3, words.text("Also known to be missing or only partly in place"))
        yield listing(paragraph(spaced(brief.statement(one.item)), brief.outcome(one)) for one in known)


def _excludes(judged: Judged) -> bool:
    return judged.excludes and judged.outcome is Outcome.MISSING


def _why(judged: Judged, brief: Brief) -> Paragraph:
    words = brief.words
    return paragraph(
        Span(capitalised(groups_words(judged.item.groups, words)), strong=True),
        words.text(": missing: “{statement}”", statement=brief.statement(judged.item)),
    )


def _moves(brief: Brief) -> Iterator[Block]:
    words = brief.words
    yield heading(2, words.text("Whose move it is"))
    parties = brief.seen.score.parties
    moving = [party for party in Party if remaining(parties[party])]
    if moving:
        yield listing(
            brief.labelled(words.text(PARTY_TITLES[one]), _party_counts(parties[one], brief)) for one in moving
        )
    else:
        yield paragraph(words.text("Nothing is open."))


def _party_counts(counts: PartyCounts, brief: Brief) -> str:
    """What a party has done and has to do, without the columns that hold nothing."""
    words = brief.words
    said = (
        (counts.done, words.text("{count} done", count=words.number(counts.done))),
        (counts.open, words.text("{count} open", count=words.number(counts.open))),
        (counts.waiting, words.text("{count} waiting for an answer", count=words.number(counts.waiting))),
        (counts.missing, words.text("{count} missing", count=words.number(counts.missing))),
    )
    return words.series(text for count, text in said if count)


def _next_dates(brief: Brief) -> Iterator[Block]:
    if brief.seen.score.stage is Stage.DELIVERED:
        return
    dated = deadlines(brief.seen.judgement)
    late = sum(gap.late for gap in dated)
    ahead = [gap for gap in dated if not gap.late][:3]
    if not dated:
        return
    yield heading(2, brief.words.text("Next dates"))
    if ahead:
        days = dict.fromkeys(gap.last_day for gap in ahead if gap.last_day)
        yield listing(_due_on(day, ahead, brief) for day in days)
    if late:
        passed = brief.words.plural(
            "The last day of {count} open item has passed.", "The last day of {count} open items has passed.", late
        )
        yield paragraph(passed)


def _due_on(day: date, ahead: Iterable[Gap], brief: Brief) -> Paragraph:
    """What has its last day then."""
    said = joined(*(brief.statement(gap.item) for gap in ahead if gap.last_day == day))
    return brief.labelled(brief.words.date(day), said)


def _declared(brief: Brief) -> Iterator[Block]:
    words = brief.words
    count = len(brief.seen.declared)
    if count:
        title = words.plural(
            "{count} essential item declared not relevant", "{count} essential items declared not relevant", count
        )
        yield heading(2, title)
        yield with_reasons(brief.seen.declared, brief)


def _earlier(brief: Brief) -> Iterator[Block]:
    if not brief.seen.assessment.earlier:
        return
    yield heading(2, brief.words.text("What was known earlier"))
    kept = brief.seen.assessment.earlier
    yield listing(paragraph(remembered(one, brief.seen.catalogue.item(one.id), brief.words)) for one in kept)
