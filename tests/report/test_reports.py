"""The product's own reports, whole: each sample and an empty session, in each language, judged and read back."""

from __future__ import annotations

import subprocess
from collections.abc import Generator
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar
from uuid import UUID

import pikepdf
import pytest

from accesscheck import resources
from accesscheck.language.words import LANGUAGES, load_words
from accesscheck.model.assessment import Assessment
from accesscheck.model.catalogue import Catalogue
from accesscheck.model.fingerprints import DATA_NAME
from accesscheck.model.interchange import encode
from accesscheck.model.progress import Progress
from accesscheck.operations.interchange import exported
from accesscheck.operations.samples import sample
from accesscheck.report.compose import compose
from accesscheck.report.document import Document
from accesscheck.report.pdf import render
from accesscheck.rules.view import View, view
from accesscheck.storage.samples import sample_names

from ..judges.verapdf import Judge
from .pdf.documents import expected_texts
from .pdf.reading import structure_texts

NOTHING = "nothing told"
SESSIONS = (*sample_names(resources.folder("checklists") / "samples"), NOTHING)
EXAMPLE_BYTES = 120_000
Result = TypeVar("Result")


def result(steps: Generator[Progress, None, Result]) -> Result:
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]  # a generator's result is typed by its signature alone


def seen(name: str, catalogue: Catalogue) -> View:
    if name == NOTHING:
        empty = Assessment(session=UUID(int=7), revision=0)
        return view(catalogue, empty, datetime(2027, 1, 1, tzinfo=UTC))
    return view(catalogue, *sample(name, catalogue))


def composed(name: str, language: str, catalogue: Catalogue) -> Document:
    found = seen(name, catalogue)
    return compose(found, load_words(language, resources.compiled("locale")), encode(exported(found)))


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory, catalogue: Catalogue) -> dict[tuple[str, str], Path]:
    folder = tmp_path_factory.mktemp("reports")
    written = {}
    for name in SESSIONS:
        for language in LANGUAGES:
            written[name, language] = folder / f"{name}-{language}.pdf"
            written[name, language].write_bytes(result(render(composed(name, language, catalogue))))
    return written


def test_verapdf_passes_every_report_by_both_profiles(reports: dict[tuple[str, str], Path], judge: Judge) -> None:
    verdicts = judge.judge(sorted(reports.values()))
    assert len(verdicts) == 2 * len(SESSIONS) * len(LANGUAGES)
    assert [(one.file.name, one.profile, one.failed) for one in verdicts if not one.passed] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", SESSIONS)
def test_the_structure_says_what_was_composed(
    name: str, language: str, reports: dict[tuple[str, str], Path], catalogue: Catalogue
) -> None:
    assert structure_texts(reports[name, language]) == expected_texts(composed(name, language, catalogue))


def test_a_report_carries_its_own_data(reports: dict[tuple[str, str], Path], catalogue: Catalogue) -> None:
    with pikepdf.open(reports["example", "en"]) as pdf:
        assert pdf.attachments[DATA_NAME].get_file().read_bytes() == encode(exported(seen("example", catalogue)))


def test_the_example_is_small_enough_to_mail(reports: dict[tuple[str, str], Path]) -> None:
    assert reports["example", "en"].stat().st_size <= EXAMPLE_BYTES


def test_page_one_of_the_example_suffices(reports: dict[tuple[str, str], Path]) -> None:
    """Everything before what is to be done stands on it, down to the next dates."""
    command = ["pdftotext", "-f", "1", "-l", "1", str(reports["example", "en"]), "-"]
    said = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
    assert "open items has passed" in said
    assert "What to do, and by when" not in said
