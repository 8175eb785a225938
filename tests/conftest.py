"""What many tests begin with: the shipped catalogue, words, and the example."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import pytest

from accesscheck import resources
from accesscheck.language.words import LANGUAGES, PSEUDO, Words, load_words
from accesscheck.model.assessment import Assessment
from accesscheck.model.catalogue import Catalogue
from accesscheck.operations.samples import EXAMPLE, sample
from accesscheck.storage.shipped import load_any

from .judges import assistive as assistive_judge
from .judges import axe as axe_judge
from .judges import nu as nu_judge
from .judges import verapdf
from .judges.assistive import assistive
from .judges.axe import axe
from .judges.nu import nu
from .judges.verapdf import judge

__all__ = ["assistive", "axe", "judge", "nu"]

_TESTS = Path(__file__).parent
_JUDGES = {
    "veraPDF": (verapdf, 40),
    "axe-core": (axe_judge, 2 * len(LANGUAGES) + 4),
    "Nu HTML checker": (nu_judge, len(LANGUAGES) + 7),
    "AT-SPI": (assistive_judge, 11 * len(LANGUAGES)),
}
"""By name, with what each must have judged at least in such a run: PDF files, pages (in light and dark), windows."""


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    for judging, _ in _JUDGES.values():
        terminalreporter.write_line(judging.summary(config))


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Where every judge is required, a run of all that is judged in which one judged too little has failed."""
    given = {Path(one).resolve() for one in session.config.args} or {_TESTS}
    whole = _TESTS in given or {_TESTS / "assistive", _TESTS / "report", _TESTS / "operations"} <= given
    if os.environ.get("ACCESSCHECK_JUDGES") != "all" or not whole or exitstatus != 0:
        return
    for name, (judging, least) in _JUDGES.items():
        if judging.count(session.config) < least:
            session.config.get_terminal_writer().line(f"{name} judged fewer than {least} files: failed")
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
