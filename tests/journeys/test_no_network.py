"""No door opens a network socket: seen by strace over the whole process tree, not by trusting ourselves."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

JUDGED = "strace"
_INTERNET = re.compile(r"socket\((AF_INET6?)\b")
_PLANTED = "import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).close()"


@pytest.fixture(autouse=True)
def _judge() -> None:
    if shutil.which(JUDGED) is None:
        if os.environ.get("ACCESSCHECK_JUDGES") == "all":
            pytest.fail("strace is not installed, so nobody can see what sockets are opened")
        pytest.skip("not judged: strace is not installed")


def internet_sockets(command: list[str | Path], log: Path) -> list[str]:
    """The internet sockets a command and all its children open."""
    traced = ["strace", "-f", "-qq", "-e", "trace=socket", "-o", str(log), *command]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run(traced, check=True, env=environment, capture_output=True, timeout=240)
    return _INTERNET.findall(log.read_text())


def test_the_command_line_opens_no_internet_socket_over_a_whole_job(tmp_path: Path) -> None:
    session = tmp_path / "session.accesscheck"
    steps: list[list[str | Path]] = [
        ["demo", tmp_path / "demo"],
        ["new", session],
        ["set", session, "start", "2027-03-15 10:00 Europe/Oslo"],
        ["answer", session, "captioning.live", "met", "--contact", "The captioner by mail"],
        ["score", session],
        ["export", session, tmp_path / "report.pdf", "--language", "fr"],
    ]
    for number, step in enumerate(steps):
        command: list[str | Path] = [sys.executable, "-m", "accesscheck", *step]
        assert internet_sockets(command, tmp_path / f"{number}.log") == []


def test_the_windows_open_no_internet_socket_over_a_whole_job(tmp_path: Path) -> None:
    command: list[str | Path] = [sys.executable, Path(__file__).parent / "window_job.py", tmp_path]
    assert internet_sockets(command, tmp_path / "windows.log") == []
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")


def test_a_planted_request_is_seen(tmp_path: Path) -> None:
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {_PLANTED!r}], check=True)"
    assert internet_sockets([sys.executable, "-c", child], tmp_path / "planted.log") == ["AF_INET"]
