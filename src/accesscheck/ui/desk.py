"""The desk all places work at: the session in hand, its view, what was said of a change, and where to go."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext, suppress
from datetime import UTC, datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from accesscheck.errors import AccessCheckError
from accesscheck.language.marks import N_
from accesscheck.language.words import Words

from .kept_code import kept_code
from .kept_code import place as kept_at
from .place import SESSION, START, WALK

if TYPE_CHECKING:
    from accesscheck.model.catalogue import Catalogue
    from accesscheck.operations.session import OpenSession
    from accesscheck.rules.view import View

DOOR = "window"
_FRESH = timedelta(minutes=1)
_CALM = 1000
"""Milliseconds without a change after which the list of recent sessions is written."""


def clock() -> datetime:
    """The instant it is now, with the offset of this computer: its day counts while no start is known."""
    return datetime.now(UTC).astimezone()


class Desk(QObject):
    """The one object the places share. `settings` is the folder of settings and recent sessions."""

    opened = Signal()
    """A session was opened or closed: see `session`."""
    changed = Signal(object)
    """The `View` after a committed change, undo and redo included."""
    announced = Signal(str)
    """To be said politely: a changed verdict or group, the end of an export."""
    failed = Signal(str)
    """What happened, what it means and what to do, to be shown to the person."""
    went = Signal(str, object)
    """A place by its id, and what to show there or None."""
    language_changed = Signal()
    """`words` are others now: the places are built anew."""

    def __init__(
        self, words: Words, settings: Path, now: Callable[[], datetime] = clock, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.words = words
        self.settings = settings
        self.now = now
        self.session: OpenSession | None = None
        self._view: View | None = None
        self._travelled: tuple[str, str] | None = None  # what to say of a step through the history, and its label
        self._calm = QTimer(self, singleShot=True, interval=_CALM)
        self._calm.timeout.connect(self._remember)

    @property
    def recent_file(self) -> Path:
        return self.settings / "recent.json"

    @cached_property
    def catalogue(self) -> Catalogue:
        """The checklists, loaded when first asked for."""
        from accesscheck.operations.catalogues import shipped

        return shipped()

    # --- looking ---

    def view(self) -> View:
        """The session in hand as of now, kept until the next change or minute; raises `LookupError` without one."""
        if self.session is None:
            raise LookupError("no session is open")
        now = self.now()
        if self._view is None or not timedelta(0) <= now - self._view.score.as_of < _FRESH:
            self._view = self.session.view(now)
        return self._view

    def set_words(self, words: Words) -> None:
        """Speak another language from now on."""
        self.words = words
        self.language_changed.emit()

    # --- sessions ---

    def open(self, path: Path) -> bool:
        """Open a session and go to its checklists; False when it could not be opened, and then it was said why."""
        if self.session is not None and self.session.document.path == path.absolute():
            self.go(WALK)
            return True
        return self._take(lambda: _open(path, self.catalogue), WALK)

    def new(self) -> bool:
        """Make a session at once in the documents folder and go to its facts."""
        return self._take(lambda: _new(self.catalogue, self.words, self.now()), SESSION)

    def open_example(self) -> bool:
        """Open a copy of the example of its own."""
        return self._take(lambda: _example(self.catalogue, self.words, self.now()), WALK)

    def name_file(self) -> bool:
        """Name the session's file after its title; False when that was refused, and then it was said why."""
        from accesscheck.operations.naming import better_name, name_session
        from accesscheck.storage.recent import forget

        target = better_name(self.session) if self.session is not None else None
        if self.session is None or target is None:
            return False
        before = str(self.session.document.path)
        try:
            self.session, hindered = name_session(self.session, target)
        except AccessCheckError as error:  # another program took it meanwhile; the file itself is whole
            self.session = None
            hindered = error
        self._view = None
        if hindered is not None:
            self.fail(hindered)
        else:
            with suppress(AccessCheckError):
                forget(self.recent_file, before)
        self._remember()
        if self.session is None:
            self.opened.emit()
            self.go(START)
        return hindered is None

    def close_session(self) -> None:
        """Give the document free and go to Start."""
        if self.session is not None:
            self.leave()
            self.opened.emit()
            self.go(START)

    def leave(self) -> None:
        """Give the document free before the window closes."""
        if self.session is not None:
            if self._calm.isActive():
                self._remember()
            self.session.close()
        self.session = self._view = None

    def _take(self, make: Callable[[], OpenSession], place: str) -> bool:
        """Take another session in hand; the one before stays when that fails."""
        first = "catalogue" not in vars(self)  # everything that sessions need is loaded with it
        with kept_code(kept_at("session")) if first else nullcontext():
            return self._took(make, place)

    def _took(self, make: Callable[[], OpenSession], place: str) -> bool:
        try:
            made = make()
        except AccessCheckError as error:
            self.fail(error)
            return False
        self.leave()
        self.session = made
        self._remember()
        self.opened.emit()
        self.go(place)
        return True

    # --- changing ---

    def attempt(self, step: Callable[[OpenSession, datetime], object]) -> AccessCheckError | None:
        """Run a step on the session; what refuses it comes back, to be said where it was tried."""
        if self.session is None:
            raise LookupError("no session is open")
        before = self.view()
        try:
            step(self.session, self.now())
        except AccessCheckError as error:
            return error
        if self.session.assessment is not before.assessment:
            self._changed_from(self.session, before)
        return None

    def perform(self, step: Callable[[OpenSession, datetime], object]) -> bool:
        """Run a step on the session; False when it was refused, and then it was said why."""
        error = self.attempt(step)
        if error is not None:
            self.fail(error)
        return error is None

    def undo(self) -> bool:
        """Take back the last change."""
        from accesscheck.operations.session import undo

        return self._travel(undo, N_("Undone: {what}"))

    def redo(self) -> bool:
        """Do again what was undone."""
        from accesscheck.operations.session import redo

        return self._travel(redo, N_("Done again: {what}"))

    def _travel(self, step: Callable[[OpenSession, datetime], str], message: str) -> bool:
        """Go through the history, and say what came of it with what changed by it."""

        def taken(session: OpenSession, at: datetime) -> None:
            self._travelled = message, step(session, at)

        done = self.perform(taken)
        self._travelled = None
        return done

    def _changed_from(self, session: OpenSession, before: View) -> None:
        self._view = after = session.view(self.now(), before)
        self._calm.start()
        self.changed.emit(after)
        said = self._told_of(before, after)
        if said:
            self.announced.emit(said)

    def _told_of(self, before: View, after: View) -> str:
        from .spoken import what_changed
        from .undone import change_words

        said = what_changed(before.score, after.score, self.words)
        if self._travelled is None:
            return said
        message, step = self._travelled
        what = self.words.text(message, what=change_words(step, before, after, self.words))
        return self.words.sentences(what, said)

    # --- saying and going ---

    def fail(self, error: AccessCheckError) -> None:
        """Say what went wrong, in words."""
        from accesscheck.language.problems import sentence

        self.failed.emit(sentence(error, self.words))

    def go(self, place: str, target: object = None) -> None:
        """Ask the window for a place, and for what to show there."""
        self.went.emit(place, target)

    def _remember(self) -> None:
        """Put the session first in the list of recent ones; work goes on where that cannot be written."""
        from accesscheck.operations.documents import recent_entry
        from accesscheck.storage.places import made
        from accesscheck.storage.recent import RecentSession, remember

        self._calm.stop()
        if self.session is None:
            return
        with suppress(AccessCheckError):
            made(self.settings)
            entry = recent_entry(self.view(), self.session.document.path, self.words)
            remember(self.recent_file, RecentSession(**entry))


def _open(path: Path, catalogue: Catalogue) -> OpenSession:
    from accesscheck.operations.documents import open_session

    return open_session(path, catalogue, DOOR)


def _new(catalogue: Catalogue, words: Words, at: datetime) -> OpenSession:
    from accesscheck.operations.documents import new_session
    from accesscheck.storage.places import documents_folder, made

    made(documents_folder())
    return new_session(catalogue, words, at, DOOR)


def _example(catalogue: Catalogue, words: Words, at: datetime) -> OpenSession:
    from accesscheck.operations.samples import open_example
    from accesscheck.storage.places import documents_folder

    return open_example(documents_folder(), catalogue, words, at, DOOR)
