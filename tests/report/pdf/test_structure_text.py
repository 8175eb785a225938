"""The words in the structure are the composed words, in order, as another program reads them."""

from __future__ import annotations

from pathlib import Path

import pytest

from accesscheck.report.document import Document

from .documents import WORDS, document, everything, expected_texts, paragraph, rendered
from .reading import structure_texts


def _texts(one: Document, folder: Path) -> list[str]:
    path = folder / "report.pdf"
    path.write_bytes(rendered(one))
    return structure_texts(path)


@pytest.mark.parametrize("language", WORDS)
def test_the_structure_says_what_was_composed(language: str, tmp_path: Path) -> None:
    composed = everything(language)
    assert _texts(composed, tmp_path) == expected_texts(composed)


@pytest.mark.parametrize(
    "text",
    [
        "a word (with brackets), a/slash, a-hyphen and 10–12 numbers",
        "مرحبا (hello) بالعالم [1] و{2} 3.5% «نعم» !",
        "abc مرحبا 123 def",
        "café cafe\u0301 नमस्ते क्षत्रिय 你好（世界）",
        "x" * 700,
        "نص" * 400,
    ],
)
def test_any_script_reads_back_in_logical_order(text: str, tmp_path: Path) -> None:
    assert _texts(document(paragraph(text)), tmp_path) == [" ".join(text.split())]


def test_text_of_a_right_to_left_document_reads_back_in_logical_order(tmp_path: Path) -> None:
    text = 'قال John: (WCAG 2.2) 25% ثم "نعم" 1-2-3.'
    assert _texts(document(paragraph(text), language="ar", right_to_left=True), tmp_path) == [text]


def test_a_newline_reads_as_a_space(tmp_path: Path) -> None:
    assert _texts(document(paragraph("one\ntwo\r\nthree\n\n\n\nfour")), tmp_path) == ["one two three four"]
