from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from accesscheck.language.verdicts import (
    group_name,
    groups_words,
    headline,
    outcome_words,
    stage_words,
    state_words,
    verdict_words,
    whose_move,
)
from accesscheck.language.words import Words
from accesscheck.model.assessment import Assessment
from accesscheck.model.catalogue import Catalogue
from accesscheck.model.score import PartyCounts, Reason, Score
from accesscheck.model.span import Span
from accesscheck.model.terms import Group, GroupState, Outcome, Party, ReasonKind, Stage, Verdict
from accesscheck.rules.scoring import score

from ..rules.small import AT

Example = tuple[Assessment, datetime]
DAY = timedelta(days=1)
SPAN = Span(AT + 14 * DAY, AT + 14 * DAY + timedelta(minutes=90))
REASON = Reason(kind=ReasonKind.MISSING, item="a.b", groups=(), party=Party.TEAM)


@pytest.fixture
def scored(catalogue: Catalogue, example: Example) -> Score:
    return score(catalogue, *example)


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        (Verdict.NOTHING, ["Nothing to judge yet"] * 3),
        (
            Verdict.EXCLUDES,
            [
                "Some people cannot take part as planned today",
                "Some people cannot take part",
                "Some people could not take part",
            ],
        ),
        (Verdict.OPEN, ["Not enough known yet", "Not enough known yet", "Not known who could take part"]),
        (Verdict.WAITING, ["Waiting for others", "Waiting for others", "Waiting for others to confirm"]),
        (Verdict.GAPS, ["Gaps to close: 2", "Gaps to close: 2", "Delivered with gaps: 2"]),
        (
            Verdict.NEARLY,
            [
                "Nearly ready: 2 things to finish",
                "Nearly ready: 2 things to finish",
                "Delivered with small gaps: 2",
            ],
        ),
        (Verdict.READY, ["Ready as planned", "Ready", "Delivered as planned"]),
    ],
)
def test_every_verdict_has_its_words_at_every_stage(
    scored: Score, english: Words, verdict: Verdict, words: list[str]
) -> None:
    said = []
    for stage in Stage:
        one = scored.model_copy(update={"verdict": verdict, "stage": stage, "reasons": (REASON, REASON)})
        said.append(verdict_words(one, english))
    assert said == words


@pytest.mark.parametrize(
    ("stage", "said"),
    [(Stage.PLAN, "Nearly ready: 1 thing to finish"), (Stage.DELIVERED, "Delivered with small gaps: 1")],
)
def test_one_thing_is_one_thing(scored: Score, english: Words, stage: Stage, said: str) -> None:
    one = scored.model_copy(update={"verdict": Verdict.NEARLY, "stage": stage, "reasons": (REASON,)})
    assert verdict_words(one, english) == said


def test_the_verdict_says_how_many_were_declared_not_relevant(scored: Score, english: Words) -> None:
    ready = scored.model_copy(update={"verdict": Verdict.READY})
    assert [verdict_words(ready, english, count) for count in (0, 3)] == [
        "Ready as planned",
        "Ready as planned (3 declared not relevant)",
    ]


@pytest.mark.parametrize(
    ("as_of", "said"),
    [
        (SPAN.start - 14 * DAY, "Plan, 14 days before"),
        (SPAN.start - DAY, "Plan, 1 day before"),
        (SPAN.start - timedelta(hours=1), "Plan, the same day"),
        (SPAN.start, "Plan, the same day"),
        (SPAN.end, "Plan, the same day"),
        (SPAN.end + DAY, "Plan, 1 day after"),
        (SPAN.end + 400 * DAY, "Plan, 400 days after"),
    ],
)
def test_the_stage_comes_with_its_distance(scored: Score, english: Words, as_of: datetime, said: str) -> None:
    assert stage_words(scored.model_copy(update={"as_of": as_of}), SPAN, english) == said


def test_without_a_start_there_is_no_distance(scored: Score, english: Words) -> None:
    assert stage_words(scored, None, english) == "Plan"


def test_a_stage_chosen_by_hand_says_so(scored: Score, english: Words) -> None:
    assert stage_words(scored.model_copy(update={"stage_chosen": True}), None, english) == "Plan, stage chosen by hand"


def test_the_headline_names_every_group_that_cannot(scored: Score, english: Words) -> None:
    groups = {**scored.groups, Group.ONLINE: GroupState.CANNOT}
    said = headline(scored.model_copy(update={"groups": groups}), None, english)
    assert said.endswith("· Wheelchair users and people with limited mobility and people taking part online")


def test_a_headline_without_anybody_shut_out_names_no_group(scored: Score, english: Words) -> None:
    groups = dict.fromkeys(Group, GroupState.CAN)
    said = headline(scored.model_copy(update={"groups": groups, "verdict": Verdict.READY}), None, english)
    assert said == "Plan: Ready as planned"


@pytest.mark.parametrize("groups", [(), tuple(Group)])
def test_all_groups_are_everyone(english: Words, groups: tuple[Group, ...]) -> None:
    assert groups_words(groups, english) == "everyone"


def test_a_group_begins_a_line_with_a_capital(english: Words) -> None:
    assert group_name(Group.BLIND, english) == "Blind people"


@pytest.mark.parametrize(
    ("stage", "said"), [(Stage.REHEARSAL, "cannot take part"), (Stage.DELIVERED, "could not take part")]
)
def test_a_state_is_told_in_the_tense_of_the_stage(english: Words, stage: Stage, said: str) -> None:
    assert state_words(GroupState.CANNOT, stage, english) == said


def test_what_is_still_to_test_says_so(english: Words) -> None:
    assert [outcome_words(Outcome.MET, test, english) for test in (False, True)] == [
        "In place",
        "In place, still to test",
    ]


def moves(scored: Score, english: Words, **counts: PartyCounts) -> str:
    parties = {party: counts.get(str(party), PartyCounts()) for party in Party}
    return whose_move(scored.model_copy(update={"parties": parties}), english)


def test_the_teams_part_and_the_others_are_told(scored: Score, english: Words) -> None:
    said = moves(
        scored,
        english,
        team=PartyCounts(done=14, open=1),
        host=PartyCounts(waiting=4, missing=2),
        secretariat=PartyCounts(open=4),
    )
    assert said == "Your part: 14 of 15 done. Waiting for the host: 6, the Secretariat: 4."


def test_others_who_have_nothing_to_move_are_not_named(scored: Score, english: Words) -> None:
    assert moves(scored, english, team=PartyCounts(done=2), host=PartyCounts(done=5)) == "Your part: 2 of 2 done."


def test_days_are_counted_by_the_hosts_calendar(scored: Score, english: Words) -> None:
    start = datetime(2027, 3, 15, 1, 0, tzinfo=UTC)  # in Tokyo ten in the morning of the same day
    evening = scored.model_copy(update={"as_of": datetime(2027, 3, 14, 16, 0, tzinfo=UTC)})
    assert "the same day" in stage_words(evening, Span(start, start, "Asia/Tokyo"), english)
    assert "1 day before" in stage_words(evening, Span(start, start), english)
