"""A document to a page: head, skip link, contents, the report itself, foot."""

from __future__ import annotations

from collections.abc import Generator, Iterator

from accesscheck.language.words import Words
from accesscheck.model.progress import Progress

from ..document import Document, Heading
from ..plain import one_line, plain
from .blocks import Writer
from .markup import element, escaped, void
from .style import STYLE

_GENERATOR = "AccessCheck"
_MAIN = "report"


def render(document: Document, words: Words) -> Generator[Progress, None, bytes]:
    """The report as UTF-8 HTML; yields after each block. `words` name what only a page has."""
    writer = Writer(document)
    total = len(document.blocks) + 1
    blocks = []
    for done, block in enumerate(document.blocks, 1):
        blocks.append(writer.block(block))
        yield Progress(done, total)
    page = "\n".join(_page(document, words, writer, blocks)) + "\n"
    yield Progress(total, total)
    return page.encode("utf-8")


def _page(document: Document, words: Words, writer: Writer, blocks: list[str]) -> Iterator[str]:
    yield "<!DOCTYPE html>"
    yield f'<html lang="{escaped(document.language)}" dir="{"rtl" if document.right_to_left else "ltr"}">'
    yield element("head", "\n".join(["", *_head(document), ""]))
    yield "<body>"
    yield element("a", escaped(words.text("Skip to the report")), {"class": "skip", "href": f"#{_MAIN}"})
    yield _contents(document, words, writer)
    yield element("main", "\n".join(["", *blocks, ""]), {"id": _MAIN, "tabindex": "-1"})
    yield element("footer", element("p", escaped(plain(document.footer))))
    yield "</body>"
    yield "</html>"


def _head(document: Document) -> Iterator[str]:
    yield void("meta", {"charset": "utf-8"})
    yield element("title", escaped(one_line(document.title)))
    described = {
        "viewport": "width=device-width, initial-scale=1",
        "color-scheme": "light dark",
        "generator": _GENERATOR,
        "description": one_line(document.subject),
        "date": document.as_of.isoformat(),
    }
    yield from (void("meta", {"name": name, "content": content}) for name, content in described.items() if content)
    yield element("style", STYLE)


def _contents(document: Document, words: Words, writer: Writer) -> str:
    """Links to the sections; named by its own first line."""
    sections = [one for one in document.blocks if isinstance(one, Heading) and one.level == 2]
    links = (
        element("a", writer.inlines(one.inlines, links=False), {"href": f"#{writer.anchor(one)}"}) for one in sections
    )
    title = element("p", escaped(words.text("Contents")), {"id": "contents", "class": "contents"})
    items = "\n".join(element("li", link) for link in links)
    return element("nav", f"\n{title}\n{element('ul', items)}\n", {"aria-labelledby": "contents"}) if items else ""
