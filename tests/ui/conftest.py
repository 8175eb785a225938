"""A window of our own in each test: its folders below tmp_path, its clock held."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from accesscheck.language.words import Words
from accesscheck.model.catalogue import Catalogue
from accesscheck.ui.desk import Desk
from accesscheck.ui.focus import FocusGuide
from accesscheck.ui.lasting_none import keep_none
from accesscheck.ui.roles import install_roles
from accesscheck.ui.style import AppStyle
from accesscheck.ui.window import MainWindow

from .windows import make_desk, shown

keep_none()


@pytest.fixture(scope="session")
def dressed(qapp: QApplication) -> QApplication:
    """The application as it is at start-up."""
    qapp.setStyle(AppStyle())
    install_roles()
    FocusGuide(qapp)
    return qapp


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Documents, settings and logs of this test alone."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DOCUMENTS_DIR", str(tmp_path / "Documents"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("ACCESSCHECK_LANGUAGE", "en")
    return tmp_path


@pytest.fixture
def desk(dressed: QApplication, english: Words, catalogue: Catalogue, tmp_path: Path) -> Iterator[Desk]:
    """A desk without a session."""
    made = make_desk(english, catalogue, tmp_path / "settings")
    yield made
    made.leave()


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> MainWindow:
    """The window on Start, shown at 1366x768."""
    return shown(desk, qtbot)
