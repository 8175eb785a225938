"""Compose a report: from a view of an assessment to a document of tagged nodes, in the order a reader needs."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from accesscheck.language.words import Words
from accesscheck.model.fingerprints import DATA_NAME
from accesscheck.rules.view import View

from .actions import actions
from .brief import Brief
from .document import Attachment, Block, Document
from .first_page import first_page, title
from .groups import groups
from .items import items_in_place, more_declared, promised_and_delivered
from .method import method
from .services import services
from .sources import Sources


def compose(seen: View, words: Words, data: bytes | None, left_out: tuple[str, ...] = ()) -> Document:
    """The report on `seen` in the language of `words`, with the interchange bytes `data` inside it, if any.

    `left_out` are the words of the interchange format for what `seen` was stripped of.
    """
    brief = Brief(seen, words)
    session = title(brief)
    return Document(
        language=words.language,
        title=words.text("Accessibility readiness: {session}", session=session),
        subject=words.text("Self-assessment of a session at the Internet Governance Forum"),
        as_of=seen.score.as_of,
        blocks=tuple(_blocks(brief, None if data is None else hashlib.sha256(data).hexdigest(), left_out)),
        page_label=words.text("Page {page} of {pages}", page="{page}", pages="{pages}"),
        footer=session,
        attachments=() if data is None else (_attachment(data, words),),
        right_to_left=words.right_to_left,
    )


def _blocks(brief: Brief, data_hash: str | None, left_out: tuple[str, ...]) -> Iterator[Block]:
    sources = Sources(brief)
    yield from first_page(brief)
    yield from actions(brief, sources)
    yield from groups(brief)
    yield from services(brief, sources)
    yield from sources.section()
    yield from items_in_place(brief)
    yield from more_declared(brief)
    yield from promised_and_delivered(brief)
    yield from method(brief, data_hash, left_out)


def _attachment(data: bytes, words: Words) -> Attachment:
    description = words.text("The assessment as data: facts, answers, items and result")
    return Attachment(DATA_NAME, "application/json", description, "Data", data)
