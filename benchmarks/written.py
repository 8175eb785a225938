"""The words a document has, and those that stand on written pages."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pikepdf

from accesscheck.report.document import Block, Document, Figure, ListBlock, Table, every_block, every_inline

_JOINTS = re.compile("[-‐‑–—•]")
"""Where a line may end inside a word, and bullets: left out on both sides."""


def words_in(document: Document) -> list[str]:
    """Every word composed, in no order."""
    blocks = tuple(every_block(document.blocks))
    return _words(" ".join(_said(blocks)))


def words_of(path: Path) -> list[str]:
    """Every word on the pages of a file."""
    command = ["pdftotext", "-layout", str(path), "-"]
    return _words(subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout)


def pages(path: Path) -> int:
    with pikepdf.open(path) as pdf:
        return len(pdf.pages)


def surplus(expected: Counter[str], found: Counter[str], document: Document, count: int) -> tuple[str, str]:
    """Words that are missing, and those beyond footers and repeated header rows; both empty where all is well."""
    footers = Counter[str]()
    for page in range(1, count + 1):
        label = document.page_label.replace("{page}", str(page)).replace("{pages}", str(count))
        footers.update(_words(f"{label} {document.footer}"))
    more = found - expected - footers
    heads = _words_of_heads(document)
    return _shown(expected + footers - found), _shown(Counter({word: more[word] for word in more if word not in heads}))


def _shown(words: Counter[str]) -> str:
    return ", ".join(f"{count} {word}" for word, count in words.most_common(10))


def _words_of_heads(document: Document) -> set[str]:
    tables = [block for block in document.blocks if isinstance(block, Table)]
    rows = (row for table in tables for row in table.rows[: table.header_rows])
    return {
        word for row in rows for cell in row for inline in every_inline(cell.blocks) for word in _words(inline.text)
    }


def _said(blocks: tuple[Block, ...]) -> Iterator[str]:
    """The inlines of a paragraph are not parted."""
    for block in blocks:
        yield "".join(inline.text for inline in every_inline((block,)))
        if isinstance(block, ListBlock) and block.ordered:
            yield from (f"{number}." for number in range(1, len(block.items) + 1))
        if isinstance(block, Figure):
            yield from (f"{bar.label} {bar.value}" for bar in block.chart.bars)
            yield from (words for _, words in block.chart.legend)


def _words(text: str) -> list[str]:
    return _JOINTS.sub(" ", text).split()
