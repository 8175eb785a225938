"""Every key of the windows in one table: actions are made from it, and help shows it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QKeySequence

from accesscheck.language.marks import N_
from accesscheck.language.words import Words


@dataclass(frozen=True, slots=True)
class Key:
    """A key with its action's id and words; `menu` is the menu it stands in, "" for none."""

    action: str
    sequence: str
    words: str
    menu: str = ""


KEYS = (
    Key("new", "Ctrl+N", N_("New session"), "session"),
    Key("open", "Ctrl+O", N_("Open a session…"), "session"),
    Key("example", "", N_("Open the example"), "session"),
    Key("stage", "", N_("Judge at another stage"), "session"),
    Key("forget", "", N_("Forget the history…"), "session"),
    Key("close", "Ctrl+W", N_("Close the session"), "session"),
    Key("quit", "Ctrl+Q", N_("Quit"), "session"),
    Key("undo", "Ctrl+Z", N_("Undo"), "edit"),
    Key("redo", "Ctrl+Shift+Z", N_("Redo"), "edit"),
    Key("search", "Ctrl+F", N_("Search"), "edit"),
    Key("start", "Ctrl+1", N_("Start"), "go"),
    Key("session", "Ctrl+2", N_("Session"), "go"),
    Key("walk", "Ctrl+3", N_("Checklists"), "go"),
    Key("summary", "Ctrl+4", N_("Summary"), "go"),
    Key("export", "Ctrl+5", N_("Export"), "go"),
    Key("next", "F8", N_("Next open item"), "go"),
    Key("previous", "Shift+F8", N_("Previous open item"), "go"),
    Key("speak", "Ctrl+Shift+V", N_("Say the verdict"), "view"),
    Key("help", "F1", N_("Help and keys"), "help"),
)

MENUS = (
    ("session", N_("&Session")),
    ("edit", N_("&Edit")),
    ("go", N_("&Go to")),
    ("view", N_("&View")),
    ("help", N_("&Help")),
)

ELSEWHERE = (
    (N_("Tab, Shift+Tab"), N_("Next and previous control")),
    (N_("Ctrl+Down, Ctrl+Up"), N_("Next and previous item of a checklist")),
    (N_("1 to 6"), N_("Answer the item in focus")),
    (N_("Delete"), N_("Clear the answer of the item in focus")),
    (N_("Alt+Left"), N_("From a fact back to the item that asked for it")),
    (N_("Space"), N_("Choose an answer, press a button")),
    (N_("Arrow keys"), N_("Go through the answers of one question")),
)
"""Keys that come with the controls."""


def key_rows(words: Words) -> tuple[tuple[str, str], ...]:
    """Key and what it does, for the table in help."""
    own = tuple(
        (QKeySequence(key.sequence).toString(QKeySequence.SequenceFormat.NativeText), words.text(key.words))
        for key in KEYS
        if key.sequence
    )
    return own + tuple((words.text(key), words.text(about)) for key, about in ELSEWHERE)
