"""The proof of a session, and its files read back out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from accesscheck.errors import AnswerRefused
from accesscheck.model.assessment import Assessment, Evidence
from accesscheck.model.terms import Stage
from accesscheck.storage.files import write_whole
from accesscheck.storage.places import ENDING

from .changes import find_item
from .session import OpenSession


@dataclass(frozen=True, slots=True)
class KeptProof:
    """One proof of an answer; `number` counts from 1 over all stages of the item."""

    item: str
    stage: Stage
    number: int
    evidence: Evidence


def proofs(session: OpenSession, item_id: str | None = None, stage: Stage | None = None) -> tuple[KeptProof, ...]:
    """The proofs of a session, of one item, or of one stage; raises `UnknownName` for an item that is not there."""
    assessment = session.assessment
    item = None if item_id is None else _item(session, assessment, item_id)
    return tuple(
        one for one in _all(assessment) if (item is None or one.item == item) and (stage is None or one.stage is stage)
    )


def save_proof(session: OpenSession, item_id: str, number: int, target: Path, *, replace: bool = False) -> None:
    """Write a proof's file to `target`; a session is never replaced.

    Raises `AnswerRefused` ("no-such-proof", "proof-without-file"), `TargetExists` and what `write_whole` raises.
    """
    found = next((one for one in proofs(session, item_id) if one.number == number), None)
    if found is None:
        raise AnswerRefused(item_id, "no-such-proof")
    if found.evidence.sha256 is None:
        raise AnswerRefused(item_id, "proof-without-file")
    data = session.document.read_proof(found.evidence.sha256)
    write_whole(target, data, replace=replace and target.suffix.lower() != ENDING)


def _item(session: OpenSession, assessment: Assessment, item_id: str) -> str:
    """The item's id; one that only the answers know is good too."""
    if any(one.item == item_id for one in assessment.answers):
        return item_id
    return find_item(session.catalogue, item_id).id


def _all(assessment: Assessment) -> Iterator[KeptProof]:
    counted: dict[str, int] = {}
    for answer in assessment.answers:
        for evidence in answer.evidence:
            counted[answer.item] = counted.get(answer.item, 0) + 1
            yield KeptProof(answer.item, answer.stage, counted[answer.item], evidence)
