"""What a report's metadata says of it: title, language, instant, and the fingerprints of its data and pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element, ParseError, fromstring

import pikepdf

from accesscheck.model.fingerprints import DATA_PROPERTY, NAMESPACE, PAGES_PROPERTY

from . import limits
from .objects import entry, text, unpacked

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_XMP = "{http://ns.adobe.com/xap/1.0/}"
_OWN = f"{{{NAMESPACE}}}"


@dataclass(frozen=True, slots=True)
class Described:
    """What the metadata says; empty where it says nothing.

    All stands in the XMP metadata but `info_title` and `info_subject` (information dictionary) and `lang` (catalog);
    `data` and `pages` are fingerprints, `created` is an ISO 8601 instant.
    """

    title: str
    subject: str
    language: str
    created: str
    info_title: str
    info_subject: str
    lang: str
    data: str
    pages: str


def read_described(pdf: pikepdf.Pdf, path: str) -> Described:
    """Read the metadata; what is no metadata says nothing."""
    found, info = _properties(pdf, path), entry(pdf.trailer, "/Info")
    return Described(
        title=found.get(f"{_DC}title", ""),
        subject=found.get(f"{_DC}description", ""),
        language=found.get(f"{_DC}language", ""),
        created=found.get(f"{_XMP}CreateDate", ""),
        info_title=text(info, "/Title") or "",
        info_subject=text(info, "/Subject") or "",
        lang=text(pdf.Root, "/Lang") or "",
        data=found.get(_OWN + DATA_PROPERTY, ""),
        pages=found.get(_OWN + PAGES_PROPERTY, ""),
    )


def _properties(pdf: pikepdf.Pdf, path: str) -> dict[str, str]:
    """The properties of the XMP metadata with their text; the first of several values."""
    stream = entry(pdf.Root, "/Metadata")
    root = _parsed(unpacked(stream, limits.METADATA, path)) if stream is not None else None
    found: dict[str, str] = {}
    for name, value in _pairs(root) if root is not None else ():
        found.setdefault(name, value)
    return found


def _pairs(root: Element) -> Iterator[tuple[str, str]]:
    for description in root.iter(f"{_RDF}Description"):
        yield from description.attrib.items()
        for one in description:
            value = next(one.iter(f"{_RDF}li"), one)
            yield one.tag, (value.text or "").strip()


def _parsed(data: bytes) -> Element | None:
    """The document; None for what is none, or could make its reader fetch or unfold something."""
    if b"<!" in data:
        return None
    try:
        return fromstring(data.strip())  # noqa: S314 - without a DOCTYPE there is nothing to expand
    except ParseError:
        return None
