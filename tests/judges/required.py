"""What every judge has in common: where it is missing the test says so, and where all are required it fails."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest


def not_judged(reason: str) -> None:
    """Skip the test, saying why; with ACCESSCHECK_JUDGES=all fail it."""
    if os.environ.get("ACCESSCHECK_JUDGES") == "all":
        pytest.fail(reason)
    pytest.skip(reason)


def web_judges() -> Path:
    """Where the packages of tests/judges/web are installed: beside this Python's own packages, or where it is said."""
    return Path(os.environ.get("ACCESSCHECK_WEB_JUDGES", Path(sys.prefix) / "judges")) / "node_modules"
