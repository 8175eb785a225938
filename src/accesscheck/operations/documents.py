"""Working documents: made, opened, remembered as recent, copied clean."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from uuid import uuid4

from accesscheck.errors import UnknownEnding
from accesscheck.language.words import Words
from accesscheck.model.assessment import Assessment
from accesscheck.model.catalogue import Catalogue
from accesscheck.model.profile import FactValue
from accesscheck.model.profile import words as fact_words
from accesscheck.rules.view import View
from accesscheck.storage.document import Change, WorkingDocument
from accesscheck.storage.document import rows as rows_of
from accesscheck.storage.places import ENDING, documents_folder, unused_name

from .changes import with_fact
from .session import OpenSession


def new_session(catalogue: Catalogue, words: Words, at: datetime, door: str) -> OpenSession:
    """Make a session at once in the documents folder, under a name nothing has yet."""
    folder = documents_folder()
    return new_session_at(unused_name(folder, words.text("New session")), catalogue, {}, at, door)


def new_session_at(
    path: Path, catalogue: Catalogue, profile: Mapping[str, FactValue], at: datetime, door: str
) -> OpenSession:
    """Make a session at `path` with the facts of `profile`; raises `TargetExists`."""
    filled = Assessment(session=uuid4(), revision=0)
    for fact, value in profile.items():
        filled = with_fact(catalogue, filled, fact, value, at)
    return write_session(path, catalogue, filled, at, door)


def write_session(path: Path, catalogue: Catalogue, filled: Assessment, at: datetime, door: str) -> OpenSession:
    """Make a document at `path` that holds an assessment; raises `UnknownEnding`, `TargetExists`."""
    if path.suffix.lower() != ENDING:
        raise UnknownEnding(str(path), (ENDING,))
    document = WorkingDocument.create(path, filled.session, at, sample=filled.sample)
    changed = tuple(rows_of(document.assessment(), filled))
    if changed:
        document.apply(Change("new", changed), at, door)
    return OpenSession(document, catalogue, door)


def open_session(path: Path, catalogue: Catalogue, door: str, write: bool = True) -> OpenSession:
    """Open a session; raises what hinders it (`FileMissing`, `NotADocument`, `DocumentInUse`, ...)."""
    return OpenSession(WorkingDocument.open(path, write=write), catalogue, door)


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
