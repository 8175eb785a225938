"""What ties a report's pages to the data inside it: ids of what a page states, and SHA-256 of data and pages.

Writer (report/pdf) and reader (readback) are strangers to each other; both know these.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass

DATA_NAME = "assessment.json"
"""The associated file (relationship Data) that holds the assessment."""

MOST_DATA = 20 * 1024 * 1024
"""Bytes of the assessment inside a report: text that needs four bytes a character in memory must still be read back."""

PROOF_PREFIX = "proof-"
"""How the names of associated files begin that are proof (relationship Supplement)."""

NAMESPACE = "urn:accesscheck:report:1"
"""Of our own properties in the file's XMP metadata."""
DATA_PROPERTY = "data"
PAGES_PROPERTY = "pages"

_DIGITS = 8  # of a statement's digest: enough against mishaps; nothing here is meant to stop a forger
_IDENTIFIER = re.compile(r"([a-z0-9][a-z0-9./-]*)#([0-9a-f]{8})(?:\.([1-9][0-9]{0,6}))?")
_UNSEEN = dict.fromkeys(map(ord, "\u200b\u2060\ufeff"))


@dataclass(frozen=True, slots=True)
class Identifier:
    """An element's id taken apart: the fact, the digest of the words that state it, which of several it is."""

    fact: str
    digest: str
    number: int = 1


def fingerprint(data: bytes) -> str:
    """SHA-256, hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def pages_fingerprint(contents: Iterable[bytes]) -> str:
    """SHA-256 over those of every page's drawing operators, in order: says that no page was changed, put in or lost."""
    whole = hashlib.sha256()
    for one in contents:
        whole.update(hashlib.sha256(one).digest())
    return whole.hexdigest()


def digest(text: str) -> str:
    """Of words as they are drawn: where lines end, and what nobody sees, makes no difference."""
    seen = "".join(text.translate(_UNSEEN).split())
    return fingerprint(seen.encode("utf-8", "replace"))[:_DIGITS]


def identifier(fact: str, text: str, number: int = 1) -> str:
    """The id of an element that states `fact` in the words `text`, for the `number`th time (from 1)."""
    own = f"{fact}#{digest(text)}"
    return own if number == 1 else f"{own}.{number}"


def parse_identifier(said: str) -> Identifier | None:
    """The id taken apart; None where it is not one of ours."""
    found = _IDENTIFIER.fullmatch(said)
    return Identifier(found[1], found[2], int(found[3] or 1)) if found else None
