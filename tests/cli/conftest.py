"""The command line without a process of its own, in English, and a session to work on."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from accesscheck.cli import run


@dataclass(frozen=True)
class Said:
    """What a command left: its exit status and what it said where."""

    status: int
    out: str
    err: str


Command = Callable[..., Said]


@pytest.fixture(autouse=True)
def language(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ACCESSCHECK_LANGUAGE", "en")


@pytest.fixture
def accesscheck(capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs one command; a wrong use ends the program, as argparse does it."""

    def ran(*typed: object) -> Said:
        capsys.readouterr()
        try:
            status = run([str(one) for one in typed])
        except SystemExit as ended:
            status = int(ended.code or 0)
        said = capsys.readouterr()
        return Said(status, said.out, said.err)

    return ran


@pytest.fixture(scope="session")
def _document(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("session") / "session.accesscheck"
    assert run(["new", str(path)]) == 0
    for fact, value in (("start", "2027-03-15 10:00 Europe/Oslo"), ("format", "hybrid"), ("minutes", "90")):
        assert run(["set", str(path), fact, value]) == 0
    return path


@pytest.fixture
def document(_document: Path, tmp_path: Path) -> Path:
    """A hybrid session, two weeks ahead of the instants these tests score it at."""
    return Path(shutil.copy(_document, tmp_path))
