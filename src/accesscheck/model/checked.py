"""What the file check says of a report, in codes and ids."""

from __future__ import annotations

from dataclasses import dataclass

from .terms import Term


class Grade(Term):
    """Whether data, result and pages belong together. Consistent means: no damage and no careless edit was found."""

    CONSISTENT = "consistent"
    DIFFERS = "differs"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that does not belong together.

    `code` is one of: no-fingerprints, data, pages, result, words, states, lacks, description, proof. `about` is a fact
    without its last part ("group/blind"), a part of the metadata or the name of a file. `page` and `data` are what the
    two sides say of it, in ids; in "words" `page` are the words themselves, in "result" `data` names the parts.
    """

    code: str
    about: str = ""
    page: str = ""
    data: str = ""
