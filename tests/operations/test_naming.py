"""The file of a session named after its title."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from accesscheck.errors import TargetExists
from accesscheck.model.catalogue import Catalogue
from accesscheck.operations.documents import new_session_at
from accesscheck.operations.naming import better_name, name_session
from accesscheck.operations.session import OpenSession, set_fact, undo

AT = datetime(2027, 1, 4, 9, tzinfo=UTC)


@pytest.fixture
def session(tmp_path: Path, catalogue: Catalogue) -> Iterator[OpenSession]:
    with new_session_at(tmp_path / "New session.accesscheck", catalogue, {}, AT, "window") as made:
        set_fact(made, "title", "Access for all", AT)
        yield made


def test_the_better_name_is_the_title(session: OpenSession, tmp_path: Path) -> None:
    assert better_name(session) == tmp_path / "Access for all.accesscheck"


def test_a_session_without_a_title_has_no_better_name(session: OpenSession) -> None:
    undo(session, AT)
    assert better_name(session) is None


def test_a_name_with_a_number_behind_the_title_is_good_enough(tmp_path: Path, catalogue: Catalogue) -> None:
    with new_session_at(tmp_path / "Panel 2.accesscheck", catalogue, {"title": "Panel"}, AT, "window") as made:
        assert better_name(made) is None


def test_a_session_reached_by_a_link_keeps_its_name(session: OpenSession, tmp_path: Path) -> None:
    target = tmp_path / "far" / "far.accesscheck"
    target.parent.mkdir()
    path = session.document.path
    path.rename(target)
    path.symlink_to(target)
    assert better_name(session) is None


def test_the_session_is_open_under_its_new_name_with_its_history(session: OpenSession, tmp_path: Path) -> None:
    named, hindered = name_session(session, tmp_path / "Access for all.accesscheck")
    with named:
        assert (named.document.path.name, hindered) == ("Access for all.accesscheck", None)
        assert undo(named, AT) == "fact"


def test_what_hinders_it_leaves_the_session_open_as_it_was(session: OpenSession, tmp_path: Path) -> None:
    taken = tmp_path / "taken.accesscheck"
    taken.write_bytes(b"other")
    same, hindered = name_session(session, taken)
    with same:
        assert isinstance(hindered, TargetExists)
        assert same.document.path.name == "New session.accesscheck"
        assert same.document.writable
    assert taken.read_bytes() == b"other"
