"""Who can follow a session in which language, as far as it is known."""

from __future__ import annotations

from dataclasses import dataclass

from .profile import NeedAnswer
from .terms import Term


class Covered(Term):
    """What there is in a language. `nothing`: there is nothing of the kind that could be in any language."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    UNKNOWN = "unknown"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class LanguageRow:
    """What there is in one spoken language (a BCP 47 tag, as it was told).

    `follow`: whether people more at ease in it can follow what is said.
    """

    language: str
    floor: Covered
    interpretation: Covered
    captions: Covered
    documents: Covered
    announcement: Covered
    follow: Covered


@dataclass(frozen=True, slots=True)
class Signed:
    """Sign languages, apart: each of those told of with how sure its interpreters are; `need` is what people said.

    `told` is false while it is not known which sign languages are booked.
    """

    languages: tuple[tuple[str, Covered], ...]
    need: NeedAnswer
    told: bool


@dataclass(frozen=True, slots=True)
class Coverage:
    """All languages of floor and audience; `other_way` is what was arranged for whoever is more at ease elsewhere."""

    rows: tuple[LanguageRow, ...]
    signed: Signed
    audience_known: bool
    other_way: Covered
