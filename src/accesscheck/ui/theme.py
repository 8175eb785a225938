"""Colours as data: three palettes, their contrast computed, every role set in every group."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtGui import QColor, QPalette


@dataclass(frozen=True, slots=True)
class Colours:
    """One palette, each colour as #RRGGBB; `quiet` is text of second rank, `on_accent` text on the accent."""

    window: str
    surface: str
    selection: str
    text: str
    quiet: str
    border: str
    accent: str
    on_accent: str
    met: str
    partly: str
    missing: str
    not_relevant: str


LIGHT = Colours(
    window="#F4F6F8",
    surface="#FFFFFF",
    selection="#DCE9F7",
    text="#1B1F24",
    quiet="#4A5360",
    border="#6B7785",
    accent="#0B5CAD",
    on_accent="#FFFFFF",
    met="#1A6B35",
    partly="#8A5300",
    missing="#B3261E",
    not_relevant="#5B4B8A",
)
DARK = Colours(
    window="#14171B",
    surface="#1D2126",
    selection="#22384F",
    text="#E8EBEF",
    quiet="#B4BDC8",
    border="#8793A1",
    accent="#7DB8F5",
    on_accent="#0B1420",
    met="#7FD49B",
    partly="#F0B45B",
    missing="#FF9A91",
    not_relevant="#C3B5F2",
)
CONTRAST = Colours(
    window="#000000",
    surface="#000000",
    selection="#003A66",
    text="#FFFFFF",
    quiet="#FFFFFF",
    border="#FFFFFF",
    accent="#FFD400",
    on_accent="#000000",
    met="#7CFFB0",
    partly="#FFD400",
    missing="#FF8A80",
    not_relevant="#D0BFFF",
)

SCHEMES: Mapping[str, Colours] = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}
_BY_WINDOW: Mapping[str, Colours] = {colours.window.lower(): colours for colours in SCHEMES.values()}

_Role = QPalette.ColorRole


def colours_of(palette: QPalette) -> Colours:
    """The colours a widget is drawn in, known by those of its window."""
    return _BY_WINDOW.get(palette.color(_Role.Window).name(), LIGHT)


def palette_of(colours: Colours) -> QPalette:
    """The whole palette: all roles, in all three groups; what is disabled is quiet, never faint."""
    made = QPalette()
    for role, colour in _roles(colours).items():
        made.setColor(QPalette.ColorGroup.All, role, QColor(colour))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.border))
    return made


def class_palettes(colours: Colours) -> Mapping[str, QPalette]:
    """Palettes of classes that are drawn in other colours than their surroundings, by class name."""
    quiet = {_Role.WindowText: colours.quiet, _Role.Text: colours.quiet}
    return {
        "PrimaryButton": _with(colours, {_Role.Button: colours.accent, _Role.ButtonText: colours.on_accent}),
        **dict.fromkeys(
            ("LinkButton", "TitleButton", "SentenceLink"), _with(colours, {_Role.ButtonText: colours.accent})
        ),
        "QuietText": _with(colours, quiet),
        "QuietLine": _with(colours, quiet),
        "ProblemText": _with(colours, {_Role.WindowText: colours.missing, _Role.Text: colours.missing}),
    }


def _with(colours: Colours, roles: Mapping[QPalette.ColorRole, str]) -> QPalette:
    made = palette_of(colours)
    for role, colour in roles.items():
        made.setColor(QPalette.ColorGroup.All, role, QColor(colour))
    return made


def _roles(colours: Colours) -> dict[QPalette.ColorRole, str]:
    surfaces = {_Role.Window: colours.window, _Role.Base: colours.surface, _Role.AlternateBase: colours.window}
    texts = {_Role.WindowText: colours.text, _Role.Text: colours.text, _Role.ButtonText: colours.text}
    others = {_Role.PlaceholderText: colours.quiet, _Role.BrightText: colours.missing}
    links = {_Role.Link: colours.accent, _Role.LinkVisited: colours.not_relevant, _Role.Accent: colours.accent}
    chosen = {_Role.Highlight: colours.selection, _Role.HighlightedText: colours.text}
    tips = {_Role.ToolTipBase: colours.surface, _Role.ToolTipText: colours.text}
    return surfaces | texts | others | links | chosen | tips | _edges(colours)


def _edges(colours: Colours) -> dict[QPalette.ColorRole, str]:
    """Qt derives frames and bevels from these; one border colour for all keeps them visible."""
    edges = (_Role.Mid, _Role.Midlight, _Role.Dark, _Role.Shadow)
    return {_Role.Button: colours.surface, _Role.Light: colours.surface} | dict.fromkeys(edges, colours.border)
