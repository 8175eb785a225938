"""Assistive technology as a judge: the app on a desktop of its own, seen and used over the accessibility bus alone.

A virtual screen, a D-Bus session and a window manager are started for each job, then the app, then a client in the
system's Python, where the AT-SPI bindings are (`assistive_client.py`). It prints what it found as JSON.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from .required import not_judged

CLIENT = Path(__file__).parent / "assistive_client.py"
SYSTEM_PYTHON = "/usr/bin/python3"
SCREEN = "-screen 0 1366x768x24"
LONGEST = 240
"""Seconds; a job that needs longer hangs."""
PROGRAMS = ("xvfb-run", "dbus-run-session", "openbox")


@dataclass(slots=True)
class AssistiveJudge:
    """Counts the pages it walked and the objects it saw on them."""

    pages: int = 0
    objects: int = 0

    def walk(self, home: Path, language: str, close: str, *planted: str) -> list[dict[str, Any]]:
        """Every page of the example: its headings, and what cannot be named or reached on it.

        `close` is the menu entry that leads to Start; with anything `planted` a button without a name is in the window.
        """
        found: list[dict[str, Any]] = play("walk", home, language, close, *planted)
        self.pages += len(found)
        self.objects += sum(page["objects"] for page in found)
        return found

    def summary(self) -> str:
        """One line for the end of a test run."""
        return f"AT-SPI: {self.pages} pages walked, {self.objects} objects" if self.pages else "AT-SPI: not judged"


_KEPT = pytest.StashKey[AssistiveJudge]()


@pytest.fixture(scope="session")
def assistive(request: pytest.FixtureRequest) -> AssistiveJudge:
    """The one judge of a test run; skips the test, saying so, where there is no desktop to be had."""
    missing = missing_parts()
    if missing:
        not_judged(f"not judged by assistive technology: {', '.join(missing)} missing")
    return request.config.stash.setdefault(_KEPT, AssistiveJudge())


def summary(config: pytest.Config) -> str:
    """One line for the end of a test run."""
    return config.stash.get(_KEPT, AssistiveJudge()).summary()


def count(config: pytest.Config) -> int:
    """How many pages were walked in a test run."""
    return config.stash.get(_KEPT, AssistiveJudge()).pages


def missing_parts() -> list[str]:
    """What judging needs and this machine does not have."""
    missing = [name for name in PROGRAMS if shutil.which(name) is None]
    bindings = [SYSTEM_PYTHON, "-c", "import gi; gi.require_version('Atspi', '2.0')"]
    there = Path(SYSTEM_PYTHON).exists() and not subprocess.run(bindings, capture_output=True, check=False).returncode
    return missing if there else [*missing, "gir1.2-atspi-2.0 and python3-gi"]


def play(job: str, home: Path, language: str, entry: str, *planted: str) -> Any:
    """Run the app on the example with one job of the client; what the job printed. All is kept below `home`."""
    out = home / "found.json"
    inside = [sys.executable, "-m", "tests.judges.assistive", job, str(out), entry, *planted]
    with tempfile.TemporaryDirectory() as runtime:
        ended = subprocess.run(
            ["xvfb-run", "-a", "-s", SCREEN, "dbus-run-session", "--", *inside],
            env=_environment(home, Path(runtime), language),
            cwd=CLIENT.parents[2],
            capture_output=True,
            text=True,
            timeout=LONGEST,
            check=False,
        )
    if ended.returncode or not out.exists():
        raise AssertionError(f"{job}: {ended.stdout[-3000:]}{ended.stderr[-6000:]}")
    return json.loads(out.read_text("utf-8"))


def _environment(home: Path, runtime: Path, language: str) -> dict[str, str]:
    runtime.chmod(0o700)
    told = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "XDG_"))}
    return {
        **told,
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(runtime),
        "XDG_DOCUMENTS_DIR": str(home),
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "ACCESSCHECK_LANGUAGE": language,
    }


# --- inside that desktop ---

_APP = "import sys; from accesscheck.ui import run; sys.exit(run(['--example']))"
_PLANTED = f"""
from accesscheck.ui import import_qt
import_qt()
from PySide6.QtWidgets import QPushButton
from accesscheck.ui.window import MainWindow
shown = MainWindow.show
def show(self):
    QPushButton(self).setGeometry(2, 2, 40, 40)
    shown(self)
MainWindow.show = show
{_APP}
"""


def _inside(job: str, out: str, entry: str, *planted: str) -> int:
    """Window manager and app are started, the client does its job, all are ended."""
    manager = subprocess.Popen(["openbox"], stderr=subprocess.DEVNULL)
    app = subprocess.Popen([sys.executable, "-c", _PLANTED if planted else _APP], stderr=subprocess.DEVNULL)
    client = [SYSTEM_PYTHON, "-W", "ignore", str(CLIENT), job, out, entry]
    try:
        return subprocess.run(client, check=False).returncode
    finally:
        for process in (app, manager):
            process.terminate()
            process.wait(10)


if __name__ == "__main__":
    sys.exit(_inside(*sys.argv[1:]))
