"""The finished file: what was drawn, with structure, fonts and metadata, saved to the same bytes every time."""

from __future__ import annotations

from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from ..document import Document
from . import metadata
from .drawing import Drawing
from .embedding import embed
from .fonts import Typefaces
from .structure import Element
from .tagging import StructureWriter


def assemble(drawn: bytes, document: Document, drawing: Drawing, root: Element, typefaces: Typefaces) -> bytes:
    """The bytes of the tagged file; `drawn` are its pages without tags."""
    with pikepdf.open(BytesIO(drawn)) as pdf:
        _give_resources(pdf, typefaces)
        _write_catalog(pdf, document)
        pdf.Root.StructTreeRoot = StructureWriter(pdf, drawing).write(root)
        metadata.outline(pdf, drawing.bookmarks)
        metadata.describe(pdf, document)
        metadata.attach(pdf, document.attachments, document.as_of)
        return _saved(pdf)


def _give_resources(pdf: pikepdf.Pdf, typefaces: Typefaces) -> None:
    """All pages share one list of fonts."""
    fonts = Dictionary({f"/{face.resource}": embed(pdf, face) for face in typefaces.used()})
    shared = pdf.make_indirect(Dictionary(Font=fonts))
    for page in pdf.pages:
        page.obj.Resources = shared
        del page.obj.Trans
        del page.obj.Rotate


def _write_catalog(pdf: pikepdf.Pdf, document: Document) -> None:
    catalog = pdf.Root
    for key in set(catalog.keys()) - {"/Type", "/Pages"}:
        del catalog[key]
    catalog.Lang = String(document.language)
    catalog.MarkInfo = Dictionary(Marked=True)
    catalog.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    if document.right_to_left:
        catalog.ViewerPreferences.Direction = Name.R2L
    catalog.OutputIntents = Array([metadata.output_intent(pdf)])


def _saved(pdf: pikepdf.Pdf) -> bytes:
    target = BytesIO()
    pdf.save(
        target,
        min_version="1.7",
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
        compress_streams=True,
        deterministic_id=True,
    )
    return target.getvalue()
