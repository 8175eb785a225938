"""Which items of a checklist are listed, and which open one comes next. Pure: a view in, items out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum

from accesscheck.language.marks import N_
from accesscheck.model.catalogue import Item
from accesscheck.model.terms import Applicability, Checklist, Outcome, Party
from accesscheck.operations.changes import find_item
from accesscheck.rules.judging import Judged
from accesscheck.rules.scoring import column
from accesscheck.rules.view import View


class Show(StrEnum):
    """What a person can ask to be shown."""

    ESSENTIALS = "essentials"
    ALL = "all"
    OPEN = "open"
    MISSING = "missing"
    MINE = "mine"


SHOWN: Mapping[Show, str] = {
    Show.ESSENTIALS: N_("Essentials"),
    Show.ALL: N_("All"),
    Show.OPEN: N_("Open"),
    Show.MISSING: N_("Missing"),
    Show.MINE: N_("Mine"),
}


def judged_by_id(view: View) -> dict[str, Judged]:
    """How each item that is due counts."""
    return {one.item.id: one for one in view.judgement.due}


def listed(view: View, checklist: Checklist, show: Show) -> tuple[Item, ...]:
    """The items of a checklist that apply and that the filter shows, essentials first."""
    judged = judged_by_id(view)
    wanted = [item for item in _applying(view, checklist) if _TESTS[show](item, judged.get(item.id))]
    return tuple(sorted(wanted, key=lambda item: not item.essential))


def left_out(view: View, checklist: Checklist) -> tuple[Item, ...]:
    """The items of a checklist that do not apply to the session."""
    return tuple(item for item in view.catalogue.items if item.checklist is checklist and not _applies(view, item))


def next_open(view: View, after: str | None, step: int = 1) -> str | None:
    """The next item (or with -1 the one before) that nobody has answered or tested yet, over all checklists.

    Essentials first, then the others; counted from the item `after`, round the ends; None when nothing is open.
    """
    place = {item.id: at for at, item in enumerate(view.catalogue.items)}
    open_ones = [one.item for one in view.judgement.due if _is_open(one) and one.item.id != after]
    wanted = [item for item in open_ones if item.essential] or open_ones
    here = place.get(after or "", -1)
    ordered = sorted(wanted, key=lambda item: (step * (place[item.id] - here) < 0, step * place[item.id]))
    return ordered[0].id if ordered else None


def beside(shown: Sequence[str], item: str | None, step: int) -> str | None:
    """The item before (-1) or after (+1) in the list shown; the first when none is named, None past an end."""
    if item not in shown:
        return shown[0] if shown else None
    place = shown.index(item) + step
    return shown[place] if 0 <= place < len(shown) else None


def first_checklist(view: View) -> Checklist:
    """Where the next open item is; the first checklist when nothing is open."""
    item = next_open(view, None)
    return find_item(view.catalogue, item).checklist if item else view.catalogue.items[0].checklist


def grounds(view: View, checklist: Checklist) -> object:
    """What the snapshot stands on: the stage, and which items apply."""
    applying = {item.id for item in view.catalogue.items if view.why[item.id].state is not Applicability.NOT}
    return view.score.stage, tuple(
        item.id for item in view.catalogue.items if item.id in applying and item.checklist is checklist
    )


def _is_open(judged: Judged) -> bool:
    """Whether an answer is still to be given: a "no" that cannot be judged for want of a fact was given."""
    given = judged.answer.outcome if judged.answer else None
    return judged.to_test or (judged.outcome is Outcome.UNKNOWN and given in (None, Outcome.UNKNOWN))


def _applies(view: View, item: Item) -> bool:
    return view.why[item.id].state is not Applicability.NOT


def _applying(view: View, checklist: Checklist) -> list[Item]:
    return [item for item in view.catalogue.items if item.checklist is checklist and _applies(view, item)]


_TESTS: Mapping[Show, Callable[[Item, Judged | None], bool]] = {
    Show.ESSENTIALS: lambda item, judged: item.essential,
    Show.ALL: lambda item, judged: True,
    Show.OPEN: lambda item, judged: judged is not None and column(judged) in ("open", "waiting"),
    Show.MISSING: lambda item, judged: judged is not None and column(judged) == "missing",
    Show.MINE: lambda item, judged: (judged.party if judged else item.party) is Party.TEAM,
}
