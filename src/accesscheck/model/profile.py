"""Facts about a session: which there are, and what a value of each may be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from .base import Instant, Line, Value

UNKNOWN = "unknown"
HOST = "host"
"""The organiser does not know, but the host does: listed as a question to the host."""


class NeedAnswer(StrEnum):
    YES = "yes"
    NOBODY = "nobody"
    NOT_ASKED = "not-asked"


class Need(Value):
    """What participants said of a need; `asked` is the day on which they were asked. Counts, never names."""

    answer: NeedAnswer
    asked: date | None = None
    number: Annotated[int, Field(ge=0, le=100_000)] | None = None

    @property
    def settled(self) -> NeedAnswer:
        """The answer that counts: "nobody" without the day on which people were asked is as good as not asked."""
        if self.answer is NeedAnswer.NOBODY and self.asked is None:
            return NeedAnswer.NOT_ASKED
        return self.answer


Number = Annotated[int, Field(ge=0, le=10_000_000)]
Many = tuple[Annotated[str, StringConstraints(max_length=200)], ...]
FactValue = Line | Number | Many | Need


class Fact(Value):
    """A told fact: `replaced` is when a known value last gave way, None while the first one stands.

    `changed` is when this value was told; a need that stays "yes" keeps its moment whatever number belongs to it.
    """

    value: FactValue
    changed: Instant
    replaced: Instant | None = None


Facts = Mapping[str, Fact]


class Kind(StrEnum):
    START = "start"  # RFC 9557: local time, offset and time zone in one
    CHOICE = "choice"
    NUMBER = "number"
    TEXT = "text"
    TEXTS = "texts"
    LANGUAGES = "languages"  # BCP 47 tags; sign languages too
    ZONES = "zones"  # IANA names, one for each person or region
    NEED = "need"


class Step(StrEnum):
    """Where the window asks for a fact."""

    FIRST = "first"
    IDENTITY = "identity"
    PEOPLE = "people"
    PLACE = "place"
    SERVICES = "services"
    NEEDS = "needs"


@dataclass(frozen=True, slots=True)
class FactSpec:
    """A fact the profile can hold: numbers lie within `low` and `high`."""

    id: str
    kind: Kind
    step: Step
    choices: tuple[str, ...] = ()
    low: int = 0
    high: int = 10_000_000


_YES_NO = ("yes", "no")

FACTS: tuple[FactSpec, ...] = (
    FactSpec("start", Kind.START, Step.FIRST),
    FactSpec("format", Kind.CHOICE, Step.FIRST, ("hybrid", "onsite", "online")),
    FactSpec(
        "type",
        Kind.CHOICE,
        Step.FIRST,
        (
            "workshop",
            "open-forum",
            "dynamic-coalition",
            "consolidated-slot",
            "main-session",
            "networking",
            "lightning-talk",
            "community-call",
            "other",
        ),
    ),
    FactSpec("minutes", Kind.NUMBER, Step.FIRST, low=1, high=1440),
    FactSpec("floor-languages", Kind.LANGUAGES, Step.FIRST),
    FactSpec("captions", Kind.CHOICE, Step.FIRST, ("human", "human-corrected", "automatic", "none")),
    FactSpec("title", Kind.TEXT, Step.IDENTITY),
    FactSpec("igf-year", Kind.NUMBER, Step.IDENTITY, low=2006, high=2100),
    FactSpec("igf-number", Kind.TEXT, Step.IDENTITY),
    FactSpec("coalitions", Kind.TEXTS, Step.IDENTITY),
    FactSpec("organisers", Kind.TEXTS, Step.IDENTITY),
    FactSpec("people-onsite", Kind.NUMBER, Step.PEOPLE),
    FactSpec("people-online", Kind.NUMBER, Step.PEOPLE),
    FactSpec("audience-languages", Kind.LANGUAGES, Step.PEOPLE),
    FactSpec("audience-zones", Kind.ZONES, Step.PEOPLE),
    FactSpec("speakers", Kind.NUMBER, Step.PEOPLE, high=1000),
    FactSpec("remote-speakers", Kind.NUMBER, Step.PEOPLE, high=1000),
    FactSpec("speaker-zones", Kind.ZONES, Step.PEOPLE),
    FactSpec("room", Kind.TEXT, Step.PLACE),
    FactSpec("seats", Kind.NUMBER, Step.PLACE, high=100_000),
    FactSpec("raised-stage", Kind.CHOICE, Step.PLACE, _YES_NO),
    FactSpec("stage-height-cm", Kind.NUMBER, Step.PLACE, high=1000),
    FactSpec("farthest-seat-m", Kind.NUMBER, Step.PLACE, low=1, high=500),
    FactSpec("amplified-sound", Kind.CHOICE, Step.PLACE, _YES_NO),
    FactSpec("hubs", Kind.NUMBER, Step.PLACE, high=1000),
    FactSpec("food", Kind.CHOICE, Step.PLACE, _YES_NO),
    FactSpec("interpretation", Kind.CHOICE, Step.SERVICES, _YES_NO),
    FactSpec("interpretation-languages", Kind.LANGUAGES, Step.SERVICES),
    FactSpec("interpretation-mode", Kind.CHOICE, Step.SERVICES, ("on-site", "remote")),
    FactSpec("interpretation-provider", Kind.CHOICE, Step.SERVICES, ("event", "session")),
    FactSpec("sign-languages", Kind.LANGUAGES, Step.SERVICES),
    FactSpec("recording", Kind.CHOICE, Step.SERVICES, _YES_NO),
    FactSpec("transcript", Kind.CHOICE, Step.SERVICES, _YES_NO),
    FactSpec("materials", Kind.CHOICE, Step.SERVICES, _YES_NO),
    FactSpec("video", Kind.CHOICE, Step.SERVICES, _YES_NO),
    FactSpec("polls", Kind.CHOICE, Step.SERVICES, _YES_NO),
    FactSpec("breakout-rooms", Kind.CHOICE, Step.SERVICES, _YES_NO),
    FactSpec("need-sign-language", Kind.NEED, Step.NEEDS),
    FactSpec("need-deafblind", Kind.NEED, Step.NEEDS),
    FactSpec("need-wheelchair", Kind.NEED, Step.NEEDS),
)

FACT_BY_ID: Mapping[str, FactSpec] = {spec.id: spec for spec in FACTS}


def known(facts: Facts, fact: str) -> FactValue | None:
    """The fact's value, or None while it is not known ("unknown", "host", or never told)."""
    held = facts.get(fact)
    return None if held is None or held.value in (UNKNOWN, HOST) else held.value


def number(facts: Facts, fact: str) -> int | None:
    value = known(facts, fact)
    return value if isinstance(value, int) else None


def entries(facts: Facts, fact: str) -> tuple[str, ...] | None:
    """The entries of a list fact; an empty tuple is known to be none."""
    value = known(facts, fact)
    return value if isinstance(value, tuple) else None


def words(facts: Facts, fact: str) -> str | None:
    value = known(facts, fact)
    return value if isinstance(value, str) else None
