"""The catalogue written to a file: the ending picks the form, nothing is replaced unasked."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from accesscheck.errors import TargetExists, UnknownEnding
from accesscheck.language.words import Words
from accesscheck.model.catalogue import Catalogue
from accesscheck.operations.catalogues import write

AT = datetime(2027, 3, 1, 9, tzinfo=UTC)


def written(target: Path, catalogue: Catalogue, words: Words, force: bool = False) -> Path:
    for _ in write(target, catalogue, words, AT, force):
        pass
    return target


@pytest.mark.parametrize(("ending", "start"), [(".html", b"<!DOCTYPE"), (".csv", b"\xef\xbb\xbfid,"), (".json", b"{")])
def test_the_ending_picks_the_form(
    tmp_path: Path, catalogue: Catalogue, english: Words, ending: str, start: bytes
) -> None:
    assert written(tmp_path / f"catalogue{ending}", catalogue, english).read_bytes().startswith(start)


def test_the_data_is_the_catalogue_itself(tmp_path: Path, catalogue: Catalogue, english: Words) -> None:
    found = written(tmp_path / "catalogue.json", catalogue, english)
    assert json.loads(found.read_bytes()) == catalogue.model_dump(mode="json", by_alias=True)


def test_an_ending_that_is_no_form_is_refused(tmp_path: Path, catalogue: Catalogue, english: Words) -> None:
    with pytest.raises(UnknownEnding):
        written(tmp_path / "catalogue.pdf", catalogue, english)


def test_what_stands_there_is_replaced_only_by_wish(tmp_path: Path, catalogue: Catalogue, english: Words) -> None:
    target = tmp_path / "catalogue.csv"
    target.write_text("mine")
    with pytest.raises(TargetExists):
        written(target, catalogue, english)
    assert target.read_text() == "mine"
    assert written(target, catalogue, english, force=True).read_text() != "mine"
