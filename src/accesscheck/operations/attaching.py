"""Proof files as attachments of a report: named so that no system trips over them, described for those who listen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import count

from accesscheck.language.items import statement
from accesscheck.language.words import Words
from accesscheck.model.assessment import Answer, Evidence
from accesscheck.model.fingerprints import PROOF_PREFIX
from accesscheck.report.document import Attachment
from accesscheck.rules.view import View
from accesscheck.storage.places import safe_stem

_ENDING = re.compile(r"\.[A-Za-z0-9]{1,8}")
_UNKNOWN = "application/octet-stream"
_KINDS = {
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".txt": "text/plain",
    ".csv": "text/csv",
    ".html": "text/html",
    ".json": "application/json",
    ".eml": "message/rfc822",
    ".vtt": "text/vtt",
    ".mp3": "audio/mpeg",
    ".mp4": "video/mp4",
    ".zip": "application/zip",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".odt": "application/vnd.oasis.opendocument.text",
}
"""Written down here, since what a system knows of endings differs and the same input gives the same bytes."""


def proof_attachments(seen: View, files: Mapping[str, bytes], words: Words) -> tuple[Attachment, ...]:
    """The files of `files` (by SHA-256) that an answer names, each once, in the order of the answers."""
    taken: set[str] = set()
    found: dict[str, Attachment] = {}
    for answer, evidence in _named(seen):
        sha256 = evidence.sha256 or ""
        if sha256 in files and sha256 not in found:
            name = _unused(evidence.file or "", taken)
            kind = _KINDS.get(_ending(name).lower(), _UNKNOWN)
            found[sha256] = Attachment(name, kind, _about(answer, seen, words), "Supplement", files[sha256])
    return tuple(found.values())


def _named(seen: View) -> Iterator[tuple[Answer, Evidence]]:
    for answer in seen.assessment.answers:
        for evidence in answer.evidence:
            if evidence.sha256 is not None:
                yield answer, evidence


def _about(answer: Answer, seen: View, words: Words) -> str:
    item = seen.catalogue.item(answer.item)
    said = statement(item, answer.stage, words) if item else answer.item
    return words.text("Proof of: {statement}", statement=said)


def _unused(file: str, taken: set[str]) -> str:
    """A safe name nothing in the report has; `taken` learns it."""
    ending = _ENDING.fullmatch(_ending(file))
    stem = safe_stem(file.removesuffix(_ending(file)))
    plain = stem if stem.startswith(PROOF_PREFIX) else f"{PROOF_PREFIX}{stem}"
    tries = (plain if number == 1 else f"{plain} {number}" for number in count(1))
    names = (one + (ending.group() if ending else "") for one in tries)
    name = next(one for one in names if one.casefold() not in taken)
    taken.add(name.casefold())
    return name


def _ending(file: str) -> str:
    """From the last point on; empty without one."""
    return "".join(file.rpartition(".")[1:]) if "." in file else ""
