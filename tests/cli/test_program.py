from __future__ import annotations

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from accesscheck import __main__, __version__
from accesscheck.cli.commands import COMMANDS
from accesscheck.cli.desk import Desk
from accesscheck.cli.program import system_language
from accesscheck.model.progress import Progress
from accesscheck.storage.document import WorkingDocument

from .conftest import Command

NAMES = ("ACCESSCHECK_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "fr_FR.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "C", "LC_MESSAGES": "fr_CA"}, "fr"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "ar_EG.UTF-8"}, "ar"),
        ({"LANG": "fr_FR.UTF-8", "ACCESSCHECK_LANGUAGE": "en"}, "en"),
        ({"ACCESSCHECK_LANGUAGE": "qps"}, "qps"),
    ],
)
def test_the_language_is_the_systems_where_its_words_are_complete(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], language: str
) -> None:
    for name in NAMES:
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert system_language() == language


def test_the_entry_knows_every_command() -> None:
    assert COMMANDS.keys() == __main__.COMMANDS


def test_the_version_is_told(accesscheck: Command) -> None:
    said = accesscheck("--version")
    assert (said.status, said.out) == (0, f"AccessCheck {__version__}\n")


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)], ids=str)
def test_every_command_explains_itself(accesscheck: Command, command: tuple[str, ...]) -> None:
    said = accesscheck(*command, "--help")
    assert (said.status, said.err) == (0, "")
    assert said.out.startswith(" ".join(("Usage: accesscheck", *command)))


def test_the_help_of_export_says_that_a_session_is_never_replaced(accesscheck: Command) -> None:
    assert "is never replaced" in " ".join(accesscheck("export", "--help").out.split())


def test_the_help_of_answer_says_what_a_deciding_number_does(accesscheck: Command) -> None:
    assert "contradicts the number is refused" in " ".join(accesscheck("answer", "--help").out.split())


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Pacific/Pago_Pago"])
def test_while_no_start_is_known_the_day_is_that_of_this_computer(zone: str, tmp_path: Path) -> None:
    """In these two places it is never the same day."""
    target = str(tmp_path / "a.accesscheck")
    before = datetime.now(ZoneInfo(zone)).date()
    for command in (["new", target], ["answer", target, "venue-access.step-free", "waiting"]):
        program = [sys.executable, "-m", "accesscheck", *command]
        subprocess.run(program, check=True, capture_output=True, env={**os.environ, "TZ": zone})
    with WorkingDocument.open(Path(target), write=False) as document:
        (answer,) = document.assessment().answers
    assert answer.asked in (before, datetime.now(ZoneInfo(zone)).date())


def test_a_command_that_is_stopped_says_what_is_kept(
    accesscheck: Command, monkeypatch: pytest.MonkeyPatch, document: object
) -> None:
    def stopped(desk: Desk) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Desk, "catalogue", stopped)  # as Ctrl+C does it, in the middle of reading
    said = accesscheck("answer", document, "captioning.live", "met")
    assert (said.status, said.out, said.err) == (130, "", "Stopped. What was written before is kept.\n")


def test_progress_is_shown_on_a_terminal_alone(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, english: object
) -> None:
    import sys
    from collections.abc import Generator
    from datetime import UTC, datetime

    from accesscheck.language.words import Words

    def steps() -> Generator[Progress, None, str]:
        yield Progress(1, 2)
        yield Progress(2, 2)
        return "done"

    assert isinstance(english, Words)
    desk = Desk(english, datetime(2027, 3, 1, tzinfo=UTC))
    assert (desk.follow(steps()), capsys.readouterr().err) == ("done", "")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert (desk.follow(steps()), capsys.readouterr().err) == ("done", "\r1/2\r2/2\n")
