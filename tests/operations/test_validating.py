from __future__ import annotations

import json
import time
from datetime import datetime
from pathlib import Path

import pytest

from accesscheck import resources
from accesscheck.errors import FileMissing, FileUnreadable, InterchangeBroken, NotADocument
from accesscheck.language.words import Words
from accesscheck.model.assessment import Assessment
from accesscheck.model.catalogue import Catalogue
from accesscheck.model.interchange import encode
from accesscheck.operations.catalogues import in_words
from accesscheck.operations.documents import write_session
from accesscheck.operations.interchange import exported
from accesscheck.operations.validating import MOST_SHOWN, findings
from accesscheck.rules.view import view

Example = tuple[Assessment, datetime]
SAMPLES = sorted((resources.folder("checklists") / "samples").glob("*.toml"))
CHECKLISTS = sorted(resources.folder("checklists").glob("*.toml"))


def found(path: Path, catalogue: Catalogue, words: Words) -> tuple[str, ...]:
    return findings(path, lambda: catalogue, words)


@pytest.mark.parametrize("path", CHECKLISTS, ids=lambda path: path.name)
def test_every_shipped_checklist_file_is_right(path: Path, catalogue: Catalogue, english: Words) -> None:
    assert found(path, catalogue, english) == ()


def test_a_broken_checklist_is_told_with_file_line_item_and_nearest_word(
    tmp_path: Path, catalogue: Catalogue, english: Words
) -> None:
    text = (resources.folder("checklists") / "captioning.toml").read_text("utf-8")
    broken = tmp_path / "captioning.toml"
    broken.write_text(text.replace('severity = "excludes"', 'severity = "exclude"', 1), "utf-8")
    line = text[: text.index("severity")].count("\n") + 1
    assert found(broken, catalogue, english) == (
        f"captioning.toml:{line}: captioning.live: the value of “severity” is not allowed (Did you mean excludes?)",
    )


def test_everything_wrong_is_told_at_once(tmp_path: Path, catalogue: Catalogue, english: Words) -> None:
    text = (resources.folder("checklists") / "captioning.toml").read_text("utf-8")
    broken = tmp_path / "captioning.toml"
    broken.write_text(text.replace('"excludes"', '"exclude"', 1).replace('owner = "', 'owner = "x', 1), "utf-8")
    assert len(found(broken, catalogue, english)) == 2


def test_a_sound_session_and_a_sound_export_are_right(
    tmp_path: Path, catalogue: Catalogue, english: Words, example: Example
) -> None:
    write_session(tmp_path / "a.accesscheck", catalogue, example[0], example[1], "test").close()
    (tmp_path / "a.json").write_bytes(encode(exported(view(catalogue, *example))))
    assert [found(tmp_path / name, catalogue, english) for name in ("a.accesscheck", "a.json")] == [(), ()]


@pytest.mark.parametrize("name", ["a.accesscheck", "a.json", "a.unknown"])
def test_a_file_that_is_something_else_is_no_finding_but_an_error(
    tmp_path: Path, catalogue: Catalogue, english: Words, name: str
) -> None:
    (tmp_path / name).write_bytes(b"something else")
    with pytest.raises((NotADocument, InterchangeBroken)):
        found(tmp_path / name, catalogue, english)


def test_an_export_with_a_value_that_does_not_fit_is_a_finding(
    tmp_path: Path, catalogue: Catalogue, english: Words, example: Example
) -> None:
    raw = json.loads(encode(exported(view(catalogue, *example))))
    (tmp_path / "a.json").write_text(json.dumps({**raw, "stage": 5}), "utf-8")
    said = found(tmp_path / "a.json", catalogue, english)
    assert ["does not fit at stage" in one for one in said] == [True]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_a_shipped_sample_is_judged_as_a_sample(path: Path, catalogue: Catalogue, english: Words) -> None:
    assert found(path, catalogue, english) == ()


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('format = "hybrid"', 'format = "hybrd"', "example.toml:"),
        ('item = "captioning.live"', 'item = "captioning.life"', "There is no item captioning.life"),
    ],
)
def test_a_broken_sample_is_told_as_a_sample(
    tmp_path: Path, catalogue: Catalogue, english: Words, old: str, new: str, says: str
) -> None:
    text = (resources.folder("checklists") / "samples" / "example.toml").read_text("utf-8")
    assert old in text
    (tmp_path / "example.toml").write_text(text.replace(old, new, 1), "utf-8")
    said = found(tmp_path / "example.toml", catalogue, english)
    assert [says in one for one in said] == [True]


def test_very_many_findings_are_cut_and_counted(tmp_path: Path, catalogue: Catalogue, english: Words) -> None:
    items = "".join(f'[[item]]\nid = "a.{number}"\n' for number in range(40))
    (tmp_path / "a.toml").write_text(f'checklist = "captioning"\n{items}', "utf-8")
    said = found(tmp_path / "a.toml", catalogue, english)
    assert (len(said), said[-1].startswith("and "), said[-1].endswith(" more")) == (MOST_SHOWN + 1, True, True)


@pytest.mark.timeout(60)
@pytest.mark.parametrize(
    "hostile",
    [
        "".join(f'[[item]]\nid = "a.{number}"\nparity = "b.{number}"\n' for number in range(20_000)),
        '[[item]]\nid = "a"\ngroups = [\n' + "".join(f'"x{number}",\n' for number in range(120_000)) + "]\n",
        '[[item]]\nid = "a"\n' + "".join(f'k{number} = ""\n' for number in range(60_000)),
        "".join(f'[[item]]\nid = "a.{number}"\nrenames = ["a.{number}"]\n' for number in range(20_000)),
    ],
    ids=["twins", "groups", "keys", "renames"],
)
def test_a_hostile_checklist_is_told_in_bounded_time(
    tmp_path: Path, catalogue: Catalogue, english: Words, hostile: str
) -> None:
    (tmp_path / "a.toml").write_text(f'checklist = "captioning"\n{hostile}', "utf-8")
    began = time.perf_counter()
    said = found(tmp_path / "a.toml", catalogue, english)
    assert (len(said), "more than" in said[-1]) == (MOST_SHOWN + 1, True)
    assert time.perf_counter() - began < 20


@pytest.mark.parametrize("name", ["a.accesscheck", "a.json", "a.toml"])
def test_a_file_that_is_not_there_is_no_finding_but_an_error(
    tmp_path: Path, catalogue: Catalogue, english: Words, name: str
) -> None:
    with pytest.raises(FileMissing):
        found(tmp_path / name, catalogue, english)


def test_a_folder_is_no_checklist(tmp_path: Path, catalogue: Catalogue, english: Words) -> None:
    (tmp_path / "a.toml").mkdir()
    with pytest.raises(FileUnreadable):
        found(tmp_path / "a.toml", catalogue, english)


def test_the_catalogue_in_other_words_is_the_same_catalogue(catalogue: Catalogue, pseudo: Words) -> None:
    shown = in_words(catalogue, pseudo)
    assert (shown.hash, [item.id for item in shown.items]) == (catalogue.hash, [item.id for item in catalogue.items])


def test_every_text_of_an_item_is_in_those_words(catalogue: Catalogue, pseudo: Words) -> None:
    texts = []
    for item in in_words(catalogue, pseudo).items:
        texts += [*item.stages.values(), item.why, item.how, item.when_missing, item.when_late, item.proof]
        texts += [text for text in (item.partly, item.measure.quantity if item.measure else None) if text]
    assert [text for text in texts if not (text.startswith("⟦") and text.endswith("⟧"))] == []
