from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accesscheck.errors import AnswerRefused, UnknownName, ValueRefused
from accesscheck.model.assessment import Answer, Assessment, Evidence
from accesscheck.model.catalogue import Catalogue, Item
from accesscheck.model.condition import Comparison
from accesscheck.model.profile import FactValue
from accesscheck.model.terms import EvidenceKind, Outcome, Party, Severity, Stage
from accesscheck.operations.changes import (
    Reply,
    find_item,
    stage_to_answer,
    with_answer,
    with_evidence,
    with_fact,
    without_answer,
)

from ..rules.generate import SESSION, item
from ..rules.small import AT, DEFAULT, OSLO, PLACES, VERIFIED, small_catalogue, told

LATER = AT + timedelta(hours=2)
PLAIN = item("plain", Severity.HINDERS, partly="Half of it.", party=Party.HOST)
DECIDES = item("decides", Severity.HINDERS, measure=PLACES, sources=(VERIFIED,))
SUGGESTS = item("suggests", Severity.HINDERS, measure=PLACES, sources=(DEFAULT,), partly="Some.")
ONLY_STAGE = item("only-stage", Severity.HINDERS, applies=Comparison(fact="raised-stage", one_of=("yes",)))
ONLY_SEATS = item(
    "only-seats", Severity.HINDERS, measure=PLACES, sources=(VERIFIED,), applies=Comparison(fact="seats", at_least=1)
)
STAGED = item(
    "staged", Severity.HINDERS, stages={Stage.REHEARSAL: "Tested.", Stage.DELIVERED: "Ran."}, renames=("old",)
)
ITEMS = (PLAIN, DECIDES, SUGGESTS, ONLY_STAGE, ONLY_SEATS, STAGED)
CATALOGUE = small_catalogue(*ITEMS)
EMPTY = Assessment(session=SESSION, revision=0, facts=told({"seats": 120}))
NEEDED = 4  # wheelchair places for 120 seats


def given_to(asked: Item, reply: Reply, before: Assessment = EMPTY, at: Any = AT) -> Answer:
    """The answer that a reply leads to."""
    found = with_answer(CATALOGUE, before, asked, asked.ordered_stages[0], reply, at).answer(
        asked.id, asked.ordered_stages[0]
    )
    assert found is not None
    return found


def after(asked: Item, reply: Reply, before: Assessment = EMPTY) -> Assessment:
    return with_answer(CATALOGUE, before, asked, asked.ordered_stages[0], reply, AT)


def refused(asked: Item, reply: Reply, before: Assessment = EMPTY) -> str:
    with pytest.raises(AnswerRefused) as refusal:
        after(asked, reply, before)
    return refusal.value.code


# --- measured answers ---


@pytest.mark.parametrize(("value", "outcome"), [(4, Outcome.MET), (5, Outcome.MET), (3, Outcome.MISSING)])
def test_where_the_figure_decides_the_value_gives_the_outcome(value: int, outcome: Outcome) -> None:
    answer = given_to(DECIDES, {"value": value})
    assert (answer.outcome, answer.needed) == (outcome, NEEDED)


def test_where_the_figure_decides_an_answer_that_contradicts_it_is_refused() -> None:
    assert refused(DECIDES, {"value": 3, "outcome": Outcome.MET}) == "figure-differs"


def test_where_the_figure_decides_an_answer_that_says_the_same_is_taken() -> None:
    assert given_to(DECIDES, {"value": 3, "outcome": Outcome.MISSING}).outcome is Outcome.MISSING


def test_while_the_figure_is_not_known_an_answer_beside_its_value_is_refused() -> None:
    nothing = EMPTY.model_copy(update={"facts": {}})
    assert refused(DECIDES, {"value": 3, "outcome": Outcome.MET}, nothing) == "figure-differs"


@pytest.mark.parametrize("outcome", [Outcome.WAITING, Outcome.UNKNOWN, Outcome.NOT_RELEVANT])
@pytest.mark.parametrize("asked", [DECIDES, SUGGESTS], ids=["decides", "suggests"])
def test_a_value_beside_an_answer_that_knows_nothing_is_refused(asked: Item, outcome: Outcome) -> None:
    assert refused(asked, {"value": 3, "outcome": outcome, "reason": "So."}) == "value-undecided"


@pytest.mark.parametrize("outcome", [Outcome.MET, Outcome.PARTLY, Outcome.MISSING])
def test_where_the_figure_decides_an_outcome_without_value_is_refused(outcome: Outcome) -> None:
    assert refused(DECIDES, {"outcome": outcome}) == "value-decides"


def test_where_the_figure_decides_an_outcome_with_the_value_taken_away_is_refused() -> None:
    assert refused(DECIDES, {"outcome": Outcome.MET, "value": None}) == "value-decides"


def test_where_the_figure_decides_the_outcome_goes_with_its_value() -> None:
    before = after(DECIDES, {"value": 4, "note": "Counted."})
    answer = given_to(DECIDES, {"value": None}, before)
    assert (answer.outcome, answer.value, answer.needed, answer.note) == (None, None, None, "Counted.")


def test_a_note_leaves_a_measured_answer_alone() -> None:
    before = after(DECIDES, {"value": 4})
    assert given_to(DECIDES, {"note": "Counted twice."}, before).outcome is Outcome.MET


def test_without_the_fact_of_its_formula_a_measured_answer_is_unknown() -> None:
    nothing = EMPTY.model_copy(update={"facts": {}})
    answer = given_to(DECIDES, {"value": 4}, nothing)
    assert (answer.outcome, answer.needed) == (Outcome.UNKNOWN, None)


@pytest.mark.parametrize("outcome", [Outcome.UNKNOWN, Outcome.WAITING])
def test_an_answer_that_knows_nothing_has_no_value(outcome: Outcome) -> None:
    before = after(DECIDES, {"value": 4})
    answer = given_to(DECIDES, {"outcome": outcome}, before)
    assert (answer.outcome, answer.value, answer.needed) == (outcome, None, None)


def test_where_the_figure_suggests_the_value_suggests_the_outcome() -> None:
    assert given_to(SUGGESTS, {"value": 3}).outcome is Outcome.MISSING


def test_where_the_figure_suggests_the_organiser_decides() -> None:
    answer = given_to(SUGGESTS, {"value": 3, "outcome": Outcome.PARTLY})
    assert (answer.outcome, answer.value, answer.needed) == (Outcome.PARTLY, 3, NEEDED)


def test_where_the_figure_suggests_an_outcome_needs_no_value() -> None:
    answer = given_to(SUGGESTS, {"outcome": Outcome.MET})
    assert (answer.outcome, answer.needed) == (Outcome.MET, None)


def test_where_the_figure_suggests_the_outcome_outlives_its_value() -> None:
    before = after(SUGGESTS, {"value": 4})
    assert given_to(SUGGESTS, {"value": None}, before).outcome is Outcome.MET


def test_a_value_of_an_item_without_measure_is_refused() -> None:
    assert refused(PLAIN, {"value": 4}) == "value-without-measure"


# --- facts ---


def test_a_changed_fact_compares_a_deciding_value_anew() -> None:
    before = after(DECIDES, {"value": 4})
    answer = with_fact(CATALOGUE, before, "seats", 400, LATER).answer("decides", Stage.PLAN)
    assert answer is not None
    assert (answer.outcome, answer.needed, answer.answered) == (Outcome.MISSING, 6, LATER)


def test_a_changed_fact_only_says_anew_what_a_suggested_answer_needs() -> None:
    before = after(SUGGESTS, {"value": 4})
    answer = with_fact(CATALOGUE, before, "seats", 400, LATER).answer("suggests", Stage.PLAN)
    assert answer is not None
    assert (answer.outcome, answer.needed, answer.answered) == (Outcome.MET, 6, AT)


def test_a_fact_no_longer_known_makes_a_deciding_value_unknown() -> None:
    before = after(DECIDES, {"value": 4})
    answer = with_fact(CATALOGUE, before, "seats", "unknown", LATER).answer("decides", Stage.PLAN)
    assert answer is not None
    assert (answer.outcome, answer.value, answer.needed) == (Outcome.UNKNOWN, 4, None)


def test_a_fact_known_again_brings_the_outcome_back() -> None:
    before = with_fact(CATALOGUE, after(DECIDES, {"value": 4}), "seats", None, LATER)
    answer = with_fact(CATALOGUE, before, "seats", 120, LATER).answer("decides", Stage.PLAN)
    assert answer is not None
    assert answer.outcome is Outcome.MET


@given(
    st.lists(
        st.sampled_from(
            [
                ("seats", 5),
                ("seats", 400),
                ("seats", None),
                ("raised-stage", "no"),
                ("raised-stage", "yes"),
                ("start", OSLO),
            ]
        ),
        max_size=6,
    )
)
def test_no_change_of_facts_loses_an_answer(changes: list[tuple[str, FactValue | None]]) -> None:
    held = with_fact(CATALOGUE, EMPTY, "raised-stage", "yes", AT)
    for asked in (PLAIN, ONLY_STAGE):
        held = after(asked, {"outcome": Outcome.MISSING, "note": "Mine."}, held)
    held = after(DECIDES, {"value": 4, "note": "Mine."}, held)
    for fact, value in changes:
        held = with_fact(CATALOGUE, held, fact, value, LATER)
    assert [(one.item, one.value, one.note) for one in held.answers] == [
        ("decides", 4, "Mine."),
        ("only-stage", None, "Mine."),
        ("plain", None, "Mine."),
    ]


def test_answers_to_items_of_another_catalogue_are_kept() -> None:
    stray = Answer(item="elsewhere", stage=Stage.PLAN, outcome=Outcome.MET, answered=AT)
    held = EMPTY.model_copy(update={"answers": (stray,)})
    assert with_fact(CATALOGUE, held, "seats", 5, LATER).answers == (stray,)


def test_telling_the_same_fact_again_changes_nothing() -> None:
    assert with_fact(CATALOGUE, EMPTY, "seats", 120, LATER) is EMPTY


def test_taking_back_what_was_never_told_changes_nothing() -> None:
    assert with_fact(CATALOGUE, EMPTY, "room", None, LATER) is EMPTY


def test_a_told_fact_says_when_it_changed() -> None:
    assert with_fact(CATALOGUE, EMPTY, "seats", 5, LATER).facts["seats"].changed == LATER


def test_a_fact_told_for_the_first_time_replaces_nothing() -> None:
    assert with_fact(CATALOGUE, EMPTY, "room", "Hall A", LATER).facts["room"].replaced is None


def test_a_fact_told_after_not_being_known_replaces_nothing() -> None:
    held = with_fact(CATALOGUE, EMPTY, "room", "host", AT)
    assert with_fact(CATALOGUE, held, "room", "Hall A", LATER).facts["room"].replaced is None


def test_a_changed_fact_says_when_what_was_known_was_replaced() -> None:
    held = with_fact(CATALOGUE, EMPTY, "room", "Hall A", AT)
    assert with_fact(CATALOGUE, held, "room", "Hall B", LATER).facts["room"].replaced == LATER


@pytest.mark.parametrize("between", ["unknown", None])
def test_a_fact_changed_by_way_of_not_being_known_was_replaced_when_it_went(between: str | None) -> None:
    held = with_fact(CATALOGUE, EMPTY, "room", "Hall A", AT)
    held = with_fact(CATALOGUE, held, "room", between, AT + timedelta(hours=1))
    found = with_fact(CATALOGUE, held, "room", "Hall B", LATER).facts["room"]
    assert (found.changed, found.replaced) == (LATER, AT + timedelta(hours=1))


def test_a_room_taken_back_is_not_known() -> None:
    held = with_fact(CATALOGUE, EMPTY, "room", "Hall A", AT)
    assert with_fact(CATALOGUE, held, "room", None, LATER).facts["room"].value == "unknown"


def test_a_fact_taken_back_is_gone() -> None:
    assert "seats" not in with_fact(CATALOGUE, EMPTY, "seats", None, LATER).facts


def test_a_fact_that_cannot_be_is_refused() -> None:
    with pytest.raises(ValueRefused):
        with_fact(CATALOGUE, EMPTY, "seats", "many", LATER)


# --- what belongs to an answer ---


def test_today_is_the_hosts_day_where_the_start_is_known() -> None:
    held = with_fact(CATALOGUE, EMPTY, "start", "2027-03-15T10:00+09:00[Asia/Tokyo]", AT)
    late = AT.replace(hour=22)  # in Tokyo it is the next morning
    assert given_to(PLAIN, {"outcome": Outcome.WAITING}, held, late).asked == date(2027, 3, 2)


def test_today_is_the_day_of_the_computer_while_no_start_is_known() -> None:
    late = AT.replace(hour=22).astimezone(ZoneInfo("Asia/Tokyo"))
    assert given_to(PLAIN, {"outcome": Outcome.WAITING}, EMPTY, late).asked == date(2027, 3, 2)


def test_waiting_gets_the_items_party_and_today_where_nothing_is_said() -> None:
    answer = given_to(PLAIN, {"outcome": Outcome.WAITING})
    assert (answer.whom, answer.asked) == (Party.HOST, AT.date())


def test_waiting_keeps_whom_and_when_they_were_asked() -> None:
    before = after(PLAIN, {"outcome": Outcome.WAITING, "whom": Party.SECRETARIAT, "asked": date(2027, 2, 2)})
    answer = given_to(PLAIN, {"outcome": Outcome.WAITING, "note": "Asked again."}, before)
    assert (answer.whom, answer.asked) == (Party.SECRETARIAT, date(2027, 2, 2))


def test_whom_and_since_when_go_with_waiting() -> None:
    before = after(PLAIN, {"outcome": Outcome.WAITING})
    answer = given_to(PLAIN, {"outcome": Outcome.MET}, before)
    assert (answer.whom, answer.asked) == (None, None)


def test_the_reason_goes_when_an_item_is_relevant_again() -> None:
    before = after(PLAIN, {"outcome": Outcome.NOT_RELEVANT, "reason": "No room."})
    assert given_to(PLAIN, {"outcome": Outcome.MET}, before).reason is None


def test_the_reason_stays_while_it_is_not_relevant() -> None:
    before = after(PLAIN, {"outcome": Outcome.NOT_RELEVANT, "reason": "No room."})
    assert given_to(PLAIN, {"note": "Truly."}, before).reason == "No room."


def test_the_reason_cannot_be_taken_away_alone() -> None:
    before = after(PLAIN, {"outcome": Outcome.NOT_RELEVANT, "reason": "No room."})
    assert refused(PLAIN, {"reason": ""}, before) == "reason-missing"


@pytest.mark.parametrize("reply", [Reply(outcome=Outcome.MISSING), Reply(outcome=None)])
def test_the_moment_of_answering_moves_with_the_outcome(reply: Reply) -> None:
    before = after(PLAIN, {"outcome": Outcome.MET, "note": "Kept."})
    moment = given_to(PLAIN, reply, before, LATER).answered
    assert moment == (LATER if reply["outcome"] else None)


def test_the_moment_of_answering_moves_with_the_value() -> None:
    before = after(DECIDES, {"value": 4})
    assert given_to(DECIDES, {"value": 5}, before, LATER).answered == LATER


@pytest.mark.parametrize(
    "reply",
    [
        Reply(note="New."),
        Reply(owner="Somebody"),
        Reply(due=date(2027, 3, 3)),
        Reply(language="fr"),
        Reply(outcome=Outcome.MET),
    ],
)
def test_the_moment_of_answering_stays_for_everything_else(reply: Reply) -> None:
    before = after(PLAIN, {"outcome": Outcome.MET})
    assert given_to(PLAIN, reply, before, LATER).answered == AT


def test_giving_the_same_answer_again_changes_nothing() -> None:
    before = after(PLAIN, {"outcome": Outcome.MET, "note": "Seen."})
    assert with_answer(CATALOGUE, before, PLAIN, Stage.PLAN, {"outcome": Outcome.MET, "note": "Seen."}, LATER) == before


def test_an_empty_text_is_no_text() -> None:
    before = after(PLAIN, {"outcome": Outcome.MET, "note": "Seen."})
    assert given_to(PLAIN, {"note": ""}, before).note is None


def test_an_answer_that_says_nothing_is_taken_away() -> None:
    before = after(PLAIN, {"note": "Seen."})
    assert after(PLAIN, {"note": None}, before).answers == ()


def test_answers_stand_in_the_order_of_items_and_stages() -> None:
    held = EMPTY
    for asked, stage in ((STAGED, Stage.DELIVERED), (STAGED, Stage.REHEARSAL), (PLAIN, Stage.PLAN)):
        held = with_answer(CATALOGUE, held, asked, stage, {"outcome": Outcome.MET}, AT)
    assert [(one.item, one.stage) for one in held.answers] == [
        ("plain", Stage.PLAN),
        ("staged", Stage.REHEARSAL),
        ("staged", Stage.DELIVERED),
    ]


# --- refused ---


@pytest.mark.parametrize(
    ("asked", "reply", "code"),
    [
        (PLAIN, Reply(), "nothing-given"),
        (DECIDES, Reply(outcome=Outcome.WAITING), None),
        (ONLY_STAGE, Reply(outcome=Outcome.MET), "does-not-apply"),
        (ONLY_STAGE, Reply(note="It has no stage."), None),
        (STAGED, Reply(outcome=Outcome.PARTLY), "no-partly"),
        (PLAIN, Reply(outcome=Outcome.NOT_RELEVANT), "reason-missing"),
        (PLAIN, Reply(note="x" * 100_001), "text-refused"),
        (PLAIN, Reply(owner="x" * 501), "text-refused"),
        (PLAIN, Reply(note="half a character \udcff"), "text-refused"),
    ],
)
def test_a_reply_is_taken_or_refused_for_one_reason(asked: Item, reply: Reply, code: str | None) -> None:
    held = with_fact(CATALOGUE, EMPTY, "raised-stage", "no", AT)
    if code is None:
        after(asked, reply, held)
    else:
        assert refused(asked, reply, held) == code


def test_a_value_for_an_item_that_does_not_apply_is_refused() -> None:
    held = with_fact(CATALOGUE, EMPTY, "seats", 0, AT)
    assert refused(ONLY_SEATS, {"value": 4}, held) == "does-not-apply"


def test_an_answer_at_a_stage_the_item_is_not_asked_at_is_refused() -> None:
    with pytest.raises(AnswerRefused) as refusal:
        with_answer(CATALOGUE, EMPTY, PLAIN, Stage.DELIVERED, {"outcome": Outcome.MET}, AT)
    assert refusal.value == AnswerRefused("plain", "no-such-stage")


# --- finding, clearing, proof ---


def test_an_item_is_found_by_its_id_and_by_its_old_one() -> None:
    assert (find_item(CATALOGUE, "plain"), find_item(CATALOGUE, "old")) == (PLAIN, STAGED)


def test_an_item_that_is_not_there_is_told_with_the_nearest() -> None:
    with pytest.raises(UnknownName) as unknown:
        find_item(CATALOGUE, "plane")
    assert unknown.value == UnknownName("item", "plane", "plain")


@pytest.mark.parametrize(
    ("chosen", "stage"),
    [(None, Stage.REHEARSAL), (Stage.REHEARSAL, Stage.REHEARSAL), (Stage.DELIVERED, Stage.DELIVERED)],
)
def test_the_stage_to_answer_is_the_latest_due_or_the_first(chosen: Stage | None, stage: Stage) -> None:
    held = EMPTY.model_copy(update={"stage_chosen": chosen})
    assert stage_to_answer(STAGED, CATALOGUE, held, AT) is stage


def test_a_cleared_answer_is_gone_with_its_notes() -> None:
    before = after(PLAIN, {"outcome": Outcome.MET, "note": "Seen.", "due": date(2027, 3, 3)})
    assert without_answer(before, PLAIN, Stage.PLAN) == EMPTY


def test_proof_can_come_before_the_answer() -> None:
    proof = Evidence(kind=EvidenceKind.LINK, text="https://example.org", date=date(2027, 2, 2))
    assert with_evidence(EMPTY, PLAIN, Stage.PLAN, [proof]).answers[0].evidence == (proof,)


def test_proof_taken_out_of_an_empty_answer_takes_the_answer_with_it() -> None:
    proof = Evidence(kind=EvidenceKind.LINK, text="https://example.org", date=date(2027, 2, 2))
    before = with_evidence(EMPTY, PLAIN, Stage.PLAN, [proof])
    assert with_evidence(before, PLAIN, Stage.PLAN, []) == EMPTY


def test_every_shipped_item_takes_unknown_at_each_of_its_stages(catalogue: Catalogue) -> None:
    held = Assessment(session=SESSION, revision=0)
    for asked in catalogue.items:
        for stage in asked.stages:
            held = with_answer(catalogue, held, asked, stage, {"outcome": Outcome.UNKNOWN}, AT)
    assert len(held.answers) == sum(len(asked.stages) for asked in catalogue.items)
