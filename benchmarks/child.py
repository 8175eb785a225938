"""One measured process of run.py: says "shown" on standard output when what it is to show was painted."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtWidgets import QApplication, QWidget

    from accesscheck.model.catalogue import Catalogue
    from accesscheck.model.terms import Outcome
    from accesscheck.operations.session import OpenSession
    from accesscheck.ui.window import MainWindow

FIVE_SECONDS = 5000
TIMES = 60
DRAINED = 5


def windows() -> tuple[Callable[..., Any], Callable[..., Any]]:
    """What makes the application and its window, imported as the program imports it."""
    from accesscheck.__main__ import spare_plugins
    from accesscheck.ui import import_qt

    spare_plugins()

    import_qt()
    from accesscheck.ui.app import make_application, make_window

    return make_application, make_window


def after_paint(application: QApplication, widget: QWidget, then: Callable[[], None]) -> None:
    """Call `then` right after the widget's first paint event was handled."""
    from PySide6.QtCore import QEvent, QObject, QTimer

    class Watch(QObject):
        done = False

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
            if event.type() == QEvent.Type.Paint and watched is widget and not self.done:
                self.done = True
                QTimer.singleShot(0, then)
            return False

    application.installEventFilter(Watch(application))


def said_and_gone() -> None:
    print("shown", flush=True)
    os._exit(0)


def bare(then: Callable[[], None]) -> int:
    from PySide6.QtWidgets import QApplication, QMainWindow

    application = QApplication([])
    window = QMainWindow()
    after_paint(application, window, then)
    window.show()
    return int(application.exec())


def start(home: Path, then: Callable[[], None]) -> int:
    make_application, make_window = windows()

    application = make_application()
    window = make_window(application, home / "settings", [])
    after_paint(application, window.place, then)
    window.show()
    return int(application.exec())


def example(home: Path) -> int:
    """The session is open, its verdict stands above, and its first radio button was painted."""
    from PySide6.QtCore import QEvent, QObject, QTimer
    from PySide6.QtWidgets import QRadioButton

    make_application, make_window = windows()

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
            painted = event.type() == QEvent.Type.Paint and isinstance(watched, QRadioButton)
            if painted and window.desk.session is not None and window.place.place_id == "walk":
                QTimer.singleShot(0, said_and_gone)
            return False

    application = make_application()
    window = make_window(application, home / "settings", [str(home / "example.accesscheck")])
    application.installEventFilter(Watch(application))
    window.show()
    return int(application.exec())


def inside(home: Path) -> None:
    """Bare and product in turn, so that what else the machine does weighs on both."""
    make_application, make_window = windows()

    application = make_application()
    window = make_window(application, home / "settings", [])
    window.desk.__dict__["catalogue"] = long_catalogue()  # what the cached property holds once it was asked for
    window.show()
    bare_verdict, keep = bare_answer(home)
    window.desk.open(home / "answered.accesscheck")
    application.processEvents()
    verdict, answer = product_answer(window)
    bare, product = Painted(application, bare_verdict), Painted(application, verdict)
    for turn in range(TIMES):
        bare.take(partial(keep, turn))
        product.take(partial(answer, turn))
    print(*bare.to_paint)
    print(*bare.to_rest)
    print(*product.to_paint)
    print(*product.to_rest)
    print(*openings(application, window, home / "unanswered.accesscheck"))
    print(*openings(application, window, home / "answered.accesscheck"))


def product_answer(window: MainWindow) -> tuple[QWidget, Callable[[int], object]]:
    """The verdict above the session, and what changes it turn by turn."""
    from PySide6.QtWidgets import QWidget

    from accesscheck.model.terms import Outcome

    verdict: QWidget | None = window.findChild(QWidget, "header.verdict")
    assert verdict is not None
    item = next(one for one in window.desk.view().judgement.essentials if one.item.partly).item

    def answer(turn: int) -> None:
        outcome = Outcome.PARTLY if turn % 2 else Outcome.MISSING
        window.desk.perform(partial(answer_with, item.id, outcome))

    return verdict, answer


def answer_with(item: str, outcome: Outcome, session: OpenSession, at: datetime) -> None:
    from accesscheck.operations.session import give_answer

    give_answer(session, item, {"outcome": outcome}, at)


def openings(application: QApplication, window: MainWindow, path: Path) -> list[float]:
    taken = []
    for _ in range(7):
        window.desk.close_session()
        application.processEvents()
        begun = time.perf_counter()
        window.desk.open(path)
        application.processEvents()
        taken.append(time.perf_counter() - begun)
    return taken


class Painted:
    """Seconds from the beginning of each step until a widget was painted, and until nothing is left to do."""

    def __init__(self, application: QApplication, widget: QWidget) -> None:
        self.application, self.widget = application, widget
        self.to_paint: list[float] = []
        self.to_rest: list[float] = []

    def take(self, step: Callable[[], object]) -> None:
        from PySide6.QtCore import QEvent, QObject

        painted: list[float] = []
        widget = self.widget

        class Watch(QObject):
            def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  # Qt's name
                if event.type() != QEvent.Type.Paint:
                    return False
                widget.removeEventFilter(self)
                widget.event(event)
                painted.append(time.perf_counter())
                return True

        for _ in range(DRAINED):
            self.application.processEvents()  # what the step before left to do
        watch = Watch()
        widget.installEventFilter(watch)
        begun = time.perf_counter()
        step()
        self.application.processEvents()
        self.to_rest.append(time.perf_counter() - begun)
        self.to_paint.append(painted[0] - begun)


def bare_answer(home: Path) -> tuple[QWidget, Callable[[int], object]]:
    """The least that keeps an answer and shows a verdict: one row committed, one label painted anew."""
    import sqlite3

    from PySide6.QtWidgets import QLabel, QMainWindow

    database = sqlite3.connect(home / "bare.sqlite", isolation_level=None)
    database.execute("PRAGMA synchronous=EXTRA")
    database.execute("CREATE TABLE IF NOT EXISTS state (key TEXT PRIMARY KEY, value TEXT)")
    window, label = QMainWindow(), QLabel("verdict")
    window.setCentralWidget(label)
    window.show()

    def keep_and_show(turn: int) -> None:
        database.execute("INSERT OR REPLACE INTO state VALUES ('answer', ?)", (str(turn),))
        assert window.isVisible()  # and so kept alive
        label.setText(f"verdict {turn}")

    return label, keep_and_show


def long_catalogue() -> Catalogue:
    """The shipped catalogue made long: 150 items, its own ones over again under other ids."""
    from accesscheck.storage.shipped import load_any

    shipped = load_any()
    copies = (item.model_copy(update={"id": f"{item.id}-{turn}"}) for turn in range(3) for item in shipped.items)
    return shipped.model_copy(update={"items": (*shipped.items, *copies)[:150]})


def prepare(home: Path) -> None:
    """Write five recent sessions, an example, and sessions of 150 items with all and none answered."""
    from datetime import UTC, datetime
    from uuid import uuid4

    from accesscheck.errors import AnswerRefused
    from accesscheck.model.assessment import Assessment
    from accesscheck.model.terms import Outcome
    from accesscheck.operations.changes import with_answer
    from accesscheck.operations.documents import write_session
    from accesscheck.operations.samples import sample
    from accesscheck.storage.recent import RecentSession, remember
    from accesscheck.storage.shipped import load_any

    now = datetime.now(UTC)
    (home / "settings").mkdir()
    filled, _ = sample("example", load_any())
    write_session(home / "example.accesscheck", load_any(), filled, now, "benchmark").close()
    for number in range(5):
        path = home / f"recent {number}.accesscheck"
        write_session(path, load_any(), filled, now, "benchmark").close()
        entry = RecentSession(str(path), f"Session {number}", "excludes", "plan", "2", now.isoformat(), now.isoformat())
        remember(home / "settings" / "recent.json", entry)
    long = long_catalogue()
    empty = Assessment(session=uuid4(), revision=0, facts=filled.facts)
    write_session(home / "unanswered.accesscheck", long, empty, now, "benchmark").close()
    answered = empty
    for item in long.items:
        if not (item.measure and item.figure_decides):
            with suppress(AnswerRefused):  # an item that does not apply here takes no answer
                answered = with_answer(long, answered, item, item.ordered_stages[0], {"outcome": Outcome.MET}, now)
    write_session(home / "answered.accesscheck", long, answered, now, "benchmark").close()


def report_memory() -> None:
    from PySide6.QtCore import QTimer

    def tell() -> None:
        line = next(one for one in Path("/proc/self/status").read_text().splitlines() if one.startswith("VmRSS"))
        print(f"{int(line.split()[1]) / 1024:.1f}", flush=True)
        os._exit(0)

    QTimer.singleShot(FIVE_SECONDS, tell)


def main() -> int:
    match sys.argv[1:]:
        case ["bare", _]:
            return bare(said_and_gone)
        case ["start", home]:
            return start(Path(home), said_and_gone)
        case ["example", home]:
            return example(Path(home))
        case ["inside", home]:
            inside(Path(home))
        case ["prepare", home]:
            prepare(Path(home))
        case ["memory", "bare", _]:
            return bare(report_memory)
        case ["memory", "start", home]:
            return start(Path(home), report_memory)
    return 0


if __name__ == "__main__":
    sys.exit(main())
