"""The product's own reports are consistent: in six languages, before and after the session, and over generated ones."""

from __future__ import annotations

from collections.abc import Generator, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accesscheck import resources
from accesscheck.language.words import LANGUAGES, Words, load_words
from accesscheck.model.assessment import Assessment
from accesscheck.model.catalogue import Catalogue
from accesscheck.model.checked import Grade
from accesscheck.model.terms import Outcome
from accesscheck.operations.interchange import assessment_of, exported
from accesscheck.operations.readback import check_report, read_report_source
from accesscheck.operations.rendering import Material, pdf_bytes
from accesscheck.rules.view import View, view

from ..rules.generate import Case
from .test_equality import seen, sessions

Example = tuple[Assessment, datetime]


def done(steps: Generator[Any, None, bytes]) -> bytes:
    while True:
        try:
            next(steps)
        except StopIteration as end:
            made: bytes = end.value
            return made


def words(language: str) -> Words:
    return load_words(language, resources.compiled("locale"))


def written(folder: Path, shown: View, language: str, files: Mapping[str, bytes] | None = None) -> Path:
    path = folder / "report.pdf"
    path.write_bytes(done(pdf_bytes(Material(shown, words(language), files=files))))
    return path


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("later", [0, 60], ids=["plan", "delivered"])
def test_the_example_is_consistent(
    tmp_path: Path, catalogue: Catalogue, example: Example, language: str, later: int
) -> None:
    assessment, as_of = example
    checked = check_report(written(tmp_path, view(catalogue, assessment, as_of + timedelta(days=later)), language))
    assert (checked.grade, checked.differences, checked.problem) == (Grade.CONSISTENT, (), None)


def test_an_empty_session_is_consistent(tmp_path: Path, catalogue: Catalogue, example: Example) -> None:
    empty = Assessment(session=example[0].session, revision=0)
    assert check_report(written(tmp_path, view(catalogue, empty, example[1]), "en")).grade is Grade.CONSISTENT


def test_a_note_of_twenty_pages_goes_through(tmp_path: Path, catalogue: Catalogue, example: Example) -> None:
    long = (
        example[0]
        .answers[0]
        .model_copy(update={"outcome": Outcome.MISSING, "value": None, "note": "A word. " * 12_000})
    )
    assessment = example[0].model_copy(update={"answers": (long, *example[0].answers[1:])})
    path = written(tmp_path, view(catalogue, assessment, example[1]), "en")
    assert check_report(path).grade is Grade.CONSISTENT
    assert read_report_source(path)[0].answers[0].note == long.note


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(sessions(), st.sampled_from(("en", "ar", "zh")))
def test_a_generated_session_comes_out_as_it_went_in(given_: tuple[Case, dict[str, bytes]], language: str) -> None:
    case, files = given_
    with TemporaryDirectory() as folder:
        path = written(Path(folder), seen(case), language, files)
        export, held = read_report_source(path)
        checked = check_report(path)
    assert export == exported(seen(case))
    assert assessment_of(export, "a.pdf") == case.assessment
    assert held == files
    assert (checked.grade, checked.differences) == (Grade.CONSISTENT, ())
