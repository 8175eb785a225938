"""The command that answers an item: an outcome or a value, what belongs to it, and its proof."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from accesscheck.errors import ValueRefused
from accesscheck.model.terms import EvidenceKind, Outcome, Party
from accesscheck.operations.changes import Reply
from accesscheck.operations.session import Proof, tell_answer

from .desk import Desk, known


def answer(typed: Namespace, desk: Desk) -> int:
    """Give, change or clear an answer and say the verdict it leads to."""
    reply, stage, proofs = _reply(typed, desk), desk.stage(typed.stage), _proofs(typed, desk)
    with desk.open(typed.document) as opened:
        tell_answer(opened, typed.item, reply, proofs, desk.now, stage, anew=typed.clear)
        desk.say_verdict(opened)
    return 0


def _reply(typed: Namespace, desk: Desk) -> Reply:
    reply = Reply()
    if typed.outcome is not None:
        reply["outcome"] = _outcome(typed.outcome)
    if typed.value is not None:
        reply["value"] = _value(typed.value)
    for name in ("note", "reason", "owner"):
        if getattr(typed, name) is not None:
            reply[name] = getattr(typed, name)
    if typed.whom is not None:
        reply["whom"] = _party(typed.whom)
    for name in ("asked", "due"):
        if getattr(typed, name) is not None:
            reply[name] = desk.day(getattr(typed, name))  # type: ignore[literal-required]  # two dates
    return reply


def _proofs(typed: Namespace, desk: Desk) -> list[Proof]:
    day = desk.day(typed.evidence_date)
    told = [
        (EvidenceKind.CONTACT, typed.contact),
        (EvidenceKind.LINK, typed.link),
        (EvidenceKind.TESTED, typed.tested),
        (EvidenceKind.CONFIRMED, typed.confirmed),
    ]
    proofs = [Proof(kind, text, day) for kind, text in told if text is not None]
    if typed.evidence is not None:
        proofs.append(Proof(EvidenceKind.DOCUMENT, "", day, Path(typed.evidence)))
    return proofs


def _outcome(typed: str) -> Outcome:
    return Outcome(known("outcome", typed, tuple(Outcome)))


def _party(typed: str) -> Party:
    return Party(known("party", typed, tuple(Party)))


def _value(typed: str) -> int | float:
    try:
        number = float(typed)
    except ValueError:
        raise ValueRefused("value", typed[:60], "measure") from None
    if not 0 <= number <= 1e9:
        raise ValueRefused("value", typed[:60], "measure")
    return int(number) if number.is_integer() else number
