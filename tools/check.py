"""Run every check in turn, say what ran, and stop at the first that fails. What `make test` calls."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
STEPS = (
    ("Style: format", ["ruff", "format", "--check", "."]),
    ("Style: rules", ["ruff", "check", "."]),
    ("Types", ["mypy"]),
    ("Architecture", ["lint-imports", "--no-cache"]),
)
PYTEST = ("pytest", "-q", "--cov", "--cov-report=", "--durations=10")
JUDGED = ("assistive", "journeys", "operations", "readback", "report")
"""The tests that one of two processes runs, everything that is judged among them; the other runs the rest."""


def main() -> int:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONHASHSEED": "0"}
    for name, command in STEPS:
        if (status := _timed(name, command, environment)) != 0:
            return status
    status = _tests(environment)
    _timed("Coverage: both halves", ["coverage", "combine", "--quiet"], environment)
    _timed("Coverage", ["coverage", "report"], environment)
    return status


def _timed(name: str, command: list[str], environment: dict[str, str]) -> int:
    print(f"== {name}: {' '.join(command)}", flush=True)
    begun = time.monotonic()
    status = subprocess.run([BIN / command[0], *command[1:]], cwd=ROOT, env=environment, check=False).returncode
    _say(name, status, begun)
    return status


def _tests(environment: dict[str, str]) -> int:
    """All tests in two processes at once; what the second says is printed when both are done."""
    first, second = _halves()
    begun = time.monotonic()
    with tempfile.TemporaryFile() as said:
        beside = subprocess.Popen(
            [BIN / PYTEST[0], *PYTEST[1:], *second],
            cwd=ROOT,
            env={**environment, "COVERAGE_FILE": ".coverage.second"},
            stdout=said,
            stderr=subprocess.STDOUT,
        )
        try:
            status = _timed("Tests, first half", [*PYTEST, *first], {**environment, "COVERAGE_FILE": ".coverage.first"})
        finally:
            other = beside.wait()
        print(f"== Tests, second half: {' '.join((*PYTEST, *second))}", flush=True)
        said.seek(0)
        print(said.read().decode("utf-8", "replace"), flush=True)
    _say("Tests, second half", other, begun)
    return status or other


def _halves() -> tuple[list[str], list[str]]:
    first = [f"tests/{name}" for name in JUDGED]
    return first, [path for path in sorted(_holding_tests()) if path not in first]


def _holding_tests() -> Iterator[str]:
    """Every folder and file right below tests/ that holds tests."""
    for path in (ROOT / "tests").iterdir():
        if path.match("test_*.py") or (path.is_dir() and any(path.rglob("test_*.py"))):
            yield f"tests/{path.name}"


def _say(name: str, status: int, begun: float) -> None:
    print(f"== {name}: {'passed' if status == 0 else 'FAILED'} in {time.monotonic() - begun:.0f} s", flush=True)


if __name__ == "__main__":
    sys.exit(main())
