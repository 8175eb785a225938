"""Run every check in turn, say what ran, and stop at the first that fails. What `make test` calls."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
STEPS = (
    ("Style: format", ["ruff", "format", "--check", "."]),
    ("Style: rules", ["ruff", "check", "."]),
    ("Types", ["mypy"]),
    ("Architecture", ["lint-imports", "--no-cache"]),
    ("Tests", ["pytest", "-q", "--cov", "--cov-report=term", "--durations=10"]),
)


def main() -> int:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONHASHSEED": "0"}
    for name, (program, *options) in STEPS:
        print(f"== {name}: {program} {' '.join(options)}", flush=True)
        begun = time.monotonic()
        status = subprocess.run([BIN / program, *options], cwd=ROOT, env=environment, check=False).returncode
        print(f"== {name}: {'passed' if status == 0 else 'FAILED'} in {time.monotonic() - begun:.0f} s", flush=True)
        if status != 0:
            return status
    return 0


if __name__ == "__main__":
    sys.exit(main())
