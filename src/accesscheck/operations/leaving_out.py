"""What an export leaves out, taken from the assessment before anything is derived from it: no renderer can leak it.

Names are: who takes care of an item (`owner`), the texts of named contacts and of those who confirmed, the organising
bodies, the names of proof files, mail addresses, and every personal name so told wherever else it was written. Facts
that this program does not know go with them. Notes are `note`; a reason for not relevant stays, for a verdict must
name it. Proof is its text and its files; kind and date stay, since the result is scored by them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from enum import StrEnum
from itertools import groupby
from typing import Any

from accesscheck.model.assessment import Answer, Assessment, Evidence
from accesscheck.model.profile import FACT_BY_ID, Fact, FactValue, Kind
from accesscheck.model.terms import EvidenceKind

NAMING_FACTS = ("organisers",)
_NAMING_PROOF = (EvidenceKind.CONTACT, EvidenceKind.CONFIRMED)
_OWN_TEXTS = (Kind.TEXT, Kind.TEXTS)
_MAIL = r"(?:mailto:)?[^\s@,;<>()\"]+@[^\s@,;<>()\"]+"
_PARTED = re.compile(r"[,;:/|\n()\[\]<>]+")
_ENDING = re.compile(r"\.[A-Za-z0-9]{1,8}")
_LONGEST_NAME = 60
_LONGEST_TEXT = 100_000  # what the model takes; a name may be shorter than the mark in its place
_TAKEN = "[…]"
"""Stands where a name was taken out of a text."""

Hide = Callable[[str], str]


class LeftOut(StrEnum):
    """What can be left out; the words of the interchange format's `omitted`."""

    NAMES = "names"
    NOTES = "notes"
    PROOF = "proof"


def without(assessment: Assessment, left_out: frozenset[LeftOut]) -> Assessment:
    """The assessment without what is left out; its result stays the same."""
    if not left_out:
        return assessment
    hide = _hider(assessment) if LeftOut.NAMES in left_out else str
    facts, answers = assessment.facts, assessment.answers
    if LeftOut.NAMES in left_out:
        facts = {name: _fact(fact, name, hide) for name, fact in facts.items() if _is_nameless(name)}
        answers = _with_numbered_files(answers)
    answers = tuple(_answer(one, left_out, hide) for one in answers)
    return assessment.model_copy(update={"facts": facts, "answers": answers})


def omitted(before: tuple[str, ...], left_out: frozenset[LeftOut]) -> tuple[str, ...]:
    """What an export came without and what was left out now, each once."""
    return tuple(dict.fromkeys((*before, *(str(one) for one in LeftOut if one in left_out))))


def _is_nameless(fact: str) -> bool:
    return fact in FACT_BY_ID and fact not in NAMING_FACTS


def _fact(fact: Fact, name: str, hide: Hide) -> Fact:
    if FACT_BY_ID[name].kind not in _OWN_TEXTS:
        return fact
    return fact.model_copy(update={"value": _hidden(fact.value, hide)})


def _hidden(value: FactValue, hide: Hide) -> FactValue:
    if isinstance(value, tuple):
        return tuple(hide(one)[:200] for one in value)
    return hide(value)[:500] if isinstance(value, str) else value


def _answer(answer: Answer, left_out: frozenset[LeftOut], hide: Hide) -> Answer:
    named = LeftOut.NAMES not in left_out
    update: dict[str, Any] = {
        "owner": answer.owner if named else None,
        "note": None if answer.note is None or LeftOut.NOTES in left_out else hide(answer.note),
        "reason": None if answer.reason is None else hide(answer.reason),
        "evidence": tuple(_evidence(one, left_out, hide) for one in answer.evidence),
    }
    return answer.model_copy(update=update)


def _evidence(evidence: Evidence, left_out: frozenset[LeftOut], hide: Hide) -> Evidence:
    if LeftOut.PROOF in left_out:
        return Evidence(kind=evidence.kind, date=evidence.date)
    naming = LeftOut.NAMES in left_out and evidence.kind in _NAMING_PROOF
    return evidence.model_copy(update={"text": "" if naming else hide(evidence.text)})


def _with_numbered_files(answers: tuple[Answer, ...]) -> tuple[Answer, ...]:
    """Every proof file under a number and its ending; one that is named twice keeps one number."""
    numbers: dict[str, int] = {}

    def renamed(evidence: Evidence) -> Evidence:
        if evidence.file is None:
            return evidence
        number = numbers.setdefault(evidence.sha256 or evidence.file, len(numbers) + 1)
        ending = _ENDING.fullmatch("." + evidence.file.rpartition(".")[2])
        return evidence.model_copy(update={"file": f"proof-{number}{ending.group().lower() if ending else ''}"})

    return tuple(one.model_copy(update={"evidence": tuple(map(renamed, one.evidence))}) for one in answers)


def _hider(assessment: Assessment) -> Hide:
    """Takes told names and mail addresses out of a text, longer names first."""
    names = sorted({part for told in _told(assessment) for part in _parts(told)}, key=lambda one: (-len(one), one))
    found = re.compile("|".join((_MAIL, *map(_whole, names))))
    return lambda text: found.sub(_TAKEN, text)[:_LONGEST_TEXT]


def _whole(name: str) -> str:
    """Finds a name as whole words; scripts without capitals may write it together with what stands beside it."""
    return re.escape(name) if _uncased(name) else rf"(?<!\w){re.escape(name)}(?!\w)"


def _told(assessment: Assessment) -> Iterator[str]:
    for answer in assessment.answers:
        yield answer.owner or ""
        yield from (one.text for one in answer.evidence if one.kind in _NAMING_PROOF)


def _parts(told: str) -> Iterator[str]:
    """What may be a name in it: a short piece that is not all small letters, as roles and remarks are."""
    for part in map(str.strip, (told, *_PARTED.split(told), *_capitalised(told))):
        if 2 <= len(part) <= _LONGEST_NAME and (_uncased(part) or part != part.lower()):
            yield part


def _capitalised(told: str) -> Iterator[str]:
    """Words in a row that begin with a capital letter, two or more."""
    for capital, words in groupby(told.split(), key=lambda word: word[:1].isupper()):
        row = [word.strip(".,;:!?()") for word in words]
        if capital and len(row) > 1:
            yield " ".join(row)


def _uncased(part: str) -> bool:
    """Whether it is written without small and capital letters, as in Arabic or Chinese."""
    return part.lower() == part.upper() and any(map(str.isalpha, part))
