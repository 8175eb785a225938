"""What cannot be used is told in one sentence with the right status, and nothing that was there is lost."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from accesscheck import resources
from accesscheck.cli import run
from accesscheck.storage.lock import take_lock
from accesscheck.storage.shipped import load_any

from ..storage.rights import no_rights, open_folder
from ..storage.test_document_disk import UNSHARE, can_mount
from .conftest import Command, Said

Damage = Callable[[Path], object]
ITEM = "venue-access.step-free"


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    assert run(["demo", str(folder), "--sample", "dccg-2018"]) == 0
    return folder


@pytest.fixture
def folder(written: Path, tmp_path: Path) -> Path:
    """A folder of its own with a session and its export."""
    return Path(shutil.copytree(written, tmp_path / "work"))


@pytest.fixture
def session(folder: Path) -> Path:
    return folder / "sample.accesscheck"


@pytest.fixture
def data(folder: Path) -> Path:
    return folder / "sample.json"


def hashes(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir() if path.is_file()}


def refused(said: Said, status: int, *parts: str) -> None:
    """One sentence on standard error, nothing on standard output, and no traceback."""
    assert (said.status, said.out, said.err.count("\n")) == (status, "", 1), said
    assert "Traceback" not in said.err
    assert [part for part in parts if part not in said.err] == []


# --- working documents ---


def foreign(path: Path) -> None:
    path.write_bytes(b"PK\x03\x04 an archive")


def another_database(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as made:
        made.execute("CREATE TABLE mine(a)")


def truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:9000])


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as raw:
        raw.execute("PRAGMA user_version=99")


COMMANDS = {
    "set": ("format", "online"),
    "answer": (ITEM, "met"),
    "undo": (),
    "redo": (),
    "score": (),
}


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (foreign, "is not a session of AccessCheck"),
        (another_database, "is not a session of AccessCheck"),
        (truncated, "is damaged"),
        (newer, "was written by a newer AccessCheck (format 99, this one reads up to 1). Install"),
        (Path.unlink, "There is no file"),
    ],
)
def test_a_session_that_cannot_be_used_is_told_and_left_as_it_is(
    session: Path, accesscheck: Command, command: str, damage: Damage, said: str
) -> None:
    damage(session)
    before = hashes(session.parent)
    refused(accesscheck(command, session, *COMMANDS[command]), 2, said, str(session))
    assert hashes(session.parent) == before


def test_a_session_that_cannot_be_used_is_not_exported(session: Path, accesscheck: Command) -> None:
    truncated(session)
    refused(accesscheck("export", session, session.with_name("new.pdf")), 2, "is damaged")
    assert not session.with_name("new.pdf").exists()


@pytest.fixture
def shared(written: Path) -> Iterator[Path]:
    """A folder every account can work in, with files that belong to the one that runs the tests."""
    with open_folder() as folder:
        for path in written.iterdir():
            shutil.copyfile(path, folder / path.name)
        folder.chmod(0o777)
        with no_rights():
            try:
                load_any()
            except OSError:
                pytest.skip("the checkout may not be read by other accounts")
        yield folder


def test_a_session_that_may_only_be_read_is_told_and_left_as_it_is(shared: Path, accesscheck: Command) -> None:
    before = hashes(shared)
    (shared / "sample.accesscheck").chmod(0o444)
    with no_rights():
        said = accesscheck("answer", shared / "sample.accesscheck", ITEM, "met")
    refused(said, 1, "may only be read", "Copy it")
    assert hashes(shared) == before


def test_a_session_that_may_only_be_read_can_be_scored_and_exported(shared: Path, accesscheck: Command) -> None:
    (shared / "sample.accesscheck").chmod(0o444)
    with no_rights():
        both = [
            accesscheck("score", shared / "sample.accesscheck"),
            accesscheck("export", shared / "sample.accesscheck", shared / "new.json"),
        ]
    assert [said.status for said in both] == [0, 0]


def test_a_file_that_may_not_be_replaced_is_kept(shared: Path, accesscheck: Command) -> None:
    shared.chmod(0o1777)  # everybody may add files, and nobody may replace those of others
    (shared / "old.json").write_bytes(b"somebody's")
    with no_rights():
        said = accesscheck("export", shared / "sample.json", shared / "old.json", "--force")
    if said.status == 0:
        pytest.skip("the tests run with an account that owns the file, so it may replace it")
    refused(said, 1, "is open in another program. Close it there and repeat the export.")
    assert (shared / "old.json").read_bytes() == b"somebody's"


def test_a_folder_where_nothing_may_be_written_is_told(shared: Path, accesscheck: Command) -> None:
    shared.chmod(0o555)
    with no_rights():
        refused(accesscheck("export", shared / "sample.json", shared / "new.json"), 1, "Choose another folder")


@pytest.mark.skipif(not can_mount(), reason="a small disk of its own cannot be mounted here")
def test_on_a_full_disk_commands_are_refused_and_nothing_is_lost(written: Path, tmp_path: Path) -> None:
    program = Path(__file__).with_name("full_disk_child.py")
    order = [*UNSHARE, sys.executable, str(program), str(written), str(tmp_path)]
    done = subprocess.run(order, check=True, capture_output=True, text=True, timeout=60)
    found = json.loads(done.stdout)
    assert [(one["status"], "The disk is full" in one["said"], one["lines"]) for one in found["commands"]] == [
        (1, True, 1),
        (1, True, 1),
    ]
    assert found["after"] == found["before"]


def test_a_session_open_elsewhere_is_told_with_who_holds_it(session: Path, accesscheck: Command) -> None:
    lock = take_lock(session.resolve(), str(session))
    try:
        before = hashes(session.parent)
        refused(accesscheck("answer", session, ITEM, "met"), 1, f"process {os.getpid()}", "Close it there")
        assert hashes(session.parent) == before
    finally:
        lock.release()


def test_a_session_open_elsewhere_can_be_scored_and_exported(session: Path, accesscheck: Command) -> None:
    lock = take_lock(session.resolve(), str(session))
    try:
        both = [accesscheck("score", session), accesscheck("export", session, session.with_name("new.json"))]
    finally:
        lock.release()
    assert [said.status for said in both] == [0, 0]


# --- exported data ---


def changed(**given: Any) -> Damage:
    def damage(path: Path) -> None:
        path.write_text(json.dumps({**json.loads(path.read_bytes()), **given}), "utf-8")

    return damage


def holding(raw: bytes) -> Damage:
    return lambda path: path.write_bytes(raw)


def other_checklists(path: Path) -> None:
    raw = json.loads(path.read_bytes())
    raw["catalogue"]["items"].pop()
    changed(catalogue=raw["catalogue"])(path)


def partly_without_partly(path: Path) -> None:
    changed(answers=[{"item": ITEM, "stage": "plan", "outcome": "partly", "evidence": []}])(path)


def huge(path: Path) -> None:
    with path.open("wb") as made:
        made.truncate(64 * 1024 * 1024 + 1)


@pytest.mark.parametrize("command", ["score", "export", "new-session"])
@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (holding(b"not JSON"), "is not JSON"),
        (holding(b""), "is not JSON"),
        (holding(b"[]"), "is not an assessment exported by AccessCheck"),
        (holding(b'{"format": 1, "format": 1}'), "names “format” twice"),
        (holding(b"[" * 300_000), "nested deeper"),
        (huge, "larger than any export"),
        (changed(format=2), "was written by a newer AccessCheck (format 2"),
        (changed(stage=5), "does not fit at stage"),
        (changed(extra=1), "does not fit at extra"),
        (other_checklists, "holds other checklists than it says"),
        (partly_without_partly, "is not allowed (no-partly)"),
    ],
)
def test_data_that_cannot_be_used_is_told_and_left_as_it_is(
    data: Path, accesscheck: Command, command: str, damage: Damage, said: str
) -> None:
    damage(data)
    before = hashes(data.parent)
    targets = {"score": (), "export": (data.with_name("new.pdf"),), "new-session": (data.with_name("new.accesscheck"),)}
    refused(accesscheck("score" if command == "score" else "export", data, *targets[command]), 2, said)
    assert hashes(data.parent) == before


# --- answers and facts ---


@pytest.mark.parametrize(
    ("typed", "status", "said"),
    [
        ((ITEM, "partly"), 1, "there is no “partly” here"),
        (("captioning.live", "not-relevant", "--reason", "No."), 1, "cannot be declared not relevant"),
        (("inclusion.speakers", "not-relevant"), 1, "Say in a few words why"),
        (("venue-access.stepfree", "met"), 2, "Did you mean venue-access.step-free?"),
        ((ITEM, "mett"), 2, "Did you mean met?"),
        ((ITEM, "met", "--stage", "planned"), 2, "Did you mean plan?"),
        (("captioning.room", "met", "--stage", "rehearsal"), 1, "is not asked at that stage"),
        ((ITEM, "waiting", "--whom", "hosts"), 2, "Did you mean host?"),
        ((ITEM, "waiting", "--asked", "yesterday"), 2, "“yesterday” is not a date"),
        ((ITEM, "met", "--link", "x", "--evidence-date", "2027-02-30"), 2, "is not a date"),
        (("venue-access.door-width", "--value", "wide"), 2, "is not a number that can be measured"),
        (("venue-access.door-width", "--value", "-5"), 2, "is not a number that can be measured"),
        (("venue-access.door-width", "--value", "nan"), 2, "is not a number that can be measured"),
        ((ITEM, "--value", "4"), 1, "is not measured"),
        ((ITEM,), 1, "Say what to change"),
        ((ITEM, "--note", "x" * 100_001), 1, "is too long"),
        ((ITEM, "--owner", "x" * 501), 1, "is too long"),
        ((ITEM, "--contact", "half \udcff"), 1, "holds characters that are none"),
        ((ITEM, "--evidence", "no-such-file.pdf"), 2, "There is no file no-such-file.pdf"),
    ],
)
def test_a_refused_answer_changes_nothing(
    document: Path, accesscheck: Command, typed: tuple[str, ...], status: int, said: str
) -> None:
    before = hashes(document.parent)
    refused(accesscheck("answer", document, *typed), status, said)
    assert hashes(document.parent) == before


def test_an_answer_to_an_item_that_does_not_apply_is_refused(document: Path, accesscheck: Command) -> None:
    accesscheck("set", document, "format", "online")
    refused(accesscheck("answer", document, ITEM, "met"), 1, "does not apply to this session")


def test_a_proof_file_over_20_megabytes_is_refused(document: Path, accesscheck: Command) -> None:
    video = document.with_name("video.mp4")
    with video.open("wb") as made:
        made.truncate(20 * 1024 * 1024 + 1)
    before = hashes(document.parent)
    refused(accesscheck("answer", document, ITEM, "--evidence", video), 1, "was not put in", "20 megabytes")
    assert hashes(document.parent) == before


@pytest.mark.parametrize(
    ("fact", "value", "status", "said"),
    [
        ("chairs", "5", 2, "There is no fact chairs"),
        ("seat", "5", 2, "Did you mean seats?"),
        ("seats", "many", 2, "is not a whole number from 0 to 100000"),
        ("format", "hybrd", 2, "is not one of: hybrid, onsite, online"),
        ("start", "tomorrow", 2, "Write it like 2027-03-15 10:00 Europe/Oslo"),
        ("start", "2026-03-29 02:30 Europe/Paris", 1, "does not exist in Europe/Paris"),
        ("start", "2026-10-25 02:30 Europe/Paris", 1, "comes twice in Europe/Paris"),
        ("floor-languages", "Frensh", 2, "write languages by name or code, like French or fr"),
        ("floor-languages", "Frensh", 2, "Did you mean French?"),
        ("speaker-zones", "Nairobbi", 2, "write time zones by city"),
        ("speaker-zones", "Nairobbi", 2, "Did you mean Africa/Nairobi?"),
        ("start", "2027-03-15 10:00 Nairobbi", 2, "Did you mean Africa/Nairobi?"),
        ("room", "Hall\x1b[2J", 2, "write one line of up to 500 characters"),
        ("organisers", "A, B\nC", 2, "write up to 100 names"),
        ("need-wheelchair", "some", 2, "write yes, yes:2"),
        ("title", "x" * 501, 2, "write one line of up to 500 characters"),
        ("title", "half \udcff", 2, "write one line of up to 500 characters"),
    ],
)
def test_a_refused_fact_changes_nothing(
    document: Path, accesscheck: Command, fact: str, value: str, status: int, said: str
) -> None:
    before = hashes(document.parent)
    refused(accesscheck("set", document, fact, value), status, said)
    assert hashes(document.parent) == before


@pytest.mark.parametrize("offset", ["+02:00", "+01:00"])
def test_what_the_sentence_on_a_doubled_hour_says_to_write_is_taken(
    document: Path, accesscheck: Command, offset: str
) -> None:
    said = accesscheck("set", document, "start", "2026-10-25 02:30 Europe/Paris").err
    written = f"2026-10-25T02:30 {offset} Europe/Paris"
    assert written in said
    assert accesscheck("set", document, "start", written).status == 0


def test_there_is_nothing_to_undo_in_a_new_session(tmp_path: Path, accesscheck: Command) -> None:
    accesscheck("new", tmp_path / "a.accesscheck")
    refused(accesscheck("undo", tmp_path / "a.accesscheck"), 1, "There is nothing to undo.")
    refused(accesscheck("redo", tmp_path / "a.accesscheck"), 1, "There is nothing to redo.")


# --- targets and other files ---


@pytest.mark.parametrize(
    ("typed", "status", "said"),
    [
        (("new", "sample.accesscheck"), 1, "is there already and was left as it is"),
        (("new", "new.txt"), 2, "must end in one of: .accesscheck"),
        (("new", "none/new.accesscheck"), 1, "Choose another folder"),
        (("new", "new.accesscheck", "--profile", "none.json"), 2, "There is no file"),
        (("new", "new.accesscheck", "--profile", "sample.pdf"), 2, "is not a list of facts"),
        (("new", "new.accesscheck", "--profile", "sample.manifest.json"), 2, "There is no fact"),
        (
            ("export", "sample.json", "new.doc"),
            2,
            "must end in one of: .pdf, .html, .csv, .ics, .jsonld, .json and .accesscheck",
        ),
        (("export", "sample.json", "none/new.pdf"), 1, "Choose another folder"),
        (("export", "sample.json", "sample.pdf"), 1, "is there already"),
        (("export", "sample.json", "sample.json"), 1, "is there already"),
        (("export", "sample.json", ".", "--force"), 2, "must end in one of"),
        (("export", "none.json", "new.pdf"), 2, "There is no file"),
        (("export", "sample.json", "new.pdf", "--as-of", "soon"), 2, "is not a moment in time"),
        (("score", "sample.json", "--as-of", "0001-01-01T00:00+10:00"), 2, "is not a moment in time"),
        (("score", "sample.json", "--as-of", "9999-12-31T23:59-10:00"), 2, "is not a moment in time"),
        (("score", "sample.json", "--stage", "planned"), 2, "Did you mean plan?"),
        (("score", "."), 2, "is not a session"),
        (("demo", "sample.json"), 1, "Choose another folder"),
        (("demo", "new", "--sample", "exampel"), 2, "Did you mean example?"),
        (("validate", "none.toml"), 2, "There is no file"),
        (("validate", "none.json"), 2, "There is no file"),
        (("validate", "sample.manifest.json"), 2, "is not an assessment exported by AccessCheck"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_and_nothing_is_written(
    folder: Path,
    accesscheck: Command,
    monkeypatch: pytest.MonkeyPatch,
    typed: tuple[str, ...],
    status: int,
    said: str,
) -> None:
    monkeypatch.chdir(folder)
    before = hashes(folder)
    refused(accesscheck(*typed), status, said)
    assert hashes(folder) == before


def test_a_folder_in_place_of_the_target_is_told(folder: Path, accesscheck: Command) -> None:
    (folder / "new.pdf").mkdir()
    refused(accesscheck("export", folder / "sample.json", folder / "new.pdf", "--force"), 1, "is there already")


def test_a_broken_checklist_is_a_finding_with_line_item_and_nearest_word(tmp_path: Path, accesscheck: Command) -> None:
    text = (resources.folder("checklists") / "venue-access.toml").read_text("utf-8")
    broken = tmp_path / "venue-access.toml"
    broken.write_text(text.replace('"raised-stage"', '"raised-stge"', 1), "utf-8")
    said = accesscheck("validate", broken)
    line = text[: text.index('"raised-stage"')].count("\n") + 1
    assert (said.status, said.err) == (1, "")
    assert said.out.startswith(f"venue-access.toml:{line}: venue-access.")
    assert "there is no fact “raised-stge” (Did you mean raised-stage?)" in said.out


def test_one_file_that_is_not_there_does_not_keep_the_others_from_being_checked(
    folder: Path, accesscheck: Command
) -> None:
    said = accesscheck("validate", folder / "none.toml", folder / "sample.json")
    assert (said.status, "nothing wrong" in said.out, "There is no file" in said.err) == (1, True, True)


def test_a_file_of_somebody_else_cannot_be_validated(folder: Path, accesscheck: Command) -> None:
    (folder / "list.txt").write_text("Milk", "utf-8")
    refused(accesscheck("validate", folder / "list.txt"), 2, "is not a session of AccessCheck")


def test_one_file_of_somebody_else_does_not_keep_the_others_from_being_checked(
    folder: Path, accesscheck: Command
) -> None:
    (folder / "list.txt").write_text("Milk", "utf-8")
    said = accesscheck("validate", folder / "list.txt", folder / "sample.json")
    assert (said.status, "nothing wrong" in said.out, "is not a session" in said.err) == (1, True, True)


@pytest.mark.parametrize(
    "typed", [(), ("nothing",), ("score",), ("score", "a", "b"), ("answer", "a"), ("facts", "--xml"), ("--no-such",)]
)
def test_a_wrong_use_ends_with_2_and_says_how_it_is_written(accesscheck: Command, typed: tuple[str, ...]) -> None:
    said = accesscheck(*typed)
    assert (said.status, said.out) == (2, "")
    assert said.err.startswith("Usage: accesscheck")
    assert "--help” explains it." in said.err
