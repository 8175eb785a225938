"""Text as runs of one look and one structure element, and lines of it that draw themselves."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from ..document import Inline, Link, Tone
from .breaking import joined
from .drawing import Drawing
from .shaping import Glyphs, Shaper
from .structure import Element
from .style import ACCENT, TONES, Style


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for all text of a document: its shaper, language and direction."""

    shaper: Shaper
    language: str
    right_to_left: bool


@dataclass(frozen=True, slots=True)
class Area:
    """Where a block may stand: its left edge on the paper and its width."""

    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Run:
    """Text with one look, one language and one structure element; `link` where it leads somewhere."""

    text: str
    element: Element
    bold: bool
    colour: str
    language: str
    isolated: bool
    link: Link | None = None


class Part(NamedTuple):
    """A shaped piece on a line, `width` points wide with the blank of `tail` points at its end."""

    glyphs: Glyphs
    run: Run
    level: int
    size: float
    width: float
    tail: float = 0.0

    @property
    def blank(self) -> bool:
        return self.tail == self.width

    @property
    def seen(self) -> float:
        """Width without the blank."""
        return self.width - self.tail


@dataclass(slots=True)
class Line:
    """A line of text: parts in logical order. `keep` holds it on one page with what follows."""

    parts: tuple[Part, ...]
    style: Style
    area: Area
    right_to_left: bool
    before: float = 0.0
    keep: bool = False

    @property
    def height(self) -> float:
        return self.style.leading

    @property
    def seen(self) -> float:
        """Width without the blank at its end."""
        return sum(part.width for part in self.parts) - (self.parts[-1].tail if self.parts else 0.0)

    def split(self, room: float) -> None:
        return None

    def draw(self, drawing: Drawing, top: float) -> None:
        y = round(top - self.style.baseline, 2)
        places = in_visual_order(self.parts, self._start())
        for number, (part, x) in enumerate(zip(self.parts, places, strict=True)):
            drawing.mark(_owner(part))
            drawing.text(part.glyphs, part.size, part.run.colour, x, y)
            if part.run.link is not None and (
                number + 1 == len(self.parts) or self.parts[number + 1].run is not part.run
            ):
                self._draw_link(drawing, part.run, places, y)

    def _start(self) -> float:
        """The left edge of the text; blanks at the line's end hang over its margin."""
        if not self.right_to_left:
            return self.area.x
        one_way = all(part.level % 2 == 0 for part in self.parts)  # left to right, but set at the right
        return self.area.x + self.area.width - (self.seen if one_way else sum(part.width for part in self.parts))

    def _draw_link(self, drawing: Drawing, run: Run, places: list[float], y: float) -> None:
        """Underline a link's words on this line, still as its content, and make them active."""
        shown = [(part, x) for part, x in zip(self.parts, places, strict=True) if part.run is run and not part.blank]
        if run.link is None or not shown:
            return
        left, right = min(x for _, x in shown), max(x + part.seen for part, x in shown)
        drawing.mark(run.element)
        drawing.line(ACCENT, 0.6, (left, y - 1.6), (right, y - 1.6))
        drawing.link(
            run.element,
            run.link.target,
            run.link.text,
            (left, y - self.style.size * 0.3, right, y + self.style.size * 0.9),
        )


def _owner(part: Part) -> Element:
    """The element whose content the part is; text that its glyphs cannot tell gets an element that says it."""
    if part.glyphs.actual is None:
        return part.run.element
    return Element("Span", part.run.element, actual=part.glyphs.actual)


def in_visual_order(parts: tuple[Part, ...], start: float) -> list[float]:
    """The left edge of each part: rule L2, from the highest level down every stretch of it is turned round."""
    found = [part.level for part in parts]
    order = list(range(len(parts)))
    for level in range(max(found, default=0), 0, -1):
        _reverse_stretches(order, found, level)
    places = [0.0] * len(parts)
    for position in order:
        places[position] = start
        start += parts[position].width
    return places


def _reverse_stretches(order: list[int], found: list[int], level: int) -> None:
    begin = 0
    for end in range(len(order) + 1):
        if end == len(order) or found[order[end]] < level:
            order[begin:end] = order[begin:end][::-1]
            begin = end + 1


# --- runs ---


def runs(inlines: tuple[Inline, ...], owner: Element, style: Style, setting: Setting) -> list[Run]:
    """The inlines as runs: those with a language of their own, a link or a fact get an element below `owner`."""
    texts = joined([inline.text for inline in inlines])
    return [_run(inline, text, owner, style, setting) for inline, text in zip(inlines, texts, strict=True) if text]


def _run(inline: Inline, text: str, owner: Element, style: Style, setting: Setting) -> Run:
    language = inline.language or setting.language
    tagged = inline.language if inline.language != setting.language else None
    if isinstance(inline, Link):
        element = Element("Link", owner, language=tagged)
        return Run(text, element, style.bold, ACCENT, language, isolated=True, link=inline)
    element = owner
    if tagged or (inline.fact and text.strip()):
        element = Element("Span", owner, language=tagged, fact=inline.fact, words=text)
    colour = style.colour if inline.tone is Tone.PLAIN else TONES[inline.tone]
    isolated = inline.own or inline.language is not None
    return Run(text, element, style.bold or inline.strong, colour, language, isolated)
