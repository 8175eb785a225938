from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from accesscheck import resources
from accesscheck.errors import FileMissing, FileUnreadable
from accesscheck.language.words import Words
from accesscheck.model.assessment import Assessment
from accesscheck.model.catalogue import Catalogue
from accesscheck.model.interchange import encode
from accesscheck.operations.catalogues import in_words
from accesscheck.operations.documents import write_session
from accesscheck.operations.interchange import exported
from accesscheck.operations.validating import findings
from accesscheck.rules.view import view

Example = tuple[Assessment, datetime]
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
def test_a_file_that_is_something_else_is_told_in_one_sentence(
    tmp_path: Path, catalogue: Catalogue, english: Words, name: str
) -> None:
    (tmp_path / name).write_bytes(b"something else")
    said = found(tmp_path / name, catalogue, english)
    assert [str(tmp_path / name) in one for one in said] == [True]


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
