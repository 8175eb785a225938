from __future__ import annotations

import pytest

from accesscheck.language.items import amount, field, figure_standing, quantity, source_words, statement
from accesscheck.language.reasons import because_words, later_words
from accesscheck.language.words import Words
from accesscheck.model.because import Because
from accesscheck.model.catalogue import Catalogue, Item, Source, Standings
from accesscheck.model.condition import Comparison
from accesscheck.model.terms import Applicability, Severity, Stage, Standing

from ..rules.generate import item
from ..rules.small import PLACES, VERIFIED, told

STAGES = {Stage.REHEARSAL: "It was tested.", Stage.DELIVERED: "It ran."}
STAGED = item("a.b", Severity.HINDERS, stages=STAGES, partly=None)
MEASURED = item("a.c", Severity.HINDERS, measure=PLACES, sources=(VERIFIED,))
FLOOR = item("a.d", Severity.HINDERS, measure=PLACES.model_copy(update={"planning_floor": True}), sources=(VERIFIED,))
SEATS = Comparison(fact="seats", at_least=1)


@pytest.mark.parametrize(
    ("stage", "said"),
    [
        (Stage.PLAN, "It was tested."),
        (Stage.REHEARSAL, "It was tested."),
        (Stage.DELIVERED, "It ran."),
    ],
)
def test_the_statement_is_the_latest_due_or_the_first(english: Words, stage: Stage, said: str) -> None:
    assert (statement(STAGED, stage, english), STAGED.statement(stage)) == (said, said)


def test_a_text_an_item_does_not_have_is_empty(english: Words) -> None:
    assert (field(STAGED, "partly", english), field(STAGED, "why", english)) == ("", "Words.")


def test_a_measured_item_says_what_and_in_which_unit(english: Words) -> None:
    assert (quantity(MEASURED, english), amount(4, MEASURED, english)) == ("Wheelchair places", "4 places")


def test_an_item_without_measure_has_neither(english: Words) -> None:
    assert (quantity(STAGED, english), amount(4, STAGED, english).strip()) == ("", "4")


def test_a_source_says_how_sure_each_fact_is(english: Words) -> None:
    standing = Standings(requirement=Standing.VERIFIED, number=Standing.SECOND_HAND, lead_time=Standing.DEFAULT)
    source = Source(title="A code", publisher="A house", edition="2", clause="4.1", standing=standing)
    assert source_words(source, STAGED, english) == (
        "A code, 2, 4.1, A house (requirement: verified in the source; figure: reported by others, not verified in "
        "the source; lead time: AccessCheck default)"
    )


def test_a_figure_says_how_sure_it_is_and_whether_it_is_a_planning_floor(english: Words) -> None:
    assert figure_standing(VERIFIED, MEASURED, english) == "verified in the source"
    assert figure_standing(VERIFIED, FLOOR, english).startswith("verified in the source; planning floor")


def test_a_source_without_a_figure_says_nothing_of_one(english: Words) -> None:
    source = Source(title="A code", publisher="A house", standing=Standings(requirement=Standing.VERIFIED))
    assert figure_standing(source, MEASURED, english) == ""


def test_a_source_without_standing_is_only_named(english: Words) -> None:
    source = Source(title="A code", publisher="A house", standing=Standings())
    assert source_words(source, STAGED, english) == "A code, A house"


@pytest.mark.parametrize(("asked", "said"), [(FLOOR, True), (MEASURED, False)])
def test_the_figure_of_another_countrys_code_says_so(english: Words, asked: Item, said: bool) -> None:
    assert ("planning floor" in source_words(VERIFIED, asked, english)) is said


@pytest.mark.parametrize(
    ("because", "said"),
    [
        (Because(Applicability.APPLIES), "Applies to every session."),
        (Because(Applicability.APPLIES, ((SEATS, True),)), "Applies to this session. Seats in the room: 120"),
        (Because(Applicability.NOT, ((SEATS, False),)), "Does not apply to this session. Seats in the room: 120"),
        (
            Because(Applicability.UNKNOWN, ((Comparison(fact="video", one_of=("yes",)), None),)),
            "Stays in until this is known. Are videos played?: Not known",
        ),
        (
            Because(Applicability.APPLIES, ((SEATS, True), (SEATS, True)), "need-wheelchair"),
            "Applies to this session. Seats in the room: 120; Does anybody need a wheelchair place?: Not known",
        ),
    ],
)
def test_why_an_item_applies_is_told_by_its_facts(english: Words, because: Because, said: str) -> None:
    found = because_words(because, told({"seats": 120}), english)
    assert found.replace("?:", "?").replace("? ", "?") == said.replace("?:", "?").replace("? ", "?")


def test_an_item_that_comes_later_says_when(english: Words) -> None:
    assert later_words(STAGED, english) == "Comes later: Rehearsal"


def test_every_shipped_item_and_source_can_be_told(catalogue: Catalogue, english: Words) -> None:
    for one in catalogue.items:
        said = [source_words(source, one, english) for source in one.sources]
        said += [statement(one, stage, english) for stage in Stage]
        said += [field(one, name, english) for name in ("why", "how", "when_missing", "when_late", "proof")]
        assert all(text.strip() for text in said)
