"""Who can take part: a table of states with the items behind them, and a chart that says the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from accesscheck.language.terms import OUTCOMES
from accesscheck.language.verdicts import capitalised, group_name, groups_words, state_words
from accesscheck.model.terms import Group, GroupState, Outcome
from accesscheck.rules.judging import Judged
from accesscheck.rules.scoring import serves, state_of

from .brief import TONES, Brief, cell, header_row, heading, listing, paragraph
from .document import Bar, BarChart, Block, Cell, Figure, Scope, Span, Table, Tone

_STATE_TONES = {
    GroupState.CANNOT: Tone.MISSING,
    GroupState.UNKNOWN: Tone.UNKNOWN,
    GroupState.DIFFICULTY: Tone.PARTLY,
    GroupState.CAN: Tone.MET,
    GroupState.NOTHING: Tone.NOT_RELEVANT,
}
_AT_EASE = (GroupState.CAN, GroupState.NOTHING)

Behind = tuple[str, ...]


def groups(brief: Brief) -> Iterator[Block]:
    """The groups, worst first; those in the same state for the same reasons share a row."""
    words = brief.words
    yield heading(2, words.text("Who can take part"), "groups")
    head = header_row(words.text("State"), words.text("People"), words.text("Because of"))
    rows = [_row(state, behind, alike, brief) for (state, behind), alike in _alike(brief).items()]
    yield Table((Span(words.text("Groups and how they can take part")),), (3, 5, 8), (head, *rows))
    if brief.seen.judgement.essentials:
        yield _chart(brief)


def _alike(brief: Brief) -> dict[tuple[GroupState, Behind], tuple[Group, ...]]:
    """Groups by state and the items behind it, worst first."""
    order = list(GroupState)
    found: dict[tuple[GroupState, Behind], tuple[Group, ...]] = {}
    for group, state in sorted(brief.seen.score.groups.items(), key=lambda pair: order.index(pair[1])):
        key = (state, _behind(group, state, brief))
        found[key] = (*found.get(key, ()), group)
    return found


def _behind(group: Group, state: GroupState, brief: Brief) -> Behind:
    """The items that make the state; none where all is well."""
    if state in _AT_EASE:
        return ()
    served = [one for one in _served(group, brief) if one.outcome is not Outcome.NOT_RELEVANT]
    return tuple(one.item.id for one in served if state_of(one) is state)


def _served(group: Group, brief: Brief) -> list[Judged]:
    return [one for one in brief.seen.judgement.essentials if serves(one, group)]


def _row(state: GroupState, behind: Behind, alike: tuple[Group, ...], brief: Brief) -> tuple[Cell, ...]:
    words = brief.words
    said = Span(capitalised(state_words(state, brief.seen.score.stage, words)), strong=True, tone=_STATE_TONES[state])
    people = paragraph(capitalised(groups_words(alike, words)))
    return Cell((paragraph(said),), Scope.ROW), Cell((people,)), _reasons(behind, brief)


def _reasons(behind: Behind, brief: Brief) -> Cell:
    if not behind:
        return cell(brief.words.text("Nothing stands against it."))
    return Cell((listing(paragraph(brief.statement(brief.item(one))) for one in behind),))


def _chart(brief: Brief) -> Figure:
    """For each group, its essentials by outcome."""
    shown = [(group, served) for group in Group if (served := _served(group, brief))]
    words = brief.words
    lines = [f"{group_name(group, words)}: {_counts(served, brief)}" for group, served in shown]
    alt = words.text("Essential items for each group, by outcome.") + " " + ". ".join(lines)
    seen = {one.outcome for _, served in shown for one in served}
    legend = tuple((TONES[outcome], words.text(OUTCOMES[outcome])) for outcome in Outcome if outcome in seen)
    return Figure(alt, BarChart(tuple(_bar(group, served, brief) for group, served in shown), legend))


def _counts(served: Sequence[Judged], brief: Brief) -> str:
    found = Counter(one.outcome for one in served)
    words = brief.words
    said = [f"{words.text(OUTCOMES[outcome])} {words.number(found[outcome])}" for outcome in Outcome if found[outcome]]
    return ", ".join(said)


def _bar(group: Group, served: Sequence[Judged], brief: Brief) -> Bar:
    found = Counter(one.outcome for one in served)
    segments = tuple((found[outcome] / len(served), TONES[outcome]) for outcome in Outcome if found[outcome])
    words = brief.words
    done, total = words.number(found[Outcome.MET]), words.number(len(served))
    return Bar(group_name(group, words), words.text("{done} of {total} in place", done=done, total=total), segments)
