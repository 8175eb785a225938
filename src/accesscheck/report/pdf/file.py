"""The finished file: what was drawn, with structure, fonts and metadata, as the same bytes every time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..document import Document
from .attaching import attach
from .drawing import Drawing
from .embedding import embed
from .fonts import Typefaces
from .metadata import information, output_intent, xmp
from .objects import Objects, array, numbers, string
from .outline import outline
from .structure import Element
from .style import PageSize
from .tagging import StructureWriter


def assemble(drawn: list[bytes], document: Document, drawing: Drawing, root: Element, typefaces: Typefaces) -> bytes:
    """The bytes of the tagged file; `drawn` are the operators of its pages."""
    objects = Objects()
    pages = [objects.reserve() for _ in drawn]
    writer = StructureWriter(objects, pages, drawing.anchors)
    structure = writer.write(root, drawing.marks)
    tree = _page_tree(objects, pages, drawn, _Shared(drawing.size, typefaces, writer.annotations))
    bookmarks = outline(objects, drawing.bookmarks, pages)
    entries = (
        _said(document),
        f"/Pages {tree}/StructTreeRoot {structure}",
        f"/Outlines {bookmarks}" if bookmarks else "",
        f"/Metadata {xmp(objects, document, drawn)}/OutputIntents[{output_intent(objects)}]",
        attach(objects, document.attachments, document.as_of),
    )
    catalog = objects.add(f"<</Type/Catalog{''.join(entries)}>>")
    return objects.saved(catalog, information(objects, document))


def _said(document: Document) -> str:
    """What a reader must know first."""
    direction = "/Direction/R2L" if document.right_to_left else ""
    shown = f"/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true{direction}>>"
    return f"/Lang{string(document.language)}{shown}"


@dataclass(frozen=True, slots=True)
class _Shared:
    """What the pages are made of beside their operators; links by page."""

    size: PageSize
    typefaces: Typefaces
    links: Mapping[int, list[str]]


def _page_tree(objects: Objects, pages: list[str], drawn: list[bytes], shared: _Shared) -> str:
    """All pages have one parent and one list of fonts."""
    tree = objects.reserve()
    fonts = "".join(f"/{face.resource} {embed(objects, face)}" for face in shared.typefaces.used())
    common = f"/Parent {tree}/Resources {objects.add(f'<</Font<<{fonts}>>>>')}/Tabs/S"
    common += f"/MediaBox{numbers((0, 0, shared.size.width, shared.size.height))}"
    for page, (reference, operators) in enumerate(zip(pages, drawn, strict=True)):
        links = f"/Annots{array(shared.links[page])}" if page in shared.links else ""
        objects.put(
            reference, f"<</Type/Page{common}/Contents {objects.stream(operators)}/StructParents {page}{links}>>"
        )
    objects.put(tree, f"<</Type/Pages/Count {len(pages)}/Kids{array(pages)}>>")
    return tree
