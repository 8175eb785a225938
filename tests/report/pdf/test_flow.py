from __future__ import annotations

from dataclasses import dataclass

import pytest

from accesscheck.report.document import Heading, ListBlock, ListItem, Span
from accesscheck.report.pdf import ReportTooLong
from accesscheck.report.pdf.drawing import Drawing
from accesscheck.report.pdf.flow import Flow
from accesscheck.report.pdf.style import PageSize

from .documents import document, paragraph, rendered, table
from .reading import elements, marked_pages, opened


@dataclass
class Slab:
    """A piece nothing smaller can be made of."""

    height: float
    before: float = 0.0
    keep: bool = False
    drawn_on: int = -1

    def split(self, room: float) -> None:
        return None

    def draw(self, drawing: Drawing, top: float) -> None:
        self.drawn_on = drawing.page


def pages(*heights: float, keep: bool = False) -> list[int]:
    slabs = [Slab(height, keep=keep) for height in heights]
    flow = Flow(Drawing(PageSize.A4))
    flow.add(slabs)
    flow.finish()
    return [slab.drawn_on for slab in slabs]


def test_pieces_that_fit_share_a_page() -> None:
    assert pages(300, 300, 300) == [0, 0, 1]


def test_a_piece_higher_than_any_page_is_drawn_once() -> None:
    assert pages(100, 5000, 100) == [0, 1, 2]


def test_too_many_pages_are_an_error_of_their_own() -> None:
    flow = Flow(Drawing(PageSize.A4, most_pages=3))
    with pytest.raises(ReportTooLong) as caught:
        flow.add([Slab(500)] * 4)
    assert caught.value.facts() == {"pages": 3}


def test_pieces_kept_together_move_together() -> None:
    assert pages(400, 300, keep=True) == [0, 0]
    assert pages(400, 400, keep=True) == [0, 1]


def test_a_heading_stands_with_the_first_lines_below_it() -> None:
    for lines in range(20, 40):
        filler = [paragraph("line") for _ in range(lines)]
        pdf = opened(rendered(document(*filler, Heading(1, (Span("Here"),)), paragraph("word " * 60))))
        body = elements(pdf, "P")[-1]
        assert marked_pages(pdf, elements(pdf, "H1")[0]) == {min(marked_pages(pdf, body))}


@pytest.mark.parametrize("first", [1, 2, 3])
def test_nothing_but_headings_goes_on_over_pages(first: int) -> None:
    headings = [Heading(2, (Span(f"Heading {number}"),)) for number in range(100)]
    pdf = opened(rendered(document(Heading(1, (Span("First\n" * first),)), *headings)))
    assert len(pdf.pages) >= 4


@pytest.mark.parametrize("lines", range(38, 46))
def test_no_line_of_a_paragraph_stands_alone(lines: int) -> None:
    filler = paragraph("\n".join(["line"] * lines))
    pdf = opened(rendered(document(filler, paragraph("one\ntwo\nthree"))))
    assert len(marked_pages(pdf, elements(pdf, "P")[1])) == 1


def test_a_label_stands_with_its_text() -> None:
    for lines in range(36, 46):
        items = tuple(ListItem((paragraph("first\nsecond"),)) for _ in range(lines // 2))
        pdf = opened(rendered(document(paragraph("x\n" * (lines % 3)), ListBlock(items))))
        for label, body in zip(elements(pdf, "Lbl"), elements(pdf, "LBody"), strict=True):
            assert marked_pages(pdf, label) == marked_pages(pdf, body)


def test_an_item_without_content_still_has_its_label() -> None:
    pdf = opened(rendered(document(ListBlock((ListItem(()), ListItem((paragraph(" "),)))))))
    assert len(elements(pdf, "LBody")) == 2


def test_lists_nest_deeper_than_the_page_is_wide() -> None:
    block = ListBlock((ListItem((paragraph("innermost"),)),))
    for _ in range(30):
        block = ListBlock((ListItem((paragraph("word"), block)),))
    pdf = opened(rendered(document(block)))
    assert len(elements(pdf, "L")) == 31


def test_a_row_without_room_below_begins_on_the_next_page() -> None:
    pdf = opened(rendered(document(paragraph("x\n" * 50), table(1, "A very long answer. " * 900))))
    assert marked_pages(pdf, elements(pdf, "TH")[0]) == {1}
