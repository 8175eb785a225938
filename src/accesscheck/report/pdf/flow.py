"""Pieces of content to pages: what is kept together, where a page ends, which rows are repeated on the next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from .drawing import PAGINATION, Drawing
from .style import BOTTOM, TOP

# Repeated header rows may take no more than this part of a page.
_MOST_REPEATED = 1 / 3
# What is taller than this part of a page may be torn; anything lower moves to the next page whole.
_TEARABLE = 1 / 2
_LEAST_PART = 60.0  # a torn piece shows at least this height on the page it begins on


class Piece(Protocol):
    """Something with a height that can draw itself, and perhaps be torn in two.

    `before` is the space above it, which a page's head swallows; `keep` holds it on one page with the next piece.
    """

    before: float
    keep: bool

    @property
    def height(self) -> float: ...

    def draw(self, drawing: Drawing, top: float) -> None: ...

    def split(self, room: float) -> tuple[Piece, Piece] | None:
        """Two parts of which the first is no higher than `room`; None where no part would fit."""


@runtime_checkable
class Repeating(Protocol):
    """A piece whose table's header rows are shown again where it begins a page."""

    running: Sequence[Piece]


def stacked(pieces: Sequence[Piece]) -> float:
    """Height of pieces below each other; the space above the first does not count."""
    return sum(piece.before + piece.height for piece in pieces) - (pieces[0].before if pieces else 0.0)


class Flow:
    """Takes pieces in reading order and draws them page by page."""

    def __init__(self, drawing: Drawing) -> None:
        self._drawing = drawing
        self._head = drawing.size.height - TOP
        self._y = self._start = self._head
        self._waiting: list[Piece] = []

    @property
    def _room(self) -> float:
        return self._y - BOTTOM

    @property
    def _page_room(self) -> float:
        return self._head - BOTTOM

    @property
    def _fresh(self) -> bool:
        """Whether nothing but repeated header rows stands on the page."""
        return self._y == self._start

    def add(self, pieces: Sequence[Piece]) -> None:
        """Place the pieces; those that must stay with what follows wait for it."""
        for piece in pieces:
            self._waiting.append(piece)
            if not piece.keep:
                self._place_waiting()

    def finish(self) -> None:
        """Place what still waits."""
        self._place_waiting()

    def _place_waiting(self) -> None:
        group, self._waiting = self._waiting, []
        if group and not self._fresh and self._needed(group) > self._room:
            self._new_page(group[0])
        for piece in group:
            self._place(piece)

    def _needed(self, group: list[Piece]) -> float:
        """Room the group needs to begin here; of a tall last piece the first part is enough."""
        last = group[-1]
        height = _LEAST_PART if last.height > self._page_room * _TEARABLE else last.height
        return sum(piece.before + piece.height for piece in group[:-1]) + last.before + height

    def _place(self, piece: Piece) -> None:
        rest: Piece | None = piece
        while rest is not None:
            before = 0.0 if self._fresh else rest.before
            if before + rest.height <= self._room:
                self._draw(rest, before)
                return
            rest = self._place_part(rest, before)

    def _place_part(self, piece: Piece, before: float) -> Piece | None:
        """Draw what fits of a piece that is too high for the page; the rest goes to the next one."""
        parts = piece.split(self._room - before)
        if parts is None and self._fresh:
            self._draw(piece, before)  # nothing smaller can be made of it
            return None
        if parts is None:
            self._new_page(piece)
            return piece
        self._draw(parts[0], before)
        self._new_page(parts[1])
        return parts[1]

    def _draw(self, piece: Piece, before: float) -> None:
        self._y -= before
        piece.draw(self._drawing, self._y)
        self._y -= piece.height

    def _new_page(self, first: Piece) -> None:
        """Begin a page with `first`, under its table's header rows where it has some."""
        self._drawing.new_page()
        self._y = self._head
        running: Sequence[Piece] = first.running if isinstance(first, Repeating) else ()
        if running and stacked(running) <= self._page_room * _MOST_REPEATED:
            with self._drawing.artifact(PAGINATION):
                for piece in running:
                    self._draw(piece, 0.0)
        self._start = self._y
