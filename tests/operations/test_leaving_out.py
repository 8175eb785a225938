"""What is left out of an export is nowhere in its bytes, and its result is the same."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from uuid import UUID

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accesscheck.language.words import Words
from accesscheck.model.assessment import Answer, Assessment, Evidence
from accesscheck.model.catalogue import Catalogue
from accesscheck.model.interchange import decode
from accesscheck.model.terms import EvidenceKind, Stage
from accesscheck.operations.documents import open_session
from accesscheck.operations.exporting import ENDINGS, Audience, Choice, Source, choose, export, read_source
from accesscheck.operations.leaving_out import LeftOut, without
from accesscheck.rules.view import view

from ..report.pdf.reading import structure_texts
from ..rules.generate import Case, cases
from .planted import AT, KEPT, NAMES, NOTES, PROOF, SCAN, SCAN_HASH, planted, readable

NOTHING: frozenset[LeftOut] = frozenset()
MARKERS = {LeftOut.NAMES: NAMES, LeftOut.NOTES: NOTES, LeftOut.PROOF: PROOF}
LEAVABLE = [frozenset({one}) for one in LeftOut] + [frozenset(LeftOut)]
REPORTS = (".pdf", ".html")


@pytest.fixture(scope="module")
def source(catalogue: Catalogue) -> Source:
    return Source(catalogue, planted(catalogue), AT, files={SCAN_HASH: SCAN})


def written(source: Source, folder: Path, ending: str, words: Words, choice: Choice) -> Path:
    target = folder / f"out{ending}"
    steps: Generator[object, None, None] = export(source, target, words, AT, force=True, choice=choice)
    for _ in steps:
        pass
    return target


def found(path: Path) -> str:
    """Everything in a file, of a PDF its pages' words too."""
    text = readable(path.read_bytes()).decode("utf-8", "replace")
    return " ".join([text, *structure_texts(path)]) if path.suffix == ".pdf" else text


@pytest.mark.parametrize("left_out", LEAVABLE, ids="+".join)
@pytest.mark.parametrize("ending", ENDINGS)
def test_what_is_left_out_is_nowhere_in_the_file(
    source: Source, tmp_path: Path, english: Words, ending: str, left_out: frozenset[LeftOut]
) -> None:
    choice = choose(Audience.SECRETARIAT, left_out, files=True)
    held = found(written(source, tmp_path, ending, english, choice)).casefold()
    markers = {marker for one in left_out for marker in MARKERS[one]}
    assert [marker for marker in sorted(markers) if marker.casefold() in held] == []


@pytest.mark.parametrize("ending", ENDINGS)
def test_nothing_private_is_in_what_is_published(source: Source, tmp_path: Path, english: Words, ending: str) -> None:
    held = found(written(source, tmp_path, ending, english, choose(Audience.PUBLISH, files=True))).casefold()
    assert [marker for marker in (*NAMES, *NOTES, *PROOF) if marker.casefold() in held] == []


@pytest.mark.parametrize("ending", [".pdf", ".json", ".accesscheck"])
def test_the_finder_finds_every_marker_where_nothing_is_left_out(
    source: Source, tmp_path: Path, english: Words, ending: str
) -> None:
    held = found(written(source, tmp_path, ending, english, Choice(files=True)))
    bytes_of_files = set() if ending == ".json" else {"ZZFILEBYTES"}
    wanted = {*NAMES, *NOTES, *PROOF, *KEPT} - {"ZZFILEBYTES"} | bytes_of_files
    assert [marker for marker in sorted(wanted) if marker not in held] == []


@pytest.mark.parametrize("ending", [".html", ".csv", ".jsonld"])
def test_a_file_without_data_still_holds_notes_for_the_secretariat(
    source: Source, tmp_path: Path, english: Words, ending: str
) -> None:
    assert "ZZNOTE" in found(written(source, tmp_path, ending, english, Choice()))


@pytest.mark.parametrize("ending", REPORTS)
def test_what_was_not_to_be_left_out_stays_in_what_is_published(
    source: Source, tmp_path: Path, english: Words, ending: str
) -> None:
    held = found(written(source, tmp_path, ending, english, choose(Audience.PUBLISH)))
    assert [marker for marker in KEPT if marker not in held] == []


def test_a_published_report_holds_no_file(source: Source, tmp_path: Path, english: Words) -> None:
    with pikepdf.open(written(source, tmp_path, ".pdf", english, choose(Audience.PUBLISH, files=True))) as pdf:
        assert dict(pdf.attachments) == {}
        assert "/AF" not in pdf.Root


def test_a_report_for_the_secretariat_holds_its_data_and_no_proof_unless_wanted(
    source: Source, tmp_path: Path, english: Words
) -> None:
    with pikepdf.open(written(source, tmp_path, ".pdf", english, choose(Audience.SECRETARIAT))) as pdf:
        assert list(pdf.attachments) == ["assessment.json"]


def test_proof_files_travel_as_supplements_when_wanted(source: Source, tmp_path: Path, english: Words) -> None:
    path = written(source, tmp_path, ".pdf", english, choose(Audience.SECRETARIAT, files=True))
    with pikepdf.open(path) as pdf:
        spec = pdf.attachments["proof-ZZFILENAME.PDF"]
        assert (str(spec.relationship), spec.get_file().read_bytes()) == ("/Supplement", SCAN)


def test_without_names_a_proof_file_is_known_by_a_number(source: Source, tmp_path: Path, english: Words) -> None:
    path = written(source, tmp_path, ".pdf", english, choose(Audience.SECRETARIAT, frozenset({LeftOut.NAMES}), True))
    with pikepdf.open(path) as pdf:
        assert sorted(pdf.attachments) == ["assessment.json", "proof-1.pdf"]


@pytest.mark.parametrize("left_out", LEAVABLE, ids="+".join)
def test_the_data_say_what_was_left_out(
    source: Source, tmp_path: Path, english: Words, left_out: frozenset[LeftOut]
) -> None:
    export = decode(
        written(source, tmp_path, ".json", english, choose(Audience.SECRETARIAT, left_out)).read_bytes()
    ).export
    assert set(export.omitted) == {str(one) for one in left_out}


@pytest.mark.parametrize("ending", REPORTS)
def test_the_pages_say_what_was_left_out(source: Source, tmp_path: Path, english: Words, ending: str) -> None:
    left_out = frozenset({LeftOut.NAMES})
    held = found(written(source, tmp_path, ending, english, choose(Audience.SECRETARIAT, left_out)))
    assert "Left out of this report" in held
    assert "names of persons" in held


def test_proof_that_a_session_does_not_hold_is_left_behind(
    source: Source, tmp_path: Path, english: Words, catalogue: Catalogue
) -> None:
    data = written(source, tmp_path, ".json", english, Choice())
    session = written(read_source(data, lambda: catalogue), tmp_path, ".accesscheck", english, Choice())
    again = read_source(session, lambda: catalogue, files=True)
    assert (again.assessment, again.files) == (source.assessment, {})


def test_what_an_export_came_without_stays_said(source: Source, tmp_path: Path, english: Words) -> None:
    first = written(source, tmp_path, ".json", english, choose(Audience.SECRETARIAT, frozenset({LeftOut.NAMES})))
    again = written(read_source(first, lambda: source.catalogue), tmp_path, ".json", english, Choice())
    assert decode(again.read_bytes()).export.omitted == ("names",)


@pytest.mark.parametrize("left_out", LEAVABLE, ids="+".join)
def test_the_result_is_the_same_whatever_is_left_out(
    source: Source, catalogue: Catalogue, left_out: frozenset[LeftOut]
) -> None:
    kept = view(catalogue, without(source.assessment, left_out), AT)
    assert kept.score == view(catalogue, source.assessment, AT).score


@settings(max_examples=60, deadline=None)
@given(cases(), st.sampled_from(LEAVABLE))
def test_leaving_out_never_changes_a_result(case: Case, left_out: frozenset[LeftOut]) -> None:
    stripped = without(case.assessment, left_out)
    assert view(case.catalogue, stripped, case.as_of).score == view(case.catalogue, case.assessment, case.as_of).score


@settings(max_examples=60, deadline=None)
@given(cases(), st.sampled_from(LEAVABLE))
def test_leaving_out_twice_is_leaving_out_once(case: Case, left_out: frozenset[LeftOut]) -> None:
    once = without(case.assessment, left_out)
    assert without(once, left_out) == once


def test_nothing_left_out_is_the_assessment_itself(source: Source) -> None:
    assert without(source.assessment, NOTHING) is source.assessment


def noted(owner: str, note: str, contact: str = "") -> str | None:
    """A note without names, where `owner` and `contact` were told as names."""
    proof = (Evidence(kind=EvidenceKind.CONTACT, text=contact, date=AT.date()),)
    answer = Answer(item="x.y", stage=Stage.PLAN, note=note, owner=owner, evidence=proof)
    assessment = Assessment(session=UUID(int=1), revision=1, answers=(answer,))
    return without(assessment, frozenset({LeftOut.NAMES})).answers[0].note


@pytest.mark.parametrize(
    ("owner", "note", "left"),
    [
        ("Amina Diallo", "Ask Amina Diallo again.", "Ask […] again."),
        ("Amina", "Aminata and Amina", "Aminata and […]"),
        ("host", "The host said so.", "The host said so."),
        ("王小明", "请问王小明先生", "请问[…]先生"),
        ("ليلى", "اسأل ليلى غدا", "اسأل […] غدا"),
        ("Jo (AV)", "Jo knows AV.", "[…] knows […]."),
        ("", "Write to jo@example.org today.", "Write to […] today."),
        ("X", "X marks it.", "X marks it."),
    ],
)
def test_a_told_name_goes_wherever_it_stands(owner: str, note: str, left: str) -> None:
    assert noted(owner, note) == left


def test_a_name_inside_a_longer_contact_goes_too() -> None:
    assert noted("", "Call Maria Lopez.", "Ask for Maria Lopez at the desk") == "Call […]."


def test_a_session_without_names_holds_its_proof_files(
    source: Source, tmp_path: Path, english: Words, catalogue: Catalogue
) -> None:
    path = written(source, tmp_path, ".accesscheck", english, choose(Audience.SECRETARIAT, frozenset({LeftOut.NAMES})))
    with open_session(path, catalogue, "test", write=False) as opened:
        assert opened.document.read_proof(SCAN_HASH) == SCAN


def test_a_report_made_a_session_again_has_answers_and_proof(
    source: Source, tmp_path: Path, english: Words, catalogue: Catalogue
) -> None:
    report = written(source, tmp_path, ".pdf", english, choose(Audience.SECRETARIAT, files=True))
    session = written(read_source(report, lambda: catalogue), tmp_path, ".accesscheck", english, Choice())
    with open_session(session, catalogue, "test", write=False) as opened:
        assert (opened.assessment, opened.document.read_proof(SCAN_HASH)) == (source.assessment, SCAN)
