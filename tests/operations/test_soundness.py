"""A session file with values nobody can have given is refused before anything is made of it."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from accesscheck.errors import DocumentDamaged
from accesscheck.model.catalogue import Catalogue
from accesscheck.model.terms import Outcome
from accesscheck.operations.documents import new_session_at, open_session
from accesscheck.operations.exporting import read_source

AT = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)
WHEN = "2027-02-01T09:00:00Z"
STEP_FREE = {"item": "venue-access.step-free", "stage": "plan"}
REMEMBERED = {"kind": "item", "id": "venue-access.step-free", "stage": "plan", "was": "missing"}


@pytest.fixture
def path(tmp_path: Path, catalogue: Catalogue) -> Path:
    new_session_at(tmp_path / "a.accesscheck", catalogue, {"format": "hybrid"}, AT, "test").close()
    return tmp_path / "a.accesscheck"


def tampered(path: Path, key: str, value: object) -> Path:
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("INSERT OR REPLACE INTO state VALUES (?, ?)", (key, json.dumps(value)))
    return path


UNSOUND = [
    ("fact/start", {"value": "tomorrow", "changed": WHEN}),
    ("fact/format", {"value": "festival", "changed": WHEN}),
    ("fact/minutes", {"value": "ninety", "changed": WHEN}),
    ("fact/speaker-zones", {"value": ["Nowhere/City"], "changed": WHEN}),
    ("fact/room", {"value": "Hall", "changed": "0001-01-01T00:00:00+14:00"}),
    ("earlier", [{**REMEMBERED, "was": "gone", "from": WHEN, "until": WHEN}]),
    ("earlier", [{**REMEMBERED, "kind": "need", "id": "format", "from": WHEN, "until": WHEN}]),
]


@pytest.mark.parametrize(("key", "value"), UNSOUND)
def test_a_session_is_not_scored_by_what_nobody_can_have_given(
    path: Path, catalogue: Catalogue, key: str, value: object
) -> None:
    with pytest.raises(DocumentDamaged):
        read_source(tampered(path, key, value), lambda: catalogue)


@pytest.mark.parametrize(("key", "value"), UNSOUND)
def test_a_refused_session_is_left_free_and_as_it_is(path: Path, catalogue: Catalogue, key: str, value: object) -> None:
    before = tampered(path, key, value).read_bytes()
    with pytest.raises(DocumentDamaged):
        open_session(path, catalogue, "test")
    assert (path.read_bytes(), list(path.parent.iterdir())) == (before, [path])


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("fact/parking", {"value": "yes", "changed": WHEN}),
        ("answer/venue-access.parking/plan", {"item": "venue-access.parking", "stage": "plan", "outcome": "met"}),
        ("earlier", [{**REMEMBERED, "from": WHEN, "until": WHEN}]),
    ],
)
def test_facts_and_items_that_are_not_known_here_are_kept(
    path: Path, catalogue: Catalogue, key: str, value: object
) -> None:
    with open_session(tampered(path, key, value), catalogue, "test"):
        pass
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("SELECT 1 FROM state WHERE key=?", (key,)).fetchone()


@pytest.mark.parametrize("told", [{"outcome": "not-relevant", "reason": "So."}, {"outcome": "partly"}])
def test_an_answer_that_no_item_takes_is_read_and_never_scored(
    path: Path, catalogue: Catalogue, told: dict[str, str]
) -> None:
    source = read_source(tampered(path, "answer/venue-access.step-free/plan", {**STEP_FREE, **told}), lambda: catalogue)
    assert [one.outcome for one in source.assessment.answers] == [Outcome.UNKNOWN]
