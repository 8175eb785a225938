from __future__ import annotations

from dataclasses import replace
from zoneinfo import ZoneInfo

import pikepdf
import pytest

from accesscheck.model.fingerprints import NAMESPACE, fingerprint, identifier, pages_fingerprint
from accesscheck.report.document import Heading, Link, Paragraph, Span

from .documents import AS_OF, document, everything, paragraph, rendered
from .reading import elements, kids, marked_pages, opened


@pytest.fixture(scope="module")
def pdf() -> pikepdf.Pdf:
    return opened(rendered(everything("en")))


def test_the_catalog_says_what_readers_need_first(pdf: pikepdf.Pdf) -> None:
    assert str(pdf.Root.Lang) == "en"
    assert bool(pdf.Root.MarkInfo.Marked)
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    assert all(page.obj.Tabs == pikepdf.Name.S for page in pdf.pages)


def test_title_and_date_stand_in_xmp_and_in_the_information_dictionary(pdf: pikepdf.Pdf) -> None:
    metadata = pdf.open_metadata()
    assert metadata["dc:title"] == str(pdf.docinfo.Title) == "Accessibility of the round table"
    assert metadata["xmp:CreateDate"] == "2026-03-12T09:30:00+00:00"
    assert metadata.pdfa_status == "3A"
    assert str(pdf.docinfo.CreationDate) == "D:20260312093000+00'00'"


def test_metadata_survives_markup_in_a_title() -> None:
    pdf = opened(rendered(document(title="</rdf:li> & <x> {date}")))
    assert pdf.open_metadata()["dc:title"] == "</rdf:li> & <x> {date}"


def test_attachments_are_associated_files_with_their_bytes(pdf: pikepdf.Pdf) -> None:
    specs = list(pdf.Root.AF)
    assert [str(spec.UF) for spec in specs] == ["assessment.json", "review é.json"]
    assert [spec.AFRelationship for spec in specs] == [pikepdf.Name.Data, pikepdf.Name.Supplement]
    assert [str(spec.Desc) for spec in specs] == ["The assessment", "A review"]
    assert pdf.attachments["assessment.json"].get_file().read_bytes() == b'{"format": 1}\n'
    assert specs[0].EF.F.Subtype == pikepdf.Name("/application/json")


def test_a_report_without_attachments_names_none() -> None:
    pdf = opened(rendered(document(paragraph("one"))))
    assert {"/AF", "/Names"} & set(pdf.Root.keys()) == set()


def test_bookmarks_nest_as_the_headings_do() -> None:
    levels = (1, 2, 3, 1, 2)
    headings = [Heading(level, (Span(f"Heading {number}"),)) for number, level in enumerate(levels)]
    pdf = opened(rendered(document(*headings)))
    with pdf.open_outline() as outline:
        first, second = outline.root
    assert [first.title, second.title] == ["Heading 0", "Heading 3"]
    assert first.children[0].title == "Heading 1"
    assert first.children[0].children[0].title == "Heading 2"
    assert second.children[0].title == "Heading 4"


def test_a_report_without_headings_has_no_outline() -> None:
    assert "/Outlines" not in opened(rendered(document(paragraph("one")))).Root


def test_a_link_over_two_lines_is_one_annotation_with_two_areas(pdf: pikepdf.Pdf) -> None:
    link = elements(pdf, "Link")[1]
    (reference,) = [kid for kid in kids(link) if isinstance(kid, pikepdf.Dictionary) and kid.Type == pikepdf.Name.OBJR]
    annotation = reference.Obj
    assert len(annotation.QuadPoints) == 16
    assert str(annotation.A.URI) == "https://www.intgovforum.org/en"
    assert str(annotation.Contents).startswith("The web site")
    assert any(annotation.objgen == one.objgen for one in pdf.pages[0].Annots)


def test_an_annotation_knows_its_link_by_the_parent_tree(pdf: pikepdf.Pdf) -> None:
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    parents = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    for annotation in pdf.pages[0].Annots:
        assert pikepdf.Name.Link == parents[int(annotation.StructParent)].S


def test_an_internal_link_leads_to_its_heading(pdf: pikepdf.Pdf) -> None:
    action = elements(pdf, "Link")[0].K[-1].Obj.A
    heading = elements(pdf, "H2")[1]
    assert pikepdf.Name.GoTo == action.S
    assert action.D[0].objgen == heading.Pg.objgen


def test_a_link_over_two_pages_is_active_on_both() -> None:
    filler = paragraph("word " * 780)
    long = Paragraph((Link("many words " * 120, "mailto:host@example.org"),))
    pdf = opened(rendered(document(filler, long)))
    (link,) = elements(pdf, "Link")
    assert marked_pages(pdf, link) == {0, 1}
    assert [len(page.Annots) for page in pdf.pages] == [1, 1]


def test_words_in_another_language_are_spans_that_say_so(pdf: pikepdf.Pdf) -> None:
    spans = {str(span.Lang) for span in elements(pdf, "Span")}
    assert spans == {"ar", "zh", "ru", "hi"}


def test_a_link_in_another_language_says_so() -> None:
    text = Paragraph((Link("le site", "https://example.org", "fr"),))
    pdf = opened(rendered(document(text)))
    assert str(elements(pdf, "Link")[0].Lang) == "fr"


def test_the_date_does_not_depend_on_the_zone_of_the_instant() -> None:
    elsewhere = replace(document(paragraph("one")), as_of=AS_OF.astimezone(ZoneInfo("Asia/Tokyo")))
    assert rendered(elsewhere) == rendered(document(paragraph("one")))


def names(pdf: pikepdf.Pdf) -> dict[str, pikepdf.Object]:
    listed = list(pdf.Root.StructTreeRoot.IDTree.Names)
    return {str(key): made for key, made in zip(listed[::2], listed[1::2], strict=True)}


def stating(*facts: tuple[str, str]) -> pikepdf.Pdf:
    return opened(rendered(document(Paragraph(tuple(Span(text, fact=fact) for text, fact in facts)))))


def test_a_fact_is_an_element_found_by_its_id() -> None:
    pdf = stating(("Not known.", "verdict/open"))
    (span,) = elements(pdf, "Span")
    assert {name: made.objgen for name, made in names(pdf).items()} == {str(span.ID): span.objgen}
    assert str(span.ID) == identifier("verdict/open", "Not known.")


def test_what_is_stated_twice_in_the_same_words_is_numbered() -> None:
    pdf = stating(("Open", "verdict/open"), (" / ", "a/b"), ("Open", "verdict/open"), ("open", "verdict/open"))
    own = identifier("verdict/open", "Open")
    assert {own, f"{own}.2", identifier("verdict/open", "open")} < set(names(pdf))


def test_ids_stand_in_the_order_of_their_bytes() -> None:
    pdf = stating(*((f"{number}", f"item/x{number}/plan") for number in (3, 1, 20, 2)))
    assert list(names(pdf)) == sorted(names(pdf))


def test_a_fact_without_words_is_not_stated() -> None:
    pdf = stating(("Open", "verdict/open"), (" \u200e", "nothing/said"))
    assert list(names(pdf)) == [identifier("verdict/open", "Open")]


def test_a_document_without_facts_has_no_ids(pdf: pikepdf.Pdf) -> None:
    assert "/IDTree" not in pdf.Root.StructTreeRoot


def test_the_metadata_names_the_fingerprints_of_data_and_pages(pdf: pikepdf.Pdf) -> None:
    metadata = pdf.open_metadata()
    assert metadata[f"{{{NAMESPACE}}}data"] == fingerprint(b'{"format": 1}\n')
    pages = pages_fingerprint(page.obj.Contents.read_bytes() for page in pdf.pages)
    assert metadata[f"{{{NAMESPACE}}}pages"] == pages


def test_a_report_without_data_names_the_fingerprint_of_its_pages_alone() -> None:
    metadata = opened(rendered(document(paragraph("one")))).open_metadata()
    assert [f"{{{NAMESPACE}}}{name}" in metadata for name in ("data", "pages")] == [False, True]
