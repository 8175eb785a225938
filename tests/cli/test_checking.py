"""The file check on the command line: what it says of reports, and its exit status."""

from __future__ import annotations

from pathlib import Path

import pytest

from accesscheck.cli import run
from accesscheck.language.words import PSEUDO

from ..language.bare import bare
from ..readback.reports import changed, report, small_view, with_metadata
from .conftest import Command

WHOLE = report(small_view())
HONESTLY = "The file check finds damage and careless edits, not forgery.\n"


@pytest.fixture
def good(tmp_path: Path) -> Path:
    return put(tmp_path / "good.pdf", WHOLE)


@pytest.fixture
def edited(tmp_path: Path) -> Path:
    return put(tmp_path / "edited.pdf", changed(WHOLE, with_metadata("A small report", "A great report")))


@pytest.fixture
def cut(tmp_path: Path) -> Path:
    return put(tmp_path / "cut.pdf", WHOLE[:-800])


def put(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def test_a_good_report_is_told_to_be_consistent_and_what_that_is_worth(accesscheck: Command, good: Path) -> None:
    said = accesscheck("check", good)
    assert (said.status, said.err) == (0, "")
    assert said.out.startswith(f"{good}: consistent.")
    assert said.out.endswith(HONESTLY)


def test_a_report_that_differs_is_read_all_the_same_and_says_in_what(accesscheck: Command, edited: Path) -> None:
    said = accesscheck("check", edited)
    assert said.status == 0
    assert said.out.splitlines()[:2] == [
        f"{edited}: differs.",
        "- The file's description of itself contradicts the rest of it: title.",
    ]


def test_one_report_that_cannot_be_read_is_an_error(accesscheck: Command, cut: Path) -> None:
    said = accesscheck("check", cut)
    assert (said.status, said.out) == (2, "")
    assert said.err.startswith(f"{cut} is damaged")
    assert said.err.endswith("--repair.\n")


def test_a_repair_that_cannot_help_is_not_offered(accesscheck: Command, tmp_path: Path) -> None:
    said = accesscheck("check", put(tmp_path / "a.pdf", b"no report"))
    assert (said.status, "--repair" in said.err) == (2, False)


def test_the_others_are_checked_where_one_cannot_be_read(
    accesscheck: Command, good: Path, edited: Path, cut: Path
) -> None:
    said = accesscheck("check", cut, good, edited)
    assert said.status == 1
    assert [line.rpartition(": ")[2].split(".")[0] for line in said.out.splitlines() if line.startswith("/")] == [
        "unreadable",
        "consistent",
        "differs",
    ]


def test_a_damaged_report_is_repaired_when_that_is_asked_for(accesscheck: Command, tmp_path: Path) -> None:
    lost = put(tmp_path / "lost.pdf", WHOLE[: WHOLE.rindex(b"startxref")] + b"startxref\n99\n%%EOF\n")
    assert accesscheck("check", lost).status == 2
    assert "consistent" in accesscheck("check", "--repair", lost).out


def test_all_it_says_are_messages(
    accesscheck: Command, good: Path, edited: Path, cut: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ACCESSCHECK_LANGUAGE", PSEUDO)
    said = accesscheck("check", good, edited, cut)
    files = {part for path in (good, edited, cut) for part in (str(path), *path.parts)}
    assert bare(said.out + said.err, {*files, "accesscheck", "AccessCheck"}) == []


def test_the_demo_is_consistent_in_its_report(accesscheck: Command, tmp_path: Path) -> None:
    assert run(["demo", str(tmp_path)]) == 0
    said = accesscheck("check", *tmp_path.glob("*.pdf"))
    assert (said.status, said.out.count(": consistent.")) == (0, len(list(tmp_path.glob("*.pdf"))))
