"""What was known earlier and went since, in words."""

from __future__ import annotations

from accesscheck.model.assessment import Earlier
from accesscheck.model.catalogue import Item
from accesscheck.model.terms import Outcome, Stage

from .facts import label
from .items import statement
from .terms import OUTCOMES
from .words import Words


def remembered(entry: Earlier, item: Item | None, words: Words) -> str:
    """What stood and went, with both dates; `item` is the one it names, None where it left the catalogue."""
    since, until = words.date(entry.since.date()), words.date(entry.until.date())
    if entry.kind == "need":
        fact = label(entry.id, words)
        return words.text("{need} Yes, from {since} until {until}.", need=fact, since=since, until=until)
    return words.text(
        "“{statement}” {outcome}, from {since} until {until}.",
        statement=statement(item, entry.stage or Stage.PLAN, words) if item else entry.id,
        outcome=words.text(OUTCOMES[Outcome(entry.was)]),
        since=since,
        until=until,
    )
