from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

import pytest

from accesscheck.errors import InterchangeBroken, NewerFormat
from accesscheck.language.problems import sentence
from accesscheck.language.words import Words
from accesscheck.model.assessment import Assessment
from accesscheck.model.catalogue import Catalogue
from accesscheck.model.interchange import Export, encode
from accesscheck.operations.interchange import assessment_of, exported, read_export
from accesscheck.rules.scoring import score
from accesscheck.rules.view import view

Example = tuple[Assessment, datetime]
Raw = dict[str, Any]


@pytest.fixture(scope="module")
def export(catalogue: Catalogue, example: Example) -> Export:
    return exported(view(catalogue, *example))


def read(export: Export, change: Callable[[Raw], object]) -> Export:
    raw = json.loads(encode(export))
    change(raw)
    return read_export(json.dumps(raw).encode(), "a.json")


def item(raw: Raw, name: str) -> Raw:
    found: Raw = next(one for one in raw["catalogue"]["items"] if one["id"] == name)
    return found


def answer(raw: Raw, name: str) -> Raw:
    found: Raw = next(one for one in raw["answers"] if one["item"] == name)
    return found


def earlier(**given: Any) -> Raw:
    when = "2027-02-01T09:00:00Z"
    usual = {"kind": "item", "id": "venue-access.step-free", "stage": "plan", "was": "missing"}
    return {**usual, "from": when, "until": when, **given}


def test_an_export_gives_the_assessment_back(export: Export, example: Example) -> None:
    assert assessment_of(read_export(encode(export), "a.json"), "a.json") == example[0]


def test_an_export_scored_again_by_itself_alone_gives_the_same_result(export: Export) -> None:
    read_back = read_export(encode(export), "a.json")
    assert score(read_back.catalogue, assessment_of(read_back, "a.json"), read_back.as_of) == read_back.result


def test_an_export_says_of_every_item_whether_it_applies(export: Export, catalogue: Catalogue) -> None:
    assert set(export.applicability) == {one.id for one in catalogue.items}


@pytest.mark.parametrize(
    ("change", "code", "where"),
    [
        (lambda raw: item(raw, "captioning.live").update(severity="hinders"), "wrong-hash", "catalogue/hash"),
        (lambda raw: raw["catalogue"]["scoring"]["weights"].update(helps=2), "wrong-hash", "catalogue/hash"),
        (lambda raw: raw["catalogue"].update(hash="0" * 64), "wrong-hash", "catalogue/hash"),
        (lambda raw: raw["session"].update(revision=-1), "wrong-value", "session/revision"),
        (
            lambda raw: raw["session"]["facts"]["start"].update(changed="0001-01-01T00:00:00+14:00"),
            "wrong-value",
            "session/facts/start/changed",
        ),
        (lambda raw: raw["answers"].append(raw["answers"][0]), "duplicate-answer", "captioning.display-height"),
        (
            lambda raw: answer(raw, "venue-access.step-free").update(outcome="partly"),
            "refused-answer",
            "venue-access.step-free",
        ),
        (
            lambda raw: answer(raw, "captioning.live").update(outcome="not-relevant", reason="No."),
            "refused-answer",
            "captioning.live",
        ),
        (
            lambda raw: answer(raw, "inclusion.speakers").update(outcome="not-relevant"),
            "refused-answer",
            "inclusion.speakers",
        ),
        (lambda raw: answer(raw, "captioning.live").update(value=2), "refused-answer", "captioning.live"),
        (lambda raw: answer(raw, "captioning.live").update(stage="later"), "wrong-value", "answers/1/stage"),
        (lambda raw: raw["session"].update(id="5"), "wrong-value", "session/id"),
        (lambda raw: raw["session"]["facts"]["seats"].update(value="many"), "wrong-value", "session/facts/seats"),
        (lambda raw: raw["session"]["facts"]["start"].update(value="soon"), "wrong-value", "session/facts/start"),
        (
            lambda raw: raw["session"]["facts"].update(chairs={"value": 5, "changed": "2027-02-01T09:00:00Z"}),
            "wrong-value",
            "session/facts/chairs",
        ),
        (lambda raw: raw.update(as_of="0001-01-01T00:00:00Z"), "wrong-value", "as_of"),
        (lambda raw: raw.update(as_of="9999-12-31T23:59:59Z"), "wrong-value", "as_of"),
        (lambda raw: raw["catalogue"]["scoring"]["weights"].pop("helps"), "wrong-value", "catalogue/scoring/weights"),
        (lambda raw: raw["catalogue"]["scoring"]["evidence"].pop("link"), "wrong-value", "catalogue/scoring/evidence"),
        (lambda raw: raw["catalogue"]["items"].append(item(raw, "captioning.live")), "wrong-value", "catalogue/items"),
        (
            lambda raw: item(raw, "venue-access.door-width")["measure"].update(formula="no-such"),
            "wrong-value",
            "catalogue/items/venue-access.door-width",
        ),
        (
            lambda raw: item(raw, "venue-access.door-width")["measure"].update(partly_formula="no-such"),
            "wrong-value",
            "catalogue/items/venue-access.door-width",
        ),
        (
            lambda raw: item(raw, "venue-access.door-width")["measure"].update(unit="miles"),
            "wrong-value",
            "catalogue/items/venue-access.door-width",
        ),
        (
            lambda raw: item(raw, "captioning.live").update(need="seats"),
            "wrong-value",
            "catalogue/items/captioning.live",
        ),
        (
            lambda raw: item(raw, "captioning.live").update(applies={"fact": "chairs", "at_least": 1}),
            "wrong-value",
            "catalogue/items/captioning.live",
        ),
        (
            lambda raw: raw.update(earlier=[earlier(was="bad")]),
            "wrong-value",
            "earlier/venue-access.step-free",
        ),
        (lambda raw: raw.update(earlier=[earlier(kind="need", id="seats")]), "wrong-value", "earlier/seats"),
    ],
)
def test_an_export_that_does_not_fit_is_refused_with_its_place_in_a_sentence(
    export: Export, english: Words, change: Callable[[Raw], object], code: str, where: str
) -> None:
    with pytest.raises(InterchangeBroken) as broken:
        assessment_of(read(export, change), "a.json")
    assert (broken.value.code, broken.value.where) == (code, where)
    assert sentence(broken.value, english).startswith("a.json ")


def test_an_export_of_a_newer_format_says_so(export: Export) -> None:
    with pytest.raises(NewerFormat) as newer:
        read(export, lambda raw: raw.update(format=7))
    assert (newer.value.found, newer.value.known) == (7, 1)


def test_what_is_remembered_travels(export: Export) -> None:
    kept = [earlier(), earlier(kind="need", id="need-wheelchair", stage=None, was="yes")]
    found = read(export, lambda raw: raw.update(earlier=kept))
    assert [one.id for one in assessment_of(found, "a.json").earlier] == ["venue-access.step-free", "need-wheelchair"]


def test_an_export_whose_zone_has_changed_its_clocks_since_is_still_read(export: Export) -> None:
    start = "2027-03-15T14:00+03:00[Europe/Oslo]"
    found = read(export, lambda raw: raw["session"]["facts"]["start"].update(value=start))
    assert found.session.facts["start"].value == start


def test_an_answer_to_an_item_of_no_checklist_is_kept_and_not_scored(export: Export) -> None:
    found = read(export, lambda raw: answer(raw, "captioning.live").update(item="captioning.life"))
    assessment = assessment_of(found, "a.json")
    judged = view(found.catalogue, assessment, found.as_of).judgement.due
    assert [one.item for one in assessment.answers if one.item == "captioning.life"] == ["captioning.life"]
    assert "captioning.life" not in {one.item.id for one in judged}
