"""Sizes and colours of the page: one accent, calm tables, tones that words always accompany. Lengths are points."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from ..document import ParagraphStyle, Tone

TEXT = "#1B1F24"
SECONDARY = "#4A5360"
ACCENT = "#0B5CAD"
BORDER = "#6B7785"
TINT = "#DCE9F7"
TRACK = "#F4F6F8"

TONES = {
    Tone.PLAIN: TEXT,
    Tone.SECONDARY: SECONDARY,
    Tone.MET: "#1A6B35",
    Tone.PARTLY: "#8A5300",
    Tone.WAITING: "#8A5300",
    Tone.MISSING: "#B3261E",
    Tone.UNKNOWN: SECONDARY,
    Tone.NOT_RELEVANT: "#5B4B8A",
}


class PageSize(Enum):
    """Width and height of the paper."""

    A4 = (595.28, 841.89)
    LETTER = (612.0, 792.0)

    @property
    def width(self) -> float:
        return self.value[0]

    @property
    def height(self) -> float:
        return self.value[1]


MARGIN = 46.0  # left and right: lines of about 100 characters
TOP = 40.0
BOTTOM = 46.0
FOOTER = 22.0  # baseline of the footer above the paper's lower edge


@dataclass(frozen=True, slots=True)
class Style:
    """How a block of text is set; `before` is the space above it, `leading` the distance of its lines."""

    size: float
    leading: float
    before: float
    bold: bool = False
    colour: str = TEXT

    @property
    def baseline(self) -> float:
        """Distance of the baseline from the line's upper edge: ascent and descent of the faces lie centred in it."""
        return self.leading / 2 + self.size * 0.36


HEADINGS = {
    1: Style(18, 23, 0, bold=True),
    2: Style(13.5, 17, 11, bold=True, colour=ACCENT),
    3: Style(10.5, 15, 8, bold=True),
    4: Style(10, 14.5, 9, bold=True),
    5: Style(10, 14.5, 10, bold=True),
    6: Style(10, 14.5, 10, bold=True, colour=SECONDARY),
}
PARAGRAPHS = {
    ParagraphStyle.BODY: Style(10, 13.6, 4.5),
    ParagraphStyle.VERDICT: Style(19, 24, 5, bold=True),
    ParagraphStyle.NOTE: Style(8.5, 12, 5, colour=SECONDARY),
}
CELLS = {
    ParagraphStyle.BODY: Style(9, 12, 2),
    ParagraphStyle.VERDICT: Style(12, 17, 4, bold=True),
    ParagraphStyle.NOTE: Style(8.2, 11.5, 2, colour=SECONDARY),
}
CAPTION = Style(10.5, 15, 7, bold=True)
BAR = Style(9, 12, 3)
LEGEND = Style(8.5, 12, 5, colour=SECONDARY)
FOOT = Style(8.2, 11.5, 0, colour=SECONDARY)

INDENT = 17.0  # of a list's text from its labels
PADDING = (5.0, 2.0)  # of a table cell: sideways, up and down
