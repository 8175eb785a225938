from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pikepdf
import pytest

from accesscheck import resources
from accesscheck.errors import DocumentInUse, FolderNotWritable, TargetExists, UnknownName
from accesscheck.language.words import Words, load_words
from accesscheck.model.assessment import Assessment
from accesscheck.model.catalogue import Catalogue
from accesscheck.model.moment import parse_start
from accesscheck.model.profile import words as fact_words
from accesscheck.model.terms import Stage, Verdict
from accesscheck.operations import samples
from accesscheck.operations.documents import open_session
from accesscheck.operations.samples import demo, open_example, sample
from accesscheck.rules.refusals import refusal
from accesscheck.rules.scoring import score
from accesscheck.rules.stages import stage_at
from accesscheck.storage.files import write_whole
from accesscheck.storage.samples import sample_names

from .test_exporting import done

NAMES = sample_names(resources.folder("checklists") / "samples")
NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
Example = tuple[Assessment, datetime]
FILES = ["sample.accesscheck", "sample.json", "sample.manifest.json", "sample.pdf"]


def hashes(folder: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in sorted(folder.iterdir())}


def test_there_are_the_example_and_three_real_sessions() -> None:
    assert NAMES == ("dcad-2018", "dcad-2023", "dccg-2018", "example")


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_is_marked_as_one_and_holds_what_items_take(name: str, catalogue: Catalogue) -> None:
    filled, _ = sample(name, catalogue)
    refused = [refusal(item, one) for one in filled.answers if (item := catalogue.item(one.item)) is not None]
    assert (filled.sample, [code for code in refused if code]) == (True, [])


def test_a_sample_that_is_not_there_is_told(catalogue: Catalogue) -> None:
    with pytest.raises(UnknownName):
        sample("exampel", catalogue)


def test_the_example_shuts_somebody_out(catalogue: Catalogue, example: Example) -> None:
    assert score(catalogue, *example).verdict is Verdict.EXCLUDES


def test_the_example_opens_as_a_copy_six_weeks_ahead(tmp_path: Path, catalogue: Catalogue, english: Words) -> None:
    with open_example(tmp_path / "new", catalogue, english, NOW, "test") as opened:
        start = parse_start(fact_words(opened.assessment.facts, "start") or "").instant
        assert timedelta(weeks=6, days=-1) < start - NOW <= timedelta(weeks=6, days=1)


def test_the_copy_has_the_verdict_of_the_example(
    tmp_path: Path, catalogue: Catalogue, english: Words, example: Example
) -> None:
    with open_example(tmp_path, catalogue, english, NOW, "test") as opened:
        seen = opened.view(NOW).score
    told = score(catalogue, *example)
    assert (seen.verdict, seen.counts, seen.reasons) == (told.verdict, told.counts, told.reasons)


def test_the_copy_is_a_session_of_its_own(
    tmp_path: Path, catalogue: Catalogue, english: Words, example: Example
) -> None:
    with open_example(tmp_path, catalogue, english, NOW, "test") as opened:
        assert opened.assessment.session != example[0].session


@pytest.mark.parametrize("name", NAMES)
def test_a_demo_writes_session_data_and_report(tmp_path: Path, catalogue: Catalogue, english: Words, name: str) -> None:
    done(demo(tmp_path / "out", name, catalogue, english))
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == FILES


def test_a_demo_again_replaces_what_it_wrote_by_the_same(tmp_path: Path, catalogue: Catalogue, english: Words) -> None:
    done(demo(tmp_path, "example", catalogue, english))
    first = hashes(tmp_path)
    done(demo(tmp_path, "example", catalogue, english))
    assert {**hashes(tmp_path), "sample.accesscheck": "", "sample.manifest.json": ""} == {
        **first,
        "sample.accesscheck": "",
        "sample.manifest.json": "",
    }


@pytest.mark.parametrize("name", ["sample.accesscheck", "sample.json", "sample.pdf"])
def test_a_demo_replaces_nothing_that_was_changed_since(
    tmp_path: Path, catalogue: Catalogue, english: Words, name: str
) -> None:
    done(demo(tmp_path, "dccg-2018", catalogue, english))
    (tmp_path / name).write_bytes(b"changed by hand")
    before = hashes(tmp_path)
    with pytest.raises(TargetExists) as exists:
        done(demo(tmp_path, "dccg-2018", catalogue, english))
    assert (Path(exists.value.path).name, hashes(tmp_path)) == (name, before)


@pytest.mark.parametrize("manifest", [None, b"", b"[]", b"{", b'{"sample.json": 5}'])
def test_a_demo_replaces_nothing_it_did_not_write(
    tmp_path: Path, catalogue: Catalogue, english: Words, manifest: bytes | None
) -> None:
    (tmp_path / "sample.json").write_bytes(b"somebody's")
    if manifest is not None:
        (tmp_path / "sample.manifest.json").write_bytes(manifest)
    before = hashes(tmp_path)
    with pytest.raises(TargetExists):
        done(demo(tmp_path, "dccg-2018", catalogue, english))
    assert hashes(tmp_path) == before


def test_a_demo_replaces_nothing_while_its_session_is_open(
    tmp_path: Path, catalogue: Catalogue, english: Words
) -> None:
    written = done(demo(tmp_path, "dccg-2018", catalogue, english))
    before = {path: path.read_bytes() for path in written}
    with open_session(written[0], catalogue, "test"), pytest.raises(DocumentInUse):
        done(demo(tmp_path, "dccg-2018", catalogue, english))
    assert {path: path.read_bytes() for path in written} == before


def test_a_demo_where_a_folder_has_the_name_of_a_file_is_refused(
    tmp_path: Path, catalogue: Catalogue, english: Words
) -> None:
    (tmp_path / "sample.pdf").mkdir()
    with pytest.raises(TargetExists):
        done(demo(tmp_path, "dccg-2018", catalogue, english))


def test_a_demo_into_a_file_is_refused(tmp_path: Path, catalogue: Catalogue, english: Words) -> None:
    (tmp_path / "out").write_bytes(b"somebody's")
    with pytest.raises(FolderNotWritable):
        done(demo(tmp_path / "out", "dccg-2018", catalogue, english))


def test_the_example_is_looked_at_while_it_is_planned(catalogue: Catalogue, example: Example) -> None:
    filled, as_of = example
    assert stage_at(filled.facts, as_of, catalogue.scoring.rehearsal_hours) is Stage.PLAN


@pytest.mark.parametrize("written", [1, 2, 3])
def test_a_demo_that_was_interrupted_does_not_block_the_next(
    tmp_path: Path, catalogue: Catalogue, english: Words, monkeypatch: pytest.MonkeyPatch, written: int
) -> None:
    def stopping(path: Path, data: bytes, *, replace: bool) -> None:
        if path.parent == tmp_path and len(list(tmp_path.glob("sample.*"))) >= written:
            raise KeyboardInterrupt  # as Ctrl+C does it, between two files
        write_whole(path, data, replace=replace)

    with monkeypatch.context() as patched:
        patched.setattr(samples, "write_whole", stopping)
        with pytest.raises(KeyboardInterrupt):
            done(demo(tmp_path, "dccg-2018", catalogue, english))
    done(demo(tmp_path, "dccg-2018", catalogue, english))
    assert sorted(path.name for path in tmp_path.iterdir()) == FILES


def test_a_demo_stopped_in_its_work_leaves_nothing(tmp_path: Path, catalogue: Catalogue, english: Words) -> None:
    steps = demo(tmp_path, "dccg-2018", catalogue, english)
    next(steps)
    steps.close()
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def two(english: Words) -> tuple[Words, Words]:
    return english, load_words("ar", resources.compiled("locale"))


def test_a_demo_in_several_languages_writes_a_report_in_each(
    tmp_path: Path, catalogue: Catalogue, english: Words, two: tuple[Words, Words]
) -> None:
    written = done(demo(tmp_path, "dccg-2018", catalogue, english, two))
    assert [path.name for path in written] == ["sample.accesscheck", "sample.json", "sample-en.pdf", "sample-ar.pdf"]
    assert [_language(path) for path in written[2:]] == ["en", "ar"]


def _language(path: Path) -> str:
    with pikepdf.open(path) as pdf:
        return str(pdf.Root.Lang)


def test_a_demo_knows_its_reports_again_after_one_in_other_languages(
    tmp_path: Path, catalogue: Catalogue, english: Words, two: tuple[Words, Words]
) -> None:
    for reports in ((), two, (), two):
        done(demo(tmp_path, "dccg-2018", catalogue, english, reports))
    assert {path.name for path in tmp_path.glob("*.pdf")} == {"sample.pdf", "sample-en.pdf", "sample-ar.pdf"}


def test_a_demo_replaces_no_report_of_another_in_its_language(
    tmp_path: Path, catalogue: Catalogue, english: Words, two: tuple[Words, Words]
) -> None:
    (tmp_path / "sample-ar.pdf").write_bytes(b"somebody's")
    before = hashes(tmp_path)
    with pytest.raises(TargetExists):
        done(demo(tmp_path, "dccg-2018", catalogue, english, two))
    assert hashes(tmp_path) == before
