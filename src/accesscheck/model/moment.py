"""When a session starts: local time, UTC offset and time zone in one text, as RFC 9557 writes it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from accesscheck.errors import HourDoubled, HourSkipped, ValueRefused

_DAY = r"(?:19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}"
_CLOCK = r"[0-9]{2}:[0-9]{2}(?::[0-9]{2})?"
_ZONE = r"[A-Za-z][A-Za-z0-9_+/-]{0,60}"
_START = re.compile(rf"({_DAY}T{_CLOCK})(Z|[+-][0-9]{{2}}:[0-9]{{2}})\[({_ZONE})\]")
_LOCAL = re.compile(rf"{_DAY}T{_CLOCK}")


@dataclass(frozen=True, slots=True)
class Start:
    """The instant (aware, UTC) and the IANA name of the host's time zone."""

    instant: datetime
    zone: str

    @property
    def local(self) -> datetime:
        """Date and hour on the host's wall (aware)."""
        return self.instant.astimezone(ZoneInfo(self.zone))


def parse_start(text: str) -> Start:
    """Read "2027-03-15T10:00+01:00[Europe/Oslo]"; raises `ValueRefused`.

    The offset decides the instant, so that a session is scored the same under newer time zone data; whether the zone
    has that offset is asked when a person enters it, by `check_start`.
    """
    local, offset, zone = _parts(text)
    return Start((local - (offset or timedelta(0))).replace(tzinfo=UTC), zone.key)


def check_start(text: str) -> None:
    """Refuse a start that is not one: `ValueRefused`, or `HourSkipped` for an hour that does not exist."""
    local, offset, zone = _parts(text)
    if offset is None:
        return
    _refuse_skipped(local, zone)
    offsets = _offsets(local, zone)
    if offset not in offsets:
        raise ValueRefused("start", text, "offset", tuple(map(_written, offsets)))


def format_start(local: datetime, zone: str, offset: timedelta) -> str:
    """Write a start from the hour on the host's wall (naive), the zone's name and the offset from UTC."""
    return f"{local.isoformat(timespec='minutes')}{_written(offset)}[{zone}]"


def resolve_local(text: str, zone: str) -> str:
    """The start for a local time "YYYY-MM-DDTHH:MM" in a zone, with the offset that holds there and then.

    Raises `ValueRefused`, `HourSkipped` where clocks go forward, `HourDoubled` where they go back over that hour.
    """
    if not _LOCAL.fullmatch(text):
        raise ValueRefused("start", text[:200], "start")
    local, rules = _naive(text, text), _zone(zone, zone)
    _refuse_skipped(local, rules)
    offsets = _offsets(local, rules)
    if len(offsets) > 1:
        raise HourDoubled(text, zone, tuple(map(_written, offsets)))
    return format_start(local, zone, offsets[0])


def _parts(text: str) -> tuple[datetime, timedelta | None, ZoneInfo]:
    """Local time (naive), offset and zone; with "Z" there is no offset and the time is UTC."""
    found = _START.fullmatch(text)
    if found is None:
        raise ValueRefused("start", text[:200], "start")
    clock, offset, name = found.groups()
    return _naive(clock, text), _read_offset(offset, text), _zone(name, text)


def _naive(clock: str, text: str) -> datetime:
    try:
        return datetime.fromisoformat(clock)
    except ValueError:
        raise ValueRefused("start", text[:200], "start") from None


def _read_offset(written: str, text: str) -> timedelta | None:
    if written == "Z":
        return None
    size = timedelta(hours=int(written[1:3]), minutes=int(written[4:6]))
    if size >= timedelta(hours=24):
        raise ValueRefused("start", text[:200], "start")
    return -size if written[0] == "-" else size


def _zone(name: str, text: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # a folder of zones, or a path out of them
        raise ValueRefused("start", text[:200], "zone") from None


def _offsets(local: datetime, zone: ZoneInfo) -> tuple[timedelta, ...]:
    """The offsets a local time can have, the earlier instant first: two where the clocks go back over it."""
    both = [local.replace(tzinfo=zone, fold=fold).utcoffset() for fold in (0, 1)]
    return tuple(dict.fromkeys(offset for offset in both if offset is not None))


def _refuse_skipped(local: datetime, zone: ZoneInfo) -> None:
    """An hour exists when going to UTC and back leads to it again."""
    there = local.replace(tzinfo=zone).astimezone(UTC).astimezone(zone)
    if there.replace(tzinfo=None) != local:
        after = _first_after_gap(local, zone)
        raise HourSkipped(local.isoformat(timespec="minutes"), zone.key, after.isoformat(timespec="minutes"))


def _first_after_gap(local: datetime, zone: ZoneInfo) -> datetime:
    """The first local time that exists after a gap: found by halving between the two readings of `local`."""
    low = local.replace(tzinfo=zone, fold=1).astimezone(UTC)  # before the change
    high = local.replace(tzinfo=zone, fold=0).astimezone(UTC)  # after it
    before = low.astimezone(zone).utcoffset()
    while high - low > timedelta(seconds=1):
        middle = low + (high - low) // 2
        if middle.astimezone(zone).utcoffset() == before:
            low = middle
        else:
            high = middle
    return high.astimezone(zone).replace(tzinfo=None, microsecond=0)


def _written(offset: timedelta) -> str:
    """An offset as "+01:00"; those of the nineteenth century lose their seconds."""
    minutes = abs(offset) // timedelta(minutes=1)
    return f"{'-' if offset < timedelta(0) else '+'}{minutes // 60:02}:{minutes % 60:02}"
