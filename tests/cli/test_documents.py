"""Making, telling, answering, undoing."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from .conftest import Command

ITEM = "venue-access.step-free"
WIDTH = "venue-access.door-width"
PLAN = "2027-03-01T09:00Z"


def exported(accesscheck: Command, document: Path) -> dict[str, Any]:
    target = document.with_suffix(".json")
    assert accesscheck("export", document, target, "--as-of", PLAN, "--force").status == 0
    found: dict[str, Any] = json.loads(target.read_bytes())
    return found


def answer(accesscheck: Command, document: Path, item: str = ITEM) -> dict[str, Any]:
    found: dict[str, Any] = next(one for one in exported(accesscheck, document)["answers"] if one["item"] == item)
    return found


def test_a_new_session_is_made_and_named(tmp_path: Path, accesscheck: Command) -> None:
    said = accesscheck("new", tmp_path / "a.accesscheck")
    assert (said.status, said.out, said.err) == (0, f"New session: {tmp_path / 'a.accesscheck'}\n", "")


def test_a_new_session_takes_its_facts_from_a_profile(tmp_path: Path, accesscheck: Command) -> None:
    profile = tmp_path / "profile.json"
    profile.write_text('{"format": "online", "minutes": 60, "floor-languages": ["en", "fr"]}', "utf-8")
    path = tmp_path / "a.accesscheck"
    accesscheck("new", path, "--profile", profile)
    facts = exported(accesscheck, path)["session"]["facts"]
    assert {name: fact["value"] for name, fact in facts.items()} == {
        "format": "online",
        "minutes": 60,
        "floor-languages": ["en", "fr"],
    }


def test_a_fact_is_followed_by_the_verdict(document: Path, accesscheck: Command) -> None:
    said = accesscheck("set", document, "seats", "120")
    assert (said.status, said.err) == (0, "")
    assert "Not enough known yet" in said.out
    assert exported(accesscheck, document)["session"]["facts"]["seats"]["value"] == 120


def test_an_answer_is_followed_by_the_verdict(document: Path, accesscheck: Command) -> None:
    said = accesscheck("answer", document, ITEM, "missing")
    assert (said.status, said.err) == (0, "")
    assert "Some people cannot take part as planned today" in said.out


def test_everything_that_belongs_to_an_answer_is_kept(document: Path, accesscheck: Command) -> None:
    given = ["--note", "Asked.", "--owner", "Venue", "--due", "2027-03-08", "--whom", "host", "--asked", "2027-02-20"]
    accesscheck("answer", document, ITEM, "waiting", *given)
    found = answer(accesscheck, document)
    assert {name: found[name] for name in ("outcome", "note", "owner", "due", "whom", "asked")} == {
        "outcome": "waiting",
        "note": "Asked.",
        "owner": "Venue",
        "due": "2027-03-08",
        "whom": "host",
        "asked": "2027-02-20",
    }


def test_not_relevant_comes_with_its_reason(document: Path, accesscheck: Command) -> None:
    accesscheck("answer", document, "inclusion.speakers", "not-relevant", "--reason", "There are none.")
    assert answer(accesscheck, document, "inclusion.speakers")["reason"] == "There are none."


def test_the_verdict_says_how_much_was_declared_not_relevant(document: Path, accesscheck: Command) -> None:
    said = accesscheck("answer", document, "inclusion.speakers", "not-relevant", "--reason", "There are none.")
    assert "(1 declared not relevant)" in said.out


@pytest.mark.parametrize(("typed", "value", "outcome"), [("900", 900, "met"), ("814.5", 814.5, "missing")])
def test_a_measured_item_takes_a_number(
    document: Path, accesscheck: Command, typed: str, value: float, outcome: str
) -> None:
    accesscheck("answer", document, WIDTH, "--value", typed)
    found = answer(accesscheck, document, WIDTH)
    assert (found["value"], found["needed"], found["outcome"]) == (value, 815, outcome)


def test_an_answer_is_given_at_the_stage_that_was_named(document: Path, accesscheck: Command) -> None:
    accesscheck("answer", document, "captioning.live", "met", "--stage", "delivered")
    assert answer(accesscheck, document, "captioning.live")["stage"] == "delivered"


@pytest.mark.parametrize(
    ("option", "kind"), [("contact", "contact"), ("link", "link"), ("tested", "tested"), ("confirmed", "confirmed")]
)
def test_proof_in_words_is_kept_with_its_day(document: Path, accesscheck: Command, option: str, kind: str) -> None:
    accesscheck("answer", document, ITEM, "met", f"--{option}", "Told so.", "--evidence-date", "2027-02-20")
    proof = answer(accesscheck, document)["evidence"][0]
    assert (proof["kind"], proof["text"], proof["date"]) == (kind, "Told so.", "2027-02-20")


def test_a_proof_file_is_named_with_its_size(document: Path, accesscheck: Command, tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"a picture")
    accesscheck("answer", document, ITEM, "--evidence", tmp_path / "photo.jpg")
    proof = answer(accesscheck, document)["evidence"][0]
    assert (proof["kind"], proof["file"], proof["size"]) == ("document", "photo.jpg", 9)


def test_a_cleared_answer_is_gone(document: Path, accesscheck: Command) -> None:
    accesscheck("answer", document, ITEM, "missing", "--note", "A step.")
    accesscheck("answer", document, ITEM, "--clear")
    assert exported(accesscheck, document)["answers"] == []


def test_an_answer_can_be_cleared_and_given_anew_at_once(document: Path, accesscheck: Command) -> None:
    accesscheck("answer", document, ITEM, "missing", "--note", "A step.")
    accesscheck("answer", document, ITEM, "met", "--clear")
    found = answer(accesscheck, document)
    assert (found["outcome"], found["note"]) == ("met", None)


def test_undo_and_redo_reach_over_several_runs(document: Path, accesscheck: Command) -> None:
    accesscheck("answer", document, ITEM, "missing")
    assert accesscheck("undo", document).status == 0
    assert exported(accesscheck, document)["answers"] == []
    assert accesscheck("redo", document).status == 0
    assert answer(accesscheck, document)["outcome"] == "missing"


def test_a_session_exported_as_a_session_keeps_its_proof_files(
    document: Path, accesscheck: Command, tmp_path: Path
) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"a picture" * 9000)
    accesscheck("answer", document, ITEM, "--evidence", tmp_path / "photo.jpg")
    copy = tmp_path / "copy.accesscheck"
    assert accesscheck("export", document, copy).status == 0
    assert b"a picture" * 100 in copy.read_bytes()


@pytest.mark.parametrize(
    "typed",
    [
        ("met", "--evidence", "nowhere.pdf"),
        ("partly", "--clear"),
        ("met", "--contact", "The host", "--evidence", "nowhere.pdf"),
    ],
)
def test_an_answer_that_is_refused_in_part_is_refused_as_a_whole(
    document: Path, accesscheck: Command, typed: tuple[str, ...]
) -> None:
    accesscheck("answer", document, ITEM, "missing", "--note", "A step.")
    before = document.read_bytes()
    assert accesscheck("answer", document, ITEM, *typed).status != 0
    assert document.read_bytes() == before
