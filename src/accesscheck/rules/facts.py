"""What a fact may be: checking a value against its kind, and reading it from what a person typed."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from zoneinfo import available_timezones

from accesscheck.errors import UnknownName, ValueRefused
from accesscheck.model.moment import check_start, parse_start, resolve_local
from accesscheck.model.profile import FACT_BY_ID, HOST, UNKNOWN, FactSpec, FactValue, Kind, Need, NeedAnswer
from accesscheck.rules.nearest import nearest

START_YEARS = range(1900, 2200)
"""Years in which a session can start. Near the ends of the calendar no time zone can be worked with."""

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_BROKEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
"""Control characters and ends of lines, and halves of characters, left over where a terminal passes on no UTF-8."""
_LOCAL = re.compile(r"^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::00)?\s*([+-]\d{2}:\d{2}|Z)?\s+(\S+)$")


def fact_spec(fact: str) -> FactSpec:
    """The fact of that id; raises `UnknownName` with the nearest one."""
    if fact not in FACT_BY_ID:
        raise UnknownName("fact", fact, nearest(fact, FACT_BY_ID))
    return FACT_BY_ID[fact]


def read_fact(fact: str, typed: str) -> FactValue:
    """The value a person typed for a fact; raises `ValueRefused`, `HourSkipped`, `HourDoubled`, `UnknownName`.

    Every fact takes "unknown" and "host"; lists are separated by commas, "none" is the empty list; needs are
    yes, yes:NUMBER, nobody:DATE (the day on which participants were asked) or not-asked; a start is
    "2027-03-15 10:00 Europe/Oslo" or RFC 9557.
    """
    spec, text = fact_spec(fact), typed.strip()
    if text in (UNKNOWN, HOST):
        return text
    value = _READERS[spec.kind](spec, text)
    check_entered(fact, value)
    return value


def check_fact(fact: str, value: FactValue) -> None:
    """Raise `ValueRefused` when a value is not one the fact can have."""
    spec = fact_spec(fact)
    if value not in (UNKNOWN, HOST) and not _CHECKS[spec.kind](spec, value):
        shown = ", ".join(value) if isinstance(value, tuple) else str(value)
        raise ValueRefused(fact, _BROKEN.sub("\ufffd", shown[:200]), str(spec.kind), _choices(spec))


def check_entered(fact: str, value: FactValue) -> None:
    """`check_fact` for what a person enters: a start must exist in its time zone as it is known today."""
    check_fact(fact, value)
    if fact == "start" and isinstance(value, str) and value not in (UNKNOWN, HOST):
        check_start(value)


def _choices(spec: FactSpec) -> tuple[str, ...]:
    return (str(spec.low), str(spec.high)) if spec.kind is Kind.NUMBER else spec.choices


# --- reading ---


def _text(spec: FactSpec, text: str) -> FactValue:
    if len(text) > 500:
        raise ValueRefused(spec.id, text[:60] + "…", "text")
    return text


def _number(spec: FactSpec, text: str) -> FactValue:
    if not re.fullmatch(r"\d{1,9}", text):
        raise ValueRefused(spec.id, text[:200], "number", _choices(spec))
    return int(text)


def _list(spec: FactSpec, text: str) -> FactValue:
    if text == "none":
        return ()
    return tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))


def _zones(spec: FactSpec, text: str) -> FactValue:
    """Zones are one for each person, so the same one may stand twice."""
    return () if text == "none" else tuple(part.strip() for part in text.split(",") if part.strip())


def _start(spec: FactSpec, text: str) -> FactValue:
    typed = _LOCAL.match(text)
    if typed is None:
        return text
    day, clock, offset, zone = typed.groups()
    if offset is None:
        return resolve_local(f"{day}T{clock}", zone)
    return f"{day}T{clock}{'+00:00' if offset == 'Z' else offset}[{zone}]"


def _need(spec: FactSpec, text: str) -> FactValue:
    word, _, extra = text.partition(":")
    try:
        answer = NeedAnswer(word)
        if answer is NeedAnswer.YES:
            return Need(answer=answer, number=int(extra) if extra else None)
        return Need(answer=answer, asked=date.fromisoformat(extra) if extra else None)
    except ValueError:
        raise ValueRefused(spec.id, text[:200], "need", tuple(NeedAnswer)) from None


_READERS: dict[Kind, Callable[[FactSpec, str], FactValue]] = {
    Kind.START: _start,
    Kind.CHOICE: _text,
    Kind.NUMBER: _number,
    Kind.TEXT: _text,
    Kind.TEXTS: _list,
    Kind.LANGUAGES: _list,
    Kind.ZONES: _zones,
    Kind.NEED: _need,
}

# --- checking ---


def _is_start(spec: FactSpec, value: FactValue) -> bool:
    if not isinstance(value, str):
        return False
    parse_start(value)
    return True


def _is_number(spec: FactSpec, value: FactValue) -> bool:
    return isinstance(value, int) and spec.low <= value <= spec.high


def _is_text(value: str, most: int) -> bool:
    return len(value) <= most and not _BROKEN.search(value)


def _is_listed(test: Callable[[str], bool]) -> Callable[[FactSpec, FactValue], bool]:
    def check(spec: FactSpec, value: FactValue) -> bool:
        if not isinstance(value, tuple) or len(value) > 100:
            return False
        return all(entry != "" and _is_text(entry, 200) and test(entry) for entry in value)

    return check


def _are_zones(spec: FactSpec, value: FactValue) -> bool:
    return isinstance(value, tuple) and len(value) <= 100 and _all_zones().issuperset(value)


@cache
def _all_zones() -> set[str]:
    """Looked up on the disk once: it takes longer than reading a whole report."""
    return available_timezones()


_CHECKS: dict[Kind, Callable[[FactSpec, FactValue], bool]] = {
    Kind.START: _is_start,
    Kind.CHOICE: lambda spec, value: isinstance(value, str) and value in spec.choices,
    Kind.NUMBER: _is_number,
    Kind.TEXT: lambda spec, value: isinstance(value, str) and _is_text(value, 500),
    Kind.TEXTS: _is_listed(lambda entry: not entry.isspace()),
    Kind.LANGUAGES: _is_listed(lambda entry: _LANGUAGE.fullmatch(entry) is not None),
    Kind.ZONES: _are_zones,
    Kind.NEED: lambda spec, value: isinstance(value, Need),
}
