from __future__ import annotations

import json
from typing import Any

import pytest

from accesscheck.language.words import Words
from accesscheck.model.catalogue import Catalogue, NotRelevant
from accesscheck.model.terms import Outcome, Stage
from accesscheck.report.earl import OUR_TERMS, render
from accesscheck.rules.view import View

from .sessions import SESSION, answer, example, result, told

EARL = "http://www.w3.org/ns/earl#"
DCT = "http://purl.org/dc/terms/"


def expanded(value: Any, context: dict[str, str], key: str = "") -> Any:
    """A value with every compact name spelled out by its own context; refuses a name the context does not know."""
    if isinstance(value, list):
        return [expanded(one, context, key) for one in value]
    if isinstance(value, dict):
        spelled = {name if name.startswith("@") else _iri(name, context): one for name, one in value.items()}
        return {name: expanded(one, context, name) for name, one in spelled.items()}
    return _iri(value, context) if key in ("@id", "@type") else value


def _iri(name: str, context: dict[str, str]) -> str:
    prefix, colon, rest = name.partition(":")
    assert colon, name
    if prefix in context:
        return context[prefix] + rest
    assert prefix in ("_", "urn", "https", "http"), name
    return name


def graph(seen: View, words: Words) -> list[dict[str, Any]]:
    raw = json.loads(result(render(seen, words)))
    nodes: list[dict[str, Any]] = expanded(raw["@graph"], raw["@context"])
    return nodes


def assertions(seen: View, words: Words) -> dict[str, dict[str, Any]]:
    """Every assertion by the item it is about."""
    found = [one for one in graph(seen, words) if one["@type"] == f"{EARL}Assertion"]
    return {one[f"{EARL}test"]["@id"].removeprefix(OUR_TERMS): one for one in found}


def outcome(assertion: dict[str, Any]) -> tuple[str, str]:
    """EARL's outcome and ours."""
    given = assertion[f"{EARL}result"]
    return given[f"{EARL}outcome"]["@id"].removeprefix(EARL), given[f"{OUR_TERMS}outcome"]


EXPECTED = [
    (Outcome.MET, "passed"),
    (Outcome.PARTLY, "cantTell"),
    (Outcome.MISSING, "failed"),
    (Outcome.WAITING, "untested"),
    (Outcome.UNKNOWN, "untested"),
    (Outcome.NOT_RELEVANT, "inapplicable"),
]


def taking(catalogue: Catalogue, wanted: Outcome) -> str:
    """An item that applies to the session and takes the outcome."""
    due = [one.item for one in told(catalogue).judgement.due if one.item.measure is None]
    if wanted is Outcome.PARTLY:
        due = [item for item in due if item.partly is not None]
    if wanted is Outcome.NOT_RELEVANT:
        due = [item for item in due if item.not_relevant is NotRelevant.WITH_REASON]
    return due[0].id


@pytest.mark.parametrize(("ours", "theirs"), EXPECTED)
def test_each_outcome_has_its_word_in_earl_and_ours_beside_it(
    catalogue: Catalogue, english: Words, ours: Outcome, theirs: str
) -> None:
    item = taking(catalogue, ours)
    seen = told(catalogue, answer(item, ours), need_sign_language="unknown")
    assert outcome(assertions(seen, english)[item]) == (theirs, ours)


def test_what_was_met_before_and_is_still_to_test_is_untested(catalogue: Catalogue, english: Words) -> None:
    item = next(
        one for one in catalogue.items if {Stage.PLAN, Stage.REHEARSAL} <= one.stages.keys() and not one.applies
    )
    seen = told(catalogue, answer(item.id, Outcome.MET))
    later = told(catalogue, answer(item.id, Outcome.MET), as_of=seen.span.start if seen.span else seen.score.as_of)
    judged = next(one for one in later.judgement.due if one.item.id == item.id)
    assert outcome(assertions(later, english)[item.id]) == ("untested" if judged.to_test else "passed", "met")


def test_every_item_due_has_one_assertion(catalogue: Catalogue, english: Words) -> None:
    seen = example(catalogue)
    assert list(assertions(seen, english)) == [one.item.id for one in seen.judgement.due]


def test_subject_and_assertor_of_every_assertion_are_in_the_file(catalogue: Catalogue, english: Words) -> None:
    seen = example(catalogue)
    known = {one["@id"] for one in graph(seen, english) if "@id" in one}
    named = {
        one[f"{EARL}{role}"]["@id"]
        for one in assertions(seen, english).values()
        for role in ("subject", "assertedBy", "test")
    }
    assert named <= known


def test_the_subject_is_the_session(catalogue: Catalogue, english: Words) -> None:
    (subject,) = (one for one in graph(told(catalogue, title="Ours"), english) if one["@type"] == f"{EARL}TestSubject")
    assert (subject["@id"], subject[f"{DCT}title"]) == (f"urn:uuid:{SESSION}", "Ours")


def test_without_a_start_the_session_has_no_date(catalogue: Catalogue, english: Words) -> None:
    seen = told(catalogue, start="unknown")
    (subject,) = (one for one in graph(seen, english) if one["@type"] == f"{EARL}TestSubject")
    assert subject.keys() == {"@id", "@type", f"{DCT}title"}


def test_a_test_names_its_sources_with_their_addresses(catalogue: Catalogue, english: Words) -> None:
    seen = example(catalogue)
    nodes = {one["@id"]: one for one in graph(seen, english) if "@id" in one}
    for judged in seen.judgement.due:
        sources = nodes[f"{OUR_TERMS}{judged.item.id}"][f"{DCT}source"]
        assert [one.get("@id") for one in sources] == [one.url for one in judged.item.sources]


def test_the_organisers_are_who_asserts(catalogue: Catalogue, english: Words) -> None:
    seen = told(catalogue, organisers=("Club A", "Club B"))
    main = next(one for one in graph(seen, english) if one["@id"] == "_:organiser")
    assert main["http://xmlns.com/foaf/0.1/name"] == ["Club A", "Club B"]


def test_words_carry_their_language(catalogue: Catalogue, english: Words) -> None:
    seen = told(catalogue, answer("venue-access.step-free", Outcome.MET, "Oui", language="fr"))
    told_result = assertions(seen, english)["venue-access.step-free"][f"{EARL}result"]
    assert told_result[f"{DCT}description"] == {"@language": "fr", "@value": "Oui"}
    assert told_result[f"{DCT}title"] == {"@language": "en", "@value": "In place"}


def test_the_same_session_gives_the_same_bytes(catalogue: Catalogue, english: Words) -> None:
    assert result(render(example(catalogue), english)) == result(render(example(catalogue), english))
