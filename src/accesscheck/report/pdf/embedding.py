"""Faces to font objects of the file: subsets with pinned axes, widths, and the text each code stands for."""

from __future__ import annotations

import hashlib

import uharfbuzz as hb

from .fonts import Face, Program
from .objects import Objects, array, number, numbers

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
    "vhea",
    "vmtx",
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


def embed(objects: Objects, face: Face) -> str:
    """The Type0 font object (Identity-H) of a face, holding only the glyphs it drew; returns the reference to it."""
    glyphs = [glyph for glyph, _ in face.codes]
    program, places = _subset(face.program, glyphs)
    name = f"/BaseFont/{_tag(program)}+{face.program.source.name}"
    widths = array(number(face.program.width(glyph)) for glyph in glyphs)
    identities = objects.stream(b"".join(place.to_bytes(2, "big") for place in [0, *places]))
    described = _descriptor(objects, face.program, name, program)
    descendant = objects.add(
        f"<</Type/Font/Subtype/CIDFontType2{name}"
        f"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
        f"/FontDescriptor {described}/DW 1000/W[1 {widths}]/CIDToGIDMap {identities}>>"
    )
    return objects.add(
        f"<</Type/Font/Subtype/Type0{name}/Encoding/Identity-H/DescendantFonts[{descendant}]"
        f"/ToUnicode {objects.stream(_to_unicode(face))}>>"
    )


def _subset(program: Program, glyphs: list[int]) -> tuple[bytes, list[int]]:
    """The font program with these glyphs only, and the number each of them has in it."""
    wanted = hb.SubsetInput()
    wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE
    wanted.glyph_set.update(glyphs)
    wanted.drop_table_tag_set.update(map(_table_tag, _DROPPED_TABLES))
    for axis, value in program.source.axes:
        wanted.pin_axis_location(program.face, axis, value)
    plan = hb.SubsetPlan(program.face, wanted)
    places = plan.old_to_new_glyph_mapping
    return bytes(plan.execute().blob.data), [places[glyph] for glyph in glyphs]


def _table_tag(name: str) -> int:
    return int.from_bytes(name.encode("ascii"), "big")


def _tag(program: bytes) -> str:
    """Six capital letters that name this subset."""
    digest = hashlib.sha256(program).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _descriptor(objects: Objects, face: Program, name: str, data: bytes) -> str:
    extents = face.font.get_font_extents("ltr")
    ascent, descent = round(extents.ascender * face.scale), round(extents.descender * face.scale)
    return objects.add(
        f"<</Type/FontDescriptor{name.replace('/BaseFont', '/FontName')}/Flags 4"
        f"/FontBBox{numbers((-1000, descent, 3000, ascent))}/ItalicAngle 0/Ascent {ascent}/Descent {descent}"
        f"/CapHeight 714/StemV {160 if 'Bold' in face.source.name else 90}"
        f"/FontFile2 {objects.stream(data, f'/Length1 {len(data)}')}>>"
    )


def _to_unicode(face: Face) -> bytes:
    """The CMap from codes to text."""
    entries = [f"<{code:04X}> <{_utf16(text)}>" for (_, text), code in face.codes.items()]
    blocks = [entries[start : start + _IN_A_BLOCK] for start in range(0, len(entries), _IN_A_BLOCK)]
    body = "".join("\n".join([f"{len(block)} beginbfchar", *block, "endbfchar", ""]) for block in blocks)
    return (_CMAP_HEAD + body + _CMAP_FOOT).encode("ascii")


def _utf16(text: str) -> str:
    return text.encode("utf-16-be").hex().upper()
