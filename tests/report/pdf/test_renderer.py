from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from io import BytesIO

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accesscheck.report.document import Document, Heading, Paragraph, Span
from accesscheck.report.pdf import PageSize, render

from .documents import document, everything, paragraph, rendered, table
from .reading import elements, kids, marked_pages, opened, operators

CHILD = """
import hashlib
from datetime import UTC, datetime
from accesscheck.report.document import Attachment, Document, Heading, Paragraph, Span
from accesscheck.report.pdf import render
blocks = (Heading(1, (Span("Report"),)), Paragraph((Span("نعم", "ar"), Span(" 好 \\u2603 yes"))))
files = (Attachment("a.json", "application/json", "", "Data", b"{}"),)
steps = render(Document("en", "T", "S", datetime(2026, 3, 12, tzinfo=UTC), blocks, "{page}/{pages}", "F", files))
while True:
    try:
        next(steps)
    except StopIteration as end:
        print(hashlib.sha256(end.value).hexdigest())
        break
"""


def pages_of(data: bytes) -> int:
    return len(opened(data).pages)


def test_two_processes_give_the_same_bytes() -> None:
    runs = [
        subprocess.run(
            [sys.executable, "-c", CHILD],
            check=True,
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONHASHSEED": seed, "TZ": zone},
        ).stdout
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    ]
    assert runs[0] == runs[1]
    assert len(runs[0].strip()) == 64


def test_two_renderings_give_the_same_bytes() -> None:
    first, second = (hashlib.sha256(rendered(everything("fr"))).hexdigest() for _ in range(2))
    assert first == second


def test_the_rest_of_the_program_can_be_imported_without_pdf_libraries() -> None:
    libraries = "{'reportlab', 'pikepdf', 'uharfbuzz'}"
    code = f"import sys, accesscheck.report.document; print(sorted({libraries} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=True, capture_output=True).stdout == b"[]\n"


def test_a_report_is_written_without_libraries_that_only_read_pdfs_or_draw_windows() -> None:
    code = f"{CHILD}\nimport sys\nprint(sorted({{'reportlab', 'pikepdf', 'PIL', 'PySide6'}} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=True, capture_output=True).stdout.endswith(b"[]\n")


def test_what_was_rendered_before_makes_no_difference() -> None:
    other = CHILD.replace('"Report"', '"sey good Report"').replace("print(", "id(")
    alone, after = (
        subprocess.run([sys.executable, "-c", code], check=True, capture_output=True).stdout
        for code in (CHILD, other + CHILD)
    )
    assert alone == after


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_usual_report_stays_small(language: str) -> None:
    data = rendered(everything(language))
    assert 3 <= pages_of(data) <= 5
    assert len(data) < 120_000


def test_progress_ends_where_it_said_it_would() -> None:
    steps = list(render(document(paragraph("one"), table(5), paragraph("two"))))
    assert [step.done for step in steps] == list(range(1, 10))
    assert {step.total for step in steps} == {9}


def test_closing_the_generator_cancels() -> None:
    steps = render(document(table(50)))
    next(steps)
    steps.close()
    assert list(steps) == []


@pytest.mark.parametrize("size", list(PageSize))
def test_pages_have_the_size_asked_for(size: PageSize) -> None:
    pdf = opened(rendered(document(paragraph("one")), size))
    assert [float(value) for value in pdf.pages[0].mediabox] == pytest.approx([0, 0, size.width, size.height], abs=0.01)


def test_five_thousand_rows_are_all_there() -> None:
    pdf = opened(rendered(document(table(5000, "Captions."))))
    assert len(elements(pdf, "TR")) == 5001


def test_a_note_of_twenty_pages_is_one_paragraph() -> None:
    pdf = opened(rendered(document(paragraph("This is what the organiser wrote in the note. " * 2600))))
    (note,) = elements(pdf, "P")
    assert len(pdf.pages) >= 20
    assert marked_pages(pdf, note) == set(range(len(pdf.pages)))


def test_a_row_taller_than_a_page_goes_on_over_the_next() -> None:
    pdf = opened(rendered(document(table(1, "A very long answer. " * 900))))
    longest = elements(pdf, "TD")[-1]
    assert len(pdf.pages) >= 3
    assert marked_pages(pdf, longest) == set(range(len(pdf.pages)))


def test_a_word_without_a_place_to_break_is_torn() -> None:
    pdf = opened(rendered(document(paragraph("x" * 10_000), paragraph("نص" * 5_000), paragraph("e\u0301" * 5_000))))
    assert len(pdf.pages) >= 4


@settings(max_examples=40, deadline=None)
@given(st.lists(st.text(st.characters(exclude_categories=()), max_size=60), min_size=1, max_size=3), st.booleans())
def test_no_text_stops_a_report(texts: list[str], right_to_left: bool) -> None:
    inlines = tuple(Span(text, "ar" if number else None) for number, text in enumerate(texts))
    data = rendered(document(Heading(1, inlines), Paragraph(inlines), right_to_left=right_to_left))
    assert opened(data).check_pdf_syntax() == []


def test_every_page_has_its_number_as_an_artifact() -> None:
    one = Document("en", "T", "S", everything("en").as_of, (table(80),), "Seite {page}/{pages}", "")
    pdf = opened(rendered(one))
    for number in range(len(pdf.pages)):
        steps = operators(pdf, number)
        assert str(steps[-1][1]) == "EMC"
        begun = [operands for operands, operator in steps if operator == "BDC"][-1]
        assert begun[0] == pikepdf.Name.Artifact


@pytest.mark.parametrize("language", ["en", "ar"])
def test_marked_content_never_nests_and_holds_everything(language: str) -> None:
    pdf = opened(rendered(everything(language)))
    for number in range(len(pdf.pages)):
        depth = 0
        for _, operator in operators(pdf, number):
            depth += {"BDC": 1, "EMC": -1}.get(operator, 0)
            assert depth in (0, 1)
            assert depth == 1 or operator in ("EMC", "cm", "q", "Q")
        assert depth == 0


def test_a_document_in_right_to_left_says_so() -> None:
    pdf = opened(rendered(everything("ar")))
    assert pdf.Root.ViewerPreferences.Direction == pikepdf.Name.R2L
    assert elements(pdf)[0].A.WritingMode == pikepdf.Name.RlTb


def test_what_has_no_words_leaves_no_empty_element() -> None:
    blank = Paragraph((Span(" \u202e\n"),))
    pdf = opened(rendered(document(Heading(1, (Span(" "),)), blank)))
    assert kids(elements(pdf)[0]) == []


def test_unused_faces_are_not_embedded() -> None:
    pdf = opened(rendered(document(paragraph("Latin only"))))
    assert list(pdf.pages[0].Resources.Font.keys()) == ["/R0"]


def test_each_script_brings_its_face() -> None:
    pdf = opened(rendered(document(paragraph("a ب 中 한"))))
    names = [str(font.BaseFont).partition("+")[2] for font in pdf.pages[0].Resources.Font.values()]
    assert names == ["NotoSans-Regular", "IBMPlexSansArabic-Regular", "NotoSansSC-Regular", "NotoSansKR-Regular"]


def test_the_file_can_be_read_without_repair() -> None:
    with pikepdf.open(BytesIO(rendered(everything("en"))), attempt_recovery=False) as pdf:
        assert pdf.check_pdf_syntax() == []
