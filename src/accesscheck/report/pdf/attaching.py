"""Files inside the file: associated with the whole document, and listed by name."""

from __future__ import annotations

import hashlib
from datetime import datetime

from ..document import Attachment
from .metadata import stamp
from .objects import Objects, array, name, octets, string


def attach(objects: Objects, attachments: tuple[Attachment, ...], instant: datetime) -> str:
    """The catalogue's entries for the attachments, associated in the order given; empty where there are none."""
    if not attachments:
        return ""
    held = {one.name: _specification(objects, one, instant) for one in attachments}
    listed = array(f"{key} {reference}" for key, reference in sorted((string(name), at) for name, at in held.items()))
    return f"/AF{array(held.values())}/Names<</EmbeddedFiles<</Names{listed}>>>>"


def _specification(objects: Objects, one: Attachment, instant: datetime) -> str:
    date, named = stamp(instant), string(one.name)
    digest = octets(hashlib.md5(one.data, usedforsecurity=False).digest())  # what ISO 32000-1, 7.11.4 asks for
    data = objects.stream(
        one.data,
        f"/Type/EmbeddedFile/Subtype{name(one.mime)}"
        f"/Params<</Size {len(one.data)}/CheckSum{digest}/CreationDate{date}/ModDate{date}>>",
    )
    return objects.add(
        f"<</Type/Filespec/F{named}/UF{named}/Desc{string(one.description)}"
        f"/AFRelationship/{one.relationship}/EF<</F {data}/UF {data}>>>>"
    )
