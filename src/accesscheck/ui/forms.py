"""The one place widgets come from: each with its label, name, description and object name.

Data hangs on textChanged, toggled and valueChanged, or on `chosen` of a group: assistive technology does not fire
clicked, textEdited or editingFinished. Every text passed in comes from `Words`. Create in reading order: readers
follow the order of creation, not of layout.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from .controls import (
    TARGET,
    ChoiceBox,
    Heading1,
    Heading2,
    LineEdit,
    LinkButton,
    PrimaryButton,
    QuietText,
    Text,
    TextEdit,
    TitleButton,
    Toast,
)
from .fields import Field, RadioGroup
from .flow import FlowLayout
from .icons import IconButton, Mark

if TYPE_CHECKING:
    from .table import WordTable

GRID = 8
"""All distances are multiples of it, in pixels."""

# --- words ---


def heading(parent: QWidget, name: str, words: str, level: int = 1) -> QLabel:
    """A heading of a place (level 1) or inside it (2)."""
    label = Heading1(words, parent) if level == 1 else Heading2(words, parent)
    label.setObjectName(name)
    return label


def text(parent: QWidget, name: str, words: str = "", quiet: bool = False) -> Text:
    """Running text; `quiet` is of second rank."""
    label = QuietText(words, parent) if quiet else Text(words, parent)
    label.setObjectName(name)
    return label


def mark(parent: QWidget, name: str, state: str, words: str) -> Mark:
    """A state's icon with its word: met, partly, missing, waiting, unknown or not-relevant."""
    return Mark(parent, name, state, words)


def toast(parent: QWidget, name: str) -> Toast:
    """A line that says what just happened; `say` shows it, and screen readers speak it."""
    made = Toast("", parent)
    made.setObjectName(name)
    return made


def table(parent: QWidget, name: str, title: str, headers: Sequence[str], rows: Sequence[Sequence[str]]) -> WordTable:
    """A table of words, as high as its rows; `title` is its accessible name."""
    from .table import WordTable

    return WordTable(parent, name, title, headers, rows)


# --- what is pressed ---


def button(parent: QWidget, name: str, words: str, description: str = "", primary: bool = False) -> QPushButton:
    """A button with a verb on it; `primary` is the one thing to do next."""
    made = PrimaryButton(words, parent) if primary else QPushButton(words, parent)
    return _pressed(made, name, description)


def link_button(parent: QWidget, name: str, words: str, description: str = "") -> QPushButton:
    """Leads somewhere else."""
    return _pressed(LinkButton(words, parent), name, description)


def icon_button(parent: QWidget, name: str, drawing: str, words: str, description: str = "") -> QPushButton:
    """A button that shows an icon alone; `words` is its name, and its tip for those who see it."""
    made = _pressed(IconButton(parent, drawing), name, description)
    made.setAccessibleName(words)
    made.setToolTip(words)
    return made


def title_button(parent: QWidget, name: str, words: str, description: str = "") -> QPushButton:
    """A link of any length, shortened where there is no room."""
    made = _pressed(TitleButton(words, parent), name, description)
    made.setAccessibleName(words)
    return made


def _pressed(made: QPushButton, name: str, description: str) -> QPushButton:
    made.setObjectName(name)
    made.setAccessibleName(made.text().replace("&", ""))
    made.setAccessibleDescription(description)
    made.setMinimumHeight(TARGET)
    made.setAutoDefault(False)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return made


def check_box(parent: QWidget, name: str, words: str, description: str = "") -> QCheckBox:
    """Yes or no by itself."""
    made = QCheckBox(words, parent)
    made.setObjectName(name)
    made.setAccessibleDescription(description)
    made.setMinimumHeight(TARGET)
    return made


def radio_group(
    parent: QWidget, name: str, question: str, options: Iterable[tuple[str, str]], clear: str = ""
) -> RadioGroup:
    """A question with one answer of several (value, words); `clear` is the words of the button that takes it back."""
    return RadioGroup(parent, name, question, options, clear)


# --- what is typed or chosen ---


def line_edit(parent: QWidget, name: str, label: str, description: str = "") -> Field[LineEdit]:
    """One line of text."""
    return Field(parent, name, LineEdit(parent), label, description)


def number_edit(parent: QWidget, name: str, label: str, description: str = "") -> Field[LineEdit]:
    """A number as a person types it; narrow. Whether it fits is for the rules to say, `refuse` shows it."""
    field = line_edit(parent, name, label, description)
    field.control.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)
    field.control.setMaximumWidth(160)
    return field


def text_edit(parent: QWidget, name: str, label: str, description: str = "") -> Field[TextEdit]:
    """Several lines of text."""
    return Field(parent, name, TextEdit(parent), label, description)


def choice_box(
    parent: QWidget, name: str, label: str, options: Iterable[tuple[str, str]], description: str = ""
) -> Field[ChoiceBox]:
    """One of many (value, words); listen to `control.currentIndexChanged`, read `control.value()`."""
    return Field(parent, name, ChoiceBox(options, parent), label, description)


def progress_bar(parent: QWidget, name: str, words: str) -> QProgressBar:
    """How far something has come; starts at nothing."""
    bar = QProgressBar(parent)
    bar.setObjectName(name)
    bar.setAccessibleName(words)
    bar.setValue(0)
    bar.setTextVisible(False)
    return bar


# --- where they stand ---


def column(parent: QWidget, gap: int = GRID, margin: int = 0) -> QVBoxLayout:
    """Lay the widgets of `parent` out beneath each other."""
    layout = QVBoxLayout(parent)
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.setSpacing(gap)
    return layout


def row(parent: QWidget, gap: int = GRID) -> QHBoxLayout:
    """Lay the widgets of `parent` out side by side; only for what always fits."""
    layout = QHBoxLayout(parent)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(gap)
    return layout


def flow(parent: QWidget, gap: int = GRID) -> FlowLayout:
    """Lay the widgets of `parent` out side by side, wrapped where the width ends."""
    return FlowLayout(parent, gap)


def card(parent: QWidget, name: str) -> QFrame:
    """A bordered surface for what belongs together."""
    frame = QFrame(parent)
    frame.setObjectName(name)
    frame.setFrameShape(QFrame.Shape.StyledPanel)
    frame.setAutoFillBackground(True)
    frame.setBackgroundRole(frame.backgroundRole().Base)
    return frame


def scroll(parent: QWidget, name: str, inside: QWidget) -> QScrollArea:
    """Lets `inside` be higher than the window, never wider; is no stop of the Tab key."""
    area = QScrollArea(parent)
    area.setViewport(QWidget(area))  # Qt's own would be asked for its type, which loads those of all widgets: 10 ms
    area.setObjectName(name)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidgetResizable(True)
    area.setWidget(inside)
    return area
