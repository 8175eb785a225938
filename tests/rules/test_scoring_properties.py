"""What must always hold of the scoring, over generated sessions, and that it agrees with the independent reference."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from operator import itemgetter
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accesscheck.model.base import Value
from accesscheck.model.catalogue import Item
from accesscheck.model.condition import Comparison
from accesscheck.model.profile import Fact, Need, NeedAnswer
from accesscheck.model.terms import Outcome, Severity, Stage
from accesscheck.rules.scoring import score

from . import generate, reference
from .generate import Case, allowed, cases, exported, items, started
from .reference import Json

some = settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])
VERDICTS = ["excludes", "open", "waiting", "gaps", "nearly", "ready"]
GROUP_STATES = ["cannot", "unknown", "difficulty", "can"]
BETTER = [(Outcome.MISSING, Outcome.PARTLY), (Outcome.MISSING, Outcome.MET), (Outcome.PARTLY, Outcome.MET)]
NO_CONDITION = st.none()


OFFERED = Comparison(fact="interpretation", one_of=("yes",))
NOT_OFFERED = Comparison(fact="interpretation", one_of=("no",))
SERVICE = [
    items("s.0", st.just(OFFERED), severity=Severity.HINDERS, essential=True, partly=None),
    items("s.1", st.just(OFFERED), severity=Severity.HINDERS, essential=False),
    items("s.2", st.just(OFFERED), severity=Severity.HELPS, essential=False),
    items("s.3", st.just(NOT_OFFERED)),
]
"""Whether an offered service comes, its quality twice, and the fall-back asked for where it is not offered."""
TRIED_FIRST = items("y.0", NO_CONDITION, stages={Stage.REHEARSAL: "It was tried."})
ALL_STAGES = items("y.0", NO_CONDITION, severity=Severity.EXCLUDES, stages=dict.fromkeys(Stage, "A statement."))
MORE = items("y.0", generate.some_condition, severity=Severity.HINDERS, essential=False)


def scored(case: Case) -> Json:
    return dumped(score(case.catalogue, case.assessment, case.as_of))


def dumped(value: Value) -> Json:
    raw: Json = value.model_dump(mode="json", by_alias=True)
    return raw


def worse_places(before: Json, after: Json) -> Iterator[str]:
    """Where `after` is worse than `before`: the verdict and groups, without "nothing yet" on either side."""
    pairs = [("verdict", VERDICTS, before["verdict"], after["verdict"])]
    pairs += [(group, GROUP_STATES, was, after["groups"][group]) for group, was in before["groups"].items()]
    for place, order, was, now in pairs:
        if "nothing" not in (was, now) and order.index(now) < order.index(was):
            yield f"{place}: {was} -> {now}"


@settings(some, max_examples=500)
@given(cases(extra=[ALL_STAGES]))
def test_the_product_and_the_independent_reference_give_the_same_result(case: Case) -> None:
    assert scored(case) == reference.score(exported(case))


@some
@given(cases(facts=started, chosen=st.none(), extra=[TRIED_FIRST]), st.sampled_from(generate.EDGES))
def test_both_agree_at_the_very_moments_at_which_a_stage_changes(case: Case, edge: timedelta) -> None:
    case = replace(case, as_of=generate.START + edge)
    assert scored(case) == reference.score(exported(case))


@some
@given(cases(), st.data())
def test_improving_one_answer_never_worsens_the_verdict_any_group_or_low(case: Case, data: st.DataObject) -> None:
    item = data.draw(st.sampled_from(case.catalogue.items))
    stage = data.draw(st.sampled_from(item.ordered_stages))
    worse, better = data.draw(st.sampled_from([pair for pair in BETTER if all(allowed(item, one) for one in pair)]))
    before, after = scored(case.answered(item, stage, worse)), scored(case.answered(item, stage, better))
    assert not list(worse_places(before, after))
    assert before["range"]["low"] is None or after["range"]["low"] >= before["range"]["low"]


@some
@given(cases(extra=[items("y.0", NO_CONDITION, need=None)]), st.data())
def test_answering_what_is_judged_unknown_never_lowers_low_and_never_raises_high(
    case: Case, data: st.DataObject
) -> None:
    unknown = judged_unknown(case)
    if not unknown:
        return
    item = data.draw(st.sampled_from(unknown))
    outcome = data.draw(st.sampled_from([one for one in Outcome if allowed(item, one)]))
    before, after = scored(case)["range"], scored(case.answered(item, latest_due(case, item), outcome))["range"]
    assert after["low"] is None or (after["low"] >= before["low"] and after["high"] <= before["high"])


def judged_unknown(case: Case) -> list[Item]:
    """Items judged unknown or waiting, without those still to test."""
    found = [one for one in reference.judged(exported(case)) if one.state in reference.UNKNOWN and not one.to_test]
    return [item for item in case.catalogue.items if item.id in {one.item["id"] for one in found}]


def latest_due(case: Case, item: Item) -> Stage:
    stage = Stage(scored(case)["stage"])
    return [one for one in item.ordered_stages if one.order <= stage.order][-1]


@some
@given(cases())
def test_high_less_low_is_the_share_of_the_unknown_weight(case: Case) -> None:
    weighing = [one for one in reference.judged(exported(case)) if one.state not in ("later", "not-relevant")]
    unknown = sum(one.weight for one in weighing if one.state in reference.UNKNOWN)
    found = scored(case)["range"]
    if weighing:
        assert found["high"] - found["low"] == pytest.approx(unknown / sum(one.weight for one in weighing), abs=1e-12)
    else:
        assert found == {"low": None, "high": None, "shown": False}


@some
@given(cases(extra=[items("y.0", NO_CONDITION, need=generate.NEEDS[0])]), st.sampled_from(generate.DAYS))
def test_not_asking_never_gives_a_better_verdict_or_group(case: Case, asked: date) -> None:
    moment = case.as_of
    nobody = Fact(value=Need(answer=NeedAnswer.NOBODY, asked=asked), changed=moment)
    not_asked = Fact(value=Need(answer=NeedAnswer.NOT_ASKED), changed=moment)
    honest, silent = (scored(case.facts(need_sign_language=fact)) for fact in (nobody, not_asked))
    assert not list(worse_places(silent, honest))


@some
@given(cases(extra=SERVICE), st.sampled_from((Outcome.MET, Outcome.NOT_RELEVANT)))
def test_offering_a_service_that_really_comes_never_gives_a_worse_verdict_or_group(case: Case, comes: Outcome) -> None:
    service = next(item for item in case.catalogue.items if item.id == "s.0")
    outcome = comes if allowed(service, comes) else Outcome.MET
    for stage in service.ordered_stages:
        case = case.answered(service, stage, outcome)
    without, offered = (
        scored(case.facts(interpretation=Fact(value=value, changed=case.as_of))) for value in ("no", "yes")
    )
    assert not list(worse_places(without, offered))


@some
@given(cases(), st.data())
def test_the_order_of_items_facts_and_answers_does_not_matter(case: Case, data: st.DataObject) -> None:
    other = case.items(data.draw(st.permutations(case.catalogue.items)))
    changed = {
        "facts": dict(data.draw(st.permutations(list(case.assessment.facts.items())))),
        "answers": tuple(data.draw(st.permutations(case.assessment.answers))),
    }
    other = replace(other, assessment=case.assessment.model_copy(update=changed))
    assert without_order(scored(other)) == without_order(scored(case))


def without_order(result: Json) -> Json:
    """The result with its two lists in catalogue order brought into order of their ids."""
    return {**result, "reasons": sorted(result["reasons"], key=itemgetter("item")), "later": sorted(result["later"])}


@some
@given(cases(facts=started, chosen=st.none()), st.sampled_from(generate.ADVANCES))
def test_time_alone_never_gives_a_better_verdict_or_group(case: Case, advance: timedelta) -> None:
    first, second = sorted((case.as_of, generate.START + advance))
    stage = Stage(scored(replace(case, as_of=first))["stage"])
    case = case.answers(lambda answer: answer.stage.order <= stage.order)
    early, late = (scored(replace(case, as_of=moment)) for moment in (first, second))
    assert not list(worse_places(late, early))


@some
@given(cases(extra=[MORE]), st.data())
def test_adding_a_more_item_never_changes_the_verdict(case: Case, data: st.DataObject) -> None:
    without = case.items([item for item in case.catalogue.items if item.id != "y.0"])
    assert verdict(case) == verdict(without)


@some
@given(cases(extra=[MORE]), st.data())
def test_answering_a_more_item_never_changes_the_verdict(case: Case, data: st.DataObject) -> None:
    item = data.draw(st.sampled_from([item for item in case.catalogue.items if not item.essential]))
    stage = data.draw(st.sampled_from(item.ordered_stages))
    outcome = data.draw(st.sampled_from([one for one in Outcome if allowed(item, one)]))
    assert verdict(case.answered(item, stage, outcome)) == verdict(case)


def verdict(case: Case) -> tuple[Any, Any]:
    """The verdict with the items that made it."""
    result = scored(case)
    return result["verdict"], result["reasons"]
