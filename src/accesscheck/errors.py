"""What a person can put right: each class is one situation with one exit status and one remedy.

Errors carry ids and facts, never sentences; language/problems.py words them for both doors.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, dataclass_transform


@dataclass_transform(kw_only_default=False)
class AccessCheckError(Exception):
    """A situation a person can put right; its annotated names are its facts, `status` the command's exit status.

    Written like a dataclass, but built without generating code: the windows start with these classes.
    """

    status: ClassVar[int] = 1

    def __init__(self, *values: object, **named: object) -> None:
        names = self._names()
        if len(values) > len(names):
            raise TypeError(f"{type(self).__name__} takes {', '.join(names)}")
        given = {**dict(zip(names, values, strict=False)), **named}
        super().__init__(*values, *named.values())
        for name in names:
            if name not in given and not hasattr(type(self), name):
                raise TypeError(f"{type(self).__name__} needs {name}")
            setattr(self, name, given.get(name, getattr(type(self), name, None)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, AccessCheckError) and type(self) is type(other) and self.facts() == other.facts()

    def __hash__(self) -> int:
        return hash((type(self), *self.facts().values()))

    def facts(self) -> dict[str, object]:
        """The situation's facts by name, for the sentence that words it."""
        return {name: getattr(self, name) for name in self._names()}

    @classmethod
    def _names(cls) -> tuple[str, ...]:
        """The facts in order; the base class's own annotation is none."""
        return tuple(name for name in cls.__annotations__ if cls is not AccessCheckError)


@dataclass(frozen=True)
class Problem:
    """One finding in a file: `code` picks the sentence, `detail` and `nearest` fill it; `line` counts from 1."""

    file: str
    line: int | None
    item: str | None
    code: str
    detail: str
    nearest: str | None = None


class CatalogueBroken(AccessCheckError):
    """A checklist file breaks the format."""

    problems: tuple[Problem, ...]
    status = 2


# --- files that cannot be used ---


class FileMissing(AccessCheckError):
    path: str
    status = 2


class FileUnreadable(AccessCheckError):
    """The operating system refuses; `detail` is its own word."""

    path: str
    detail: str
    status = 2


class FolderNotWritable(AccessCheckError):
    path: str
    detail: str


class DiskFull(AccessCheckError):
    path: str


class NotADocument(AccessCheckError):
    """Not a working document of AccessCheck."""

    path: str
    status = 2


class DocumentDamaged(AccessCheckError):
    path: str
    status = 2


class NewerFormat(AccessCheckError):
    """Written by a newer AccessCheck: `found` and `known` are format numbers."""

    path: str
    found: int
    known: int
    status = 2


class DocumentInUse(AccessCheckError):
    """Another process writes it; `since` is an ISO 8601 instant, empty when not known."""

    path: str
    host: str
    process: int
    since: str


class DocumentReadOnly(AccessCheckError):
    path: str


class TargetExists(AccessCheckError):
    path: str


class TargetInUse(AccessCheckError):
    """The file to be replaced is open in another program."""

    path: str


class ReportTooLong(AccessCheckError):
    """More pages than a report may have: `pages` is the limit."""

    pages: int


class UnknownEnding(AccessCheckError):
    path: str
    known: tuple[str, ...]
    status = 2


class InterchangeBroken(AccessCheckError):
    """An exported JSON that breaks the format: `where` is a path inside it, `code` picks the sentence."""

    path: str
    where: str
    code: str
    detail: str
    status = 2


# --- reports that are read back ---


class NotAPdf(AccessCheckError):
    path: str
    status = 2


class ReportEncrypted(AccessCheckError):
    """Locked, with or without a password to open it."""

    path: str
    status = 2


class ReportDamaged(AccessCheckError):
    """`repair` when a repair was tried, or none is possible."""

    path: str
    repair: bool
    status = 2


class ReportTooLarge(AccessCheckError):
    """Larger than any report, or unpacking to more."""

    path: str
    status = 2


class ReportCyclic(AccessCheckError):
    """Its pages or structure lead back into themselves."""

    path: str
    status = 2


class NoAssessmentInside(AccessCheckError):
    """A PDF of somebody else, or a report that was made to be published."""

    path: str
    status = 2


class AssessmentTwice(AccessCheckError):
    path: str
    status = 2


class PackedOtherwise(AccessCheckError):
    """What is inside is packed in a way that no report is."""

    path: str
    status = 2


class DataChanged(AccessCheckError):
    """The data inside is not what the file says it was made with."""

    path: str
    status = 2


class ProofChanged(AccessCheckError):
    """A proof file inside is not the one the data names."""

    path: str
    name: str
    status = 2


# --- answers and facts that are refused ---


class UnknownName(AccessCheckError):
    """No item, fact, outcome, stage, party, sample or language of that name."""

    kind: str
    name: str
    nearest: str | None
    status = 2


class ValueRefused(AccessCheckError):
    """A fact's value of the wrong kind: `expected` picks the sentence.

    `choices` lists what is taken, `nearest` is what was likely meant.
    """

    fact: str
    value: str
    expected: str
    choices: tuple[str, ...] = ()
    nearest: str | None = None
    status = 2


class HourSkipped(AccessCheckError):
    """The clocks go forward over this local hour; `after` is the first local time that exists."""

    value: str
    zone: str
    after: str


class HourDoubled(AccessCheckError):
    """The clocks go back over this local hour; `offsets` are the two that can be meant."""

    value: str
    zone: str
    offsets: tuple[str, ...]


class AnswerRefused(AccessCheckError):
    """An answer the item does not take; `code` picks the sentence."""

    item: str
    code: str


class ProofTooLarge(AccessCheckError):
    """`limit` in bytes; `whole` when it is the document's limit."""

    path: str
    size: int
    limit: int
    whole: bool


class DataTooLarge(AccessCheckError):
    """Sizes in bytes, of the assessment and of the largest that a report can carry."""

    size: int
    limit: int


class NothingToUndo(AccessCheckError):
    redo: bool
