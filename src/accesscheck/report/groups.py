"""Who can take part: a table of groups with the items behind their state, and a chart that says the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from accesscheck.language.terms import GROUPS, OUTCOMES
from accesscheck.language.verdicts import state_words
from accesscheck.model.terms import Group, GroupState, Outcome
from accesscheck.rules.judging import Judged
from accesscheck.rules.scoring import serves, state_of

from .brief import TONES, Brief, cell, header_row, heading, listing, paragraph, row_header
from .document import Bar, BarChart, Block, Cell, Figure, Span, Table, Tone

_STATE_TONES = {
    GroupState.CANNOT: Tone.MISSING,
    GroupState.UNKNOWN: Tone.UNKNOWN,
    GroupState.DIFFICULTY: Tone.PARTLY,
    GroupState.CAN: Tone.MET,
    GroupState.NOTHING: Tone.NOT_RELEVANT,
}


def groups(brief: Brief) -> Iterator[Block]:
    """The groups, worst first."""
    words = brief.words
    yield heading(2, words.text("Who can take part"), "groups")
    head = header_row(words.text("People"), words.text("State"), words.text("Because of"))
    rows = [_row(group, state, brief) for group, state in _worst_first(brief)]
    yield Table((Span(words.text("Groups and how they can take part")),), (5, 3, 8), (head, *rows))
    yield _chart(brief)


def _worst_first(brief: Brief) -> list[tuple[Group, GroupState]]:
    order = list(GroupState)
    return sorted(brief.seen.score.groups.items(), key=lambda pair: order.index(pair[1]))


def _row(group: Group, state: GroupState, brief: Brief) -> tuple[Cell, ...]:
    words = brief.words
    said = Span(state_words(state, brief.seen.score.stage, words), strong=True, tone=_STATE_TONES[state])
    return row_header(words.text(GROUPS[group])), cell(said), _behind(group, state, brief)


def _behind(group: Group, state: GroupState, brief: Brief) -> Cell:
    """The items that make the state, unless all is well."""
    if state in (GroupState.CAN, GroupState.NOTHING):
        return cell(brief.words.text("Nothing stands against it."))
    served = [one for one in brief.seen.judgement.essentials if serves(one, group)]
    behind = [one for one in served if one.outcome is not Outcome.NOT_RELEVANT and state_of(one) is state]
    return Cell((listing(paragraph(brief.statement(one.item)) for one in behind),))


def _chart(brief: Brief) -> Figure:
    """For each group, its essentials by outcome."""
    bars = [(group, [one for one in brief.seen.judgement.essentials if serves(one, group)]) for group in Group]
    shown = [(group, served) for group, served in bars if served]
    words = brief.words
    lines = [f"{words.text(GROUPS[group])}: {_counts(served, brief)}" for group, served in shown]
    alt = words.text("Essential items for each group, by outcome.") + " " + ". ".join(lines)
    return Figure(alt, BarChart(tuple(_bar(group, served, brief) for group, served in shown)))


def _counts(served: Sequence[Judged], brief: Brief) -> str:
    found = Counter(one.outcome for one in served)
    words = brief.words
    said = [f"{words.text(OUTCOMES[outcome])} {words.number(found[outcome])}" for outcome in Outcome if found[outcome]]
    return ", ".join(said)


def _bar(group: Group, served: Sequence[Judged], brief: Brief) -> Bar:
    found = Counter(one.outcome for one in served)
    segments = tuple((found[outcome] / len(served), TONES[outcome]) for outcome in Outcome if found[outcome])
    return Bar(brief.words.text(GROUPS[group]), _counts(served, brief), segments)
