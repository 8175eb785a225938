"""Two tables: what there is in each language, and how a hybrid session stands in the room and online."""

from __future__ import annotations

from collections.abc import Iterator

from accesscheck.language.coverage import COLUMNS, NOT_ASKED_YET, left_out, row_words
from accesscheck.language.parity import BALANCES, side_words
from accesscheck.model.parity import Balance, Pair, Side

from .brief import TONES, Brief, cell, header_row, listing, note, paragraph, row_header, spaced
from .document import Block, Cell, Paragraph, Span, Table, Tone


def languages(brief: Brief) -> Iterator[Block]:
    """The matrix of languages, and the people it leaves out."""
    words, found = brief.words, brief.seen.coverage
    if found.rows:
        head = header_row(*(words.text(column) for column in COLUMNS))
        rows = [_language(row_words(row, words)) for row in found.rows]
        yield Table((Span(words.text("What there is in each language")),), (3.6, 3, 3, 2.4, 3, 3.6), (head, *rows))
    sentences = list(left_out(found, words))
    if sentences:
        yield listing(paragraph(Span(one, strong=True)) for one in sentences)
    if found.rows:
        yield note(words.text(NOT_ASKED_YET))


def _language(told: tuple[str, ...]) -> tuple[Cell, ...]:
    return row_header(told[0]), *(cell(one) for one in told[1:])


def sides(brief: Brief) -> Iterator[Block]:
    """The pairs of a hybrid session, side by side."""
    words, pairs = brief.words, brief.seen.parity
    if pairs:
        head = header_row(words.text("In the room"), words.text("Online"), words.text("Compared"))
        yield Table(
            (Span(words.text("The same in the room and online")),),
            (7, 7, 3),
            (head, *(_pair(pair, brief) for pair in pairs)),
        )


def _pair(pair: Pair, brief: Brief) -> tuple[Cell, ...]:
    worse = pair.balance in (Balance.ROOM_WORSE, Balance.ONLINE_WORSE)
    said = Span(brief.words.text(BALANCES[pair.balance]), strong=worse, tone=Tone.MISSING if worse else Tone.PLAIN)
    return Cell((_side(pair.room, brief),)), Cell((_side(pair.online, brief),)), cell(said)


def _side(side: Side, brief: Brief) -> Paragraph:
    tone = TONES[side.outcome] if side.outcome else Tone.SECONDARY
    said = Span(side_words(side, brief.words), strong=True, tone=tone)
    return paragraph(spaced(brief.statement(side.item)), said)
