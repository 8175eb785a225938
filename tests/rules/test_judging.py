"""When proof counts one step less: by age, and by a change of start or room."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from accesscheck.model.assessment import Answer, Assessment, Evidence
from accesscheck.model.catalogue import VoidedBy
from accesscheck.model.profile import Fact
from accesscheck.model.terms import EvidenceKind, Outcome, Severity, Stage
from accesscheck.rules.judging import judge_all

from .generate import SESSION, item
from .small import AT, small_catalogue

WAY = item("way", Severity.EXCLUDES, voided_by=(VoidedBy.START, VoidedBy.ROOM))
PROOF = Evidence(kind=EvidenceKind.TESTED, text="Went there.", date=date(2027, 2, 20))
TOKYO = "2027-03-15T10:00+09:00[Asia/Tokyo]"
WHOLE, STEP_DOWN = 4, 3


def strength(day: date = PROOF.date, **facts: Fact) -> int:
    proof = PROOF.model_copy(update={"date": day})
    answer = Answer(item="way", stage=Stage.PLAN, outcome=Outcome.MET, answered=AT, evidence=(proof,))
    assessment = Assessment(session=SESSION, revision=1, facts=facts, answers=(answer,))
    return judge_all(small_catalogue(WAY), assessment, AT).due[0].strength


def test_a_room_told_for_the_first_time_leaves_older_proof_as_good_as_it_was() -> None:
    assert strength(room=Fact(value="Hall A", changed=AT)) == WHOLE


def test_a_room_that_took_the_place_of_another_steps_older_proof_down() -> None:
    assert strength(room=Fact(value="Hall B", changed=AT, replaced=AT)) == STEP_DOWN


@pytest.mark.parametrize(("day", "worth"), [(date(2027, 2, 28), STEP_DOWN), (date(2027, 3, 1), WHOLE)])
def test_a_change_is_dated_by_the_hosts_calendar(day: date, worth: int) -> None:
    evening = datetime(2027, 2, 28, 20, 0, tzinfo=UTC)  # in Tokyo it is the first of March
    start = Fact(value=TOKYO, changed=evening - timedelta(days=30))
    assert strength(day, start=start, room=Fact(value="Hall B", changed=evening, replaced=evening)) == worth
