"""A session with a marker in every place where a person writes, and how to look for one in any export."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime
from io import BytesIO
from uuid import UUID

import pikepdf

from accesscheck.model.assessment import Answer, Assessment, Evidence
from accesscheck.model.catalogue import Catalogue
from accesscheck.model.profile import Fact, FactValue
from accesscheck.model.terms import EvidenceKind, Outcome, Stage

AT = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)
DAY = date(2027, 2, 20)
SCAN = b"%PDF-1.4 the scan of a contract, ZZFILEBYTES"
SCAN_HASH = hashlib.sha256(SCAN).hexdigest()

NAMES = ("ZZOWNER", "ZZCONTACT", "ZZCONFIRMED", "ZZORGANISER", "ZZFILENAME", "ZZTITLENAME", "ZZMAIL")
NOTES = ("ZZNOTE",)
PROOF = ("ZZLINK", "ZZTESTED", "ZZDOCUMENT", "ZZFILENAME", "ZZCONTACT", "ZZFILEBYTES", SCAN_HASH)
KEPT = ("ZZREASON", "ZZCOALITION", "ZZROOM", "ZZTITLE")
"""Markers by what they belong to; a name stands in several places."""

_OWNERS = ("Petra ZZOWNER", "Petra ZZTITLENAME")
_PROOFS = (
    Evidence(kind=EvidenceKind.CONTACT, text="Ms ZZCONTACT, +49 30 123", date=DAY),
    Evidence(kind=EvidenceKind.CONFIRMED, text="Li ZZCONFIRMED", date=DAY),
    Evidence(kind=EvidenceKind.LINK, text="https://example.org/ZZLINK", date=DAY),
    Evidence(kind=EvidenceKind.TESTED, text="ZZTESTED with Petra ZZOWNER", date=DAY),
    Evidence(
        kind=EvidenceKind.DOCUMENT, text="ZZDOCUMENT", date=DAY, file="ZZFILENAME.PDF", sha256=SCAN_HASH, size=len(SCAN)
    ),
)


@dataclass(frozen=True)
class Facts:
    title: str = "ZZTITLE and Petra ZZTITLENAME"
    room: str = "ZZROOM of Petra ZZOWNER"
    number: str = "WS 7 zzmail@example.org ZZMAIL@example.org"


def planted(catalogue: Catalogue) -> Assessment:
    """A session where every text is marked, on every fourth item, with every outcome."""
    values: dict[str, FactValue] = {
        "title": Facts.title,
        "room": Facts.room,
        "igf-number": Facts.number,
        "organisers": ("Club of ZZORGANISER",),
        "coalitions": ("Coalition ZZCOALITION",),
        "start": "2027-03-15T14:00+01:00[Europe/Oslo]",
        "minutes": 90,
        "format": "hybrid",
    }
    facts = {name: Fact(value=value, changed=AT) for name, value in values.items()}
    return Assessment(session=UUID(int=9), revision=4, facts=facts, answers=tuple(_answers(catalogue)))


def _answers(catalogue: Catalogue) -> list[Answer]:
    outcomes = (Outcome.MISSING, Outcome.WAITING, Outcome.MET, Outcome.UNKNOWN)
    asked = [item for item in catalogue.items if Stage.PLAN in item.stages and item.measure is None][::4]
    optional = [item for item in asked if item.not_relevant == "with-reason"]
    given = [
        Answer(
            item=item.id,
            stage=Stage.PLAN,
            outcome=outcomes[place % len(outcomes)],
            note="ZZNOTE: Li ZZCONFIRMED said yes",
            owner=_OWNERS[place % 2],
            due=date(2027, 3, 10),
            evidence=_PROOFS,
        )
        for place, item in enumerate(asked)
        if item not in optional[:6]
    ]
    reason = "ZZREASON, says Petra ZZOWNER"
    declared = [
        Answer(item=item.id, stage=Stage.PLAN, outcome=Outcome.NOT_RELEVANT, reason=reason, owner=_OWNERS[0])
        for item in optional[:6]
    ]
    return sorted([*given, *declared], key=lambda one: (one.item, one.stage.order))


def readable(data: bytes) -> bytes:
    """All a finder could read in a file: of a PDF every object, every stream unpacked, and the words of its pages."""
    if not data.startswith(b"%PDF"):
        return data
    parts = [data]
    with pikepdf.open(BytesIO(data)) as pdf:
        for one in pdf.objects:
            if isinstance(one, pikepdf.Stream):
                parts.append(one.read_bytes())
            parts.append(_strings(one))
    return b"\n".join(parts)


def _strings(value: pikepdf.Object) -> bytes:
    """The texts of an object and of what lies directly in it, in UTF-8."""
    if isinstance(value, pikepdf.String):
        return str(value).encode("utf-8", "replace")
    if isinstance(value, pikepdf.Array):
        return b" ".join(_strings(one) for one in value if not getattr(one, "is_indirect", False))
    if isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
        keys = value.keys()
        held = (value[key] for key in keys if not getattr(value[key], "is_indirect", False))
        return b" ".join([" ".join(keys).encode(), *map(_strings, held)])
    return b""
