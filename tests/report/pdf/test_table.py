from __future__ import annotations

from collections import Counter
from typing import Any

import pikepdf
import pytest

from accesscheck.report.document import (
    Block,
    Cell,
    Document,
    Heading,
    Link,
    ListBlock,
    ListItem,
    Paragraph,
    ParagraphStyle,
    Scope,
    Span,
    Table,
)
from accesscheck.report.pdf.style import CELLS, MARGIN, PADDING, PageSize
from accesscheck.report.pdf.table import Row
from accesscheck.report.pdf.text import Area, Line

from .documents import cell, document, everything, paragraph, rendered, table
from .reading import elements, kids, marked_pages, opened, operators


def kinds(element: Any) -> list[str]:
    return [str(kid.S) for kid in kids(element) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]


def test_a_table_is_tagged_with_caption_head_and_body() -> None:
    pdf = opened(rendered(document(table(2))))
    assert kinds(elements(pdf, "Table")[0]) == ["/Caption", "/THead", "/TBody"]
    assert kinds(elements(pdf, "TR")[0]) == ["/TH", "/TH", "/TH"]
    assert kinds(elements(pdf, "TR")[1]) == ["/TH", "/TD", "/TD"]


def test_headers_say_what_they_head() -> None:
    pdf = opened(rendered(document(table(1))))
    assert [str(header.A.Scope) for header in elements(pdf, "TH")] == ["/Column", "/Column", "/Column", "/Row"]


def test_an_empty_cell_is_still_a_cell() -> None:
    pdf = opened(rendered(everything("en")))
    assert len(elements(pdf, "TR")[-1].K) == 3


def test_header_rows_repeat_on_every_page_as_artifacts() -> None:
    pdf = opened(rendered(document(table(100))))
    assert len(pdf.pages) >= 3
    assert all(marked_pages(pdf, header) == {0} for header in elements(pdf, "THead")[0].K.K)
    for number in range(1, len(pdf.pages)):
        tags = [
            (str(operands[0]), str(operands[1].get("/Type")))
            for operands, operator in operators(pdf, number)
            if operator == "BDC"
        ]
        assert tags[0] == ("/Artifact", "/Pagination")


def test_a_page_never_ends_with_a_header_row() -> None:
    for lines in range(38, 50):
        filler = [paragraph("line") for _ in range(lines // 2)]
        pdf = opened(rendered(document(*filler, table(2))))
        rows = elements(pdf, "TR")
        assert marked_pages(pdf, rows[0].K[0]) == marked_pages(pdf, rows[1].K[0])


def test_a_row_that_fits_on_a_page_is_not_torn() -> None:
    pdf = opened(rendered(document(table(60, "Words and more words about the captions of this session. " * 5))))
    assert Counter(len(marked_pages(pdf, one)) for one in elements(pdf, "TD")) == {1: 120}


def test_a_header_as_tall_as_a_page_is_shown_once() -> None:
    head = (cell("Header. " * 900, Scope.COLUMN), cell("b", Scope.COLUMN))
    tall = Table((Span("Tall"),), (1, 1), (head, (cell("one"), cell("two")), (cell("three"), cell("four"))))
    pdf = opened(rendered(document(tall)))
    assert len(pdf.pages) < 8
    assert len(elements(pdf, "TR")) == 3


def test_a_table_may_be_nothing_but_headers() -> None:
    only = Table((Span("Only"),), (1,), ((cell("a", Scope.COLUMN),), (cell("b", Scope.COLUMN),)), header_rows=2)
    pdf = opened(rendered(document(only)))
    assert kinds(elements(pdf, "Table")[0]) == ["/Caption", "/THead"]


def test_a_table_may_stand_in_a_cell_and_be_torn_there() -> None:
    outer = Table((Span("Outer"),), (1,), ((cell("a", Scope.COLUMN),), (Cell((table(80), paragraph("end"))),)))
    pdf = opened(rendered(document(outer)))
    assert len(pdf.pages) >= 3
    assert len(elements(pdf, "TR")) == 83


def test_columns_of_a_letter_are_narrow_but_legal() -> None:
    row = tuple(cell("word", Scope.COLUMN) for _ in range(60))
    pdf = opened(rendered(document(Table((Span("Wide"),), (1,) * 60, (row,)))))
    assert len(pdf.pages) == 1


def test_columns_follow_the_reading_direction() -> None:
    def first_column(one: Document) -> float:
        pdf = opened(rendered(one))
        return max(float(operands[4]) for operands, operator in operators(pdf, 0) if operator == "Tm")

    left = document(table(1, "x"))
    right = document(table(1, "x"), right_to_left=True, language="ar")
    assert first_column(right) > first_column(left)


@pytest.mark.parametrize("style", list(ParagraphStyle))
def test_every_paragraph_style_can_stand_in_a_cell(style: ParagraphStyle) -> None:
    body = (Cell((Paragraph((Span("words"),), style), paragraph("more"))),)
    one = Table((Span("Styles"),), (1,), ((cell("a", Scope.COLUMN),), body))
    pdf = opened(rendered(document(one)))
    assert kinds(elements(pdf, "TD")[0]) == ["/P", "/P"]


@pytest.mark.parametrize("notes", range(7))
def test_a_label_in_a_torn_cell_stands_with_its_text(notes: int) -> None:
    filler = [paragraph("note", ParagraphStyle.NOTE) for _ in range(notes)]
    items = tuple(ListItem((paragraph("first"),)) for _ in range(200))
    body = (Cell((ListBlock(items),)), cell("A long answer. " * 300))
    one = Table((Span("Tall"),), (1, 1), ((cell("a", Scope.COLUMN), cell("b", Scope.COLUMN)), body))
    pdf = opened(rendered(document(*filler, one)))
    assert len(pdf.pages) >= 4
    for label, text in zip(elements(pdf, "Lbl"), elements(pdf, "LBody"), strict=True):
        assert min(marked_pages(pdf, text)) == min(marked_pages(pdf, label))


def test_a_row_of_which_nothing_fits_is_not_torn() -> None:
    line = Line((), CELLS[ParagraphStyle.BODY], Area(0, 100), right_to_left=False)
    assert Row(((line,), ()), Area(0, 100), header=False).split(line.height + 2 * PADDING[1] - 1) is None


def test_links_and_headings_in_a_repeated_row_count_once() -> None:
    heading = Heading(1, (Span("Groups"),), "groups")
    link = Paragraph((Link("see", "https://example.org"),))
    rows = ((Cell((heading, link), Scope.COLUMN),), *((cell("x"),) for _ in range(100)))
    pdf = opened(rendered(document(Table((Span("Groups"),), (1,), rows))))
    with pdf.open_outline() as outline:
        assert [item.title for item in outline.root] == ["Groups"]
    assert sum("/Annots" in page.obj for page in pdf.pages) == 1


def _rows_at(*blocks: Block) -> list[set[int]]:
    """The pages each row stands on."""
    pdf = opened(rendered(document(*blocks)))
    return [marked_pages(pdf, row.K[0]) for row in elements(pdf, "TR")]


def test_no_low_row_ends_a_table_alone_on_its_page() -> None:
    ends = [_rows_at(paragraph("x\n" * lines), table(12, "low"))[-2:] for lines in range(30, 46)]
    assert any(len(set.union(*_rows_at(paragraph("x\n" * lines), table(12, "low")))) > 1 for lines in range(30, 46))
    assert [pair for pair in ends if pair[0] != pair[1]] == []


def test_no_low_row_begins_a_table_alone_on_its_page() -> None:
    begins = [_rows_at(paragraph("x\n" * lines), table(12, "low"))[1:3] for lines in range(36, 52)]
    assert [pair for pair in begins if pair[0] != pair[1]] == []


def _texts_of_a_narrow_column(word: str, widths: tuple[float, ...]) -> int:
    """How many pieces of text a cell with one word becomes."""
    rows = ((cell("a", Scope.COLUMN), cell("b", Scope.COLUMN)), (cell(word), cell("short")))
    pdf = opened(rendered(document(Table((Span("Narrow"),), widths, rows))))
    (found, _) = elements(pdf, "TD")
    own = {int(one) for one in (found.K if isinstance(found.K, pikepdf.Array) else [found.K])}
    shown, inside = 0, False
    for operands, operator in operators(pdf, 0):
        if operator == "BDC":
            inside = operands[1].get("/MCID") is not None and int(operands[1].MCID) in own
        shown += inside and operator == "Tm"
    return shown


def test_a_column_is_wide_enough_for_its_words() -> None:
    assert _texts_of_a_narrow_column("Gebärdensprachdolmetsch", (1, 12)) == 1
    assert _texts_of_a_narrow_column("编号", (1, 20)) == 1
    assert _texts_of_a_narrow_column("尚不清楚，也没有询问过与会者是否需要手语", (1, 12)) > 1


def test_a_word_cannot_take_a_table_for_itself() -> None:
    rows = ((cell("a", Scope.COLUMN), cell("b", Scope.COLUMN)), (cell("W" * 300), cell("short")))
    pdf = opened(rendered(document(Table((Span("Wide"),), (1, 9), rows))))
    starts = [float(operands[4]) for operands, operator in operators(pdf, 0) if operator == "Tm"]
    width = PageSize.A4.width - 2 * MARGIN
    assert max(x for x in starts if x < 400) == pytest.approx(MARGIN + 0.3 * width + 5, abs=1)
