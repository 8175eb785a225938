"""The sample sessions: three from public records and the invented example, and what `demo` writes of them."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Generator
from datetime import datetime, timedelta
from pathlib import Path
from typing import cast
from uuid import uuid4

from accesscheck import resources
from accesscheck.errors import TargetExists
from accesscheck.language.words import Words
from accesscheck.model.assessment import Answer, Assessment
from accesscheck.model.catalogue import Catalogue
from accesscheck.model.moment import parse_start
from accesscheck.model.profile import words as fact_words
from accesscheck.model.progress import Progress
from accesscheck.rules.moving import moved
from accesscheck.storage.files import read_whole, write_whole
from accesscheck.storage.lock import take_lock
from accesscheck.storage.places import ENDING, made, unused_name
from accesscheck.storage.samples import load_sample

from .changes import Reply, find_item, with_answer, with_evidence, with_fact
from .documents import write_session
from .exporting import Source, export
from .session import OpenSession

EXAMPLE = "example"
SIX_WEEKS = timedelta(weeks=6)
MANIFEST = "sample.manifest.json"
_TOLD_BEFORE = timedelta(days=1)
"""Samples were told a day before they are looked at."""


def sample(name: str, catalogue: Catalogue) -> tuple[Assessment, datetime]:
    """A sample session and the instant it is looked at; raises `UnknownName`."""
    file = load_sample(name, resources.folder("checklists") / "samples")
    told = file.as_of - _TOLD_BEFORE
    filled = Assessment(session=file.session, revision=1, sample=True)
    for fact, value in file.facts.items():
        filled = with_fact(catalogue, filled, fact, value, told)
    for answer in file.answers:
        filled = _answered(catalogue, filled, answer, told)
    return filled, file.as_of


def open_example(folder: Path, catalogue: Catalogue, words: Words, at: datetime, door: str) -> OpenSession:
    """A copy of the example as a session of its own, its start six weeks ahead of `at`."""
    filled, _ = sample(EXAMPLE, catalogue)
    start = fact_words(filled.facts, "start")
    days = (at + SIX_WEEKS - parse_start(start).instant).days if start else 0
    copy = moved(filled, days).model_copy(update={"session": uuid4()})
    return write_session(unused_name(made(folder), words.text("Example")), catalogue, copy, at, door)


def demo(folder: Path, name: str, catalogue: Catalogue, words: Words) -> Generator[Progress, None, tuple[Path, ...]]:
    """Write a sample as session, data and report into `folder`; replaces only files as it wrote them itself."""
    filled, as_of = sample(name, catalogue)
    source = Source(catalogue, filled, as_of)
    targets = tuple(made(folder) / f"sample.{ending}" for ending in ("accesscheck", "json", "pdf"))
    _clear_own(folder, targets)
    for target in targets:
        yield from export(source, target, words, as_of, force=False)
    write_whole(folder / MANIFEST, _manifest(targets), replace=True)
    return targets


def _answered(catalogue: Catalogue, before: Assessment, answer: Answer, told: datetime) -> Assessment:
    item = find_item(catalogue, answer.item)
    given = answer.model_dump(exclude_unset=True, exclude={"item", "stage", "evidence"})
    reply = cast(Reply, given)  # what is left of an answer is what a reply has, by the same names
    after = with_answer(catalogue, before, item, answer.stage, reply, told) if given else before
    return with_evidence(after, item, answer.stage, answer.evidence) if answer.evidence else after


def _clear_own(folder: Path, targets: tuple[Path, ...]) -> None:
    """Take away what an earlier `demo` wrote and nobody changed or has open.

    Raises `TargetExists` for anything else, and `DocumentInUse`.
    """
    written = _read_manifest(folder / MANIFEST)
    there = [target for target in targets if target.exists()]
    for target in there:
        if not target.is_file() or written.get(target.name) != _hash(target):
            raise TargetExists(str(target))
    for target in there:
        if target.suffix == ENDING:
            take_lock(Path(os.path.realpath(target)), str(target)).release()
    for target in there:
        target.unlink()


def _manifest(targets: tuple[Path, ...]) -> bytes:
    return (json.dumps({target.name: _hash(target) for target in targets}, indent=1) + "\n").encode()


def _read_manifest(path: Path) -> dict[str, object]:
    try:
        raw = json.loads(path.read_bytes()[:10_000])
    except (OSError, ValueError):
        return {}
    return raw if isinstance(raw, dict) else {}


def _hash(path: Path) -> str:
    return hashlib.sha256(read_whole(path)).hexdigest()
