"""The cards of Walk beneath each other, and how one of them is brought into view."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from accesscheck.model.catalogue import Item
from accesscheck.rules.view import View

from . import forms
from .desk import Desk
from .filters import judged_by_id
from .item_card import ItemCard
from .item_replies import FocusStay
from .laying_out import lay_out_now


class CardList(QWidget):
    """Shows a snapshot of items as cards, essentials under their own heading where both kinds are there."""

    help_wanted = Signal(object)
    """The card whose help is wanted."""

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        super().__init__(parent)
        self.cards: dict[str, ItemCard] = {}
        self._desk = desk
        self._stay = FocusStay(self)
        self._column = forms.column(self)
        self._held = QWidget(self)

    def build(self, items: tuple[Item, ...], view: View) -> None:
        """Other cards in place of those that are there."""
        self._stay.end()
        self._held.hide()
        self._held.deleteLater()
        self._held = QWidget(self)
        self.cards = {}
        self._fill(items, view)
        self._column.addWidget(self._held)
        self._held.show()  # now, not with the next event: the focus goes only to what is seen

    def refresh(self, view: View) -> None:
        """Show how each item stands."""
        judged = judged_by_id(view)
        for item, card in self.cards.items():
            card.refresh(view, judged.get(item))

    def offer_help(self, offered: bool) -> None:
        """Offer the help by a button of each card, where it does not stand beside the cards."""
        for card in self.cards.values():
            card.offer_help(offered)

    def card_of(self, widget: QObject | None) -> ItemCard | None:
        """The card that a widget belongs to."""
        at = widget
        while at is not None and at is not self:
            if isinstance(at, ItemCard):
                return at if self.cards.get(at.item.id) is at else None
            at = at.parent()
        return None

    def _fill(self, items: tuple[Item, ...], view: View) -> None:
        layout = forms.column(self._held, gap=2 * forms.GRID)
        judged = judged_by_id(view)
        mixed = len({item.essential for item in items}) == len((True, False))
        for place, item in enumerate(items):
            if mixed and (place == 0 or item.essential is not items[place - 1].essential):
                layout.addWidget(self._heading(item.essential))
            card = ItemCard(self._held, self._desk, self._stay, item, view)
            card.refresh(view, judged.get(item.id))
            card.help_wanted.connect(self.help_wanted)
            layout.addWidget(card)
            self.cards[item.id] = card

    def _heading(self, essential: bool) -> QWidget:
        words = self._desk.words
        said = words.text("Essentials") if essential else words.text("More items")
        return forms.heading(self._held, f"walk.heading.{'essential' if essential else 'more'}", said, level=2)


def reveal(area: QScrollArea, card: ItemCard, focus: QWidget) -> None:
    """Scroll so that the card is seen, with its help where both fit; of one too high, what is in focus."""
    lay_out_now()
    bar, high = area.verticalScrollBar(), area.viewport().height()
    top = _height_of(card, 0, area) - forms.GRID
    fitting = [part for part in (card.height(), card.answered_height()) if part + 2 * forms.GRID <= high]
    end = top + fitting[0] + 2 * forms.GRID if fitting else top + high
    end = max(end, _height_of(focus, focus.height(), area) + forms.GRID)
    bar.setValue(max(end - high, min(bar.value(), top)))


def _height_of(widget: QWidget, down: int, area: QScrollArea) -> int:
    """Where a widget's line `down` lies on what `area` scrolls, in pixels."""
    return widget.mapTo(area.widget() or area, QPoint(0, down)).y()
