"""Exporting: a report, the data, or a session again; the ending of the target picks which."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from accesscheck.errors import (
    TargetExists,
    UnknownEnding,
    UnknownName,
)
from accesscheck.language.words import LANGUAGES, PSEUDO, Words
from accesscheck.model.assessment import AnswerKey, Assessment
from accesscheck.model.catalogue import Catalogue
from accesscheck.model.interchange import Export
from accesscheck.model.progress import Progress
from accesscheck.rules.nearest import nearest
from accesscheck.rules.taking import as_taken, set_aside
from accesscheck.rules.view import view
from accesscheck.storage.document import WorkingDocument
from accesscheck.storage.files import read_whole, write_whole
from accesscheck.storage.places import ENDING

from .documents import write_session
from .interchange import assessment_of, read_export
from .leaving_out import LeftOut, omitted, without
from .rendering import RENDERERS, Material
from .soundness import check_sound

ENDINGS = (*RENDERERS, ENDING)


@dataclass(frozen=True, slots=True)
class Source:
    """What an export is made from: an assessment with the catalogue it is scored by; `as_of` where it has its own.

    `omitted` is what it came without, `files` are proof files by their SHA-256; `set_aside` are answers that count as
    not known because the catalogue does not take them any more.
    """

    catalogue: Catalogue
    assessment: Assessment
    as_of: datetime | None
    omitted: tuple[str, ...] = ()
    files: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    set_aside: tuple[AnswerKey, ...] = ()


class Audience(StrEnum):
    """Whom an export is for."""

    SECRETARIAT = "secretariat"
    PUBLISH = "publish"


@dataclass(frozen=True, slots=True)
class Choice:
    """What an export holds: `data` inside a report, proof `files` with it, and what is left out of everything."""

    left_out: frozenset[LeftOut] = frozenset()
    data: bool = True
    files: bool = False


WHOLE = Choice()


def choose(audience: Audience, left_out: frozenset[LeftOut] = frozenset(), files: bool = False) -> Choice:
    """For the Secretariat: all but what is left out by wish. To publish: no data, no names, no notes, no proof."""
    if audience is Audience.PUBLISH:
        return Choice(frozenset(LeftOut), data=False)
    return Choice(left_out, files=files and LeftOut.PROOF not in left_out)


def read_source(path: Path, load_catalogue: Callable[[], Catalogue], files: bool = False) -> Source:
    """Read a session (.accesscheck), or a report (.pdf) or data (.json), which bring their own catalogue.

    A session's proof is read with `files`; a report brings what it holds.
    """
    if path.suffix.lower() == ".json":
        return _exported(read_export(read_whole(path), str(path)), {}, path)
    if path.suffix.lower() == ".pdf":
        from .readback import read_report_source  # the PDF library comes when a PDF does

        return _exported(*read_report_source(path), path)
    with WorkingDocument.open(path, write=False) as document:
        assessment, catalogue = document.assessment(), load_catalogue()
        found = _proof_of(document, assessment) if files else {}
    check_sound(assessment, str(path))
    aside = set_aside(catalogue, assessment)
    return Source(catalogue, as_taken(catalogue, assessment), None, files=found, set_aside=aside)


def read_proof(path: Path, assessment: Assessment) -> dict[str, bytes]:
    """The proof files of a session by their SHA-256, those that its document holds."""
    with WorkingDocument.open(path, write=False) as document:
        return _proof_of(document, assessment)


def check_language(language: str) -> None:
    """Raise `UnknownName` for a language no report can be written in."""
    if language not in (*LANGUAGES, PSEUDO):
        raise UnknownName("language", language, nearest(language, LANGUAGES))


def check_target(target: Path, force: bool) -> None:
    """Refuse a target whose ending is not known, or that is there already (without `force`)."""
    if target.suffix.lower() not in ENDINGS:
        raise UnknownEnding(str(target), ENDINGS)
    if target.exists() and not force:
        raise TargetExists(str(target))


def export(
    source: Source, target: Path, words: Words, as_of: datetime, force: bool, choice: Choice = WHOLE
) -> Generator[Progress, None, None]:
    """Write `target` from `source` as of an instant; nothing is written when it is cancelled or fails.

    A session is never replaced, even with `force`: somebody's answers may be in it.
    """
    check_target(target, force)
    assessment = without(source.assessment, choice.left_out)
    ending = target.suffix.lower()
    if ending == ENDING:
        files = {} if LeftOut.PROOF in choice.left_out else source.files
        write_session(target, source.catalogue, assessment, as_of, "export", files).close()
        return
    seen = view(source.catalogue, assessment, as_of)
    files = source.files if choice.files else {}
    material = Material(seen, words, omitted(source.omitted, choice.left_out), choice.data, files)
    data = yield from RENDERERS[ending](material)
    write_whole(target, data, replace=force)


def _exported(export: Export, files: Mapping[str, bytes], path: Path) -> Source:
    return Source(export.catalogue, assessment_of(export, str(path)), export.as_of, export.omitted, files)


def _proof_of(document: WorkingDocument, assessment: Assessment) -> dict[str, bytes]:
    """A session made from data names files it does not hold: those are not there."""
    named = {proof.sha256 for answer in assessment.answers for proof in answer.evidence if proof.sha256}
    found: dict[str, bytes] = {}
    for sha256 in sorted(named):
        try:
            found[sha256] = document.read_proof(sha256)
        except UnknownName:
            continue
    return found
