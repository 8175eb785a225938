"""What the file says about itself: XMP, information dictionary, colours."""

from __future__ import annotations

from datetime import UTC, datetime

from ...model.fingerprints import DATA_PROPERTY, NAMESPACE, PAGES_PROPERTY, fingerprint, pages_fingerprint
from ..document import Document
from .breaking import clean
from .colours import srgb
from .objects import Objects, string

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


def stamp(instant: datetime) -> str:
    """An instant as a PDF's date string."""
    return string(f"D:{instant.astimezone(UTC):%Y%m%d%H%M%S}+00'00'")


def xmp(objects: Objects, document: Document, drawn: list[bytes]) -> str:
    """Identification, title, date and fingerprints; `drawn` are the operators of the pages."""
    instant = document.as_of.astimezone(UTC).replace(microsecond=0)
    data = _xmp(document.language, title_of(document), _subject_of(document), instant, _own(document, drawn))
    return objects.stream(data, "/Type/Metadata/Subtype/XML", packed=False)


def information(objects: Objects, document: Document) -> str:
    """The information dictionary: what the XMP says, for older readers."""
    producer, date = string(PRODUCER), stamp(document.as_of)
    return objects.add(
        f"<</Title{string(title_of(document))}/Subject{string(_subject_of(document))}"
        f"/Creator{producer}/Producer{producer}/CreationDate{date}/ModDate{date}>>"
    )


def _subject_of(document: Document) -> str:
    return " ".join(clean(document.subject).split())


def _own(document: Document, drawn: list[bytes]) -> str:
    """The fingerprints of pages and data, by which a file check finds what was changed."""
    found = {PAGES_PROPERTY: pages_fingerprint(drawn)}
    data = next((one.data for one in document.attachments if one.relationship == "Data"), None)
    if data is not None:
        found[DATA_PROPERTY] = fingerprint(data)
    return "\n".join(f"<accesscheck:{name}>{value}</accesscheck:{name}>" for name, value in sorted(found.items()))


def _xmp(language: str, title: str, subject: str, instant: datetime, own: str) -> bytes:
    filled = _XMP.format(
        title=_escaped(title),
        subject=_escaped(subject),
        language=_escaped(language),
        producer=PRODUCER,
        date=instant.isoformat(),
        namespace=NAMESPACE,
        own=own,
        data_property=DATA_PROPERTY,
        pages_property=PAGES_PROPERTY,
    )
    return filled.encode("utf-8")


def _escaped(text: str) -> str:
    """As the content of an XML element."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def output_intent(objects: Objects) -> str:
    """All colours of the file are sRGB."""
    known = string("sRGB IEC61966-2.1")
    profile = objects.stream(srgb(), "/N 3")
    return objects.add(
        f"<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier{known}/Info{known}/DestOutputProfile {profile}>>"
    )
