"""Walk: the items of one checklist as cards with their help, answered one after another."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QWidget

from accesscheck.language.terms import CHECKLISTS
from accesscheck.model.catalogue import Item
from accesscheck.model.terms import Applicability, Checklist
from accesscheck.operations.changes import find_item
from accesscheck.rules.view import View

from . import forms
from .desk import Desk
from .essentials import essentials
from .filters import SHOWN, Show, beside, first_checklist, grounds, left_out, listed, next_open
from .help_panel import HelpPanel
from .item_card import ItemCard
from .navigation import NavigationBox, NavigationList
from .place import NEXT_OPEN, PREVIOUS_OPEN, WALK, Place
from .tab_order import tab_in_order
from .walk_cards import CardList, reveal
from .walk_foot import LeftOut

NARROW = 1100
"""Width of the window, in pixels, under which the help stands beneath the item in focus."""
_ROOM = 118
"""Characters of the page's width under which it does so too: large text."""
_HELP = 40
_CARDS = 112
"""Characters of the widths of the help and, at most, of the cards."""
_STEPS = {"Ctrl+Down": 1, "Alt+PgDown": 1, "Ctrl+Up": -1, "Alt+PgUp": -1}


class WalkPage(Place):
    """Cards for the items that a filter shows: a snapshot, so that an answered item stays where it is."""

    place_id = WALK

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.checklist: Checklist | None = None
        self._grounds: object = None
        self._current: str | None = None
        self._last: str | None = None  # the item that has the focus, or had it before a button above was pressed
        self._beneath = False
        self._row = forms.row(self, gap=0)
        self._body = QWidget(self)
        self._area = forms.scroll(self, "walk.scroll", self._body)
        self._build_body()
        self._side = QWidget(self)
        self._help = HelpPanel(self._side, desk.words)
        self._arrange()
        self._listen()

    # --- what the window asks for ---

    def refresh(self, view: View) -> None:
        """Show how each item stands; built anew only when other items apply or another stage has come."""
        if self.checklist is None:
            self._open(first_checklist(view), view)
        elif self._grounds != grounds(view, self.checklist):
            self._build(view)
        self._list.refresh(view)
        self._counts.setText(self._counted(view))
        self._show_help(view)

    def show_target(self, target: object) -> bool:
        """Go to a checklist, to an item, or to the next open item or the one before."""
        view = self.desk.view()
        if target in (NEXT_OPEN, PREVIOUS_OPEN):
            target = next_open(view, self._last, 1 if target == NEXT_OPEN else -1)
            if target is None:
                self.desk.announced.emit(self.desk.words.text("Nothing is open any more."))
        if target is not None and target not in list(Checklist):
            return self._go_to(find_item(view.catalogue, str(target)), view)
        if target is not None:
            self._open(Checklist(str(target)), view)
        return self._take_focus()

    def leave(self) -> None:
        """The session goes: where the focus wanders while the page is taken down concerns no item any more."""
        self._list.cards = {}

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._last = None

    def _take_focus(self) -> bool:
        """Whoever comes from elsewhere begins with an item; whoever goes through the list beside stays there."""
        focus, card = QApplication.focusWidget(), self._list.cards.get(self._current or "")
        elsewhere = self._list.card_of(focus) is None and not isinstance(focus, NavigationList | NavigationBox)
        if card is not None and elsewhere:
            card.focus_answer()
        return card is not None and elsewhere

    # --- which items are shown ---

    def _open(self, checklist: Checklist, view: View) -> None:
        self.checklist = checklist
        self._current = self._last = None
        self._build(view)
        self._area.verticalScrollBar().setValue(0)

    def _go_to(self, item: Item, view: View) -> bool:
        """Show the item among its neighbours and put the focus on it; one that does not apply says why, instead."""
        applies = view.why[item.id].state is not Applicability.NOT
        if item.checklist is not self.checklist:
            self._open(item.checklist, view)
        if not applies:
            self._foot.unfold()
            return True
        if item.id not in self._list.cards:
            self._filter.set_value(Show.ESSENTIALS if item.essential else Show.ALL)
            self._build(view)
        self._list.cards[item.id].focus_answer()
        self._last = item.id
        return True

    def _step(self, step: int) -> None:
        wanted = beside(list(self._list.cards), self._focused_item(), step)
        if wanted is not None:
            self._list.cards[wanted].focus_answer()

    def _filtered(self) -> None:
        self._current = None
        self._build(self.desk.view())

    # --- cards ---

    def _build(self, view: View) -> None:
        """The snapshot: which items the filter shows now."""
        if self.checklist is None:
            return
        self._grounds = grounds(view, self.checklist)
        self._title.setText(self.desk.words.text(CHECKLISTS[self.checklist]))
        self._help.setParent(self._side)
        items = listed(view, self.checklist, Show(self._filter.value()))
        self._list.build(items, view)
        self._list.offer_help(self._beneath)
        self._nothing.setVisible(not items)
        self._counts.setText(self._counted(view))
        self._foot.show_items(left_out(view, self.checklist), view)
        self._current = self._current if self._current in self._list.cards else next(iter(self._list.cards), None)
        self._place_help()
        self._show_help(view)
        tab_in_order(self)

    def _counted(self, view: View) -> str:
        """How the numbers of this page, of the list beside and of the line above belong together."""
        if self.checklist is None:
            return ""
        share = essentials(view, self.checklist)
        return self.desk.words.text(
            "Essentials answered here: {done} of {total}. Shown: {shown} of {all} items.",
            done=share.done,
            total=share.total,
            shown=len(self._list.cards),
            all=len(listed(view, self.checklist, Show.ALL)),
        )

    # --- help ---

    def _show_help(self, view: View) -> None:
        card = self._list.cards.get(self._current or "")
        self._help.setVisible(card is not None)
        if card is not None:
            self._help.show_item(card.item, view)

    def _place_help(self) -> None:
        """Beside the cards, or beneath the card in focus."""
        card = self._list.cards.get(self._current or "")
        self._side.setVisible(not self._beneath)
        if self._beneath and card is not None:
            card.take_help(self._help)
        elif not self._beneath:
            self._side_column.addWidget(self._help)
        self._help.stand_beneath(self._beneath)

    def _enter_help(self, card: ItemCard | None = None) -> None:
        """Put the focus into the help of a card, or of the one in focus."""
        if card is not None:
            self._set_current(card.item.id)
        self._help.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _leave_help(self) -> None:
        card = self._list.cards.get(self._current or "")
        if card is not None:
            card.focus_answer()

    def _set_current(self, item: str) -> None:
        if item != self._current:
            self._current = item
            self._place_help()
            self._show_help(self.desk.view())

    # --- focus, keys, width ---

    def event(self, event: QEvent) -> bool:
        """F1 belongs to the item while one is in focus; inside the help it leads on to the window's own."""
        asked = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F1
        if asked and event.type() == QEvent.Type.ShortcutOverride and not self._help.hasFocus() and self._list.cards:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F1:
            self._enter_help()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        letter = self.fontMetrics().averageCharWidth()
        self._side.setFixedWidth(letter * _HELP)
        self._column.setMaximumWidth(letter * _CARDS)
        beneath = self.window().width() < NARROW or self.width() < letter * _ROOM
        if beneath != self._beneath:
            self._beneath = beneath
            self._list.offer_help(beneath)
            self._place_help()

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        """The help follows the focus. What was clicked stays under the pointer: nothing moves for the mouse."""
        card = self._list.card_of(new)
        if card is not None:
            self._last = card.item.id
        elif self._is_other(new):
            self._last = None
        by_mouse = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        if card is None or (by_mouse and self._beneath):
            return
        self._set_current(card.item.id)
        if not by_mouse:
            QTimer.singleShot(0, self, self._reveal)

    def _is_other(self, widget: QWidget | None) -> bool:
        """Whether it is a place of the keyboard that belongs to no item: the filter, or the list beside."""
        if isinstance(widget, NavigationList | NavigationBox):
            return True
        if widget is None or not self.isAncestorOf(widget):
            return False
        return widget is not self._help and not self._help.isAncestorOf(widget)

    def _reveal(self) -> None:
        focus = QApplication.focusWidget()
        card = self._list.card_of(focus)
        if card is not None and focus is not None:
            reveal(self._area, card, focus)

    def _focused_item(self) -> str | None:
        card = self._list.card_of(QApplication.focusWidget())
        return card.item.id if card is not None else self._current if self._help.hasFocus() else None

    # --- building ---

    def _build_body(self) -> None:
        words = self.desk.words
        outer = QHBoxLayout(self._body)
        outer.setContentsMargins(2 * forms.GRID, 2 * forms.GRID, 2 * forms.GRID, 2 * forms.GRID)
        self._column = QWidget(self._body)
        outer.addWidget(self._column, 100)
        outer.addStretch(1)
        layout = forms.column(self._column, gap=2 * forms.GRID)
        self._title = forms.heading(self._column, "walk.title", "")
        options = [(str(show), words.text(SHOWN[show])) for show in Show]
        self._filter = forms.radio_group(self._column, "walk.show", words.text("Show"), options)
        self._filter.set_value(Show.ESSENTIALS)
        said = self._said(self._column)
        self._nothing = forms.text(
            self._column, "walk.nothing", words.text("Nothing here matches. Choose “All” to see every item.")
        )
        self._list = CardList(self._column, self.desk)
        self._foot = LeftOut(self._column, self.desk)
        for widget in (self._title, self._filter, said, self._nothing, self._list, self._foot):
            layout.addWidget(widget)
        layout.addStretch(1)

    def _said(self, parent: QWidget) -> QWidget:
        """What is said once, above the cards."""
        words, box = self.desk.words, QWidget(parent)
        column = forms.column(box, gap=0)
        self._counts = forms.text(box, "walk.counts", quiet=True)
        kept = forms.text(box, "walk.kept", words.text("Every answer is kept as you give it."), quiet=True)
        hint = words.text("Keys 1 to 6 answer the item in focus, F8 leads to the next open one, F1 to its help.")
        for line in (self._counts, kept, forms.text(box, "walk.keys", hint, quiet=True)):
            column.addWidget(line)
        return box

    def _arrange(self) -> None:
        filters = self._filter.layout()
        if isinstance(filters, QBoxLayout):
            filters.setDirection(QBoxLayout.Direction.LeftToRight)
            filters.setStretch(1, 1)
            filters.setSpacing(2 * forms.GRID)
        self._side_column = forms.column(self._side, margin=2 * forms.GRID)
        self._side_column.addWidget(self._help)
        self._row.addWidget(self._area, 1)
        self._row.addWidget(self._side)

    def _listen(self) -> None:
        self._filter.chosen.connect(self._filtered)
        self._help.left.connect(self._leave_help)
        self._list.help_wanted.connect(self._enter_help)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)
        for keys, step in _STEPS.items():
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self._step(step))
