"""A document to a tagged PDF, step by step."""

from __future__ import annotations

from collections.abc import Callable, Generator

from ...model.progress import Progress
from ..document import Document, Table
from .blocks import Composer
from .breaking import clean
from .drawing import PAGINATION, Drawing
from .file import assemble
from .flow import Flow
from .fonts import Typefaces
from .lines import lines
from .shaping import Shaper
from .structure import Element
from .style import BORDER, FOOT, FOOTER, MARGIN, PageSize
from .text import Area, Run, Setting

_FOOTER_GAP = 24.0


def render(document: Document, page_size: PageSize = PageSize.A4) -> Generator[Progress, None, bytes]:
    """The report as PDF/UA-1 and PDF/A-3a; yields after each block and table row. Raises ReportTooLong."""
    typefaces = Typefaces()
    setting = Setting(Shaper(typefaces), document.language, document.right_to_left)
    drawing = Drawing(page_size)
    root = Element("Document", placed=True)
    if document.right_to_left:
        root.attributes["Layout"] = {"WritingMode": "RlTb"}
    area = Area(MARGIN, page_size.width - 2 * MARGIN)
    flow = Flow(drawing)
    total = _steps(document)
    for done, pieces in enumerate(Composer(setting).steps(document, root, area), 1):
        flow.add(pieces)
        yield Progress(done, total)
    flow.finish()
    drawn = drawing.finish(_footer(document, drawing, setting, area))
    yield Progress(total, total)
    return assemble(drawn, document, drawing, root, typefaces)


def _steps(document: Document) -> int:
    """One for each block, for a table one for its head and one for each row below; one for the file."""
    tables = [block for block in document.blocks if isinstance(block, Table)]
    return len(document.blocks) + sum(len(table.rows) - table.header_rows for table in tables) + 1


def _footer(document: Document, drawing: Drawing, setting: Setting, area: Area) -> Callable[[int], None]:
    """Draws a page's footer: the document's own words, and at the far end the page's number."""
    of_pages = document.page_label.replace("{pages}", str(len(drawing.marks)))
    top = FOOTER + FOOT.leading

    def draw(page: int) -> None:
        with drawing.artifact(PAGINATION):
            drawing.line(BORDER, 0.5, (area.x, top + 4), (area.x + area.width, top + 4))
            used = _draw_aside(drawing, of_pages.replace("{page}", str(page)), setting, area, top, at_end=True)
            rest = area.width - used - _FOOTER_GAP
            start = area.x + area.width - rest if setting.right_to_left else area.x
            _draw_aside(drawing, document.footer, setting, Area(start, rest), top, at_end=False)

    return draw


def _draw_aside(drawing: Drawing, text: str, setting: Setting, area: Area, top: float, at_end: bool) -> float:
    """Draw as much of a text as one line holds, at the line's beginning or its end; returns its width."""
    run = Run(clean(text).strip(), Element("Artifact"), FOOT.bold, FOOT.colour, setting.language, isolated=True)
    found = lines([run], FOOT, area, setting)
    if not found:
        return 0.0
    line = found[0]
    line.right_to_left = setting.right_to_left  # its words are ordered by themselves, its place is the page's
    if at_end:
        shift = area.width - line.seen
        line.area = Area(area.x - shift if setting.right_to_left else area.x + shift, area.width)
    line.draw(drawing, top)
    return line.seen
