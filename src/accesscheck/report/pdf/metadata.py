"""What the file says about itself: XMP, dates, colours, outline, attachments."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from html import escape  # xml.sax's own loads an HTTP client

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem, String
from PIL import ImageCms

from ...model.fingerprints import DATA_PROPERTY, NAMESPACE, PAGES_PROPERTY, fingerprint, pages_fingerprint
from ..document import Attachment, Document
from .breaking import clean
from .drawing import Bookmark

PRODUCER = "AccessCheck"

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer>
<xmp:CreatorTool>{producer}</xmp:CreatorTool>
<xmp:CreateDate>{date}</xmp:CreateDate>
<xmp:ModifyDate>{date}</xmp:ModifyDate>
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:accesscheck="{namespace}">
{own}
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>AccessCheck report</pdfaSchema:schema>
<pdfaSchema:namespaceURI>{namespace}</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>accesscheck</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>{data_property}</pdfaProperty:name>
<pdfaProperty:valueType>Text</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>SHA-256 of the assessment inside the file</pdfaProperty:description>
</rdf:li><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>{pages_property}</pdfaProperty:name>
<pdfaProperty:valueType>Text</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>SHA-256 over the SHA-256 of each page's content</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


def title_of(document: Document) -> str:
    """The title on one line, without what no reader can show."""
    return " ".join(clean(document.title).split())


def describe(pdf: pikepdf.Pdf, document: Document) -> None:
    """Identification, title and date, in XMP and in the information dictionary alike."""
    title, subject = title_of(document), " ".join(clean(document.subject).split())
    instant = document.as_of.astimezone(UTC).replace(microsecond=0)
    pdf.Root.Metadata = pdf.make_stream(
        _xmp(document.language, title, subject, instant, _own(pdf, document)), Type=Name.Metadata, Subtype=Name.XML
    )
    stamp = String(f"D:{instant:%Y%m%d%H%M%S}+00'00'")
    pdf.trailer.Info = pdf.make_indirect(
        Dictionary(
            Title=String(title),
            Subject=String(subject),
            Creator=String(PRODUCER),
            Producer=String(PRODUCER),
            CreationDate=stamp,
            ModDate=stamp,
        )
    )


def _own(pdf: pikepdf.Pdf, document: Document) -> str:
    """The fingerprints of pages and data, by which a file check finds what was changed."""
    found = {PAGES_PROPERTY: pages_fingerprint(page.obj.Contents.read_bytes() for page in pdf.pages)}
    data = next((one.data for one in document.attachments if one.relationship == "Data"), None)
    if data is not None:
        found[DATA_PROPERTY] = fingerprint(data)
    return "\n".join(f"<accesscheck:{name}>{value}</accesscheck:{name}>" for name, value in sorted(found.items()))


def _xmp(language: str, title: str, subject: str, instant: datetime, own: str) -> bytes:
    filled = _XMP.format(
        title=escape(title, quote=False),
        subject=escape(subject, quote=False),
        language=escape(language, quote=False),
        producer=PRODUCER,
        date=instant.isoformat(),
        namespace=NAMESPACE,
        own=own,
        data_property=DATA_PROPERTY,
        pages_property=PAGES_PROPERTY,
    )
    return filled.encode("utf-8")


def output_intent(pdf: pikepdf.Pdf) -> pikepdf.Object:
    """All colours of the file are sRGB."""
    profile = pdf.make_stream(_srgb(), N=3)
    return pdf.make_indirect(
        Dictionary(
            Type=Name.OutputIntent,
            S=Name.GTS_PDFA1,
            OutputConditionIdentifier=b"sRGB IEC61966-2.1",
            Info=b"sRGB IEC61966-2.1",
            DestOutputProfile=profile,
        )
    )


@cache
def _srgb() -> bytes:
    """An sRGB profile; its date of creation (bytes 24 to 35) is that of the standard, not of this minute."""
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    data[24:36] = b"".join(part.to_bytes(2, "big") for part in (1999, 10, 1, 0, 0, 0))
    return bytes(data)


def outline(pdf: pikepdf.Pdf, bookmarks: list[Bookmark]) -> None:
    """One entry for each heading, nested as the headings are."""
    if not bookmarks:
        return
    with pdf.open_outline() as tree:
        open_at: list[list[OutlineItem]] = [tree.root]
        for mark in bookmarks:
            item = OutlineItem(mark.title, mark.page, "XYZ", left=0, top=round(mark.top, 2), zoom=0)
            del open_at[mark.level :]
            open_at[-1].append(item)
            open_at.append(item.children)


def attach(pdf: pikepdf.Pdf, attachments: tuple[Attachment, ...], instant: datetime) -> None:
    """Associated files of the whole document, in the order given."""
    if not attachments:
        return
    stamp = f"D:{instant.astimezone(UTC):%Y%m%d%H%M%S}+00'00'"
    associated = Array()
    for one in attachments:
        spec = pikepdf.AttachedFileSpec(
            pdf,
            one.data,
            filename=one.name,
            description=one.description,
            mime_type=one.mime,
            creation_date=stamp,
            mod_date=stamp,
        )
        spec.relationship = Name(f"/{one.relationship}")
        pdf.attachments[one.name] = spec
        associated.append(spec.obj)
    pdf.Root.AF = associated
