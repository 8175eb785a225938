"""When things must be arranged: the last day for each open item, and who must move."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from accesscheck.model.catalogue import Item
from accesscheck.model.moment import parse_start
from accesscheck.model.profile import FACTS, HOST, Facts, words
from accesscheck.model.terms import Party, Severity

from .judging import Judged, Judgement
from .scoring import column


@dataclass(frozen=True, slots=True)
class Gap:
    """An open item: how it counts, whose move it is, and the last day (host time) it can still be arranged in time.

    `last_day` is None without a lead time or a known start; `late` once that day has passed.
    """

    judged: Judged
    last_day: date | None
    late: bool

    @property
    def item(self) -> Item:
        return self.judged.item

    @property
    def party(self) -> Party:
        return self.judged.party


def gaps(judgement: Judgement) -> tuple[Gap, ...]:
    """Everything due that is not done, by last day, essentials and the more severe first."""
    open_items = [one for one in judgement.due if column(one) in ("open", "waiting", "missing")]
    found = [_gap(one, judgement) for one in open_items]
    return tuple(sorted(found, key=_urgency))


def deadlines(judgement: Judgement) -> tuple[Gap, ...]:
    """Open items with a last day, the nearest first; those whose day has passed stand first."""
    return tuple(gap for gap in gaps(judgement) if gap.last_day is not None)


def last_day(item: Item, facts: Facts) -> date | None:
    """The last day, by the host's calendar, on which an item can be arranged with its lead time."""
    start = words(facts, "start")
    if start is None or item.lead_days is None:
        return None
    return parse_start(start).local.date() - timedelta(days=item.lead_days)


def questions_to_host(facts: Facts) -> tuple[str, ...]:
    """The facts of which the organiser said that the host knows them."""
    return tuple(spec.id for spec in FACTS if spec.id in facts and facts[spec.id].value == HOST)


def by_party(found: Iterable[Gap]) -> dict[Party, tuple[Gap, ...]]:
    """Who must move: the gaps of each party, in the given order."""
    listed = tuple(found)
    return {party: tuple(gap for gap in listed if gap.party is party) for party in Party}


def _gap(judged: Judged, judgement: Judgement) -> Gap:
    situation = judgement.situation
    day = last_day(judged.item, situation.facts)
    return Gap(judged, day, day is not None and _host_day(situation.facts, situation.as_of) > day)


def _host_day(facts: Facts, as_of: datetime) -> date:
    """The day on the host's calendar at an instant, the UTC day while no start is known."""
    start = words(facts, "start")
    return as_of.date() if start is None else as_of.astimezone(ZoneInfo(parse_start(start).zone)).date()


def _urgency(gap: Gap) -> tuple[date, bool, int]:
    return gap.last_day or date.max, not gap.item.essential, list(Severity).index(gap.item.severity)
