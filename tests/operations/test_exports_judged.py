"""Both exports before veraPDF, with proof of several kinds inside, and what lies in the files."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest

from accesscheck.language.words import Words
from accesscheck.model.assessment import Evidence
from accesscheck.model.catalogue import Catalogue
from accesscheck.model.terms import EvidenceKind
from accesscheck.operations.attaching import proof_attachments
from accesscheck.operations.exporting import Audience, Choice, Source, choose, export
from accesscheck.operations.leaving_out import LeftOut
from accesscheck.rules.view import View, view

from ..judges.verapdf import Judge
from .planted import AT, planted

FILES = ("scan.pdf", "Photo of the ramp.JPG", "letter", "../../etc/passwd", "CON.txt", "مستند.docx", "a" * 300 + ".png")
TWINS = ("same.txt", "same.txt", "SAME.TXT")
CHOICES = {
    "secretariat": choose(Audience.SECRETARIAT, files=True),
    "publish": choose(Audience.PUBLISH),
    "nameless": choose(Audience.SECRETARIAT, frozenset({LeftOut.NAMES}), files=True),
}


def content(place: int) -> bytes:
    return f"file {place}".encode()


def with_files(catalogue: Catalogue, names: tuple[str, ...]) -> Source:
    """A session whose first answer is proved by files of these names."""
    files = {hashlib.sha256(content(place)).hexdigest(): content(place) for place in range(len(names))}
    evidence = tuple(
        Evidence(
            kind=EvidenceKind.DOCUMENT,
            text="",
            date=date(2027, 2, 1),
            file=name,
            sha256=hash_,
            size=len(files[hash_]),
        )
        for name, hash_ in zip(names, files, strict=True)
    )
    assessment = planted(catalogue)
    first, *rest = assessment.answers
    answers = (first.model_copy(update={"evidence": evidence}), *rest)
    return Source(catalogue, assessment.model_copy(update={"answers": answers}), AT, files=files)


def seen(source: Source) -> View:
    return view(source.catalogue, source.assessment, AT)


def written(source: Source, target: Path, words: Words, choice: Choice) -> Path:
    for _ in export(source, target, words, AT, force=False, choice=choice):
        pass
    return target


def test_verapdf_passes_both_exports_with_any_proof_inside(
    catalogue: Catalogue, tmp_path: Path, english: Words, judge: Judge
) -> None:
    source = with_files(catalogue, (*FILES, *TWINS))
    paths = [written(source, tmp_path / f"{name}.pdf", english, choice) for name, choice in CHOICES.items()]
    verdicts = judge.judge(paths)
    assert len(verdicts) == 2 * len(CHOICES)
    assert [(one.file.name, one.profile, one.failed) for one in verdicts if not one.passed] == []


def test_files_of_one_name_are_told_apart(catalogue: Catalogue, english: Words) -> None:
    source = with_files(catalogue, TWINS)
    names = [one.name for one in proof_attachments(seen(source), source.files, english)]
    assert names == ["proof-same.txt", "proof-same 2.txt", "proof-SAME 3.TXT"]


@pytest.mark.parametrize("name", FILES)
def test_a_name_is_safe_on_every_system(catalogue: Catalogue, english: Words, name: str) -> None:
    source = with_files(catalogue, (name,))
    (one,) = proof_attachments(seen(source), source.files, english)
    assert one.name.startswith("proof-")
    assert not set(one.name) & set('<>:"/\\|?*')
    assert len(one.name.encode()) < 200


def test_a_file_is_described_by_what_it_proves(catalogue: Catalogue, english: Words) -> None:
    source = with_files(catalogue, ("scan.pdf",))
    (one,) = proof_attachments(seen(source), source.files, english)
    item = catalogue.item(source.assessment.answers[0].item)
    assert item is not None
    assert one.description == f"Proof of: {item.stages[source.assessment.answers[0].stage]}"


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a.pdf", "application/pdf"), ("a.PNG", "image/png"), ("a.xyz", "application/octet-stream")],
)
def test_a_file_has_its_kind_on_every_system(catalogue: Catalogue, english: Words, name: str, kind: str) -> None:
    source = with_files(catalogue, (name,))
    assert [one.mime for one in proof_attachments(seen(source), source.files, english)] == [kind]


def test_a_file_that_is_not_at_hand_is_no_attachment(catalogue: Catalogue, english: Words) -> None:
    assert proof_attachments(seen(with_files(catalogue, ("a.pdf",))), {}, english) == ()
