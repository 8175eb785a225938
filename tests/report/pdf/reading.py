"""What other programs read in a PDF."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf

_INLINE = re.compile(r"^(Span|Link)\b")


def structure_texts(path: Path) -> list[str]:
    """The structure's text as poppler reads it: one text for each block element, in order."""
    command = ["pdfinfo", "-struct-text", str(path)]
    lines = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout.splitlines()
    texts: list[str] = [""]
    for line in lines:
        word = line.strip()
        if word.startswith('"'):
            texts[-1] += word[1:-1]
        elif not word.startswith(("/", "Object")) and not _INLINE.match(word):
            texts.append("")
    return [" ".join(text.split()) for text in texts if text.strip()]


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(data))


def elements(pdf: pikepdf.Pdf, kind: str | None = None) -> list[Any]:
    """Structure elements in reading order."""
    found = _below(pdf.Root.StructTreeRoot.K)
    return [element for element in found if kind is None or pikepdf.Name(f"/{kind}") == element.S]


def _below(element: Any) -> Iterator[Any]:
    yield element
    for kid in kids(element):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield from _below(kid)


def kids(element: Any) -> list[Any]:
    found = element.get("/K", pikepdf.Array())
    return list(found) if isinstance(found, pikepdf.Array) else [found]


def marked_pages(pdf: pikepdf.Pdf, element: Any) -> set[int]:
    """The pages on which an element has content of its own."""
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
    own = [element.Pg for kid in kids(element) if isinstance(kid, int)]
    foreign = [kid.Pg for kid in kids(element) if isinstance(kid, pikepdf.Dictionary) and "/MCID" in kid]
    return {numbers[page.objgen] for page in own + foreign}


def operators(pdf: pikepdf.Pdf, page: int) -> list[tuple[list[Any], str]]:
    return [(list(one.operands), str(one.operator)) for one in pikepdf.parse_content_stream(pdf.pages[page])]
