from __future__ import annotations

import tomllib
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import pytest

from accesscheck import resources
from accesscheck.errors import CatalogueBroken, Problem, UnknownName
from accesscheck.model.profile import Need
from accesscheck.model.terms import Outcome
from accesscheck.storage.samples import load_sample, sample_names
from accesscheck.storage.shipped import load_any

SHIPPED = resources.folder("checklists") / "samples"
TEXT = """name = "small"
session = "5f0c6a52-8e41-4b7d-9d2a-3c1e7b9f0a64"
as_of = 2027-03-01T10:00:00+01:00

[facts]
start = "2027-03-15T10:00+01:00[Europe/Oslo]"
seats = 120
floor-languages = ["en"]
need-wheelchair = { answer = "yes", asked = 2027-02-01, number = 2 }

[[answer]]
item = "captioning.live"
stage = "plan"
outcome = "met"
evidence = [ { kind = "contact", text = "By mail", date = 2027-02-20 } ]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "small.toml").write_text(TEXT, "utf-8")
    return tmp_path


def problems(folder: Path, text: str) -> tuple[Problem, ...]:
    (folder / "small.toml").write_text(text, "utf-8")
    with pytest.raises(CatalogueBroken) as broken:
        load_sample("small", folder)
    return broken.value.problems


def test_a_sample_has_its_session_and_instant(folder: Path) -> None:
    sample = load_sample("small", folder)
    assert (sample.session, sample.as_of) == (
        UUID("5f0c6a52-8e41-4b7d-9d2a-3c1e7b9f0a64"),
        datetime(2027, 3, 1, 9, 0, tzinfo=UTC),
    )


def test_a_sample_has_its_facts(folder: Path) -> None:
    facts = load_sample("small", folder).facts
    assert (facts["seats"], facts["floor-languages"]) == (120, ("en",))


def test_a_need_is_read_as_one(folder: Path) -> None:
    need = load_sample("small", folder).facts["need-wheelchair"]
    assert isinstance(need, Need)
    assert (need.asked, need.number) == (date(2027, 2, 1), 2)


def test_a_sample_has_its_answers_with_proof(folder: Path) -> None:
    answer = load_sample("small", folder).answers[0]
    assert (answer.outcome, answer.evidence[0].date) == (Outcome.MET, date(2027, 2, 20))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("seats = 120", "seat = 120", Problem("small.toml", 7, None, "unknown-fact", "seat", "seats")),
        ("seats = 120", 'seats = "many"', Problem("small.toml", 7, None, "wrong-value", "seats")),
        ("seats = 120", "seats = 120.5", Problem("small.toml", 7, None, "wrong-value", "seats")),
        ("seats = 120", 'format = "hybrd"', Problem("small.toml", 7, None, "wrong-value", "format")),
        ("+01:00[", "+02:00[", Problem("small.toml", 6, None, "wrong-value", "start")),
        ('"yes"', '"maybe"', Problem("small.toml", 9, None, "wrong-value", "need-wheelchair")),
        ("session =", "sesion =", Problem("small.toml", 2, None, "unknown-key", "sesion", "session")),
        ('"5f0c', '"5f', Problem("small.toml", 2, None, "wrong-type", "session")),
        ("+01:00\n", "\n", Problem("small.toml", 3, None, "wrong-value", "as_of")),
        ('name = "small"', 'name = "large"', Problem("small.toml", 1, None, "wrong-value", "name", "small")),
        ('"met"', '"mett"', Problem("small.toml", 14, "captioning.live", "wrong-value", "outcome", "met")),
        ('"plan"', '"planning"', Problem("small.toml", 13, "captioning.live", "wrong-value", "stage", "plan")),
        ("outcome =", "outcom =", Problem("small.toml", 14, "captioning.live", "unknown-key", "outcom", "outcome")),
        ('"contact"', '"contct"', Problem("small.toml", 15, "captioning.live", "wrong-value", "kind", "contact")),
        ("text =", "txt =", Problem("small.toml", 15, "captioning.live", "unknown-key", "txt", "text")),
    ],
)
def test_a_broken_sample_is_told_with_line_and_nearest_word(
    folder: Path, old: str, new: str, expected: Problem
) -> None:
    assert TEXT.count(old) == 1
    assert expected in problems(folder, TEXT.replace(old, new))


def test_a_sample_that_is_no_toml_is_told_with_its_line(folder: Path) -> None:
    found = problems(folder, TEXT.replace("outcome =", "outcome"))
    assert [(one.line, one.code) for one in found] == [(14, "toml-syntax")]


def test_one_wrong_fact_is_told_once(folder: Path) -> None:
    assert len(problems(folder, TEXT.replace("seats = 120", "seats = 120.5"))) == 1


def test_everything_wrong_with_a_sample_is_told_at_once(folder: Path) -> None:
    text = TEXT.replace("seats = 120", "seat = 120").replace('"met"', '"mett"')
    assert {one.code for one in problems(folder, text)} == {"unknown-fact", "wrong-value"}


@pytest.mark.parametrize(("name", "near"), [("smal", "small"), ("../small", "small"), ("zzz", None)])
def test_an_unknown_sample_is_told_with_the_nearest(folder: Path, name: str, near: str | None) -> None:
    with pytest.raises(UnknownName) as unknown:
        load_sample(name, folder)
    assert (unknown.value.kind, unknown.value.name, unknown.value.nearest) == ("sample", name, near)


@pytest.mark.parametrize("name", sample_names(SHIPPED))
def test_a_shipped_sample_answers_statements_that_exist(name: str) -> None:
    items = {item.id: item for item in load_any().items}
    asked = [(answer.item, answer.stage) for answer in load_sample(name, SHIPPED).answers]
    assert [one for one in asked if one[0] not in items or one[1] not in items[one[0]].stages] == []


def test_every_shipped_sample_is_a_session_of_its_own() -> None:
    sessions = [tomllib.loads(path.read_text("utf-8"))["session"] for path in SHIPPED.glob("*.toml")]
    assert len(set(sessions)) == len(sessions)
