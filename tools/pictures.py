"""Pictures of every place of the windows, for looking at them and for README: `python tools/pictures.py FOLDER`.

Drawn without a screen: each sample session, light colours, 1366x768 at 100 and 200 % text, and every other language.
"""

from __future__ import annotations

import os
import sys
import tempfile
from datetime import datetime, timedelta
from pathlib import Path
from uuid import uuid4

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from accesscheck import resources
from accesscheck.language.words import LANGUAGES, load_words
from accesscheck.operations.documents import write_session
from accesscheck.operations.samples import SIX_WEEKS, sample
from accesscheck.rules.moving import moved
from accesscheck.storage.shipped import load_any
from accesscheck.ui.app import make_application
from accesscheck.ui.appearance import Appearance, apply_appearance
from accesscheck.ui.desk import Desk
from accesscheck.ui.place import EXPORT, SESSION, START, SUMMARY, WALK
from accesscheck.ui.window import MainWindow

PLACES = (SESSION, WALK, SUMMARY, EXPORT, START)
SAMPLES = ("example", "dccg-2018", "dcad-2018", "dcad-2023")


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    application = make_application()
    others = (Appearance(language=language) for language in LANGUAGES if language != "en")
    for look in (Appearance(), Appearance(text=200), *others):
        for name in SAMPLES if look == Appearance() else ("example",):
            take(application, look, name, folder)


def take(application: QApplication, look: Appearance, name: str, folder: Path) -> None:
    """Open a copy of the sample, go through every place and keep a picture of each."""
    with tempfile.TemporaryDirectory() as home:
        path, as_of = written(name, Path(home))
        apply_appearance(application, look)
        desk = Desk(load_words(look.language, resources.compiled("locale")), Path(home), lambda: as_of)
        window = MainWindow(desk, look)
        window.resize(1366, 768)
        window.show()
        desk.open(path)
        for place in PLACES:
            desk.go(place)
            QTest.qWait(60)
            target = folder / f"{name}-{place}-{look.text}-{look.language}.png"
            window.grab().save(str(target))
            print(target)
        desk.leave()
        window.close()


def written(name: str, home: Path) -> tuple[Path, datetime]:
    """A sample as a session, and the instant it is looked at; the example is moved to lie six weeks ahead."""
    catalogue = load_any()
    filled, as_of = sample(name, catalogue)
    if name == "example":
        filled = moved(filled, (SIX_WEEKS - timedelta(days=14)).days).model_copy(update={"session": uuid4()})
    path = home / f"{name}.accesscheck"
    write_session(path, catalogue, filled, as_of, "pictures").close()
    return path, as_of


if __name__ == "__main__":
    main(Path(sys.argv[1]))
