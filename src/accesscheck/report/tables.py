"""Two tables: what there is in each language, and how a hybrid session stands in the room and online."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from accesscheck.language.coverage import COLUMNS, NOT_ASKED_YET, left_out, row_words
from accesscheck.language.parity import BALANCES, side_words
from accesscheck.model.coverage import Covered, LanguageRow
from accesscheck.model.parity import Balance, Pair, Side

from .brief import TONES, Brief, cell, header_row, listing, note, paragraph, row_header, spaced
from .document import Block, Cell, Paragraph, Span, Table, Tone

_WIDTHS = (3.6, 3, 3, 2.4, 3, 3.6)
_PAPERS = 2  # the last columns: slides and papers, the announcement


def languages(brief: Brief) -> Iterator[Block]:
    """The matrix of languages, and the people it leaves out."""
    words, found = brief.words, brief.seen.coverage
    if found.rows:
        yield _matrix(found.rows, brief)
    sentences = list(left_out(found, words))
    if sentences:
        yield listing(paragraph(Span(one, strong=True)) for one in sentences)
    if found.rows:
        yield note(words.text(NOT_ASKED_YET))


def _matrix(found: Sequence[LanguageRow], brief: Brief) -> Table:
    """Languages with the same services share a row; what is on paper has columns where something is known of it."""
    words = brief.words
    columns = len(COLUMNS) if any(map(_papers_known, found)) else len(COLUMNS) - _PAPERS
    head = header_row(*(words.text(column) for column in COLUMNS[:columns]))
    alike: dict[tuple[str, ...], list[str]] = {}
    for row in found:
        name, *covered = row_words(row, words)[:columns]
        alike.setdefault(tuple(covered), []).append(name)
    rows = [(row_header(words.listing(names)), *map(cell, covered)) for covered, names in alike.items()]
    return Table((Span(words.text("What there is in each language")),), _WIDTHS[:columns], (head, *rows))


def _papers_known(row: LanguageRow) -> bool:
    """Whether anything is known of papers or announcement; where not, a note says so for all languages."""
    return (row.documents, row.announcement) != (Covered.UNKNOWN, Covered.UNKNOWN)


def sides(brief: Brief) -> Iterator[Block]:
    """The pairs of a hybrid session, side by side."""
    words, pairs = brief.words, brief.seen.parity
    if pairs:
        head = header_row(words.text("In the room"), words.text("Online"), words.text("Compared"))
        yield Table(
            (Span(words.text("The same in the room and online")),),
            (7.4, 7.4, 2.4),
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
