"""The deadlines and the session as iCalendar (RFC 5545).

All-day events, not tasks: Google Calendar and Outlook drop VTODO when they import a file. The same item keeps its UID
for ever, so that importing a newer file moves the event and makes no second one.
"""

from __future__ import annotations

from collections.abc import Generator, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import uuid5

from accesscheck.language.items import field, statement
from accesscheck.language.terms import CHECKLISTS, OWNERS, PARTY_TITLES
from accesscheck.language.verdicts import outcome_words
from accesscheck.model.profile import number
from accesscheck.model.profile import words as fact_words
from accesscheck.model.progress import Progress
from accesscheck.rules.planning import Gap
from accesscheck.rules.stages import host_day

from .plain import one_line, plain

if TYPE_CHECKING:
    from accesscheck.language.words import Words
    from accesscheck.rules.view import View

_OCTETS = 75
_ALARMS = ("-P7D", "-PT15H")
"""A week before, and at nine in the morning of the day before: an all-day event begins at midnight."""
_SESSION_ALARMS = ("-P1D",)
_DAY = timedelta(days=1)

Lines = Iterator[str]


def render(seen: View, words: Words) -> Generator[Progress, None, bytes]:
    """A calendar of every last day and promised day that is still ahead, and of the session itself."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//AccessCheck//AccessCheck//EN", "CALSCALE:GREGORIAN"]
    lines += ["METHOD:PUBLISH", _text("X-WR-CALNAME", _title(seen, words))]
    lines += _session(seen, words)
    ahead = [gap for gap in seen.gaps if not gap.late or _promised(gap) is not None]
    for done, gap in enumerate(ahead):
        yield Progress(done, len(ahead))
        lines += _last_day(gap, seen, words)
        lines += _due(gap, seen, words)
    lines.append("END:VCALENDAR")
    yield Progress(len(ahead), len(ahead))
    return "".join(f"{folded(line)}\r\n" for line in lines).encode()


def folded(line: str) -> str:
    """A content line in pieces of at most 75 octets, no letter parted; each further piece begins with a space."""
    pieces, piece, room = [], "", _OCTETS
    for character in line:
        size = len(character.encode())
        if size > room:
            pieces.append(piece)
            piece, room = "", _OCTETS - 1
        piece += character
        room -= size
    return "\r\n ".join([*pieces, piece])


def escaped(text: str) -> str:
    """A TEXT value: backslash, semicolon, comma and newline are written with a backslash."""
    shown = plain(text).replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return shown.replace("\n", "\\n")


def _session(seen: View, words: Words) -> Lines:
    """The session, once its start is known; without its length it is an event of no length."""
    if seen.span is None:
        return
    facts = seen.assessment.facts
    end = seen.span.start + timedelta(minutes=number(facts, "minutes") or 0)
    yield from _begin("session", seen)
    yield f"DTSTART:{_instant(seen.span.start)}"
    yield f"DTEND:{_instant(end)}"
    yield _text("SUMMARY", _title(seen, words), words)
    if room := fact_words(facts, "room"):
        yield _text("LOCATION", one_line(room))
    yield from _alarms(_SESSION_ALARMS, _title(seen, words))
    yield "END:VEVENT"


def _last_day(gap: Gap, seen: View, words: Words) -> Lines:
    """The last day an item can be arranged in time."""
    if gap.last_day is None or gap.late:
        return
    said = words.text("Last day: {statement}", statement=statement(gap.item, seen.score.stage, words))
    yield from _day_event("last-day", gap, gap.last_day, said, seen, words)


def _due(gap: Gap, seen: View, words: Words) -> Lines:
    """The day by which the organiser said it would be done."""
    day = _promised(gap)
    if day is None or day < host_day(seen.assessment.facts, seen.score.as_of):
        return
    said = words.text("Due: {statement}", statement=statement(gap.item, seen.score.stage, words))
    yield from _day_event("due", gap, day, said, seen, words)


def _promised(gap: Gap) -> date | None:
    return gap.judged.answer.due if gap.judged.answer else None


def _day_event(kind: str, gap: Gap, day: date, summary: str, seen: View, words: Words) -> Lines:
    yield from _begin(f"{kind}/{gap.item.id}", seen)
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day + _DAY:%Y%m%d}"
    yield "TRANSP:TRANSPARENT"  # a deadline keeps nobody from meetings
    yield _text("SUMMARY", one_line(summary), words)
    yield _text("DESCRIPTION", "\n".join(_described(gap, words)), words)
    yield _text("CATEGORIES", words.text(CHECKLISTS[gap.item.checklist]), words)
    yield from _alarms(_ALARMS, summary)
    yield "END:VEVENT"


def _described(gap: Gap, words: Words) -> Lines:
    """How it stands, whose move it is, who takes care of it, what to do."""
    answer = gap.judged.answer
    yield outcome_words(gap.judged.outcome, gap.judged.to_test, words)
    yield words.text(PARTY_TITLES[gap.party])
    yield words.text("Who: {owner}", owner=(answer.owner if answer else None) or words.text(OWNERS[gap.item.owner]))
    yield field(gap.item, "when_late" if gap.late else "when_missing", words)


def _begin(name: str, seen: View) -> Lines:
    """What every event has; a higher SEQUENCE tells a calendar that it is the newer one."""
    yield "BEGIN:VEVENT"
    yield f"UID:{uuid5(seen.assessment.session, name)}"
    yield f"DTSTAMP:{_instant(seen.score.as_of)}"
    yield f"SEQUENCE:{seen.assessment.revision}"


def _alarms(before: tuple[str, ...], said: str) -> Lines:
    for trigger in before:
        yield from ("BEGIN:VALARM", "ACTION:DISPLAY", f"TRIGGER:{trigger}")
        yield _text("DESCRIPTION", one_line(said))
        yield "END:VALARM"


def _title(seen: View, words: Words) -> str:
    return one_line(fact_words(seen.assessment.facts, "title") or "") or words.text("Session without a title")


def _text(name: str, value: str, words: Words | None = None) -> str:
    language = f";LANGUAGE={words.language}" if words is not None else ""
    return f"{name}{language}:{escaped(value)}"


def _instant(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"
