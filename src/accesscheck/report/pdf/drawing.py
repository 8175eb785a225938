"""Pages being drawn: every operator lies either in the marked content of an element or in an artifact."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache

from ...errors import ReportTooLong
from .shaping import Glyphs
from .structure import Element
from .style import PageSize

MOST_PAGES = 5000
LAYOUT = "/Artifact <</Type /Layout>>"
PAGINATION = "/Artifact <</Type /Pagination>>"


@cache
def _paint(colour: str) -> str:
    """The operands for a colour in hexadecimal ("#1B1F24")."""
    return " ".join(f"{part / 255:.4g}" for part in bytes.fromhex(colour[1:]))


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline; `top` is the height of its heading on the page, pages count from 0."""

    level: int
    title: str
    page: int
    top: float


@dataclass(slots=True)
class _Pen:
    """What holds on the page: colours, thickness of lines, face and size, and where the open line of text stands."""

    colour: str = ""
    stroke: tuple[str, float] = ("", 0.0)
    face: str = ""
    size: float = 0.0
    y: float = 0.0
    x: float = 0.0
    parts: list[str] = field(default_factory=list)


class Drawing:
    """The pages of one file; heights are measured from the paper's lower edge, lengths in points."""

    def __init__(self, page_size: PageSize, most_pages: int = MOST_PAGES) -> None:
        self.size = page_size
        self._most_pages = most_pages
        self.marks: list[list[Element]] = [[]]
        self.bookmarks: list[Bookmark] = []
        self.anchors: dict[str, Bookmark] = {}
        self._operators: list[str] = []
        self._drawn: list[list[str]] = []
        self._open: Element | None = None
        self._artifact = False
        self._pen = _Pen()

    @property
    def page(self) -> int:
        """The number of the page being drawn, from 0."""
        return len(self.marks) - 1

    # --- pages ---

    def new_page(self) -> None:
        if len(self.marks) >= self._most_pages:
            raise ReportTooLong(self._most_pages)
        self._keep_page()
        self.marks.append([])

    def _keep_page(self) -> None:
        """Put the page aside: its footer needs the number of pages."""
        self.close()
        self._drawn.append(self._operators)
        self._operators = []
        self._pen = _Pen()

    def finish(self, draw_footer: Callable[[int], None]) -> list[bytes]:
        """The operators of each page; `draw_footer` gets the number of each, from 1."""
        self._keep_page()
        for number, operators in enumerate(self._drawn, 1):
            self._operators = operators
            draw_footer(number)
            self.close()
            self._pen = _Pen()
        return ["\n".join(operators).encode("ascii") for operators in self._drawn]

    # --- marked content ---

    def mark(self, element: Element) -> None:
        """What is drawn from now on belongs to this element; inside an artifact nothing does."""
        if self._artifact or element is self._open:
            return
        self.close()
        marks = self.marks[self.page]
        self._begin(f"/{element.kind} <</MCID {len(marks)}>>")
        element.mark(self.page, len(marks))
        marks.append(element)
        self._open = element

    @contextmanager
    def artifact(self, kind: str = LAYOUT) -> Iterator[None]:
        """What is drawn inside says nothing to a reader: rules, tints, repeated headers, footers."""
        if self._artifact:
            yield
            return
        self.close()
        self._begin(kind)
        self._artifact = True
        yield
        self._end_text()
        self._artifact = False
        self._operators.append("EMC")

    def _begin(self, properties: str) -> None:
        if self._open is not None or self._artifact:
            raise AssertionError("marked content does not nest")
        self._operators.append(f"{properties} BDC")

    def close(self) -> None:
        """End the element's marked content."""
        self._end_text()
        if self._open is not None:
            self._operators.append("EMC")
            self._open = None

    def link(self, element: Element, target: str, contents: str, box: tuple[float, float, float, float]) -> None:
        """Make a rectangle (left, bottom, right, top) of the open page active."""
        if not self._artifact:
            element.link(self.page, target, contents).rectangles.append(box)

    def bookmark(self, level: int, title: str, top: float, anchor: str | None) -> None:
        """Note where a heading stands, for the outline and for links to it; a repeated one counts once."""
        if self._artifact:
            return
        entry = Bookmark(level, title, self.page, top)
        self.bookmarks.append(entry)
        if anchor is not None:
            self.anchors[anchor] = entry

    # --- text ---

    def text(self, glyphs: Glyphs, size: float, colour: str, x: float, y: float) -> None:
        """Draw a piece of text with its left edge at x and its baseline at y."""
        unit, pen = size / 1000, self._pen
        x += glyphs.start * unit
        face = glyphs.face.resource
        if pen.parts and pen.y == y and pen.face == face and pen.size == size and pen.colour == colour:
            shift = round((pen.x - x) / unit)
            if shift:
                pen.parts.append(f"{shift} ")
                pen.x -= shift * unit
        else:
            self._start_text(glyphs, size, colour, x, y)
        for rise, show in glyphs.shows:
            pen.parts.append(f"] TJ {rise * unit:.2f} Ts [{show}] TJ 0 Ts [" if rise else show)
        pen.x += (glyphs.end - glyphs.start) * unit

    def _start_text(self, glyphs: Glyphs, size: float, colour: str, x: float, y: float) -> None:
        pen = self._pen
        self._end_text()
        self.colour(colour)
        select = "" if (pen.face, pen.size) == (glyphs.face.resource, size) else f"/{glyphs.face.resource} {size:g} Tf "
        pen.face, pen.size, pen.x, pen.y = glyphs.face.resource, size, x, y
        pen.parts.append(f"BT {select}1 0 0 1 {x:.2f} {y:.2f} Tm [")

    def _end_text(self) -> None:
        if self._pen.parts:
            self._operators.append("".join([*self._pen.parts, "] TJ ET"]))
            self._pen.parts = []

    # --- shapes ---

    def colour(self, colour: str) -> None:
        """Fill with this colour from now on."""
        if self._pen.colour != colour:
            self._end_text()
            self._operators.append(f"{_paint(colour)} rg")
            self._pen.colour = colour

    def fill(self, colour: str, x: float, y: float, width: float, height: float) -> None:
        """A filled rectangle; x and y are its lower left corner."""
        self._end_text()
        self.colour(colour)
        self._operators.append(f"{x:.2f} {y:.2f} {width:.2f} {height:.2f} re f")

    def line(self, colour: str, thickness: float, start: tuple[float, float], end: tuple[float, float]) -> None:
        self._stroke(colour, thickness)
        self._operators.append(f"{start[0]:.2f} {start[1]:.2f} m {end[0]:.2f} {end[1]:.2f} l S")

    def outline(self, colour: str, thickness: float, x: float, y: float, width: float, height: float) -> None:
        """A rectangle's edge."""
        self._stroke(colour, thickness)
        self._operators.append(f"{x:.2f} {y:.2f} {width:.2f} {height:.2f} re S")

    def _stroke(self, colour: str, thickness: float) -> None:
        self._end_text()
        if self._pen.stroke != (colour, thickness):
            self._operators.append(f"{_paint(colour)} RG {thickness:g} w")
            self._pen.stroke = (colour, thickness)

    @contextmanager
    def clip(self, x: float, y: float, width: float, height: float) -> Iterator[None]:
        """Draw only inside this rectangle."""
        self._end_text()
        before = self._pen.colour, self._pen.stroke
        self._operators.append(f"q {x:.2f} {y:.2f} {width:.2f} {height:.2f} re W n")
        yield
        self._end_text()
        self._operators.append("Q")
        self._pen.colour, self._pen.stroke = before
