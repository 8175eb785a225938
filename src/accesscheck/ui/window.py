"""The one window: verdict and next step above, the way through the session beside, one place at a time."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QStackedWidget, QWidget

from accesscheck import resources
from accesscheck.language.words import load_words

from . import forms
from .appearance import Appearance, apply_appearance, save_appearance
from .building import build_place
from .desk import Desk
from .focus import begin, first_stop
from .menus import Menus
from .place import NEXT_OPEN, PLACES, PREVIOUS_OPEN, SESSION, STAGE, START, WALK, Place
from .start import StartPage

if TYPE_CHECKING:
    from accesscheck.rules.view import View

    from .surroundings import Surroundings

NARROW = 1100
"""Below so many pixels, or from 150 % text on, the way through the session is a drop-down."""
_LARGE_TEXT = 150
_SIZE = QSize(1180, 760)
_FRAME = QSize(10, 40)
"""Room for the frame that the desktop puts around the window, in pixels."""
_MINUTE = 60_000


def first_size(available: QSize) -> QSize:
    """Size of the window without its frame, so that both fit where `available` is free."""
    return _SIZE.boundedTo(available - _FRAME)


class MainWindow(QMainWindow):
    """Shows the session of a desk; without `start` it stays empty until a session or a message comes."""

    def __init__(self, desk: Desk, look: Appearance, start: bool = True) -> None:
        super().__init__()
        self.desk = desk
        self.look = look
        self.setObjectName("main")
        self._places: dict[str, Place] = {}
        self._around: Surroundings | None = None
        self._build()
        if start:
            self._go(START, None)
        desk.went.connect(self._go)
        desk.opened.connect(self._session_came_or_went)
        desk.changed.connect(self._changed)
        desk.failed.connect(self._fail)
        desk.announced.connect(self._say)
        desk.language_changed.connect(self._build_anew)
        minute = QTimer(self, interval=_MINUTE)
        minute.timeout.connect(self._minute_passed)
        minute.start()
        self.resize(first_size(QGuiApplication.primaryScreen().availableSize()))

    @property
    def place(self) -> Place:
        """The place that is shown."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Place) else self._places[START]

    # --- building ---

    def _build(self) -> None:
        words = self.desk.words
        self.setWindowTitle(words.text("AccessCheck"))
        self._menus = Menus(self, words, self.look)
        self._menus.asked.connect(self._asked)
        self._menus.chosen.connect(self._choose)
        self._menus.enable(self.desk.session is not None)
        self._inside = inside = QWidget(self)
        self._column = forms.column(inside, gap=0)
        self._body = QWidget(inside)
        self._row = QHBoxLayout(self._body)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._stack = QStackedWidget(self._body)
        self._row.addWidget(self._stack, 1)
        self._column.addWidget(self._body, 1)
        self._toast = forms.toast(inside, "toast")
        self._toast.setContentsMargins(16, 6, 16, 6)
        self._toast.hide()
        self._column.addWidget(self._toast)
        self.setCentralWidget(inside)

    def _build_anew(self) -> None:
        """In another language: everything again, at the same place."""
        place = self.place.place_id
        for name in list(self._places):
            self._drop(name)
        self._around = None
        self._build()
        self._go(START, None)
        if self.desk.session is not None:
            self._session_came_or_went()
            self._go(place, None)

    def _session_came_or_went(self) -> None:
        here = self.desk.session is not None
        self._drop_places()
        self._menus.enable(here)
        if here and self._around is None:
            self._surround()
        if self._around is not None:
            self._around.set_visible(here)
        self._toast.hide()
        self._title()

    def _surround(self) -> None:
        """What stands around the places of a session; made with the first one."""
        from .surroundings import Surroundings

        around = Surroundings(self._inside, self._body, self.desk.words)
        self._column.insertWidget(0, around.header)
        self._column.insertWidget(1, around.problem)
        self._column.insertWidget(2, around.above)
        self._row.insertWidget(0, around.beside)
        around.wanted.connect(self._asked)
        around.picked.connect(self._picked)
        around.in_reading_order()
        self._toast.raise_()
        self._around = around
        self._arrange()

    def _drop_places(self) -> None:
        for name in [name for name in self._places if name != START]:
            self._drop(name)

    def _drop(self, name: str) -> None:
        place = self._places.pop(name)
        place.leave()
        self._stack.removeWidget(place)
        place.deleteLater()

    # --- going ---

    def _go(self, place: str, target: object) -> None:
        if place != START and self.desk.session is None:
            place = START
        known = self._places.get(place)
        shown = known or self._make(place)
        stays = self._focus_stays(shown)
        self._toast.hide()  # what was said there is not said of here
        if isinstance(known, StartPage):
            known.show_recent()
        self._stack.setCurrentWidget(shown)
        if self._around is not None:
            self._around.set_visible(place != START)
            self._around.problem.hide()
        if self.desk.session is not None and place != START:
            self._refresh(self.desk.view())
        put = shown.show_target(target)
        self._show_around()
        if not stays and not put:
            self._take_focus(shown)

    def _make(self, place: str) -> Place:
        made = build_place(place, self.desk, self._stack)
        self._places[place] = made
        self._stack.addWidget(made)
        return made

    def _focus_stays(self, place: Place) -> bool:
        """A person at work in the place, or going through the list beside it, keeps the focus."""
        focus = QApplication.focusWidget()
        return focus is not None and (place.isAncestorOf(focus) or self._is_navigation(focus))

    def _take_focus(self, place: Place) -> None:
        first = first_stop(place)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, place, partial(begin, place, first))

    def _is_navigation(self, widget: QWidget) -> bool:
        return self._around is not None and widget in (self._around.side, self._around.drop_down)

    def _picked(self, place: str, checklist: str) -> None:
        from accesscheck.model.terms import Checklist

        self.desk.go(place, Checklist(checklist) if checklist else None)

    def _asked(self, action: str) -> None:
        steps = {
            "new": self.desk.new,
            "open": self._open,
            "example": self.desk.open_example,
            "stage": lambda: self.desk.go(SESSION, STAGE),
            "forget": self._forget,
            "close": self.desk.close_session,
            "quit": self.close,
            "undo": self.desk.undo,
            "redo": self.desk.redo,
            "search": self._search,
            "next": lambda: self.desk.go(WALK, NEXT_OPEN),
            "previous": lambda: self.desk.go(WALK, PREVIOUS_OPEN),
            "speak": self._speak,
            "help": self._help,
        }
        if action in PLACES:
            self.desk.go(action)
        else:
            steps[action]()

    def _open(self) -> None:
        from .dialogs import ask_for_session

        ask_for_session(self.desk, self)

    def _help(self) -> None:
        from .dialogs import HelpDialog
        from .keys import key_rows

        hours = self.desk.catalogue.scoring.rehearsal_hours
        HelpDialog(self, self.desk.words, key_rows(self.desk.words), hours).exec()

    def _forget(self) -> None:
        from .forgetting import forget_asked

        forget_asked(self.desk, self)

    def _search(self) -> None:
        from .search import search

        search(self.desk, self)

    # --- showing ---

    def _changed(self, view: View) -> None:
        if self._around is not None:
            self._around.header.show_verdict(view, self.desk.words)
        self._toast.hide()  # it was said of the change before
        self._refresh(view)

    def _refresh(self, view: View) -> None:
        if self.place.place_id != START:
            self.place.refresh(view)
        self._show_around()
        self._title()

    def _show_around(self) -> None:
        """Verdict and way as the session stands, and where in it one is."""
        if self._around is not None and self.desk.session is not None:
            place = self.place
            self._around.refresh(self.desk.view(), self.desk.words, place.place_id, place.checklist or "")

    def _title(self) -> None:
        words = self.desk.words
        if self.desk.session is None:
            self.setWindowTitle(words.text("AccessCheck"))
            return
        from accesscheck.operations.documents import session_title

        title = session_title(self.desk.session.assessment, words)
        self.setWindowTitle(words.text("AccessCheck — {session}", session=title))

    def _minute_passed(self) -> None:
        if self.desk.session is not None and self.place.place_id != START:
            self._refresh(self.desk.view())

    def _say(self, said: str) -> None:
        self._toast.say(said)

    def _speak(self) -> None:
        from .verdict_line import verdict_line

        self._toast.say(verdict_line(self.desk.view(), self.desk.words))

    def _fail(self, sentence: str) -> None:
        if not self._places:
            self._go(START, None)
        if self._around is not None and self._around.visible:
            self._around.problem.say(sentence)
        else:
            self._toast.say(sentence)

    def _choose(self, look: Appearance) -> None:
        before, self.look = self.look, look
        save_appearance(self.desk.settings, look)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            apply_appearance(application, look)
        self._menus.now = look
        if look.language != before.language:
            self.desk.set_words(load_words(look.language, resources.compiled("locale")))
        self._arrange()

    # --- the window itself ---

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def closeEvent(self, event: QCloseEvent) -> None:
        for place in self._places.values():
            place.leave()
        self.desk.leave()
        super().closeEvent(event)

    def _arrange(self) -> None:
        if self._around is not None:
            self._around.set_narrow(self.width() < NARROW or self.look.text >= _LARGE_TEXT)
