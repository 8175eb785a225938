"""The bar chart: each tone has a colour and a pattern, each bar its words and its value in print."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ..document import Bar, Figure, Tone
from .breaking import clean
from .drawing import Drawing
from .flow import Piece
from .structure import Element, Mark
from .style import BAR, BORDER, LEGEND, TONES, TRACK, Style
from .text import Area, Line, Run, Setting, lines

_SHARES = (0.34, 0.44, 0.22)  # of the width: label, bar, value
_GAP = 8.0
_BAR_HEIGHT = 9.0
_SWATCH = 14.0
_SPACING = 4.0  # of a pattern's lines

Box = tuple[float, float, float, float]


@dataclass(slots=True)
class BarLine:
    """One bar with its label and value; all of it belongs to the figure."""

    label: list[Line]
    value: list[Line]
    bar: Area
    segments: tuple[tuple[float, Tone], ...]
    figure: Element
    right_to_left: bool
    before: float = BAR.before
    keep: bool = False

    @property
    def height(self) -> float:
        return max(len(self.label), len(self.value), 1) * BAR.leading

    def split(self, room: float) -> None:
        return None

    def draw(self, drawing: Drawing, top: float) -> None:
        drawing.mark(self.figure)
        _stack(drawing, self.label, top)
        self._draw_bar(drawing, top - (BAR.leading + _BAR_HEIGHT) / 2)
        _stack(drawing, self.value, top)
        left = min(line.area.x for line in [*self.label, *self.value]) if self.label or self.value else self.bar.x
        _cover(self.figure, drawing, (left, top - self.height, self.bar.x + self.bar.width, top))

    def _draw_bar(self, drawing: Drawing, y: float) -> None:
        drawing.fill(TRACK, self.bar.x, y, self.bar.width, _BAR_HEIGHT)
        begun = 0.0
        for share, tone in self.segments:
            width = min(max(share, 0.0), 1.0 - begun)
            start = 1.0 - begun - width if self.right_to_left else begun
            begun += width
            if width > 0:
                swatch(drawing, tone, (self.bar.x + start * self.bar.width, y, width * self.bar.width, _BAR_HEIGHT))
        drawing.outline(BORDER, 0.5, self.bar.x, y, self.bar.width, _BAR_HEIGHT)


@dataclass(slots=True)
class LegendLine:
    """What one tone stands for."""

    words: list[Line]
    tone: Tone
    area: Area
    figure: Element
    before: float = LEGEND.before
    keep: bool = False

    @property
    def height(self) -> float:
        return len(self.words) * LEGEND.leading

    def split(self, room: float) -> None:
        return None

    def draw(self, drawing: Drawing, top: float) -> None:
        drawing.mark(self.figure)
        y = top - (LEGEND.leading + _BAR_HEIGHT) / 2
        swatch(drawing, self.tone, (self.area.x, y, self.area.width, _BAR_HEIGHT))
        drawing.outline(BORDER, 0.5, self.area.x, y, self.area.width, _BAR_HEIGHT)
        _stack(drawing, self.words, top)


def _stack(drawing: Drawing, found: list[Line], top: float) -> None:
    for number, line in enumerate(found):
        line.draw(drawing, top - number * line.height)


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
    for piece in made[:-1]:
        piece.keep = True
    return made


def _bar(bar: Bar, figure: Element, area: Area, setting: Setting) -> BarLine:
    label, middle, value = _columns(area, setting.right_to_left)
    return BarLine(
        _words(bar.label, label, figure, BAR, setting),
        _words(bar.value, value, figure, BAR, setting),
        middle,
        bar.segments,
        figure,
        setting.right_to_left,
    )


def _legend(tone: Tone, words: str, figure: Element, area: Area, setting: Setting) -> LegendLine:
    _, middle, value = _columns(area, setting.right_to_left)
    left, right = min(middle.x, value.x), max(middle.x + middle.width, value.x + value.width)
    room = right - left - _SWATCH - _GAP
    shown = Area(right - _SWATCH if setting.right_to_left else left, _SWATCH)
    text = Area(left if setting.right_to_left else left + _SWATCH + _GAP, room)
    return LegendLine(_words(words, text, figure, LEGEND, setting), tone, shown, figure)


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


def _cover(figure: Element, drawing: Drawing, box: Box) -> None:
    """Keep the bounding box of what stands on the figure's first page."""
    first = next((kid.page for kid in figure.kids if isinstance(kid, Mark)), drawing.page)
    if first == drawing.page:
        figure.cover(*box)
