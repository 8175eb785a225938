"""Trees of pages, ids and structure that lead back into themselves, or have no end."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

Changes = Iterator[tuple[str, Callable[[pikepdf.Pdf], object], str]]


def circles() -> Changes:
    yield "pages in a circle", _pages, "ReportCyclic"
    yield "a page inside itself", _page, "ReportCyclic"
    yield "structure in a circle", _structure, "ReportCyclic"
    yield "structure that goes too deep", _chain, "ReportCyclic"
    yield "ids in a circle", _ids, "ReportCyclic"
    yield "names of files in a circle", _names, "consistent"
    yield "structure that nobody follows in a circle", _root, "consistent"


def _pages(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Pages.Kids.append(pdf.Root.Pages)


def _page(pdf: pikepdf.Pdf) -> None:
    own = pdf.pages[0].obj
    own.Kids = Array([own])


def _structure(pdf: pikepdf.Pdf) -> None:
    element = pdf.Root.StructTreeRoot.IDTree.Names[1]
    element.K = Array([pdf.make_indirect(Dictionary(S=Name.Span, K=element))])


def _chain(pdf: pikepdf.Pdf) -> None:
    element = pdf.Root.StructTreeRoot.IDTree.Names[1]
    for _ in range(100):
        element.K = pdf.make_indirect(Dictionary(S=Name.Span))
        element = element.K


def _ids(pdf: pikepdf.Pdf) -> None:
    pdf.Root.StructTreeRoot.IDTree.Kids = Array([pdf.Root.StructTreeRoot.IDTree])


def _names(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Names.EmbeddedFiles = pdf.make_indirect(Dictionary())
    pdf.Root.Names.EmbeddedFiles.Kids = Array([pdf.Root.Names.EmbeddedFiles])


def _root(pdf: pikepdf.Pdf) -> None:
    pdf.Root.StructTreeRoot.K = pdf.Root.StructTreeRoot


def endless() -> Changes:
    yield "twelve thousand pages", _many_pages, "ReportTooLarge"
    yield "twelve thousand branches of pages", _many_branches_of_pages, "ReportTooLarge"
    yield "marks without end", _many_marks, "differs"
    yield "names without end", _many_names, "ReportTooLarge"
    yield "words without end", _many_words, "differs"
    yield "ids without end", _many_ids, "ReportTooLarge"
    yield "branches without end", _many_branches, "ReportTooLarge"
    yield "words beside the page without end", _many_words_beside, "differs"


def _many_pages(pdf: pikepdf.Pdf) -> None:
    kids = pdf.Root.Pages.Kids
    for _ in range(12_000):
        kids.append(kids[0])


def _many_branches_of_pages(pdf: pikepdf.Pdf) -> None:
    branches = [pdf.make_indirect(Dictionary(Kids=Array([]))) for _ in range(12_000)]
    halves = [pdf.make_indirect(Dictionary(Kids=Array(branches[start::2]))) for start in (0, 1)]
    pdf.Root.Pages.Kids = Array(halves)


def _many_marks(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Contents.write(b"/Span <</MCID 1>> BDC " * 350_000)


def _many_names(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Contents.write(b"/" * 8_000_000)


def _many_words(pdf: pikepdf.Pdf) -> None:
    names = pdf.Root.StructTreeRoot.IDTree.Names
    for number in range(1, len(names), 2):
        names[number].K = 0
    pdf.pages[0].obj.Contents.write(b"/R0 9 Tf /P <</MCID 0>> BDC [" + b"<0001>" * 1_300_000)


def _many_ids(pdf: pikepdf.Pdf) -> None:
    names = pdf.Root.StructTreeRoot.IDTree.Names
    for number in range(30_000):
        name = String(f"item/x.{number}/plan/met#00000000")
        names.append(name)
        names.append(pdf.make_indirect(Dictionary(S=Name.Span, ID=name)))


def _many_branches(pdf: pikepdf.Pdf) -> None:
    leaf = Stream(pdf, b"")
    leaf.Kids = Array([])
    pdf.Root.StructTreeRoot.IDTree.Kids = Array([Dictionary(Kids=Array([]))] * 150_000 + [leaf] * 60_000)


def _many_words_beside(pdf: pikepdf.Pdf) -> None:
    pdf.Root.StructTreeRoot.IDTree.Names[1].ActualText = String("x" * 3_000_000)
