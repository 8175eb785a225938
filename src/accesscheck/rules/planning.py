"""When things must be arranged: the last day for each open item, and who must move."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from accesscheck.model.catalogue import Item
from accesscheck.model.moment import parse_start
from accesscheck.model.profile import FACTS, HOST, Facts, words
from accesscheck.model.terms import Party, Severity, Stage

from .judging import Judged, Judgement
from .scoring import column
from .stages import host_day


class Remedy(StrEnum):
    """What can still be done: the item's text that says so."""

    IN_TIME = "when_missing"
    LATE = "when_late"


@dataclass(frozen=True, slots=True)
class Gap:
    """An open item: how it counts, whose move it is, and the last day (host time) it can still be arranged in time.

    `last_day` is None without a lead time or a known start, and then it is due before the session; `late` once that
    day has passed; `remedy` None: the session is over, and nothing can be arranged for it any more.
    """

    judged: Judged
    last_day: date | None
    late: bool
    remedy: Remedy | None

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
    late = day is not None and host_day(situation.facts, situation.as_of) > day
    return Gap(judged, day, late, _remedy(judged.item, late, situation.stage))


def _remedy(item: Item, late: bool, stage: Stage) -> Remedy | None:
    """After the session only what is first asked then can still be mended."""
    if stage is Stage.DELIVERED:
        return Remedy.IN_TIME if item.ordered_stages[0] is Stage.DELIVERED else None
    return Remedy.LATE if late else Remedy.IN_TIME


def _urgency(gap: Gap) -> tuple[date, bool, int]:
    return gap.last_day or date.max, not gap.item.essential, list(Severity).index(gap.item.severity)
