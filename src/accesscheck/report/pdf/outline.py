"""The outline: one entry for each heading, nested as the headings are."""

from __future__ import annotations

from dataclasses import dataclass, field

from .drawing import Bookmark
from .objects import Objects, string
from .tagging import destination


@dataclass(slots=True)
class _Entry:
    """An entry and those below it; the outline itself has no heading."""

    reference: str
    mark: Bookmark | None = None
    kids: list[_Entry] = field(default_factory=list)

    @property
    def count(self) -> int:
        """The entries below it: all of them are shown."""
        return len(self.kids) + sum(kid.count for kid in self.kids)


def outline(objects: Objects, bookmarks: list[Bookmark], pages: list[str]) -> str | None:
    """The reference to the outline; None where there is no heading."""
    if not bookmarks:
        return None
    root = _Entry(objects.reserve())
    open_at = [root]
    for mark in bookmarks:
        entry = _Entry(objects.reserve(), mark)
        del open_at[mark.level :]
        open_at[-1].kids.append(entry)
        open_at.append(entry)
    objects.put(root.reference, f"<</Type/Outlines{_below(root)}>>")
    _write(objects, root, pages)
    return root.reference


def _write(objects: Objects, parent: _Entry, pages: list[str]) -> None:
    kids = parent.kids
    for position, entry in enumerate(kids):
        beside = f"/Prev {kids[position - 1].reference}" if position else ""
        if position + 1 < len(kids):
            beside += f"/Next {kids[position + 1].reference}"
        if entry.mark is not None:
            said = f"/Title{string(entry.mark.title)}/Dest{destination(entry.mark, pages)}"
            objects.put(entry.reference, f"<<{said}/Parent {parent.reference}{beside}{_below(entry)}>>")
        _write(objects, entry, pages)


def _below(entry: _Entry) -> str:
    if not entry.kids:
        return ""
    return f"/First {entry.kids[0].reference}/Last {entry.kids[-1].reference}/Count {entry.count}"
