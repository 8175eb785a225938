"""What many tests begin with: the shipped catalogue, words, and the example."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import pytest

from accesscheck import resources
from accesscheck.language.words import PSEUDO, Words, load_words
from accesscheck.model.assessment import Assessment
from accesscheck.model.catalogue import Catalogue
from accesscheck.operations.samples import EXAMPLE, sample
from accesscheck.storage.checklists import load_any

from .judges import verapdf
from .judges.verapdf import judge

__all__ = ["judge"]

_TESTS = Path(__file__).parent
_LEAST_JUDGED = 20
"""PDF files that veraPDF must have judged in a whole run."""


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    terminalreporter.write_line(verapdf.summary(config))


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Where every judge is required, a whole run in which one judged too little has failed."""
    whole = not session.config.args or {Path(one).resolve() for one in session.config.args} == {_TESTS}
    required = os.environ.get("ACCESSCHECK_JUDGES") == "all" and whole and exitstatus == 0
    if required and verapdf.count(session.config) < _LEAST_JUDGED:
        session.config.get_terminal_writer().line(f"veraPDF judged fewer than {_LEAST_JUDGED} files: failed")
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The shipped one."""
    return load_any()


@pytest.fixture(scope="session")
def english() -> Words:
    return load_words("en", resources.compiled("locale"))


@pytest.fixture(scope="session")
def pseudo() -> Words:
    """Every message in brackets."""
    return load_words(PSEUDO, resources.compiled("locale"))


@pytest.fixture(scope="session")
def example(catalogue: Catalogue) -> tuple[Assessment, datetime]:
    """The shipped example and the instant it is looked at."""
    return sample(EXAMPLE, catalogue)
