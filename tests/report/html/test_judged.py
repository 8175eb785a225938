"""Pages before axe-core in a browser and the Nu HTML checker: every node in five languages, and whole reports."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from accesscheck import resources
from accesscheck.language.words import LANGUAGES, load_words
from accesscheck.model.catalogue import Catalogue
from accesscheck.operations.catalogues import in_words
from accesscheck.report.catalogue_page import compose_catalogue

from ...judges.axe import LOOKS, AxeJudge
from ...judges.nu import NuJudge
from ..pdf.documents import WORDS, document, everything, paragraph, table
from ..test_reports import NOTHING, composed
from .pages import rendered
from .test_page import NAUGHTY

EXAMPLE = "example"
AT = datetime(2027, 3, 1, 9, tzinfo=UTC)


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory, catalogue: Catalogue) -> list[Path]:
    """The example in each language, and an empty session."""
    folder = tmp_path_factory.mktemp("pages")
    made = {f"{EXAMPLE}-{language}": composed(EXAMPLE, language, catalogue) for language in LANGUAGES}
    made[NOTHING] = composed(NOTHING, "en", catalogue)
    return [written(folder / f"{name}.html", rendered(one)) for name, one in made.items()]


@pytest.fixture(scope="module")
def catalogues(tmp_path_factory: pytest.TempPathFactory, catalogue: Catalogue) -> list[Path]:
    """The page of the whole catalogue, from left to right and from right to left."""
    folder = tmp_path_factory.mktemp("catalogues")
    made = {language: load_words(language, resources.compiled("locale")) for language in ("en", "ar")}
    return [
        written(folder / f"{name}.html", rendered(compose_catalogue(in_words(catalogue, words), words, AT)))
        for name, words in made.items()
    ]


@pytest.fixture(scope="module")
def nodes(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Every kind of node in each language of the tests, and what people type."""
    folder = tmp_path_factory.mktemp("nodes")
    naughty = document(*map(paragraph, NAUGHTY), *(table(1, text) for text in NAUGHTY))
    made = {**{language: everything(language) for language in WORDS}, "naughty": naughty}
    return [written(folder / f"{name}.html", rendered(one)) for name, one in made.items()]


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def test_the_nu_checker_finds_nothing_in_reports(reports: list[Path], nu: NuJudge) -> None:
    assert nu.judge(reports) == []


def test_the_nu_checker_finds_nothing_in_the_whole_catalogue(catalogues: list[Path], nu: NuJudge) -> None:
    assert nu.judge(catalogues) == []


def test_axe_finds_nothing_in_the_whole_catalogue(catalogues: list[Path], axe: AxeJudge) -> None:
    assert [(one.page.name, one.broken) for one in axe.judge(catalogues) if one.broken] == []


def test_the_nu_checker_finds_nothing_in_any_node(nodes: list[Path], nu: NuJudge) -> None:
    assert nu.judge(nodes) == []


def test_axe_finds_nothing_in_reports_in_light_and_dark(reports: list[Path], axe: AxeJudge) -> None:
    verdicts = axe.judge(reports)
    assert len(verdicts) == len(reports) * len(LOOKS)
    assert [(one.page.name, one.look, one.broken) for one in verdicts if one.broken] == []
    assert min(one.passes for one in verdicts) > 20
    assert {one.look: one.dark for one in verdicts} == {"light": False, "dark": True}


def test_axe_finds_nothing_in_any_node_from_right_to_left(nodes: list[Path], axe: AxeJudge) -> None:
    (arabic,) = (one for one in nodes if one.stem == "ar")
    assert [one.broken for one in axe.judge([arabic]) if one.broken] == []


def test_a_narrow_screen_never_scrolls_sideways(reports: list[Path], axe: AxeJudge) -> None:
    assert [one.page.name for one in axe.judge(reports[:1], width=500) if one.sideways] == []


def test_the_nu_checker_can_find_something(tmp_path: Path, nu: NuJudge) -> None:
    page = written(tmp_path / "bad.html", b"<!DOCTYPE html><html lang=en><title>x</title><body><p><table></p></body>")
    assert nu.judge([page]) != []


def test_axe_can_find_something(tmp_path: Path, axe: AxeJudge) -> None:
    page = written(
        tmp_path / "bad.html", b"<!DOCTYPE html><html><title>x</title><body><p>No language</p></body></html>"
    )
    assert all("html-has-lang" in " ".join(one.broken) for one in axe.judge([page]))
