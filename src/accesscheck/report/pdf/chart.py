"""The bar chart: each tone has a colour and a pattern, each bar its words and its value in print."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from ..document import Bar, Figure, Tone
from .breaking import clean
from .drawing import Drawing
from .flow import Piece
from .lines import lines
from .structure import Element, Mark
from .style import BAR, BORDER, LEGEND, TONES, TRACK, Style
from .text import Area, Line, Run, Setting

_SHARES = (0.34, 0.44, 0.22)  # of the width: label, bar, value
_GAP = 8.0
_BAR_HEIGHT = 9.0
_SWATCH = 14.0
_SPACING = 4.0  # of a pattern's lines

Box = tuple[float, float, float, float]
Shape = Callable[[Drawing, float], None]  # draws itself with its lower edge at a height


@dataclass(slots=True)
class ChartRow:
    """Words beside each other, with the shape they belong to in the middle of their first line."""

    columns: tuple[list[Line], ...]
    shape: Shape | None
    figure: Element
    area: Area
    style: Style
    before: float
    keep: bool = True

    @property
    def height(self) -> float:
        return max(1, *map(len, self.columns)) * self.style.leading

    def split(self, room: float) -> tuple[Piece, Piece] | None:
        """Words of many lines may go on without their shape."""
        fitting = int(room // self.style.leading)
        if not 0 < fitting < max(map(len, self.columns)):
            return None
        first = replace(self, columns=tuple(lines[:fitting] for lines in self.columns))
        rest = replace(self, columns=tuple(lines[fitting:] for lines in self.columns), shape=None)
        return first, rest

    def draw(self, drawing: Drawing, top: float) -> None:
        drawing.mark(self.figure)
        if self.shape is not None:
            self.shape(drawing, top - (self.style.leading + _BAR_HEIGHT) / 2)
        for column in self.columns:
            for number, line in enumerate(column):
                line.draw(drawing, top - number * self.style.leading)
        self._cover(drawing, top)

    def _cover(self, drawing: Drawing, top: float) -> None:
        """The figure's bounding box is that of what stands on its first page."""
        first = next((kid.page for kid in self.figure.kids if isinstance(kid, Mark)), None)
        if first == drawing.page:
            self.figure.cover(self.area.x, top - self.height, self.area.x + self.area.width, top)


def _draw_bar(bar: Bar, area: Area, right_to_left: bool) -> Shape:
    def draw(drawing: Drawing, y: float) -> None:
        drawing.fill(TRACK, area.x, y, area.width, _BAR_HEIGHT)
        begun = 0.0
        for share, tone in bar.segments:
            width = min(max(share, 0.0), 1.0 - begun)
            start = 1.0 - begun - width if right_to_left else begun
            begun += width
            if width > 0:
                swatch(drawing, tone, (area.x + start * area.width, y, width * area.width, _BAR_HEIGHT))
        drawing.outline(BORDER, 0.5, area.x, y, area.width, _BAR_HEIGHT)

    return draw


def _draw_key(tone: Tone, area: Area) -> Shape:
    def draw(drawing: Drawing, y: float) -> None:
        swatch(drawing, tone, (area.x, y, area.width, _BAR_HEIGHT))
        drawing.outline(BORDER, 0.5, area.x, y, area.width, _BAR_HEIGHT)

    return draw


def swatch(drawing: Drawing, tone: Tone, box: Box) -> None:
    """A rectangle (x, y, width, height) in the colour and the pattern of a tone."""
    x, y, width, height = box
    draw = _PATTERNS.get(tone)
    if draw is None:
        drawing.fill(TONES[tone], x, y, width, height)
        return
    drawing.fill("#FFFFFF", x, y, width, height)
    with drawing.clip(x, y, width, height):
        draw(drawing, TONES[tone], box)
    drawing.outline(TONES[tone], 1, x + 0.5, y + 0.5, max(width - 1, 0.1), height - 1)


def _slanted(lean: float) -> Callable[[Drawing, str, Box], None]:
    """Parallel lines that run `lean` times the height sideways."""

    def draw(drawing: Drawing, colour: str, box: Box) -> None:
        x, y, width, height = box
        reach = abs(lean) * height
        for step in range(int((width + 2 * reach) / _SPACING) + 1):
            foot = x - reach + step * _SPACING
            drawing.line(colour, 1.2, (foot, y), (foot + lean * height, y + height))

    return draw


def _level(drawing: Drawing, colour: str, box: Box) -> None:
    x, y, width, _ = box
    for share in (0.3, 0.7):
        drawing.line(colour, 1.2, (x, y + share * _BAR_HEIGHT), (x + width, y + share * _BAR_HEIGHT))


def _crossed(drawing: Drawing, colour: str, box: Box) -> None:
    _slanted(1)(drawing, colour, box)
    _slanted(-1)(drawing, colour, box)


def _empty(drawing: Drawing, colour: str, box: Box) -> None:
    """Only the edge, which every pattern has."""


# Tones that are not here are solid.
_PATTERNS: dict[Tone, Callable[[Drawing, str, Box], None]] = {
    Tone.PARTLY: _slanted(1),
    Tone.WAITING: _slanted(0),
    Tone.MISSING: _crossed,
    Tone.UNKNOWN: _empty,
    Tone.NOT_RELEVANT: _level,
}


def pieces(figure: Figure, parent: Element, area: Area, setting: Setting) -> list[Piece]:
    """The figure's bars and its legend, kept on one page where they fit on one."""
    element = parent.child("Figure")
    element.alt = figure.alt
    made: list[Piece] = [_bar(bar, element, area, setting) for bar in figure.chart.bars]
    made += [_legend(tone, words, element, area, setting) for tone, words in figure.chart.legend]
    if made:
        made[-1].keep = False
    return made


def _bar(bar: Bar, figure: Element, area: Area, setting: Setting) -> ChartRow:
    label, middle, value = _columns(area, setting.right_to_left)
    columns = (_words(bar.label, label, figure, BAR, setting), _words(bar.value, value, figure, BAR, setting))
    return ChartRow(columns, _draw_bar(bar, middle, setting.right_to_left), figure, area, BAR, BAR.before)


def _legend(tone: Tone, words: str, figure: Element, area: Area, setting: Setting) -> ChartRow:
    _, middle, value = _columns(area, setting.right_to_left)
    left, right = min(middle.x, value.x), max(middle.x + middle.width, value.x + value.width)
    shown = Area(right - _SWATCH if setting.right_to_left else left, _SWATCH)
    text = Area(left if setting.right_to_left else left + _SWATCH + _GAP, right - left - _SWATCH - _GAP)
    columns = (_words(words, text, figure, LEGEND, setting),)
    return ChartRow(columns, _draw_key(tone, shown), figure, area, LEGEND, LEGEND.before)


def _words(text: str, area: Area, figure: Element, style: Style, setting: Setting) -> list[Line]:
    """Lines of a label; the blank at its end keeps it apart from what is read after it."""
    run = Run(f"{clean(text).strip()} ", figure, style.bold, style.colour, setting.language, isolated=False)
    return lines([run], style, area, setting)


def _columns(area: Area, right_to_left: bool) -> tuple[Area, Area, Area]:
    """Room for label, bar and value in reading order."""
    label, bar, value = (share * area.width - _GAP / 2 for share in _SHARES)
    first = Area(area.x, label)
    second = Area(area.x + label + _GAP, bar - _GAP / 2)
    third = Area(area.x + label + bar + 1.5 * _GAP, value)
    if not right_to_left:
        return first, second, third
    whole = 2 * area.x + area.width
    mirrored = [Area(whole - one.x - one.width, one.width) for one in (first, second, third)]
    return mirrored[0], mirrored[1], mirrored[2]
