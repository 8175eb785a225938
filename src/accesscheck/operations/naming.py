"""The file of a session named after its title."""

from __future__ import annotations

from pathlib import Path

from accesscheck.errors import AccessCheckError
from accesscheck.model.profile import words as fact_words
from accesscheck.storage.naming import name_document
from accesscheck.storage.places import safe_stem, unused_name

from .documents import open_session
from .session import OpenSession


def better_name(session: OpenSession) -> Path | None:
    """A free name after the title; None without one, where the file has such a name, or where it is a link."""
    path, title = session.document.path, fact_words(session.assessment.facts, "title")
    if title is None or path.is_symlink():
        return None
    stem = safe_stem(title)
    if path.stem == stem or path.stem.rstrip("0123456789") == f"{stem} ":
        return None
    return unused_name(path.parent, title)


def name_session(session: OpenSession, target: Path) -> tuple[OpenSession, AccessCheckError | None]:
    """Close the session, call its file `target`, and open it again.

    What hindered it comes back with the session as it was; raises what opening does.
    """
    path, hindered = session.document.path, None
    session.close()
    try:
        name_document(path, target)
        path = target
    except AccessCheckError as error:
        hindered = error
    return open_session(path, session.catalogue, session.door), hindered
