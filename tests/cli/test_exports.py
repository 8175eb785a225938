"""The export command: whom it is for, what is left out, and every kind of file."""

from __future__ import annotations

import json
from pathlib import Path

import pikepdf
import pytest

from accesscheck.operations.rendering import RENDERERS

from .conftest import Command

ITEM = "venue-access.step-free"
NAME = "Petra Example"


@pytest.fixture
def document(tmp_path: Path, accesscheck: Command) -> Path:
    """The example with a name, a note and a proof file of ours."""
    assert accesscheck("demo", tmp_path / "demo").status == 0
    path = tmp_path / "demo" / "sample.accesscheck"
    proof = tmp_path / "ramp of Petra Example.txt"
    proof.write_text("The ramp is there.", "utf-8")
    told = ("--note", "Our own remark", "--owner", NAME, "--evidence", str(proof))
    assert accesscheck("answer", path, ITEM, "met", *told).status == 0
    return path


@pytest.mark.parametrize("ending", RENDERERS)
def test_every_kind_of_file_is_written(document: Path, tmp_path: Path, accesscheck: Command, ending: str) -> None:
    target = tmp_path / f"out{ending}"
    assert accesscheck("export", document, target).status == 0
    assert target.stat().st_size > 1000


def test_what_is_published_has_no_data_inside(document: Path, tmp_path: Path, accesscheck: Command) -> None:
    target = tmp_path / "out.pdf"
    accesscheck("export", document, target, "--for", "publish", "--with-proof")
    with pikepdf.open(target) as pdf:
        assert dict(pdf.attachments) == {}


def test_proof_goes_with_the_report_when_asked_for(document: Path, tmp_path: Path, accesscheck: Command) -> None:
    target = tmp_path / "out.pdf"
    accesscheck("export", document, target, "--with-proof")
    with pikepdf.open(target) as pdf:
        assert sorted(pdf.attachments) == ["assessment.json", "proof-ramp of Petra Example.txt"]


@pytest.mark.parametrize(
    ("option", "gone"),
    [("--without-names", NAME), ("--without-notes", "Our own remark"), ("--without-proof", "ramp of")],
)
def test_what_is_to_be_left_out_is(
    document: Path, tmp_path: Path, accesscheck: Command, option: str, gone: str
) -> None:
    target = tmp_path / "out.json"
    accesscheck("export", document, target, option)
    written = target.read_text("utf-8")
    assert (gone in written, json.loads(written)["omitted"]) == (False, [option.removeprefix("--without-")])


def test_a_session_can_be_copied_without_names(document: Path, tmp_path: Path, accesscheck: Command) -> None:
    target = tmp_path / "copy.accesscheck"
    accesscheck("export", document, target, "--without-names")
    assert NAME.encode() not in target.read_bytes()


def test_an_audience_nobody_knows_is_refused(document: Path, tmp_path: Path, accesscheck: Command) -> None:
    said = accesscheck("export", document, tmp_path / "out.pdf", "--for", "publis")
    assert (said.status, "publish" in said.err) == (2, True)


def test_a_report_is_a_session_again_with_its_proof(document: Path, tmp_path: Path, accesscheck: Command) -> None:
    report, session, again = tmp_path / "r.pdf", tmp_path / "s.accesscheck", tmp_path / "again.json"
    moment = ("--as-of", "2027-03-01T09:00Z")
    accesscheck("export", document, report, "--with-proof", *moment)
    accesscheck("export", report, session)
    assert b"The ramp is there." in session.read_bytes()
    accesscheck("export", session, again, *moment)
    accesscheck("export", document, tmp_path / "first.json", *moment)
    assert again.read_bytes() == (tmp_path / "first.json").read_bytes()


def test_a_report_is_a_report_in_another_language(document: Path, tmp_path: Path, accesscheck: Command) -> None:
    report, french, direct = tmp_path / "en.pdf", tmp_path / "fr.pdf", tmp_path / "direct.pdf"
    moment = ("--as-of", "2027-03-01T09:00Z")
    accesscheck("export", document, report, *moment)
    accesscheck("export", report, french, "--language", "fr")
    accesscheck("export", document, direct, "--language", "fr", *moment)
    assert french.read_bytes() == direct.read_bytes()


def test_the_verdict_of_a_report_is_printed(document: Path, tmp_path: Path, accesscheck: Command) -> None:
    report, moment = tmp_path / "en.pdf", ("--as-of", "2027-03-01T09:00Z")
    accesscheck("export", document, report, *moment)
    assert accesscheck("score", report).out == accesscheck("score", document, *moment).out


def test_an_unknown_ending_is_told_all_that_are_known(document: Path, tmp_path: Path, accesscheck: Command) -> None:
    said = accesscheck("export", document, tmp_path / "out.doc")
    assert (said.status, all(ending in said.err for ending in RENDERERS)) == (2, True)
