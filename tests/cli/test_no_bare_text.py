"""Every word the command line says comes from a catalogue of words: shown with brackets around each message."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from accesscheck import resources
from accesscheck.cli import run
from accesscheck.cli.commands import COMMANDS
from accesscheck.model.catalogue import Catalogue

from ..language.bare import bare, dates, ids
from .conftest import Command, Said

PLACEHOLDERS = re.compile(r"\b[A-Z]{2,}(?:\.json)?\b|--[a-z-]+|\bxx\b")
ITEM = "venue-access.step-free"


@pytest.fixture(autouse=True)
def brackets(language: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACCESSCHECK_LANGUAGE", "qps")


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    assert run(["demo", str(folder)]) == 0
    return folder


@pytest.fixture
def work(demo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the example's files, from which the commands are given."""
    shutil.copytree(demo, tmp_path, dirs_exist_ok=True)
    checklist = (resources.folder("checklists") / "captioning.toml").read_text("utf-8")
    (tmp_path / "broken.toml").write_text(checklist.replace('"excludes"', '"exclude"', 1), "utf-8")
    (tmp_path / "broken.json").write_text("no JSON", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def unbracketed(said: Said, *allowed: str) -> list[str]:
    files = re.findall(r"[^\s⟦⟧]+\.(?:accesscheck|json|pdf|toml|html)\b", said.out + said.err)
    return bare(PLACEHOLDERS.sub(" ", said.out + said.err), {*allowed, *files, "accesscheck", "AccessCheck", *dates()})


DONE = [
    ("new", "a.accesscheck"),
    ("set", "sample.accesscheck", "seats", "5"),
    ("answer", "sample.accesscheck", ITEM, "met", "--note", "My own words"),
    ("answer", "sample.accesscheck", "inclusion.speakers", "not-relevant", "--reason", "My own words"),
    ("score", "sample.accesscheck"),
    ("score", "sample.json"),
    ("score", "sample.pdf"),
    ("score", "sample.json", "--as-of", "2027-03-14"),
    ("score", "sample.json", "--as-of", "2027-04-14"),
    ("score", "sample.json", "--stage", "delivered"),
    ("export", "sample.accesscheck", "b.json"),
    ("export", "sample.accesscheck", "b.html", "--for", "publish"),
    ("facts",),
    ("catalogue", "--language", "qps"),
    ("validate", "sample.json", "sample.accesscheck"),
    ("demo", "again", "--sample", "dccg-2018"),
]


@pytest.mark.parametrize("typed", DONE, ids=" ".join)
def test_what_a_command_says_of_its_work_is_all_messages(
    work: Path, accesscheck: Command, catalogue: Catalogue, typed: tuple[str, ...]
) -> None:
    said = accesscheck(*typed)
    assert (said.status, said.err) == (0, "")
    assert unbracketed(said, *ids(catalogue)) == []


REFUSED = [
    ("new", "sample.accesscheck"),
    ("new", "a.doc"),
    ("new", "a.accesscheck", "--profile", "broken.json"),
    ("set", "sample.accesscheck", "seat", "5"),
    ("set", "sample.accesscheck", "seats", "##"),
    ("set", "sample.accesscheck", "start", "##"),
    ("set", "sample.accesscheck", "start", "2026-03-29 02:30 Europe/Paris"),
    ("set", "sample.accesscheck", "start", "2026-10-25 02:30 Europe/Paris"),
    ("answer", "sample.accesscheck", ITEM, "partly"),
    ("answer", "sample.accesscheck", ITEM),
    ("answer", "sample.accesscheck", "captioning", "met"),
    ("redo", "sample.accesscheck"),
    ("score", "none.json"),
    ("score", "broken.json"),
    ("score", "sample.json", "--as-of", "##"),
    ("export", "sample.json", "a.pdf", "--language", "de"),
    ("export", "sample.json", "a.pdf", "--language", "xx"),
    ("export", "sample.json", "a.pdf", "--for", "##"),
    ("export", "sample.json", "sample.pdf"),
    ("validate", "broken.toml", "broken.json"),
    ("demo", "sample.json"),
]


@pytest.mark.parametrize("typed", REFUSED, ids=" ".join)
def test_what_a_command_refuses_is_all_messages(
    work: Path, accesscheck: Command, catalogue: Catalogue, typed: tuple[str, ...]
) -> None:
    said = accesscheck(*typed)
    assert said.status in (1, 2)
    assert unbracketed(said, *ids(catalogue)) == []


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)], ids=str)
@pytest.mark.parametrize("option", ["--help", "--no-such-option"])
def test_help_and_wrong_use_are_all_messages(
    accesscheck: Command, catalogue: Catalogue, command: tuple[str, ...], option: str
) -> None:
    said = accesscheck(*command, option)
    assert unbracketed(said, *COMMANDS, *ids(catalogue)) == []
