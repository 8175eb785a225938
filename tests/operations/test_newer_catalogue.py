"""A session answered by an older catalogue is opened, scored, exported and read back by a newer one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from accesscheck.model.catalogue import Catalogue, Item
from accesscheck.model.interchange import encode, stamped
from accesscheck.model.terms import Outcome, Stage
from accesscheck.operations.documents import new_session_at, open_session
from accesscheck.operations.exporting import read_source
from accesscheck.operations.interchange import assessment_of, exported, read_export
from accesscheck.operations.session import give_answer, redo, undo
from accesscheck.rules.view import view

AT = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)
DAY = timedelta(hours=24)
LIVE, NEW = "captioning.live", "captioning.all-live"


def newer(catalogue: Catalogue, **changes: Mapping[str, object] | None) -> Catalogue:
    """The catalogue one version on: items by id (with _ for . and -) changed, or taken away."""
    items: list[Item] = []
    for item in catalogue.items:
        change = changes.get(item.id.replace(".", "_").replace("-", "_"), {})
        if change is not None:
            items.append(item.model_copy(update=change))
    return stamped(catalogue.model_copy(update={"version": "2099.1", "items": tuple(items)}))


@pytest.fixture
def partly(catalogue: Catalogue) -> str:
    """An item that takes partly."""
    return next(one.id for one in catalogue.items if one.partly and not one.measure and one.id != LIVE)


@pytest.fixture
def path(tmp_path: Path, catalogue: Catalogue, partly: str) -> Path:
    with new_session_at(tmp_path / "a.accesscheck", catalogue, {"format": "hybrid"}, AT, "test") as opened:
        give_answer(opened, LIVE, {"outcome": Outcome.MISSING}, AT)
        give_answer(opened, partly, {"outcome": Outcome.PARTLY, "note": "Half."}, AT)
    return tmp_path / "a.accesscheck"


def key(item: str) -> str:
    return item.replace(".", "_").replace("-", "_")


def test_a_renamed_item_keeps_its_answer_on_disk_too(path: Path, catalogue: Catalogue) -> None:
    later = newer(catalogue, captioning_live={"id": NEW, "renames": (LIVE,)})
    with open_session(path, later, "test") as opened:
        assert opened.document.assessment().answer(NEW, Stage.PLAN) is not None
        assert opened.assessment.answer(LIVE, Stage.PLAN) is None


def test_a_reader_sees_the_answer_of_a_renamed_item(path: Path, catalogue: Catalogue) -> None:
    later = newer(catalogue, captioning_live={"id": NEW, "renames": (LIVE,)})
    before = path.read_bytes()
    found = read_source(path, lambda: later).assessment.answer(NEW, Stage.PLAN)
    assert found is not None
    assert (found.outcome, path.read_bytes()) == (Outcome.MISSING, before)


def test_undo_and_redo_reach_back_over_a_renamed_item(path: Path, catalogue: Catalogue) -> None:
    later = newer(catalogue, captioning_live={"id": NEW, "renames": (LIVE,)})
    with open_session(path, later, "test") as opened:
        undo(opened, AT)
        undo(opened, AT)
        assert opened.document.assessment().answers == ()
        redo(opened, AT)
        assert [one.item for one in opened.document.assessment().answers] == [NEW]


def test_what_a_renamed_item_was_is_not_forgotten(path: Path, catalogue: Catalogue) -> None:
    later = newer(catalogue, captioning_live={"id": NEW, "renames": (LIVE,)})
    with open_session(path, later, "test") as opened:
        give_answer(opened, NEW, {"outcome": Outcome.UNKNOWN}, AT + DAY)
        assert [one.id for one in opened.assessment.earlier] == [NEW]


def test_a_session_whose_partly_is_not_taken_any_more_is_open_and_counts_it_as_not_known(
    path: Path, catalogue: Catalogue, partly: str
) -> None:
    later = newer(catalogue, **{key(partly): {"partly": None}})
    with open_session(path, later, "test") as opened:
        seen = opened.view(AT)
        answer = opened.assessment.answer(partly, Stage.PLAN)
        kept = opened.document.assessment().answer(partly, Stage.PLAN)
    judged = next(one for one in seen.judgement.due if one.item.id == partly)
    assert judged.outcome is Outcome.UNKNOWN
    assert answer is not None
    assert kept is not None
    assert (answer.note, kept.outcome) == ("Half.", Outcome.PARTLY)


def test_another_answer_leaves_what_is_set_aside_on_disk(path: Path, catalogue: Catalogue, partly: str) -> None:
    later = newer(catalogue, **{key(partly): {"partly": None}})
    with open_session(path, later, "test") as opened:
        give_answer(opened, LIVE, {"outcome": Outcome.MET}, AT)
        kept = opened.document.assessment().answer(partly, Stage.PLAN)
        assert kept is not None
        assert kept.outcome is Outcome.PARTLY


def test_a_session_with_answers_of_another_catalogue_is_exported_and_read_back(
    path: Path, catalogue: Catalogue, partly: str
) -> None:
    later = newer(catalogue, captioning_live=None, **{key(partly): {"partly": None}})
    source = read_source(path, lambda: later)
    data = encode(exported(view(source.catalogue, source.assessment, AT)))
    read = assessment_of(read_export(data, "a.json"), "a.json")
    assert read == source.assessment
    assert read.answer(LIVE, Stage.PLAN) is not None
