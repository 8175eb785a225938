"""The command that lists the proof of a session and saves a proof file."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from accesscheck.errors import ValueRefused
from accesscheck.language.terms import EVIDENCE, STAGES
from accesscheck.language.words import Words
from accesscheck.operations.proofs import KeptProof, proofs, save_proof

from .desk import Desk

_MOST = 1000


def proof(typed: Namespace, desk: Desk) -> int:
    """List the proofs, or save the file of one."""
    stage = desk.stage(typed.stage)
    with desk.open(typed.document, write=False) as opened:
        if typed.save is not None:
            number, target = typed.save
            save_proof(opened, _item(typed, number), _number(number), Path(target), replace=typed.force)
            desk.say(target)
            return 0
        found = proofs(opened, typed.item, stage)
    for one in found:
        desk.say(_line(one, desk.words))
    if not found:
        desk.say(desk.words.text("There is no proof yet."))
    return 0


def _item(typed: Namespace, number: str) -> str:
    if typed.item is None:
        raise ValueRefused("proof", number[:60], "item")
    return str(typed.item)


def _number(typed: str) -> int:
    if not typed.isdecimal() or not 1 <= int(typed[:9]) <= _MOST:
        raise ValueRefused("proof", typed[:60], "number", ("1", str(_MOST)))
    return int(typed)


def _line(one: KeptProof, words: Words) -> str:
    said, kept = one.evidence.text, one.evidence
    if kept.file is not None:
        file = words.plural("{file} ({count} byte)", "{file} ({count} bytes)", kept.size or 0, file=kept.file)
        said = f"{said} {file}".strip()
    return words.text(
        "{item} ({stage}) {number}: {kind}, {day}: {what}",
        item=one.item,
        stage=words.text(STAGES[one.stage]),
        number=one.number,
        kind=words.text(EVIDENCE[kept.kind]),
        day=words.date(kept.date),
        what=said,
    )
