"""The Nu HTML checker (vnu) judges web pages, their CSS included; many in one start of Java."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from .required import not_judged, web_judges


@dataclass(slots=True)
class NuJudge:
    """Counts what it judged."""

    version: str = ""
    judged: set[Path] = field(default_factory=set)

    def judge(self, pages: Sequence[Path]) -> list[str]:
        """Every error and warning, with page and line; skips the test, saying so, where nothing can judge."""
        missing = missing_parts()
        if missing:
            not_judged(f"not judged: {', '.join(missing)} missing")
        checker = ["java", "-jar", str(_engine())]
        if not self.version:
            self.version = subprocess.run([*checker, "--version"], check=True, capture_output=True, text=True).stdout
        command = [*checker, "--format", "json", "--exit-zero-always", "--stdout", *map(str, pages)]
        done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
        messages = json.loads(done.stdout)["messages"]
        self.judged.update(pages)
        return [f"{one.get('url', '')}:{one.get('lastLine', '')}: {one['message']}" for one in messages]

    def summary(self) -> str:
        """One line for the end of a test run."""
        name = f"Nu HTML checker {self.version.split()[0]}" if self.version else ""
        return f"{name}: {len(self.judged)} pages judged" if self.judged else "Nu HTML checker: not judged"


_KEPT = pytest.StashKey[NuJudge]()


@pytest.fixture(scope="session")
def nu(request: pytest.FixtureRequest) -> NuJudge:
    """The one judge of a test run, whichever folder's conftest asks for it."""
    stash = request.config.stash
    if _KEPT not in stash:
        stash[_KEPT] = NuJudge()
    return stash[_KEPT]


def summary(config: pytest.Config) -> str:
    """One line for the end of a test run: which checker judged how many pages."""
    kept = config.stash.get(_KEPT, None)
    return kept.summary() if kept is not None else "Nu HTML checker: not judged"


def count(config: pytest.Config) -> int:
    """How many pages were judged in a test run."""
    kept = config.stash.get(_KEPT, None)
    return len(kept.judged) if kept is not None else 0


def missing_parts() -> list[str]:
    """What judging needs and this machine does not have."""
    return [*([] if shutil.which("java") else ["java"]), *([] if _engine().exists() else ["vnu-jar"])]


def _engine() -> Path:
    return web_judges() / "vnu-jar" / "build" / "dist" / "vnu.jar"
