"""A page read again: its elements in order, each with its attributes and words."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

from accesscheck import resources
from accesscheck.language.words import LANGUAGES, load_words
from accesscheck.report.document import Document
from accesscheck.report.html import render

_VOID = ("meta", "br", "col")


@dataclass
class Element:
    tag: str
    attributes: dict[str, str | None]
    inside: list[Element | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its words, on one line; a line break in it parts words too."""
        parts = [one if isinstance(one, str) else " " if one.tag == "br" else one.text for one in self.inside]
        return "".join(parts)

    def all(self, *tags: str) -> list[Element]:
        """The elements of these tags in it, in order."""
        below = [one for one in self.inside if isinstance(one, Element)]
        return [found for one in below for found in ([one] if one.tag in tags else []) + one.all(*tags)]

    def one(self, tag: str) -> Element:
        (found,) = self.all(tag)
        return found


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Element("page", {})]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        made = Element(tag, dict(attrs))
        self.open[-1].inside.append(made)
        if tag not in _VOID:
            self.open.append(made)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)


def rendered(document: Document) -> bytes:
    language = document.language if document.language in LANGUAGES else "en"
    steps = render(document, load_words(language, resources.compiled("locale")))
    while True:
        try:
            next(steps)
        except StopIteration as end:
            data: bytes = end.value
            return data


def read(data: bytes) -> Element:
    reader = _Reader()
    reader.feed(data.decode("utf-8"))
    assert len(reader.open) == 1, "an element was left open"
    return reader.open[0]


def page(document: Document) -> Element:
    return read(rendered(document))
