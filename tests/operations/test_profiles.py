from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from accesscheck.errors import FileMissing, HourSkipped, InterchangeBroken, UnknownName, ValueRefused
from accesscheck.model.profile import Need, NeedAnswer
from accesscheck.operations.profiles import read_profile


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "profile.json"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_a_profile_gives_facts_of_every_kind(tmp_path: Path) -> None:
    text = """{"format": "hybrid", "minutes": 90, "floor-languages": ["en"], "video": "unknown",
        "need-wheelchair": {"answer": "nobody", "asked": "2027-02-01"}}"""
    assert read_profile(written(tmp_path, text)) == {
        "format": "hybrid",
        "minutes": 90,
        "floor-languages": ("en",),
        "video": "unknown",
        "need-wheelchair": Need(answer=NeedAnswer.NOBODY, asked=date(2027, 2, 1)),
    }


@pytest.mark.parametrize("text", ["", "[]", "5", "{", '{"a": 1, "a": 2}', "[" * 100_000, b"\xff"])
def test_what_is_no_list_of_facts_is_told_so(tmp_path: Path, text: str | bytes) -> None:
    with pytest.raises(InterchangeBroken) as broken:
        read_profile(written(tmp_path, text))
    assert broken.value.code == "profile-broken"


@pytest.mark.parametrize("value", ["1.5", "true", "null", '{"answer": "perhaps"}', "[1]", "99999999999"])
def test_a_value_of_another_kind_is_refused_with_its_fact(tmp_path: Path, value: str) -> None:
    with pytest.raises(InterchangeBroken) as broken:
        read_profile(written(tmp_path, f'{{"seats": {value}}}'))
    assert (broken.value.code, broken.value.where) == ("profile-value", "seats")


def test_a_value_the_fact_cannot_have_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueRefused):
        read_profile(written(tmp_path, '{"format": "hybrd"}'))


def test_a_fact_that_does_not_exist_is_told_with_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(UnknownName) as unknown:
        read_profile(written(tmp_path, '{"seat": 5}'))
    assert unknown.value.nearest == "seats"


def test_a_start_in_an_hour_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    with pytest.raises(HourSkipped):
        read_profile(written(tmp_path, '{"start": "2026-03-29T02:30+01:00[Europe/Paris]"}'))


def test_a_profile_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        read_profile(tmp_path / "none.json")
