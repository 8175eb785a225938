"""One session at work: opened or made, told facts, answered, undone. Each step is on disk when it returns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from pydantic import ValidationError

from accesscheck.errors import AnswerRefused
from accesscheck.model.assessment import AnswerKey, Assessment, Evidence
from accesscheck.model.catalogue import Catalogue, Item
from accesscheck.model.profile import FactValue
from accesscheck.model.terms import EvidenceKind, Stage
from accesscheck.rules.earlier import after_turning, forgotten
from accesscheck.rules.stages import host_day
from accesscheck.rules.taking import as_taken, set_aside
from accesscheck.rules.view import View, view
from accesscheck.storage.document import Change, Further, WorkingDocument
from accesscheck.storage.document import rows as rows_of
from accesscheck.storage.state import Row

from .changes import Reply, find_item, stage_to_answer, with_answer, with_evidence, with_fact, without_answer


@dataclass(frozen=True, slots=True)
class OpenSession:
    """A working document with the catalogue it is answered by; `door` (which of the two) stands in the trail."""

    document: WorkingDocument
    catalogue: Catalogue
    door: str
    _latest: list[Assessment] = field(default_factory=list, init=False, repr=False, compare=False)
    """The session as the document holds it and as the catalogue takes that: worked out once after each change."""

    @property
    def assessment(self) -> Assessment:
        """The session as the catalogue takes it: what it does not take any more counts as not known.

        The same value until something changes.
        """
        held = self.document.assessment()
        if not self._latest or self._latest[0] is not held:
            self._latest[:] = held, as_taken(self.catalogue, held)
        return self._latest[1]

    @property
    def set_aside(self) -> tuple[AnswerKey, ...]:
        """The answers that count as not known because the catalogue does not take them any more."""
        return set_aside(self.catalogue, self.document.assessment())

    def view(self, as_of: datetime, before: View | None = None) -> View:
        """Everything derived from the answers at `as_of`; the view `before` the last change makes it quicker."""
        return view(self.catalogue, self.assessment, as_of, before)

    def close(self) -> None:
        """Give the document free for others."""
        self.document.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


@dataclass(frozen=True, slots=True)
class Proof:
    """What a person gives as proof; `file` is put into the document."""

    kind: EvidenceKind
    text: str = ""
    date: date | None = None
    file: Path | None = None


def set_fact(session: OpenSession, fact: str, value: FactValue | None, at: datetime, merge: bool = False) -> None:
    """Tell a fact, or take it back with None; `merge` makes it one step with the same fact told just before."""
    after = with_fact(session.catalogue, session.assessment, fact, value, at)
    _apply(session, after, "fact", at, merge=merge)


def give_answer(
    session: OpenSession, item_id: str, reply: Reply, at: datetime, stage: Stage | None = None, merge: bool = False
) -> None:
    """Answer an item at a stage (None: the one in force); `merge` makes it one step with the answer before it."""
    item = find_item(session.catalogue, item_id)
    chosen = stage or stage_to_answer(item, session.catalogue, session.assessment, at)
    after = with_answer(session.catalogue, session.assessment, item, chosen, reply, at)
    _apply(session, after, "answer", at, merge=merge)


def tell_answer(
    session: OpenSession,
    item_id: str,
    reply: Reply,
    proofs: Sequence[Proof],
    at: datetime,
    stage: Stage | None = None,
    *,
    anew: bool = False,
) -> None:
    """Answer an item and prove it in one step; `anew` takes first what was there. Nothing of it is kept if refused."""
    item = find_item(session.catalogue, item_id)
    chosen = stage or stage_to_answer(item, session.catalogue, session.assessment, at)
    after = without_answer(session.assessment, item, chosen) if anew else session.assessment
    if reply or not (proofs or anew):
        after = with_answer(session.catalogue, after, item, chosen, reply, at)
    files: dict[str, bytes] = {}
    for proof in proofs:
        after, taken = _proved(session, after, item, chosen, proof, at)
        files |= taken
    label = "answer" if reply else "proof" if proofs else "clear"
    _apply(session, after, label, at, files=files)


def add_proof(session: OpenSession, item_id: str, proof: Proof, at: datetime, stage: Stage | None = None) -> None:
    """Put proof to an answer; a file is kept inside the document in the same step. Raises `ProofTooLarge`."""
    item = find_item(session.catalogue, item_id)
    chosen = stage or stage_to_answer(item, session.catalogue, session.assessment, at)
    after, files = _proved(session, session.assessment, item, chosen, proof, at)
    _apply(session, after, "proof", at, files=files)


def remove_proof(session: OpenSession, item_id: str, index: int, at: datetime, stage: Stage | None = None) -> None:
    """Take out one proof of an answer, counted from 0."""
    item = find_item(session.catalogue, item_id)
    chosen = stage or stage_to_answer(item, session.catalogue, session.assessment, at)
    old = session.assessment.answer(item.id, chosen)
    kept = [one for place, one in enumerate(old.evidence if old else ()) if place != index]
    _apply(session, with_evidence(session.assessment, item, chosen, kept), "proof", at)


def choose_stage(session: OpenSession, stage: Stage | None, at: datetime) -> None:
    """Judge at a stage chosen by hand, or at the one that follows the date again (None)."""
    _apply(session, session.assessment.model_copy(update={"stage_chosen": stage}), "stage", at)


def forget_history(session: OpenSession) -> None:
    """Take the history out of the session's file; answers, proof, number and what must not be forgotten stay."""
    session.document.forget_history_here()


def undo(session: OpenSession, at: datetime) -> str:
    """Take back the last change; returns its label. Raises `NothingToUndo`."""
    session.document.take_in_exports()
    return session.document.undo(at, session.door, _turning(session, at, redo=False))


def redo(session: OpenSession, at: datetime) -> str:
    """Do again what was undone; returns its label. Raises `NothingToUndo`."""
    session.document.take_in_exports()
    return session.document.redo(at, session.door, _turning(session, at, redo=True))


def _turning(session: OpenSession, at: datetime, *, redo: bool) -> Further:
    """The rows of what must not be forgotten when a step is turned: undo must not hide what any change would keep."""

    def rows(before: Assessment, after: Assessment) -> Iterator[Row]:
        recorded = [one for one in after.earlier if redo and one not in before.earlier]
        taken = as_taken(session.catalogue, before), as_taken(session.catalogue, after)
        kept = after_turning(session.catalogue, *taken, at, session.document.last_export, recorded)
        return rows_of(after, after.model_copy(update={"earlier": kept}))

    return rows


def _proved(
    session: OpenSession, before: Assessment, item: Item, stage: Stage, proof: Proof, at: datetime
) -> tuple[Assessment, Mapping[str, bytes]]:
    """The assessment with one more proof, and the file that comes with it."""
    old = before.answer(item.id, stage)
    files = {} if proof.file is None else session.document.take_in(proof.file)
    evidence = _evidence(item.id, proof, files, host_day(before.facts, at))
    return with_evidence(before, item, stage, [*(old.evidence if old else ()), evidence]), files


def _evidence(item: str, proof: Proof, files: Mapping[str, bytes], today: date) -> Evidence:
    given: dict[str, Any] = {"kind": proof.kind, "text": proof.text, "date": proof.date or today}
    for sha256, data in files.items():
        given |= {"file": proof.file.name if proof.file else "", "sha256": sha256, "size": len(data)}
    try:
        return Evidence(**given)
    except ValidationError:
        raise AnswerRefused(item, "text-refused") from None


def _apply(
    session: OpenSession,
    after: Assessment,
    label: str,
    at: datetime,
    merge: bool = False,
    files: Mapping[str, bytes] | None = None,
) -> None:
    """Write what differs, with what must not be forgotten by the change."""
    session.document.take_in_exports()
    before = session.assessment
    kept = forgotten(session.catalogue, before, after, at, session.document.last_export)
    if kept:
        after = after.model_copy(update={"earlier": (*after.earlier, *kept)})
    changed = tuple(rows_of(before, after))
    if changed:
        session.document.apply(Change(label, changed, merge), at, session.door, dict(files or {}))
