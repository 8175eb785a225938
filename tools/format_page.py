"""Write the file that docs/format.md shows anew: a small session with two items of the catalogue, as exported today."""

from __future__ import annotations

import json
import re
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

from accesscheck.model.assessment import Answer, Assessment, Earlier, Evidence
from accesscheck.model.catalogue import Catalogue
from accesscheck.model.interchange import encode, stamped
from accesscheck.model.profile import Fact, FactValue, Need, NeedAnswer
from accesscheck.model.terms import EvidenceKind, Outcome, Party, Stage
from accesscheck.operations.interchange import exported
from accesscheck.rules.view import view
from accesscheck.storage.shipped import load_any

PAGE = Path(__file__).parent.parent / "docs" / "format.md"
ITEMS = ("inclusion.flashing", "venue-access.quiet-room")
_TOLD = datetime(2027, 2, 20, 8, 30, tzinfo=UTC)
_AS_OF = datetime(2027, 3, 1, 9, tzinfo=UTC)
_BLOCK = re.compile(r"^```json\n.*?^```", re.DOTALL | re.MULTILINE)
_INNERMOST = re.compile(r"[\[{][^\[\]{}]*[\]}]")
_WIDTH = 110
_SCAN = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
"""SHA-256 of the four letters "test"."""

_FACTS: dict[str, FactValue] = {
    "title": "Who can take part?",
    "start": "2027-03-15T14:00+01:00[Europe/Oslo]",
    "minutes": 90,
    "format": "hybrid",
    "floor-languages": ("en", "fr"),
    "room": "host",
    "food": "unknown",
    "need-wheelchair": Need(answer=NeedAnswer.YES, asked=date(2027, 2, 1), number=2),
}


def page() -> str:
    """The page with the file as it would be exported now."""
    return _BLOCK.sub(lambda _: f"```json\n{spread(data())}\n```", PAGE.read_text("utf-8"))


def data() -> bytes:
    """The exported bytes."""
    return encode(exported(view(_catalogue(), _assessment(), _AS_OF)))


def spread(exported_bytes: bytes) -> str:
    """The same content over lines, short innermost lists and objects on one."""
    said = json.dumps(json.loads(exported_bytes), ensure_ascii=False, sort_keys=True, indent=1)
    return _INNERMOST.sub(_on_one_line, said)


def _on_one_line(found: re.Match[str]) -> str:
    whole = found.group()
    inside = " ".join(whole[1:-1].split())
    return f"{whole[0]}{inside}{whole[-1]}" if len(inside) < _WIDTH else whole


def _catalogue() -> Catalogue:
    whole = load_any()
    return stamped(whole.model_copy(update={"items": tuple(item for item in whole.items if item.id in ITEMS)}))


def _assessment() -> Assessment:
    missing = datetime(2027, 2, 1, 9, tzinfo=UTC)
    earlier = Earlier(kind="item", id=ITEMS[0], stage=Stage.PLAN, was="missing", since=missing, until=_TOLD)
    return Assessment(
        session=UUID("0c8f5a7e-3d52-4f0b-9a41-6f1f2f4f7b10"),
        revision=9,
        facts={name: Fact(value=value, changed=_TOLD) for name, value in _FACTS.items()},
        answers=_answers(),
        earlier=(earlier,),
    )


def _answers() -> tuple[Answer, ...]:
    proof = Evidence(
        kind=EvidenceKind.DOCUMENT, text="Found", date=date(2027, 2, 19), file="slides.txt", sha256=_SCAN, size=4
    )
    looked = Answer(
        item=ITEMS[0],
        stage=Stage.PLAN,
        outcome=Outcome.MET,
        note="Every slide was looked at.",
        language="en",
        owner="Amina Example",
        answered=_TOLD,
        evidence=(proof,),
    )
    asked = Answer(
        item=ITEMS[1],
        stage=Stage.PLAN,
        outcome=Outcome.WAITING,
        whom=Party.HOST,
        asked=date(2027, 2, 10),
        due=date(2027, 3, 1),
        answered=_TOLD,
    )
    return looked, asked


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
    print(PAGE)
