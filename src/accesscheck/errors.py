"""What a person can put right: each class is one situation with one exit status and one remedy.

Errors carry ids and facts, never sentences; language/problems.py words them for both doors.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import ClassVar


@dataclass(unsafe_hash=True)
class AccessCheckError(Exception):
    """A situation a person can put right. `status` is the command line's exit status."""

    status: ClassVar[int] = 1

    def facts(self) -> dict[str, object]:
        """The situation's facts by name, for the sentence that words it."""
        return {one.name: getattr(self, one.name) for one in fields(self)}


@dataclass(frozen=True)
class Problem:
    """One finding in a file: `code` picks the sentence, `detail` and `nearest` fill it; `line` counts from 1."""

    file: str
    line: int | None
    item: str | None
    code: str
    detail: str
    nearest: str | None = None


@dataclass(unsafe_hash=True)
class CatalogueBroken(AccessCheckError):
    """A checklist file breaks the format."""

    problems: tuple[Problem, ...]
    status = 2


# --- files that cannot be used ---


@dataclass(unsafe_hash=True)
class FileMissing(AccessCheckError):
    path: str
    status = 2


@dataclass(unsafe_hash=True)
class FileUnreadable(AccessCheckError):
    """The operating system refuses; `detail` is its own word."""

    path: str
    detail: str
    status = 2


@dataclass(unsafe_hash=True)
class FolderNotWritable(AccessCheckError):
    path: str
    detail: str


@dataclass(unsafe_hash=True)
class DiskFull(AccessCheckError):
    path: str


@dataclass(unsafe_hash=True)
class NotADocument(AccessCheckError):
    """Not a working document of AccessCheck."""

    path: str
    status = 2


@dataclass(unsafe_hash=True)
class DocumentDamaged(AccessCheckError):
    path: str
    status = 2


@dataclass(unsafe_hash=True)
class NewerFormat(AccessCheckError):
    """Written by a newer AccessCheck: `found` and `known` are format numbers."""

    path: str
    found: int
    known: int
    status = 2


@dataclass(unsafe_hash=True)
class DocumentInUse(AccessCheckError):
    """Another process writes it; `since` is an ISO 8601 instant, empty when not known."""

    path: str
    host: str
    process: int
    since: str


@dataclass(unsafe_hash=True)
class DocumentReadOnly(AccessCheckError):
    path: str


@dataclass(unsafe_hash=True)
class TargetExists(AccessCheckError):
    path: str


@dataclass(unsafe_hash=True)
class TargetInUse(AccessCheckError):
    """The file to be replaced is open in another program."""

    path: str


@dataclass(unsafe_hash=True)
class ReportTooLong(AccessCheckError):
    """More pages than a report may have: `pages` is the limit."""

    pages: int


@dataclass(unsafe_hash=True)
class UnknownEnding(AccessCheckError):
    path: str
    known: tuple[str, ...]
    status = 2


@dataclass(unsafe_hash=True)
class InterchangeBroken(AccessCheckError):
    """An exported JSON that breaks the format: `where` is a path inside it, `code` picks the sentence."""

    path: str
    where: str
    code: str
    detail: str
    status = 2


# --- answers and facts that are refused ---


@dataclass(unsafe_hash=True)
class UnknownName(AccessCheckError):
    """No item, fact, outcome, stage, party, sample or language of that name."""

    kind: str
    name: str
    nearest: str | None
    status = 2


@dataclass(unsafe_hash=True)
class ValueRefused(AccessCheckError):
    """A fact's value of the wrong kind: `expected` picks the sentence, `choices` lists what is taken."""

    fact: str
    value: str
    expected: str
    choices: tuple[str, ...] = ()
    status = 2


@dataclass(unsafe_hash=True)
class HourSkipped(AccessCheckError):
    """The clocks go forward over this local hour; `after` is the first local time that exists."""

    value: str
    zone: str
    after: str


@dataclass(unsafe_hash=True)
class HourDoubled(AccessCheckError):
    """The clocks go back over this local hour; `offsets` are the two that can be meant."""

    value: str
    zone: str
    offsets: tuple[str, ...]


@dataclass(unsafe_hash=True)
class AnswerRefused(AccessCheckError):
    """An answer the item does not take; `code` picks the sentence."""

    item: str
    code: str


@dataclass(unsafe_hash=True)
class ProofTooLarge(AccessCheckError):
    """`limit` in bytes; `whole` when it is the document's limit."""

    path: str
    size: int
    limit: int
    whole: bool


@dataclass(unsafe_hash=True)
class NothingToUndo(AccessCheckError):
    redo: bool


@dataclass(unsafe_hash=True)
class LanguageNotReady(AccessCheckError):
    language: str
    ready: tuple[str, ...]
