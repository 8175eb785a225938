"""Start-up and what surrounds the window: the application object, its looks, and errors nobody expected."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QTimer, QTranslator
from PySide6.QtWidgets import QApplication

from accesscheck import resources
from accesscheck.language.words import load_words
from accesscheck.storage.places import log_folder, settings_folder

from .appearance import Appearance, apply_appearance, load_appearance
from .desk import Desk
from .focus import FocusGuide
from .garbage import collect_again
from .lasting_none import keep_none
from .roles import install_roles
from .style import AppStyle
from .window import MainWindow

if TYPE_CHECKING:
    from .unexpected import Unexpected

EXAMPLE = "--example"
_AT_REST = 1000
"""Milliseconds after which the window has opened what it was to open."""


def run(argv: list[str]) -> int:
    """Open the windows and stay until they are closed; returns the exit status."""
    words = load_words("en", resources.compiled("locale"))
    if len(argv) > 1 or (argv and argv[0].startswith("-") and argv[0] != EXAMPLE):
        sys.stderr.write(words.text("Usage: accesscheck [DOCUMENT]. For commands see accesscheck --help.") + "\n")
        return 2
    if not _has_display():
        sys.stderr.write(words.text("There is no display for windows. The commands work without: see --help.") + "\n")
        return 1
    application = make_application()
    window = make_window(application, settings_folder(), argv)
    window.show()
    status = application.exec()
    window.desk.leave()
    return status


def make_application() -> QApplication:
    """The application object, drawn in our style, with the keyboard's place shown."""
    keep_none()
    application = QApplication(["accesscheck"])
    application.setApplicationName("AccessCheck")
    application.setStyle(AppStyle())
    install_roles()
    FocusGuide(application)
    return application


def make_window(application: QApplication, settings: Path, argv: list[str]) -> MainWindow:
    """The window as it was left: on Start, or empty until what `argv` names is opened, right after it is shown."""
    chosen = load_appearance(settings)
    apply_appearance(application, chosen)
    _speak_qt(application, chosen)
    words = load_words(chosen.language, resources.compiled("locale"))
    desk = Desk(words, settings)
    window = MainWindow(desk, chosen, start=not argv)
    sys.excepthook = _catcher(desk, window)
    if argv:
        QTimer.singleShot(0, window, lambda: _open(desk, argv[0]))
    QTimer.singleShot(_AT_REST, collect_again)
    return window


def _catcher(
    desk: Desk, window: MainWindow
) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    """The last catch for errors nobody expected; what it needs is loaded with the first."""
    catch: list[Unexpected] = []

    def caught(kind: type[BaseException], error: BaseException, at: TracebackType | None) -> None:
        from .unexpected import Unexpected

        if not catch:
            catch.append(Unexpected(desk, log_folder(), window))
        catch[0].caught(kind, error, at)

    return caught


def _open(desk: Desk, named: str) -> None:
    if named == EXAMPLE:
        desk.open_example()
    else:
        desk.open(Path(named))


def _speak_qt(application: QApplication, chosen: Appearance) -> None:
    """The words inside Qt's own dialogs."""
    if chosen.language == "en":
        return
    translator = QTranslator(application)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if translator.load(f"qtbase_{chosen.language}", folder):
        application.installTranslator(translator)


def _has_display() -> bool:
    """Qt ends the process where it finds none, so it is asked first."""
    if not sys.platform.startswith("linux") or "QT_QPA_PLATFORM" in os.environ:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
