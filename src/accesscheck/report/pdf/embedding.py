"""Faces to font objects of the file: subsets with pinned axes, widths, and the text each code stands for."""

from __future__ import annotations

import hashlib
from typing import Any

import pikepdf
import uharfbuzz as hb
from pikepdf import Array, Dictionary, Name

from .fonts import Face

_DROPPED_TABLES = (
    "GSUB",
    "GPOS",
    "GDEF",
    "STAT",
    "name",
    "post",
    "cmap",
    "OS/2",
    "gasp",
    "prep",
    "fpgm",
    "cvt ",
    "BASE",
)
_IN_A_BLOCK = 100  # entries a CMap may list at once
_CMAP_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
_CMAP_FOOT = """endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


def embed(pdf: pikepdf.Pdf, face: Face) -> pikepdf.Object:
    """The Type0 font object (Identity-H) of a face, holding only the glyphs it drew."""
    glyphs = [glyph for glyph, _ in face.codes]
    program, places = _subset(face, glyphs)
    name = Name(f"/{_tag(program)}+{face.source.name}")
    descendant = Dictionary(
        Type=Name.Font,
        Subtype=Name.CIDFontType2,
        BaseFont=name,
        CIDSystemInfo=Dictionary(Registry=b"Adobe", Ordering=b"Identity", Supplement=0),
        FontDescriptor=pdf.make_indirect(_descriptor(pdf, face, name, program)),
        DW=1000,
        W=Array([1, Array([_number(face.width(glyph)) for glyph in glyphs])]),
        CIDToGIDMap=pdf.make_stream(b"".join(place.to_bytes(2, "big") for place in [0, *places])),
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.Type0,
            BaseFont=name,
            Encoding=Name("/Identity-H"),
            DescendantFonts=Array([pdf.make_indirect(descendant)]),
            ToUnicode=pdf.make_stream(_to_unicode(face)),
        )
    )


def _subset(face: Face, glyphs: list[int]) -> tuple[bytes, list[int]]:
    """The font program with these glyphs only, and the number each of them has in it."""
    wanted = hb.SubsetInput()
    wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE
    wanted.glyph_set.update(glyphs)
    wanted.drop_table_tag_set.update(map(_table_tag, _DROPPED_TABLES))
    for axis, value in face.source.axes.items():
        wanted.pin_axis_location(face.face, axis, value)
    plan = hb.SubsetPlan(face.face, wanted)
    places = plan.old_to_new_glyph_mapping
    return bytes(plan.execute().blob.data), [places[glyph] for glyph in glyphs]


def _table_tag(name: str) -> int:
    return int.from_bytes(name.encode("ascii"), "big")


def _tag(program: bytes) -> str:
    """Six capital letters that name this subset."""
    digest = hashlib.sha256(program).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _descriptor(pdf: pikepdf.Pdf, face: Face, name: Name, program: bytes) -> Dictionary:
    extents = face.font.get_font_extents("ltr")
    ascent, descent = round(extents.ascender * face.scale), round(extents.descender * face.scale)
    return Dictionary(
        Type=Name.FontDescriptor,
        FontName=name,
        Flags=4,
        FontBBox=Array([-1000, descent, 3000, ascent]),
        ItalicAngle=0,
        Ascent=ascent,
        Descent=descent,
        CapHeight=714,
        StemV=160 if "Bold" in face.source.name else 90,
        FontFile2=pdf.make_stream(program, Length1=len(program)),
    )


def _number(value: float) -> Any:
    return int(value) if value == int(value) else round(value, 2)


def _to_unicode(face: Face) -> bytes:
    """The CMap from codes to text."""
    entries = [f"<{code:04X}> <{_utf16(text)}>" for (_, text), code in face.codes.items()]
    blocks = [entries[start : start + _IN_A_BLOCK] for start in range(0, len(entries), _IN_A_BLOCK)]
    body = "".join("\n".join([f"{len(block)} beginbfchar", *block, "endbfchar", ""]) for block in blocks)
    return (_CMAP_HEAD + body + _CMAP_FOOT).encode("ascii")


def _utf16(text: str) -> str:
    return text.encode("utf-16-be").hex().upper()
