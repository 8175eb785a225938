"""What goes into a report comes out of it: sessions of every kind through the bytes of a PDF."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accesscheck.model.assessment import Answer
from accesscheck.model.checked import Grade
from accesscheck.model.fingerprints import fingerprint
from accesscheck.model.interchange import stamped
from accesscheck.model.terms import EvidenceKind, Outcome, Party
from accesscheck.operations.interchange import assessment_of, exported
from accesscheck.operations.readback import check_report, read_report_source
from accesscheck.rules.view import View, view

from ..rules.generate import Case, cases
from .reports import report

SCRIPTS = {
    "Latin": "Él dijo «naïveté» — ﬁn",
    "Arabic": "مرحبا (hello) بالعالم [1]",
    "Chinese": "需要字幕和手语翻译（无障碍）。",
    "Cyrillic": "Нужен перевод",
    "Devanagari": "क्षत्रिय",
    "Hebrew": "שלום",
    "combining": "x\u0301\u0302",
}
ODD = {
    "emoji": "\U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f1eb\U0001f1f7",
    "control": "\x00\x07\x1b",
    "bidi": "\u202eturned\u202c \u2066in\u2069 \u200f",
    "CR LF": "one\r\ntwo\rthree\n",
    "markup": '</rdf:li> <&>" ()\\ %PDF endstream',
    "private": "\ue000\U0010fffd",
    "no character": "\ufffe\uffff",
    "length": "0123456789" * 1000,
    "nothing": "",
}
FILES = (b"", b"A file.\n", bytes(range(256)) * 40)

texts = st.lists(st.sampled_from([*SCRIPTS.values(), *ODD.values()]), min_size=1, max_size=3).map(" ".join)


@st.composite
def told(draw: st.DrawFn, answer: Answer) -> tuple[Answer, dict[str, bytes]]:
    """An answer with words of every kind and proof of its kinds, some of them files."""
    files: dict[str, bytes] = {}
    proofs = []
    for proof in answer.evidence:
        update: dict[str, Any] = {"text": draw(texts)}
        if proof.kind is EvidenceKind.DOCUMENT:
            data = draw(st.sampled_from(FILES))
            update |= {"file": "a file.txt", "sha256": fingerprint(data), "size": len(data)}
            files[fingerprint(data)] = data
        proofs.append(proof.model_copy(update=update))
    update = {
        "note": draw(st.none() | texts),
        "reason": draw(texts) if answer.outcome is Outcome.NOT_RELEVANT else None,
        "language": draw(st.sampled_from((None, "ar", "zh"))),
        "asked": date(2027, 2, 1) if answer.whom else None,
        "owner": draw(st.sampled_from((None, "Ana", SCRIPTS["Arabic"]))),
        "answered": datetime(2027, 2, 1, 9, tzinfo=UTC) if answer.outcome else None,
        "evidence": tuple(proofs),
    }
    if update["reason"] is not None and not update["reason"].strip():
        update["reason"] = "It is not."
    return answer.model_copy(update=update), files


@st.composite
def sessions(draw: st.DrawFn) -> tuple[Case, dict[str, bytes]]:
    case = draw(cases())
    pairs = [draw(told(answer)) for answer in case.assessment.answers]
    assessment = case.assessment.model_copy(update={"answers": tuple(answer for answer, _ in pairs)})
    files = {name: data for _, held in pairs for name, data in held.items()}
    return Case(stamped(case.catalogue), assessment, case.as_of), files


def seen(case: Case) -> View:
    return view(case.catalogue, case.assessment, case.as_of)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(sessions(), st.sampled_from(("en", "ar", "zh")))
def test_a_session_comes_out_of_a_report_as_it_went_in(given_: tuple[Case, dict[str, bytes]], language: str) -> None:
    case, files = given_
    proof = {f"proof-{number}.txt": data for number, data in enumerate(files.values())}
    with TemporaryDirectory() as folder:
        path = Path(folder) / "report.pdf"
        path.write_bytes(report(seen(case), language, proof))
        export, held = read_report_source(path)
        grade = check_report(path).grade
    assert export == exported(seen(case))
    assert assessment_of(export, "a.pdf") == case.assessment
    assert held == files
    assert grade is Grade.CONSISTENT


# --- the generator reaches what the test is about ---


def written(case: Case) -> str:
    """Every word of the organiser."""
    answers = case.assessment.answers
    said = [text for one in answers for text in (one.note, one.reason, *(proof.text for proof in one.evidence))]
    return "\n".join(text for text in said if text)


@cache
def drawn() -> tuple[tuple[Case, dict[str, bytes]], ...]:
    """What a run of the property sees."""
    found: list[tuple[Case, dict[str, bytes]]] = []

    @settings(max_examples=60, database=None, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
    @given(sessions())
    def collect(one: tuple[Case, dict[str, bytes]]) -> None:
        found.append(one)

    collect()
    return tuple(found)


def test_the_generator_reaches_every_outcome_and_none() -> None:
    outcomes = {answer.outcome for case, _ in drawn() for answer in case.assessment.answers}
    assert outcomes == {None, *Outcome}


def test_the_generator_reaches_every_kind_of_proof_and_files() -> None:
    proofs = [one for case, _ in drawn() for answer in case.assessment.answers for one in answer.evidence]
    assert {one.kind for one in proofs} == {*EvidenceKind}
    assert {data for _, files in drawn() for data in files.values()} == {*FILES}


def test_the_generator_reaches_every_party_that_is_asked() -> None:
    assert {answer.whom for case, _ in drawn() for answer in case.assessment.answers} == {None, *Party}


@pytest.mark.parametrize("name", [*SCRIPTS, *ODD])
def test_the_generator_reaches_every_script_and_oddity(name: str) -> None:
    wanted = {**SCRIPTS, **ODD}[name]
    notes = [answer.note for case, _ in drawn() for answer in case.assessment.answers]
    assert any(wanted in written(case) for case, _ in drawn()) if wanted else "" in notes or None in notes


def test_the_generator_reaches_ten_thousand_characters() -> None:
    assert max(len(written(case)) for case, _ in drawn()) >= 10_000
