"""The whole job through the command line, as programs of their own."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from accesscheck import resources

PROFILE = {
    "title": "Who can take part? – Qui peut participer ?",
    "format": "hybrid",
    "minutes": 90,
    "raised-stage": "yes",
}
SCORING = resources.folder("checklists") / "scoring.toml"
PLAN = "2027-03-01T09:00Z"
PROGRAM = [sys.executable, "-m", "accesscheck"]
ENVIRONMENT = {**os.environ, "ACCESSCHECK_LANGUAGE": "en", "PYTHONIOENCODING": "ascii"}
ENVIRONMENT.pop("PYTHONUNBUFFERED", None)  # output waits to be written, as it usually does


def accesscheck(*typed: object) -> subprocess.CompletedProcess[str]:
    order = [*PROGRAM, *map(str, typed)]
    return subprocess.run(order, capture_output=True, text=True, encoding="utf-8", check=False, env=ENVIRONMENT)


def done(*typed: object) -> str:
    """What a command said; it must have done its work in silence otherwise."""
    said = accesscheck(*typed)
    assert (said.returncode, said.stderr) == (0, ""), said
    return said.stdout


def test_a_session_goes_from_nothing_to_a_report_that_scores_the_same(tmp_path: Path) -> None:
    session, data, report = (tmp_path / f"talk.{ending}" for ending in ("accesscheck", "json", "pdf"))
    profile = tmp_path / "profile.json"
    profile.write_text(json.dumps(PROFILE), "utf-8")
    done("new", session, "--profile", profile)
    done("set", session, "start", "2027-03-15 10:00 Europe/Oslo")
    assert "Not enough known yet" in done("answer", session, "captioning.live", "met", "--contact", "Confirmed by mail")
    assert "Some people cannot take part" in done("answer", session, "venue-access.step-free", "missing")
    done("undo", session)
    done("redo", session)
    done("export", session, data, "--as-of", PLAN)
    done("export", data, report)
    assert done("score", data, "--json") == done("score", session, "--json", "--as-of", PLAN)
    assert done("validate", session, data).count("nothing wrong") == 2
    assert report.read_bytes().startswith(b"%PDF-")


def test_two_programs_write_the_same_bytes_of_the_same_session(tmp_path: Path) -> None:
    hashes = []
    for name in ("a", "b"):
        done("demo", tmp_path / name)
        files = [tmp_path / name / f"sample.{ending}" for ending in ("json", "pdf")]
        hashes.append([hashlib.sha256(path.read_bytes()).hexdigest() for path in files])
    assert hashes[0] == hashes[1]


def test_a_refusal_says_one_sentence_and_ends_with_1(tmp_path: Path) -> None:
    done("new", tmp_path / "a.accesscheck")
    said = accesscheck("new", tmp_path / "a.accesscheck")
    assert (said.returncode, said.stdout, said.stderr.count("\n")) == (1, "", 1)


def test_what_cannot_be_read_ends_with_2(tmp_path: Path) -> None:
    said = accesscheck("score", tmp_path / "none.json")
    assert (said.returncode, said.stdout, said.stderr.count("\n")) == (2, "", 1)


def test_a_wrong_use_ends_with_2() -> None:
    assert accesscheck("score").returncode == 2


def test_a_note_in_bytes_that_are_no_text_is_told_and_not_a_traceback(tmp_path: Path) -> None:
    done("new", tmp_path / "a.accesscheck")
    order = [os.fsencode(part) for part in (*PROGRAM, "set", str(tmp_path / "a.accesscheck"), "title")]
    said = subprocess.run([*order, b"\xff\xfe"], capture_output=True, check=False, env=ENVIRONMENT)
    assert (said.returncode, said.stdout, b"Traceback" in said.stderr) == (2, b"", False)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pipes of this kind on Windows")
@pytest.mark.parametrize("command", ["catalogue --json", f"validate {SCORING}"], ids=["much", "little"])
def test_a_reader_that_goes_away_ends_a_command_in_silence(command: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        order = [*PROGRAM, *command.split()]
        said = subprocess.run(order, stdout=writing, stderr=subprocess.PIPE, check=False, env=ENVIRONMENT)
    finally:
        os.close(writing)
    assert (said.returncode, said.stderr) == (141, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pipes of this kind on Windows")
def test_the_first_lines_of_a_long_answer_can_be_taken() -> None:
    shell = f"{' '.join(PROGRAM)} catalogue | head -n 1"
    said = subprocess.run(["bash", "-c", shell], capture_output=True, check=False, env=ENVIRONMENT)
    assert (said.stdout, said.stderr) == (b"Captioning\n", b"")


def test_names_in_every_script_are_kept_and_shown(tmp_path: Path) -> None:
    title = "Доступность · 无障碍 · إمكانية الوصول 🎤"
    path = tmp_path / f"{title}.accesscheck"
    done("new", path)
    done("set", path, "title", title)
    assert title in done("export", path, path.with_suffix(".json"))
    assert json.loads(path.with_suffix(".json").read_bytes())["session"]["facts"]["title"]["value"] == title
