"""Exporting: a report, the data, or a session again; the ending of the target picks which."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from accesscheck.errors import (
    DiskFull,
    DocumentInUse,
    DocumentReadOnly,
    FolderNotWritable,
    LanguageNotReady,
    TargetExists,
    UnknownEnding,
    UnknownName,
)
from accesscheck.language.words import LANGUAGES, PSEUDO, READY, Words
from accesscheck.model.assessment import Assessment
from accesscheck.model.catalogue import Catalogue
from accesscheck.model.interchange import encode
from accesscheck.model.progress import Progress
from accesscheck.report.compose import compose
from accesscheck.rules.nearest import nearest
from accesscheck.rules.view import View, view
from accesscheck.storage.document import WorkingDocument
from accesscheck.storage.files import read_whole, write_whole
from accesscheck.storage.places import ENDING

from .documents import write_session
from .interchange import assessment_of, exported, read_export
from .soundness import check_sound

Steps = Generator[Progress, None, bytes]
ENDINGS = (".pdf", ".json", ENDING)


@dataclass(frozen=True, slots=True)
class Source:
    """What an export is made from: an assessment with the catalogue it is scored by; `as_of` where it has its own."""

    catalogue: Catalogue
    assessment: Assessment
    as_of: datetime | None


def read_source(path: Path, load_catalogue: Callable[[], Catalogue]) -> Source:
    """Read a session (.accesscheck) or an export (.json), which brings its own catalogue."""
    if path.suffix.lower() == ".json":
        export = read_export(read_whole(path), str(path))
        return Source(export.catalogue, assessment_of(export, str(path)), export.as_of)
    with WorkingDocument.open(path, write=False) as document:
        source = Source(load_catalogue(), document.assessment(), None)
    check_sound(source.assessment, source.catalogue, str(path))
    return source


def check_language(language: str) -> None:
    """Raise `UnknownName` or `LanguageNotReady` for a language no report can be written in."""
    if language in (*READY, PSEUDO):
        return
    if language in LANGUAGES:
        raise LanguageNotReady(language, READY)
    raise UnknownName("language", language, nearest(language, LANGUAGES))


def check_target(target: Path, force: bool) -> None:
    """Refuse a target whose ending is not known, or that is there already (without `force`)."""
    if target.suffix.lower() not in ENDINGS:
        raise UnknownEnding(str(target), ENDINGS)
    if target.exists() and not force:
        raise TargetExists(str(target))


def export(source: Source, target: Path, words: Words, as_of: datetime, force: bool) -> Generator[Progress, None, None]:
    """Write `target` from `source` as of an instant; nothing is written when it is cancelled or fails.

    A session is never replaced, even with `force`: somebody's answers may be in it.
    """
    check_target(target, force)
    if target.suffix.lower() == ENDING:
        write_session(target, source.catalogue, source.assessment, as_of, "export").close()
        return
    data = yield from _RENDERERS[target.suffix.lower()](view(source.catalogue, source.assessment, as_of), words)
    write_whole(target, data, replace=force)


def note_export(document: Path, at: datetime) -> None:
    """Remember in a session that it was exported, where it may be written just now."""
    try:
        with WorkingDocument.open(document) as opened:
            opened.mark_exported(at)
    except (DocumentInUse, DocumentReadOnly, FolderNotWritable, DiskFull):
        return


def pdf_bytes(seen: View, words: Words) -> Steps:
    """The report as PDF with its data inside."""
    from accesscheck.report.pdf import render

    document = compose(seen, words, encode(exported(seen)))
    return (yield from render(document))


def json_bytes(seen: View, words: Words) -> Steps:
    """The assessment in the interchange format."""
    yield Progress(0, 1)
    return encode(exported(seen))


_RENDERERS: dict[str, Callable[[View, Words], Steps]] = {".pdf": pdf_bytes, ".json": json_bytes}
