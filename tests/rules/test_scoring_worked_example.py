"""The worked example of the scoring page, number by number, for the product and for the independent reference."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction

import pytest

from accesscheck.model.assessment import Answer, Assessment, Evidence
from accesscheck.model.catalogue import Catalogue
from accesscheck.model.profile import Fact, Need, NeedAnswer
from accesscheck.model.terms import EvidenceKind, Group, Outcome, Party, Severity, Stage
from accesscheck.rules.scoring import score

from . import reference
from .generate import SESSION, START, Case, exported, item, scoring
from .reference import Json

NEED = "need-sign-language"
HALF = "Some of it."
ITEMS = (
    item("captions", Severity.EXCLUDES, groups=(Group.HARD_OF_HEARING,), party=Party.PROVIDER),
    item("asked", Severity.HINDERS, essential=True),
    item("sign", Severity.EXCLUDES, groups=(Group.DEAF_SIGNING,), party=Party.PROVIDER, need=NEED),
    item("online", Severity.EXCLUDES, groups=(Group.ONLINE,)),
    item("step-free", Severity.EXCLUDES, groups=(Group.MOBILITY,), party=Party.HOST),
    item("queue", Severity.HINDERS, essential=True, groups=(Group.ONLINE,), partly=HALF),
    item("low-bandwidth", Severity.HINDERS, groups=(Group.SLOW_CONNECTION,)),
    item("summary", Severity.HELPS, groups=(Group.INTELLECTUAL,)),
    item("images", Severity.HINDERS, groups=(Group.BLIND,), partly=HALF),
)
MAIL = Evidence(kind=EvidenceKind.CONTACT, text="The provider confirmed by mail.", date=date(2027, 2, 20))
ANSWERS = (
    Answer(item="captions", stage=Stage.PLAN, outcome=Outcome.MET, evidence=(MAIL,)),
    Answer(item="asked", stage=Stage.PLAN, outcome=Outcome.MET),
    Answer(item="sign", stage=Stage.PLAN, outcome=Outcome.MISSING),
    Answer(item="online", stage=Stage.PLAN, outcome=Outcome.MET),
    Answer(item="step-free", stage=Stage.PLAN, outcome=Outcome.WAITING, whom=Party.HOST, asked=date(2027, 2, 20)),
    Answer(item="queue", stage=Stage.PLAN, outcome=Outcome.PARTLY),
    Answer(item="low-bandwidth", stage=Stage.PLAN, outcome=Outcome.MISSING),
    Answer(item="images", stage=Stage.PLAN, outcome=Outcome.PARTLY),
)


def as_asked(need: Need) -> Case:
    """The example with one answer to whether somebody needs sign language; no start is known, so it is Plan."""
    catalogue = Catalogue(id="example", version="1", hash="0" * 64, scoring=scoring(), items=ITEMS)
    facts = {NEED: Fact(value=need, changed=START)}
    return Case(catalogue, Assessment(session=SESSION, revision=1, facts=facts, answers=ANSWERS), START)


NOT_ASKED = as_asked(Need(answer=NeedAnswer.NOT_ASKED))
NOBODY = as_asked(Need(answer=NeedAnswer.NOBODY, asked=date(2027, 2, 1)))


def with_answer(case: Case, name: str, outcome: Outcome) -> Case:
    answered = next(one for one in ITEMS if one.id == name)
    return case.answered(answered, Stage.PLAN, outcome)


STEP_FREE = with_answer(NOBODY, "step-free", Outcome.MET)


def by_product(case: Case) -> Json:
    raw: Json = score(case.catalogue, case.assessment, case.as_of).model_dump(mode="json", by_alias=True)
    return raw


def by_reference(case: Case) -> Json:
    return reference.score(exported(case))


Scored = Callable[[Case], Json]


@pytest.fixture(params=[by_product, by_reference])
def scored(request: pytest.FixtureRequest) -> Scored:
    found: Scored = request.param
    return found


def share(points: float, weight: int) -> float:
    return float(Fraction(points) / weight)


def test_the_example_is_judged_at_plan(scored: Scored) -> None:
    assert scored(NOT_ASKED)["stage"] == "plan"


def test_while_nobody_was_asked_the_verdict_is_open(scored: Scored) -> None:
    assert scored(NOT_ASKED)["verdict"] == "open"


def test_sign_language_is_unknown_and_step_free_is_waiting(scored: Scored) -> None:
    reasons = [(one["item"], one["kind"]) for one in scored(NOT_ASKED)["reasons"]]
    assert reasons == [("sign", "unknown"), ("step-free", "waiting")]


@pytest.mark.parametrize("group", [Group.DEAF_SIGNING, Group.MOBILITY])
def test_it_is_not_known_whether_signers_and_wheelchair_users_can_take_part(scored: Scored, group: Group) -> None:
    assert scored(NOT_ASKED)["groups"][group.value] == "unknown"


def test_sixteen_of_33_points_are_certain_and_up_to_27_if_it_turns_out_well(scored: Scored) -> None:
    assert scored(NOT_ASKED)["range"] == {"low": share(16, 33), "high": share(27, 33), "shown": True}


def test_every_item_is_counted_once(scored: Scored) -> None:
    counts = {"met": 3, "partly": 2, "missing": 1, "unknown": 2, "waiting": 1, "not_relevant": 0, "later": 0}
    assert scored(NOT_ASKED)["counts"] == counts


def test_finding_out_about_sign_language_is_the_teams_move_and_step_free_the_hosts(scored: Scored) -> None:
    assert scored(NOT_ASKED)["parties"] == {
        "team": {"done": 2, "open": 2, "waiting": 0, "missing": 0},
        "host": {"done": 0, "open": 0, "waiting": 1, "missing": 0},
        "secretariat": {"done": 0, "open": 0, "waiting": 0, "missing": 0},
        "provider": {"done": 1, "open": 0, "waiting": 0, "missing": 0},
    }


def test_captions_stand_on_a_named_contact_and_the_rest_on_word_alone(scored: Scored) -> None:
    assert scored(NOT_ASKED)["evidence"] == share(5 * 0.5 + 11 * 0.25, 16)


def test_once_nobody_asked_for_sign_language_the_verdict_is_waiting(scored: Scored) -> None:
    assert scored(NOBODY)["verdict"] == "waiting"


def test_once_nobody_asked_for_sign_language_28_points_are_left(scored: Scored) -> None:
    assert scored(NOBODY)["range"] == {"low": share(16, 28), "high": share(22, 28), "shown": True}


def test_a_missing_step_free_way_shuts_people_out(scored: Scored) -> None:
    assert scored(with_answer(NOBODY, "step-free", Outcome.MISSING))["verdict"] == "excludes"


def test_with_the_step_free_way_only_the_queue_is_left(scored: Scored) -> None:
    result = scored(STEP_FREE)
    assert (result["verdict"], [one["item"] for one in result["reasons"]]) == ("nearly", ["queue"])


def test_with_one_queue_for_all_the_session_is_ready(scored: Scored) -> None:
    assert scored(with_answer(STEP_FREE, "queue", Outcome.MET))["verdict"] == "ready"
