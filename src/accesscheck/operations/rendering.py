"""What each kind of file is made by: one renderer for an ending, each a generator of Progress that returns bytes."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from dataclasses import dataclass, replace

from accesscheck.errors import DataTooLarge
from accesscheck.language.words import Words
from accesscheck.model.fingerprints import MOST_DATA
from accesscheck.model.interchange import encode
from accesscheck.model.progress import Progress
from accesscheck.report.compose import compose
from accesscheck.report.document import Document
from accesscheck.rules.view import View

from .attaching import proof_attachments
from .interchange import exported

Steps = Generator[Progress, None, bytes]


@dataclass(frozen=True, slots=True)
class Material:
    """What a file is made of: a view already without what is left out, and proof files by their SHA-256.

    `data` puts the assessment itself inside a report; `omitted` says what was left out.
    """

    seen: View
    words: Words
    omitted: tuple[str, ...] = ()
    data: bool = True
    files: Mapping[str, bytes] | None = None


def pdf_bytes(given: Material) -> Steps:
    """The report as PDF, with its data and proof inside where they are wanted."""
    from accesscheck.report.pdf import render

    return (yield from render(_document(given)))


def html_bytes(given: Material) -> Steps:
    """The report as one web page."""
    from accesscheck.report.html import render

    return (yield from render(_document(replace(given, data=False, files=None)), given.words))


def json_bytes(given: Material) -> Steps:
    """The assessment in the interchange format."""
    yield Progress(0, 1)
    return encode(exported(given.seen, given.omitted))


def csv_bytes(given: Material) -> Steps:
    """A table of the items due."""
    from accesscheck.report.csv import render

    return (yield from render(given.seen, given.words))


def calendar_bytes(given: Material) -> Steps:
    """The deadlines and the session, for a calendar."""
    from accesscheck.report.calendar import render

    return (yield from render(given.seen, given.words))


def earl_bytes(given: Material) -> Steps:
    """The results as EARL, for programs that collect those of tests."""
    from accesscheck.report.earl import render

    return (yield from render(given.seen, given.words))


def _document(given: Material) -> Document:
    data = encode(exported(given.seen, given.omitted)) if given.data else None
    if data is not None and len(data) > MOST_DATA:
        raise DataTooLarge(len(data), MOST_DATA)
    document = compose(given.seen, given.words, data, given.omitted)
    proof = proof_attachments(given.seen, given.files or {}, given.words)
    return replace(document, attachments=(*document.attachments, *proof))


RENDERERS: Mapping[str, Callable[[Material], Steps]] = {
    ".pdf": pdf_bytes,
    ".html": html_bytes,
    ".csv": csv_bytes,
    ".ics": calendar_bytes,
    ".jsonld": earl_bytes,
    ".json": json_bytes,
}
