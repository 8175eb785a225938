"""The sample sessions: three from public records and the invented example, and what `demo` writes of them."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Generator, Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
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
from accesscheck.storage.samples import SampleFile, load_sample

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
    return told_sample(file, catalogue), file.as_of


def told_sample(file: SampleFile, catalogue: Catalogue) -> Assessment:
    """The session a sample file tells; raises what a fact or an answer is refused with."""
    told = file.as_of - _TOLD_BEFORE
    filled = Assessment(session=file.session, revision=1, sample=True)
    for fact, value in file.facts.items():
        filled = with_fact(catalogue, filled, fact, value, told)
    for answer in file.answers:
        filled = _answered(catalogue, filled, answer, told)
    return filled


def open_example(folder: Path, catalogue: Catalogue, words: Words, at: datetime, door: str) -> OpenSession:
    """A copy of the example as a session of its own, its start six weeks ahead of `at`."""
    filled, _ = sample(EXAMPLE, catalogue)
    start = fact_words(filled.facts, "start")
    days = (at + SIX_WEEKS - parse_start(start).instant).days if start else 0
    copy = moved(filled, days).model_copy(update={"session": uuid4()})
    return write_session(unused_name(made(folder), words.text("Example")), catalogue, copy, at, door)


def demo(
    folder: Path, name: str, catalogue: Catalogue, words: Words, reports: Iterable[Words] = ()
) -> Generator[Progress, None, tuple[Path, ...]]:
    """Write a sample as session, data and report into `folder`; replaces only files as it wrote them itself.

    With `reports` it writes a report in each of their languages (sample-xx.pdf) in the place of the one in `words`.
    """
    filled, as_of = sample(name, catalogue)
    targets = {made(folder) / name: spoken for name, spoken in _demo_files(words, reports)}
    _check_own(folder, targets)
    written: dict[Path, bytes] = {}
    with TemporaryDirectory() as work:
        for target, spoken in targets.items():
            yield from export(Source(catalogue, filled, as_of), Path(work, target.name), spoken, as_of, force=False)
            written[target] = read_whole(Path(work, target.name))
    _check_own(folder, targets)
    _put(written, folder / MANIFEST)
    return tuple(targets)


def _demo_files(words: Words, reports: Iterable[Words]) -> Iterator[tuple[str, Words]]:
    """The names of the files of a demo, with the words each is written in."""
    yield "sample.accesscheck", words
    yield "sample.json", words
    yield from [(f"sample-{one.language}.pdf", one) for one in reports] or [("sample.pdf", words)]


def _put(written: Mapping[Path, bytes], manifest: Path) -> None:
    """Put the files in their places; the manifest first, so that what is stopped in between is known as our own.

    What an earlier demo wrote in other languages stays known, too.
    """
    for target in written:
        target.unlink(missing_ok=True)
    hashes = {target.name: _hash(data) for target, data in written.items()}
    known = (json.dumps(_read_manifest(manifest) | hashes, indent=1) + "\n").encode()
    write_whole(manifest, known, replace=True)
    for target, data in written.items():
        write_whole(target, data, replace=False)


def _answered(catalogue: Catalogue, before: Assessment, answer: Answer, told: datetime) -> Assessment:
    item = find_item(catalogue, answer.item)
    given = answer.model_dump(exclude_unset=True, exclude={"item", "stage", "evidence"})
    reply = cast(Reply, given)  # what is left of an answer is what a reply has, by the same names
    after = with_answer(catalogue, before, item, answer.stage, reply, told) if given else before
    return with_evidence(after, item, answer.stage, answer.evidence) if answer.evidence else after


def _check_own(folder: Path, targets: Iterable[Path]) -> None:
    """Raise `TargetExists` for what an earlier `demo` did not write or somebody changed, `DocumentInUse` if open."""
    written = _read_manifest(folder / MANIFEST)
    for target in (one for one in targets if one.exists()):
        if not target.is_file() or written.get(target.name) != _hash(read_whole(target)):
            raise TargetExists(str(target))
        if target.suffix == ENDING:
            take_lock(Path(os.path.realpath(target)), str(target)).release()


def _read_manifest(path: Path) -> dict[str, object]:
    try:
        raw = json.loads(path.read_bytes()[:10_000])
    except (OSError, ValueError):
        return {}
    return raw if isinstance(raw, dict) else {}


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
