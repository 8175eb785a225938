"""The bar chart: each tone has a colour and a pattern, each bar its words and its value in print."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from ..document import Bar, Figure, Tone
from .breaking import clean
from .drawing import Drawing
from .flow import Piece
from .lines import lines
from .structure import Element, Mark
from .style import BAR, BORDER, LEGEND, TONES, TRACK, Style
from .text import Area, Line, Run, Setting

_SHARES = (0.53, 0.28, 0.19)  # of the width: most for the labels, least for the bars, value
_TOGETHER = 6  # bars at least on each page: fewer than twice as many stay on one
_GAP = 8.0
_BAR_HEIGHT = 8.0
_SWATCH = 14.0
_APART = 16.0  # between two entries of the legend
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
        count = max(1, round((width + 2 * reach) / _SPACING))
        apart = (width + 2 * reach) / count  # evenly, so that none doubles the edge
        for step in range(count):
            foot = x - reach + (step + 0.5) * apart
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
    """The figure's legend and below it its bars; a long chart goes on on the next page, with several bars on each."""
    element = parent.child("Figure")
    element.alt = figure.alt
    made: list[Piece] = list(_legend(figure.chart.legend, element, area, setting))
    made += _bars(figure.chart.bars, element, area, setting)
    if made:
        made[-1].keep = False
    return made


def _bars(bars: tuple[Bar, ...], figure: Element, area: Area, setting: Setting) -> Iterator[ChartRow]:
    columns = _columns(area, _label_share(bars, figure, area, setting), setting.right_to_left)
    for number, bar in enumerate(bars, 1):
        row = _bar(bar, figure, area, columns, setting)
        row.keep = number < _TOGETHER or number > len(bars) - _TOGETHER
        yield row


def _label_share(bars: tuple[Bar, ...], figure: Element, area: Area, setting: Setting) -> float:
    """What part of the width the longest label needs, within bounds."""
    widest = (line.seen for bar in bars for line in _words(bar.label, area, figure, BAR, setting))
    return min((max(widest, default=0.0) + _GAP) / area.width, _SHARES[0])


def _bar(bar: Bar, figure: Element, area: Area, columns: tuple[Area, Area, Area], setting: Setting) -> ChartRow:
    label, middle, value = columns
    said = (_words(bar.label, label, figure, BAR, setting), _words(bar.value, value, figure, BAR, setting))
    return ChartRow(said, _draw_bar(bar, middle, setting.right_to_left), figure, area, BAR, BAR.before)


@dataclass(frozen=True, slots=True)
class _Entry:
    """What one tone stands for: its words in lines, `width` points wide with the swatch before them."""

    tone: Tone
    lines: list[Line]
    width: float

    def shape_at(self, x: float, right_to_left: bool) -> Shape:
        """Give the words their place beside the swatch, the entry's left edge being at x."""
        beside = _SWATCH + _GAP / 2
        place = Area(x if right_to_left else x + beside, self.width - beside)
        for line in self.lines:
            line.area = place
        return _draw_key(self.tone, Area(x + self.width - _SWATCH if right_to_left else x, _SWATCH))


def _legend(legend: tuple[tuple[Tone, str], ...], figure: Element, area: Area, setting: Setting) -> Iterator[ChartRow]:
    """The entries side by side, on further rows where one is too short."""
    row: list[_Entry] = []
    used = 0.0
    for tone, words in legend:
        entry = _entry(tone, words, figure, area, setting)
        if row and used + entry.width > area.width:
            yield _legend_row(row, figure, area, setting.right_to_left)
            row, used = [], 0.0
        row.append(entry)
        used += entry.width + _APART
    if row:
        yield _legend_row(row, figure, area, setting.right_to_left)


def _entry(tone: Tone, words: str, figure: Element, area: Area, setting: Setting) -> _Entry:
    beside = _SWATCH + _GAP / 2
    found = _words(words, Area(area.x, area.width - beside), figure, LEGEND, setting)
    return _Entry(tone, found, beside + max((line.seen for line in found), default=0.0))


def _legend_row(row: list[_Entry], figure: Element, area: Area, right_to_left: bool) -> ChartRow:
    shapes: list[Shape] = []
    begun = 0.0
    for entry in row:
        x = area.x + area.width - begun - entry.width if right_to_left else area.x + begun
        shapes.append(entry.shape_at(x, right_to_left))
        begun += entry.width + _APART

    def draw(drawing: Drawing, y: float) -> None:
        for shape in shapes:
            shape(drawing, y)

    return ChartRow(tuple(entry.lines for entry in row), draw, figure, area, LEGEND, LEGEND.before)


def _words(text: str, area: Area, figure: Element, style: Style, setting: Setting) -> list[Line]:
    """Lines of a label; the blank at its end keeps it apart from what is read after it."""
    run = Run(f"{clean(text).strip()} ", figure, style.bold, style.colour, setting.language, isolated=False)
    return lines([run], style, area, setting)


def _columns(area: Area, for_labels: float, right_to_left: bool) -> tuple[Area, Area, Area]:
    """Room for label, bar and value in reading order; bars get what the labels leave of their share."""
    shares = (for_labels, _SHARES[0] + _SHARES[1] - for_labels, _SHARES[2])
    label, bar, value = (share * area.width - _GAP / 2 for share in shares)
    first = Area(area.x, label)
    second = Area(area.x + label + _GAP, bar - _GAP / 2)
    third = Area(area.x + label + bar + 1.5 * _GAP, value)
    if not right_to_left:
        return first, second, third
    whole = 2 * area.x + area.width
    mirrored = [Area(whole - one.x - one.width, one.width) for one in (first, second, third)]
    return mirrored[0], mirrored[1], mirrored[2]
