"""How many of the essentials were answered: the one count that the list beside, the line above and the page share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from accesscheck.model.terms import Checklist, Outcome

if TYPE_CHECKING:
    from accesscheck.rules.view import View


@dataclass(frozen=True, slots=True)
class Share:
    """Essentials due: `done` were answered ("don't know" is an answer); `open` of all can still become known."""

    done: int
    total: int
    open: int

    @property
    def left(self) -> int:
        """How many were never answered."""
        return self.total - self.done


def essentials(view: View, checklist: Checklist | None = None) -> Share:
    """Of the whole session, or of one checklist."""
    answered = {one.item for one in view.assessment.answers if one.outcome is not None}
    due = [one for one in view.judgement.essentials if checklist in (None, one.item.checklist)]
    done = sum(one.item.id in answered for one in due)
    return Share(done, len(due), sum(one.outcome is Outcome.UNKNOWN or one.to_test for one in due))
