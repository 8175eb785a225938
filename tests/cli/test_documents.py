"""Making, telling, answering, undoing."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
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


@pytest.mark.parametrize(
    ("fact", "typed", "value"),
    [
        ("floor-languages", "French, en", ["fr", "en"]),
        ("speaker-zones", "Nairobi, Lima", ["Africa/Nairobi", "America/Lima"]),
        ("start", "2027-03-15 10:00 Nairobi", "2027-03-15T10:00+03:00[Africa/Nairobi]"),
    ],
)
def test_languages_and_time_zones_are_told_by_name(
    document: Path, accesscheck: Command, fact: str, typed: str, value: object
) -> None:
    said = accesscheck("set", document, fact, typed)
    assert (said.status, said.err) == (0, "")
    assert exported(accesscheck, document)["session"]["facts"][fact]["value"] == value


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


# --- stage, proof, history ---


def chosen(accesscheck: Command, document: Path) -> tuple[str, bool]:
    found = exported(accesscheck, document)
    return found["stage"], found["stage_chosen"]


@pytest.mark.parametrize("stage", ["plan", "rehearsal", "delivered"])
def test_a_stage_can_be_chosen_by_hand(document: Path, accesscheck: Command, stage: str) -> None:
    said = accesscheck("stage", document, stage)
    assert (said.status, said.err, "stage chosen by hand" in said.out) == (0, "", True)
    assert chosen(accesscheck, document) == (stage, True)


def test_a_chosen_stage_can_be_given_up(document: Path, accesscheck: Command) -> None:
    accesscheck("stage", document, "delivered")
    said = accesscheck("stage", document, "by-date")
    assert (said.status, "stage chosen by hand" in said.out) == (0, False)
    assert chosen(accesscheck, document) == ("plan", False)


def test_the_proofs_of_a_session_are_listed_with_number_and_file(
    document: Path, accesscheck: Command, tmp_path: Path
) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"a picture")
    given = ["--evidence", tmp_path / "photo.jpg", "--contact", "The host", "--evidence-date", "2027-02-20"]
    accesscheck("answer", document, ITEM, "met", *given)
    said = accesscheck("proof", document)
    assert (said.status, said.out.splitlines()) == (
        0,
        [
            f"{ITEM} (Plan) 1: a named contact, 20 February 2027: The host",
            f"{ITEM} (Plan) 2: a document, 20 February 2027: photo.jpg (9 bytes)",
        ],
    )


def test_a_session_without_proof_says_so(document: Path, accesscheck: Command) -> None:
    assert accesscheck("proof", document).out == "There is no proof yet.\n"


def test_a_proof_file_is_saved_and_never_overwrites_without_force(
    document: Path, accesscheck: Command, tmp_path: Path
) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"a picture")
    accesscheck("answer", document, ITEM, "--evidence", tmp_path / "photo.jpg")
    out = tmp_path / "out.jpg"
    out.write_bytes(b"somebody's")
    said = accesscheck("proof", document, ITEM, "--save", "1", out)
    assert (said.status, "repeat the command with --force" in said.err, out.read_bytes()) == (1, True, b"somebody's")
    said = accesscheck("proof", document, ITEM, "--save", "1", out, "--force")
    assert (said.status, said.out, out.read_bytes()) == (0, f"{out}\n", b"a picture")


def test_saving_a_proof_needs_its_item(document: Path, accesscheck: Command, tmp_path: Path) -> None:
    said = accesscheck("proof", document, "--save", "1", tmp_path / "out.jpg")
    assert (said.status, "Name the item" in said.err, (tmp_path / "out.jpg").exists()) == (2, True, False)


def test_a_number_of_proof_that_is_none_is_told(document: Path, accesscheck: Command, tmp_path: Path) -> None:
    said = accesscheck("proof", document, ITEM, "--save", "one", tmp_path / "out.jpg")
    assert (said.status, "is not a whole number" in said.err) == (2, True)


def test_the_history_can_be_forgotten_and_nothing_else(document: Path, accesscheck: Command) -> None:
    accesscheck("answer", document, ITEM, "missing", "--note", "a secret remark")
    accesscheck("answer", document, ITEM, "met", "--clear")
    before = exported(accesscheck, document)
    said = accesscheck("forget-history", document)
    assert (said.status, said.err, b"secret" in document.read_bytes()) == (0, "", False)
    assert exported(accesscheck, document) == before
    assert accesscheck("undo", document).status == 1


def test_what_must_not_be_forgotten_outlives_the_history(document: Path, accesscheck: Command) -> None:
    accesscheck("answer", document, ITEM, "missing")
    exported(accesscheck, document)
    accesscheck("undo", document)
    accesscheck("forget-history", document)
    assert [one["id"] for one in exported(accesscheck, document)["earlier"]] == [ITEM]


def test_an_export_that_cannot_be_noted_is_said_with_what_it_means(document: Path, accesscheck: Command) -> None:
    document.with_name(document.name + ".lock").mkdir()
    said = accesscheck("export", document, document.with_name("new.json"))
    assert (said.status, "could not be noted" in said.err, document.with_name("new.json").exists()) == (0, True, True)


def test_answers_that_are_set_aside_are_named(document: Path, accesscheck: Command) -> None:
    accesscheck("answer", document, ITEM, "met")
    with closing(sqlite3.connect(document)) as raw, raw:
        raw.execute("UPDATE state SET value=replace(value, 'met', 'partly') WHERE key LIKE 'answer/%'")
    for said in (accesscheck("score", document), accesscheck("set", document, "seats", "50")):
        assert (said.status, ITEM in said.err, "count as not known" in said.err) == (0, True, True)
