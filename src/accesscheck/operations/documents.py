"""Working documents: made, opened, remembered as recent, copied clean."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from accesscheck.errors import AccessCheckError, UnknownEnding
from accesscheck.language.words import Words
from accesscheck.model.assessment import Assessment
from accesscheck.model.catalogue import Catalogue
from accesscheck.model.profile import FactValue
from accesscheck.model.profile import words as fact_words
from accesscheck.rules.taking import former_ids
from accesscheck.rules.view import View
from accesscheck.storage.document import WorkingDocument
from accesscheck.storage.document import rows as rows_of
from accesscheck.storage.places import ENDING, documents_folder, made, unused_name

from .changes import with_fact
from .session import OpenSession
from .soundness import check_sound


def new_session(catalogue: Catalogue, words: Words, at: datetime, door: str) -> OpenSession:
    """Make a session at once in the documents folder, under a name nothing has yet."""
    folder = made(documents_folder())
    return new_session_at(unused_name(folder, words.text("New session")), catalogue, {}, at, door)


def new_session_at(
    path: Path, catalogue: Catalogue, profile: Mapping[str, FactValue], at: datetime, door: str
) -> OpenSession:
    """Make a session at `path` with the facts of `profile`; raises `TargetExists`."""
    filled = Assessment(session=uuid4(), revision=0)
    for fact, value in profile.items():
        filled = with_fact(catalogue, filled, fact, value, at)
    return write_session(path, catalogue, filled, at, door)


def write_session(
    path: Path,
    catalogue: Catalogue,
    filled: Assessment,
    at: datetime,
    door: str,
    files: Mapping[str, bytes] | None = None,
) -> OpenSession:
    """Make a document at `path` that holds an assessment and its proof; raises `UnknownEnding`, `TargetExists`."""
    if path.suffix.lower() != ENDING:
        raise UnknownEnding(str(path), (ENDING,))
    first = rows_of(Assessment(session=filled.session, revision=0), filled)
    revision = max(1, filled.revision)
    document = WorkingDocument.create(path, filled.session, at, filled.sample, first, revision, files=files)
    return _answered_by(catalogue, OpenSession(document, catalogue, door))


def _answered_by(catalogue: Catalogue, session: OpenSession) -> OpenSession:
    """Note the catalogue a session is answered by from now on, by whose ids its items are called."""
    try:
        if session.document.writable:
            _rename_items(session)
            session.document.note_catalogue(catalogue.id, catalogue.version)
    except AccessCheckError:
        session.close()  # a full disk must not keep the document locked
        raise
    return session


def _rename_items(session: OpenSession) -> None:
    present = former_ids(session.catalogue)
    held = session.document.assessment()
    if any(one.item in present for one in held.answers) or any(one.id in present for one in held.earlier):
        session.document.rename_items(present)


def open_session(path: Path, catalogue: Catalogue, door: str, write: bool = True) -> OpenSession:
    """Open a session; raises what hinders it (`FileMissing`, `NotADocument`, `DocumentInUse`, ...)."""
    document = WorkingDocument.open(path, write=write)
    try:
        check_sound(document.assessment(), str(path))
    except AccessCheckError:
        document.close()
        raise
    return _answered_by(catalogue, OpenSession(document, catalogue, door))


def copy_clean(source: Path, target: Path) -> None:
    """Write a session again as a new one: with its proof files, without its history; raises `TargetExists`."""
    with WorkingDocument.open(source, write=False) as document:
        document.forget_history(target)


def session_title(assessment: Assessment, words: Words) -> str:
    """What a session is called: its title, or that it has none yet."""
    return fact_words(assessment.facts, "title") or words.text("Session without a title")


def recent_entry(seen: View, path: Path, words: Words) -> dict[str, str]:
    """What the Start page shows of a session before anything else is loaded."""
    score = seen.score
    return {
        "path": str(path),
        "title": session_title(seen.assessment, words),
        "verdict": str(score.verdict),
        "stage": str(score.stage),
        "count": str(len(score.reasons)),
        "as_of": score.as_of.isoformat(),
        "start": seen.span.start.isoformat() if seen.span else "",
    }
