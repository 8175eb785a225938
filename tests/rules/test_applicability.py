from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from accesscheck.model.because import Because
from accesscheck.model.condition import AllOf, AnyOf, Comparison, NotOf
from accesscheck.model.profile import Fact, FactValue, Need, NeedAnswer
from accesscheck.model.terms import Applicability, Severity
from accesscheck.rules.applicability import applies, because, compare, holds, settled_need

from .generate import item

AT = datetime(2027, 3, 1, tzinfo=UTC)
YES = Comparison(fact="recording", one_of=("yes",))
NO = Comparison(fact="recording", one_of=("no",))
OPEN = Comparison(fact="video", one_of=("yes",))
NEED = "need-sign-language"


def told(**values: FactValue) -> dict[str, Fact]:
    return {name.replace("_", "-"): Fact(value=value, changed=AT) for name, value in values.items()}


FACTS = told(recording="yes", seats=50, floor_languages=("en", "fr"), video="unknown", polls="host")


@pytest.mark.parametrize(
    ("condition", "truth"),
    [
        (AllOf(all=(YES, YES)), True),
        (AllOf(all=(YES, NO)), False),
        (AllOf(all=(YES, OPEN)), None),
        (AllOf(all=(NO, OPEN)), False),
        (AnyOf(any=(NO, NO)), False),
        (AnyOf(any=(NO, YES)), True),
        (AnyOf(any=(NO, OPEN)), None),
        (AnyOf(any=(YES, OPEN)), True),
        (NotOf(negated=YES), False),
        (NotOf(negated=NO), True),
        (NotOf(negated=OPEN), None),
        (NotOf(negated=AllOf(all=(OPEN, NotOf(negated=AnyOf(any=(NO, YES)))))), True),
    ],
)
def test_conditions_have_three_values(condition: AllOf | AnyOf | NotOf, truth: bool | None) -> None:
    assert holds(condition, FACTS) is truth


@pytest.mark.parametrize(
    ("comparison", "truth"),
    [
        (Comparison(fact="seats", at_least=50), True),
        (Comparison(fact="seats", at_least=51), False),
        (Comparison(fact="seats", at_most=50), True),
        (Comparison(fact="seats", at_most=49), False),
        (Comparison(fact="floor-languages", includes="fr"), True),
        (Comparison(fact="floor-languages", includes="ar"), False),
        (Comparison(fact="floor-languages", count_at_least=2), True),
        (Comparison(fact="floor-languages", count_at_least=3), False),
        (Comparison(fact="floor-languages", one_of=("ar", "fr")), True),
        (Comparison(fact="floor-languages", one_of=("ar",)), False),
        (Comparison(fact="recording", one_of=("yes", "no")), True),
    ],
)
def test_every_operator_compares_its_kind_of_fact(comparison: Comparison, truth: bool) -> None:
    assert compare(comparison, FACTS) is truth


@pytest.mark.parametrize("fact", ["video", "polls", "food"])
def test_unknown_left_to_the_host_and_never_told_are_all_unknown(fact: str) -> None:
    assert compare(Comparison(fact=fact, one_of=("yes",)), FACTS) is None


@pytest.mark.parametrize(
    "comparison",
    [
        Comparison(fact="recording", at_least=1),
        Comparison(fact="recording", at_most=1),
        Comparison(fact="recording", includes="yes"),
        Comparison(fact="seats", one_of=("50",)),
        Comparison(fact="seats", count_at_least=1),
    ],
)
def test_an_operator_of_another_kind_knows_nothing(comparison: Comparison) -> None:
    assert compare(comparison, FACTS) is None


def test_an_item_without_condition_applies_and_names_no_fact() -> None:
    assert because(item("a.b", Severity.HELPS), {}) == Because(Applicability.APPLIES)


def test_an_unknown_condition_keeps_the_item_in() -> None:
    assert applies(item("a.b", Severity.HELPS, applies=OPEN), FACTS) is Applicability.UNKNOWN


def test_a_false_condition_names_the_facts_that_decided() -> None:
    asked = item("a.b", Severity.HELPS, applies=AllOf(all=(NO, OPEN)))
    assert because(asked, FACTS) == Because(Applicability.NOT, ((NO, False),))


def test_an_unknown_condition_names_the_facts_that_are_not_known() -> None:
    asked = item("a.b", Severity.HELPS, applies=AllOf(all=(YES, OPEN)))
    assert because(asked, FACTS) == Because(Applicability.UNKNOWN, ((OPEN, None),))


def test_nobody_with_the_day_of_asking_takes_the_item_out() -> None:
    facts = told(need_sign_language=Need(answer=NeedAnswer.NOBODY, asked=date(2027, 2, 1)))
    assert because(item("a.b", Severity.HELPS, need=NEED), facts) == Because(Applicability.NOT, need=NEED)


@pytest.mark.parametrize(
    "value",
    [
        Need(answer=NeedAnswer.NOBODY),
        Need(answer=NeedAnswer.NOT_ASKED),
        Need(answer=NeedAnswer.YES),
        "unknown",
        "host",
    ],
)
def test_any_other_answer_to_a_need_keeps_the_item_in(value: FactValue) -> None:
    found = applies(item("a.b", Severity.HELPS, need=NEED), told(need_sign_language=value))
    assert found is Applicability.APPLIES


def test_a_false_condition_decides_before_the_need_does() -> None:
    facts = told(recording="yes", need_sign_language=Need(answer=NeedAnswer.YES))
    assert because(item("a.b", Severity.HELPS, need=NEED, applies=NO), facts).need is None


def test_a_need_never_told_counts_as_not_asked() -> None:
    assert settled_need(NEED, {}) is NeedAnswer.NOT_ASKED
