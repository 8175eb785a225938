from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accesscheck.report.document import (
    Bar,
    BarChart,
    Cell,
    Figure,
    Heading,
    Link,
    ListBlock,
    ListItem,
    Paragraph,
    ParagraphStyle,
    Scope,
    Span,
    Table,
    Tone,
)

from ..pdf.documents import WORDS, cell, document, everything, expected_texts, paragraph, table
from .pages import Element, page, rendered

NAUGHTY = (
    "<script>alert(1)</script>&amp;\"'",
    "a\x00b\x07c\x1b[31m",
    "left \u202e turned \u2066 round",
    "\ud800 alone \ufffe \U0001ffff",
    "one\r\ntwo\rthree\u2028four",
    "👩🏽\u200d🦽 مرحبا 你好 Привет",
)


def words_of(element: Element) -> str:
    return " ".join(element.text.split())


@pytest.mark.parametrize("language", WORDS)
def test_the_page_says_what_was_composed_in_order(language: str) -> None:
    composed = everything(language)
    said = "".join(words_of(page(composed).one("main")).split())
    position = 0
    for text in expected_texts(composed):
        wanted = "".join(text.removeprefix("•").split()) if not text[:1].isdigit() or " " in text else ""
        found = said.find(wanted, position)
        assert found >= position, text
        position = found + len(wanted)


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("ar", "rtl")])
def test_language_and_direction_stand_on_the_page(language: str, direction: str) -> None:
    assert page(everything(language)).one("html").attributes == {"lang": language, "dir": direction}


def test_the_title_is_the_documents() -> None:
    assert page(document(paragraph("x"), title="A <report>\nof ours")).one("title").text == "A <report> of ours"


def test_nothing_on_the_page_runs_or_is_loaded() -> None:
    found = page(everything("en"))
    assert found.all("script", "link", "img", "iframe", "object", "form") == []
    assert "url(" not in found.one("style").text
    assert "@import" not in found.one("style").text


def test_the_first_link_leads_to_the_report() -> None:
    found = page(everything("en"))
    first = found.all("a")[0]
    assert (first.attributes["href"], first.attributes["class"]) == ("#report", "skip")
    assert found.one("main").attributes["id"] == "report"


def test_every_section_is_linked_in_the_contents() -> None:
    found = page(everything("en"))
    links = {one.attributes["href"]: one.text for one in found.one("nav").all("a")}
    assert links == {f"#{one.attributes['id']}": one.text for one in found.one("main").all("h2")}


def test_a_page_without_sections_has_no_contents() -> None:
    assert page(document(paragraph("x"))).all("nav") == []


def test_sections_without_an_anchor_of_their_own_are_linked_too() -> None:
    headings = (Heading(1, (Span("A"),)), Heading(2, (Span("B"),), "section-1"), Heading(2, (Span("C"),)))
    ids = [one.attributes["id"] for one in page(document(*headings)).all("h2")]
    assert ids == ["section-1", "section-2"]


def test_every_link_inside_the_page_has_its_target() -> None:
    found = page(everything("en")).one("html")
    everything_inside = [one for tag in ("h1", "h2", "h3", "main", "p") for one in found.all(tag)]
    ids = {one.attributes.get("id") for one in everything_inside}
    assert {one.attributes["href"] for one in found.all("a") if (one.attributes["href"] or "").startswith("#")} <= {
        f"#{one}" for one in ids
    }


def test_a_table_has_caption_heads_and_scopes() -> None:
    found = page(document(table(2))).one("table")
    assert found.one("caption").text == "Groups"
    scopes = [one.attributes["scope"] for one in found.all("th")]
    assert scopes == ["col", "col", "col", "row", "row"]
    assert len(found.one("thead").all("tr")) == 1


def test_a_table_of_head_rows_alone_has_no_empty_body() -> None:
    only = Table((Span("Caption"),), (1,), ((cell("Head", Scope.COLUMN),),))
    assert page(document(only)).all("tbody") == []


def test_a_wide_table_is_reached_by_the_keyboard_and_named_by_its_caption() -> None:
    found = page(document(table(1)))
    around = next(one for one in found.all("div") if one.attributes.get("class") == "wide")
    assert (around.attributes["tabindex"], around.attributes["role"]) == ("0", "group")
    assert around.attributes["aria-labelledby"] == found.one("caption").attributes["id"]


def test_a_heading_in_a_header_cell_becomes_a_strong_paragraph() -> None:
    head = Cell((Heading(1, (Span("Head"),)), paragraph("below")), Scope.COLUMN)
    found = page(document(Table((Span("Caption"),), (1,), ((head,),)))).one("th")
    assert (found.all("h1"), found.one("strong").text) == ([], "Head")


def test_a_chart_is_one_picture_whose_words_carry_its_facts() -> None:
    figure = next(one for one in everything("fr").blocks if isinstance(one, Figure))
    picture = page(document(figure)).one("figure").all("div")[0]
    assert (picture.attributes["role"], picture.attributes["aria-label"]) == ("img", figure.alt)


def test_bars_are_as_long_as_their_shares() -> None:
    figure = next(one for one in everything("en").blocks if isinstance(one, Figure))
    bar = next(one for one in page(document(figure)).all("span") if one.attributes.get("class") == "bar")
    assert {one.attributes["style"] for one in bar.all("i")} == {"inline-size: 16.67%"}


def test_a_chart_without_a_legend_shows_none() -> None:
    figure = Figure("1 of 2", BarChart((Bar("People", "1 of 2", ((0.5, Tone.MET),)),)))
    assert [one.attributes.get("class") for one in page(document(figure)).one("figure").all("div")] == [
        None,
        "bars",
        None,
    ]


def test_words_of_another_language_are_marked_and_stand_apart() -> None:
    found = page(document(Paragraph((Span("We say "), Span("نعم", "ar"), Span(" and "), Span("yes", "en")))))
    assert [(one.attributes["lang"], one.text) for one in found.all("bdi")] == [("ar", "نعم")]


def test_a_link_keeps_its_words_language_and_address() -> None:
    found = page(document(Paragraph((Link("Voir", "https://example.org/?a=1&b=2", "fr"),)))).one("main").one("a")
    assert (found.attributes["href"], found.one("bdi").attributes["lang"]) == ("https://example.org/?a=1&b=2", "fr")


def test_lists_are_lists() -> None:
    inner = ListBlock((ListItem((paragraph("one"),)),), ordered=True)
    found = page(document(ListBlock((ListItem((paragraph("outer"), inner)),)))).one("main").one("ul")
    assert found.one("ol").one("li").text == "one"


def test_the_verdict_and_small_print_have_their_looks() -> None:
    blocks = (paragraph("Big", ParagraphStyle.VERDICT), paragraph("small", ParagraphStyle.NOTE))
    assert [one.attributes.get("class") for one in page(document(*blocks)).one("main").all("p")] == ["verdict", "note"]


@pytest.mark.parametrize("text", NAUGHTY)
def test_what_people_type_does_not_break_the_page(text: str) -> None:
    found = page(document(paragraph(text), table(1, text), title=text))
    assert found.all("script") == []
    assert len(found.one("main").all("table")) == 1


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_text_gives_a_page_whose_elements_are_closed(first: str, second: str) -> None:
    found = page(document(paragraph(first), paragraph(second)))
    assert len(found.one("main").all("p")) == 2


def test_lines_of_a_text_stay_lines() -> None:
    found = page(document(paragraph("one\r\ntwo\u2028three"))).one("main").one("p")
    assert [one for one in found.inside if isinstance(one, str)] == ["one", "two", "three"]


def test_the_same_document_gives_the_same_page() -> None:
    assert rendered(everything("zh")) == rendered(everything("zh"))
