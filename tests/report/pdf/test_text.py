from __future__ import annotations

import re
from typing import Any

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accesscheck.report.document import (
    Block,
    Heading,
    Link,
    ListBlock,
    ListItem,
    Paragraph,
    ParagraphStyle,
    Span,
    Tone,
)
from accesscheck.report.pdf.drawing import Drawing
from accesscheck.report.pdf.fonts import Typefaces
from accesscheck.report.pdf.lines import lines
from accesscheck.report.pdf.shaping import Glyphs, Shaper
from accesscheck.report.pdf.structure import Element
from accesscheck.report.pdf.style import MARGIN, PARAGRAPHS, TEXT, TONES, PageSize
from accesscheck.report.pdf.text import Area, Run, Setting, in_visual_order, runs

from .documents import document, paragraph, rendered
from .reading import elements, opened, operators

LINE = "Words that fill the line with more words than it can hold, so that another line must begin. "


def positions(*blocks: Block, right_to_left: bool = False) -> list[tuple[float, float]]:
    """Where the texts of the page begin, without the footer."""
    pdf = opened(rendered(document(*blocks, right_to_left=right_to_left)))
    moves = [operands for operands, operator in operators(pdf, 0) if operator == "Tm"]
    return [(float(move[4]), float(move[5])) for move in moves if float(move[5]) > 60]


def colours(pdf: pikepdf.Pdf) -> set[str]:
    found = [operands for operands, operator in operators(pdf, 0) if operator == "rg"]
    return {"#" + "".join(f"{round(float(value) * 255):02X}" for value in one) for one in found}


def test_lines_begin_at_the_same_margin() -> None:
    assert {x for x, _ in positions(paragraph(LINE * 3))} == {MARGIN}


def test_lines_of_a_right_to_left_document_end_at_the_same_margin() -> None:
    starts = [x for x, _ in positions(paragraph("word " * 40), right_to_left=True)]
    assert min(starts) > MARGIN


def test_a_paragraph_wholly_in_another_direction_goes_its_own_way() -> None:
    (arabic,) = positions(Paragraph((Span("نعم", "ar"),)))
    (latin,) = positions(Paragraph((Span("yes", "en"),)), right_to_left=True)
    assert arabic[0] > 400
    assert latin[0] == MARGIN


@pytest.mark.parametrize("language", ["en", None])
def test_the_lines_of_a_heading_end_flush_in_a_right_to_left_document(language: str | None) -> None:
    """Some number of words fills both lines with as many of them."""
    headings = [Heading(1, (Span(" ".join(["word"] * count), language),)) for count in range(14, 28)]
    starts = [[x for x, _ in positions(one, right_to_left=True)] for one in headings]
    assert any(len(found) == 2 and found[0] == pytest.approx(found[1], abs=0.02) for found in starts)


def test_a_newline_begins_a_line_and_an_empty_line_stays_empty() -> None:
    heights = [y for _, y in positions(paragraph("one\ntwo\n\nfour"))]
    leading = PARAGRAPHS[ParagraphStyle.BODY].leading
    assert [heights[0] - height for height in heights if height] == pytest.approx(
        [0, leading, 2 * leading, 3 * leading]
    )


def test_tones_have_their_colours() -> None:
    spans = tuple(Span("word ", tone=tone) for tone in Tone)
    pdf = opened(rendered(document(Paragraph(spans))))
    assert set(TONES.values()) <= colours(pdf)


def test_plain_words_have_the_text_colour() -> None:
    assert TEXT in colours(opened(rendered(document(paragraph("words")))))


def test_links_are_underlined() -> None:
    pdf = opened(rendered(document(Paragraph((Link("here", "https://example.org"),)))))
    strokes = [operator for _, operator in operators(pdf, 0) if operator == "S"]
    assert len(strokes) == 2  # the link's, and the rule above the footer


def test_a_link_whose_blank_alone_fits_on_the_line_is_active_on_the_next() -> None:
    before = "Words that fill the line with more words than it can hold, so that another line begins it"
    areas = set()
    for filler in range(12):
        text = (
            Span(before + "i" * filler),
            Link(" aLongWordThatCannotBeBroken", "https://example.org"),
        )
        pdf = opened(rendered(document(Paragraph(text))))
        areas.add(len(elements(pdf, "Link")[0].K[-1].Obj.QuadPoints))
    assert areas == {8}


def test_words_with_more_glyphs_than_characters_say_their_text() -> None:
    pdf = opened(rendered(document(paragraph("aई xǹb xǹ"))))
    assert [str(span.ActualText) for span in elements(pdf, "Span")] == ["ई", "ǹ", "ǹ"]


@pytest.mark.parametrize(("text", "direction"), [("fi Avé x\u0301", False), ("مُرتَّبة لا", True), ("नमस्ते क्षत्रिय", False)])
def test_codes_say_the_text_they_were_shaped_from(text: str, direction: bool) -> None:
    pieces = Shaper(Typefaces()).shape(text, False, direction, "en")
    assert "".join(map(_said, pieces)) == text


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=12), st.booleans())
def test_no_text_is_lost_in_shaping(text: str, right_to_left: bool) -> None:
    assert "".join(map(_said, Shaper(Typefaces()).shape(text, True, right_to_left, "en"))) == text


def _said(piece: Glyphs) -> str:
    texts = {code: shown for (_, shown), code in piece.face.codes.items()}
    groups = [group for _, show in piece.shows for group in re.findall("<([0-9A-F]+)>", show)]
    return piece.actual or "".join(texts[code] for group in groups for code in _codes(group))


def _codes(group: str) -> list[int]:
    return [int(group[start : start + 4], 16) for start in range(0, len(group), 4)]


def test_chinese_text_takes_the_quotation_marks_of_its_own_face() -> None:
    shaper = Shaper(Typefaces())
    (piece,) = shaper.shape("“中", False, False, "zh-CN")
    assert piece.face.program.source.name == "NotoSansSC-Regular"


@pytest.mark.parametrize(("right_to_left", "order"), [(False, ["a", "ت", "ب", "z"]), (True, ["z", "ت", "ب", "a"])])
def test_words_stand_in_visual_order(right_to_left: bool, order: list[str]) -> None:
    setting = Setting(Shaper(Typefaces()), "en", right_to_left)
    words = [Run(word, Element("P"), False, TEXT, "en", isolated=False) for word in ("a", " ", "ب", " ", "ت", " ", "z")]
    (line,) = lines(words, PARAGRAPHS[ParagraphStyle.BODY], Area(0, 400), setting)
    places = dict(zip((part.run.text for part in line.parts), in_visual_order(line.parts, 0), strict=True))
    assert [word for word in sorted(places, key=lambda word: places[word]) if word != " "] == order


def test_marked_content_cannot_be_nested() -> None:
    drawing: Any = Drawing(PageSize.A4)
    with drawing.artifact(), pytest.raises(AssertionError):
        drawing._begin("/P <</MCID 0>>")


def test_marks_inside_an_artifact_belong_to_nobody() -> None:
    drawing = Drawing(PageSize.A4)
    element = Element("P")
    with drawing.artifact(), drawing.artifact():
        drawing.mark(element)
    assert element.kids == []


def test_somebodys_own_words_are_ordered_by_themselves() -> None:
    setting = Setting(Shaper(Typefaces()), "ar", True)
    spans = (Span("ملاحظة: "), Span("Who asks?", own=True))
    style = PARAGRAPHS[ParagraphStyle.BODY]
    (line,) = lines(runs(spans, Element("P"), style, setting), style, Area(0, 400), setting)
    assert {part.level for part in line.parts if part.run.text == "Who asks?"} == {2}


def test_a_heading_in_another_language_begins_where_the_others_do() -> None:
    (latin,) = positions(Heading(1, (Span("yes", "en"),)), right_to_left=True)
    assert latin[0] > 400


def test_a_lists_label_stands_on_the_line_of_its_text() -> None:
    small = ListItem((paragraph("small print", ParagraphStyle.NOTE),))
    label, text = positions(ListBlock((small,), ordered=True))
    assert label[1] == text[1]


def test_a_list_item_may_begin_with_a_list() -> None:
    inner = ListBlock((ListItem((paragraph("inner"),)),))
    assert len(positions(ListBlock((ListItem((inner,)), ListItem(()))))) == 4


def test_the_items_of_a_list_begin_at_one_margin_however_long_their_numbers_are() -> None:
    items = tuple(ListItem((paragraph("words"),)) for _ in range(12))
    assert len({x for x, _ in positions(ListBlock(items, ordered=True))}) == 2
