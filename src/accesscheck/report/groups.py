"""Who can take part: a table of states with the items behind them, and a chart of what stands how for whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from accesscheck.language.terms import GROUPS, OUTCOMES
from accesscheck.language.verdicts import capitalised, group_name, state_words
from accesscheck.model.terms import Group, GroupState, Outcome
from accesscheck.rules.judging import Judged
from accesscheck.rules.scoring import serves, state_of

from .actions import ANCHOR, title
from .brief import TONES, Brief, cell, header_row, heading, paragraph
from .document import Bar, BarChart, Block, Cell, Figure, Link, Paragraph, Scope, Span, Table, Tone

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
    found = _alike(brief)
    rows = [_row(state, behind, alike, brief) for (state, behind), alike in found.items()]
    yield Table((Span(words.text("Groups and how they can take part")),), _widths(found), (head, *rows))
    if brief.numbers:
        yield paragraph(words.text("Open items are named by their numbers in: "), Link(title(brief), f"#{ANCHOR}"))
    served = [(group, _served(group, brief)) for group, state in _worst_first(brief) if state not in _AT_EASE]
    shown = [(group, items) for group, items in served if any(one.outcome is not Outcome.UNKNOWN for one in items)]
    if shown:
        yield heading(3, words.text("Essential items for each of these groups, by outcome."))
        yield _chart(shown, brief)


def _widths(found: Iterable[tuple[GroupState, Behind]]) -> tuple[float, float, float]:
    """The more items stand behind a state, the wider is their column."""
    most = max((len(behind) for _, behind in found), default=0)
    because = min(2.2 + 0.34 * most, 6)
    return 3, 13.5 - because, because


def _worst_first(brief: Brief) -> list[tuple[Group, GroupState]]:
    """The groups with their states, those that cannot take part first."""
    order = list(GroupState)
    return sorted(brief.seen.score.groups.items(), key=lambda pair: order.index(pair[1]))


def _alike(brief: Brief) -> dict[tuple[GroupState, Behind], tuple[Group, ...]]:
    """Groups by state and the items behind it, worst first."""
    found: dict[tuple[GroupState, Behind], tuple[Group, ...]] = {}
    for group, state in _worst_first(brief):
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
    first, *others = brief.listed([Span(words.text(GROUPS[group]), fact=f"group/{group}/{state}") for group in alike])
    people = (replace(first, text=capitalised(first.text)), *others)
    because = capitalised(brief.items(behind)) if behind else words.text("Nothing stands against it.")
    return Cell((paragraph(said),), Scope.ROW), Cell((Paragraph(people),)), cell(because)


def _chart(shown: Sequence[tuple[Group, Sequence[Judged]]], brief: Brief) -> Figure:
    """For groups against whose taking part something stands, and of whom something is known: essentials by outcome."""
    words = brief.words
    lines = [f"{group_name(group, words)}: {_counts(served, brief)}" for group, served in shown]
    seen = {one.outcome for _, served in shown for one in served}
    legend = tuple((TONES[outcome], words.text(OUTCOMES[outcome])) for outcome in Outcome if outcome in seen)
    return Figure(
        words.sentences(*lines), BarChart(tuple(_bar(group, served, brief) for group, served in shown), legend)
    )


def _counts(served: Sequence[Judged], brief: Brief) -> str:
    found = Counter(one.outcome for one in served)
    words = brief.words
    said = [f"{words.text(OUTCOMES[outcome])} {words.number(found[outcome])}" for outcome in Outcome if found[outcome]]
    return words.series(said)


def _bar(group: Group, served: Sequence[Judged], brief: Brief) -> Bar:
    found = Counter(one.outcome for one in served)
    segments = tuple((found[outcome] / len(served), TONES[outcome]) for outcome in Outcome if found[outcome])
    words = brief.words
    done, total = words.number(found[Outcome.MET]), words.number(len(served))
    return Bar(group_name(group, words), words.text("{done} of {total} in place", done=done, total=total), segments)
