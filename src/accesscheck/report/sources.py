"""Where the open items and figures come from: each work once, with how sure each fact taken from it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from accesscheck.language.items import figure_standing, standing_words
from accesscheck.model.catalogue import Item, Source

from .brief import Brief, heading, paragraph
from .document import Block, Link, ListBlock, ListItem, Paragraph, ParagraphStyle, Span

Work = tuple[str, str | None, str, str | None]
"""Title, edition, publisher and address: what several items may quote."""
_TOGETHER = ",\u00a0"  # on one line
ADDRESSES = ("https://", "http://")  # what a foreign catalogue calls an address may be anything
Taken = dict[str, dict[str, list[str]]]
"""How sure it is, clause, and the items that take it."""


class Sources:
    """The works quoted by open and by measured items, numbered as they are first quoted."""

    def __init__(self, brief: Brief) -> None:
        self._brief = brief
        found = {one.item.id: one.item for one in brief.seen.judgement.due}
        self._open = [found[item] for item in brief.numbers]
        measured = [item for item in found.values() if item.measure]
        self._measured = [item for item in measured if item.id not in brief.numbers]
        quoted = dict.fromkeys(_work(source) for item in (*self._open, *self._measured) for source in item.sources)
        self._numbers = {work: number for number, work in enumerate(quoted, 1)}
        self._taken = self._by_work()
        self._sure = self._how_sure(measured)

    def of(self, item: Item) -> str:
        """The numbers of an item's works: "[2, 5]"."""
        return self._numbered(item.sources)

    def figure(self, item: Item) -> str:
        """Where an item's figure comes from: "[2, 5]"; also how sure it is, where `figures` does not say so."""
        stated = [source for source in item.sources if source.standing.number]
        plain = [source for source in stated if len(self._sure[_work(source)]) == 1]
        told = [self._numbered(plain)] if plain else []
        told += [self._with_standing(source, item) for source in stated if source not in plain]
        return self._brief.words.clauses(told)

    def figures(self) -> Iterator[str]:
        """How sure the figures are, for works whose figures are all equally sure: "[2, 5] (verified in the source)"."""
        alike: dict[str, list[int]] = {}
        for work, number in self._numbers.items():
            if len(self._sure.get(work, ())) == 1:
                alike.setdefault(self._sure[work][0], []).append(number)
        for standing, numbers in alike.items():
            yield self._brief.words.aside(_in_brackets(numbers), standing)

    def section(self) -> Iterator[Block]:
        """Each work by its number, and which open item takes what from it; nothing where nothing is quoted."""
        words = self._brief.words
        if self._numbers:
            yield heading(2, words.text("Sources, and how sure they are"), "sources")
            yield ListBlock(tuple(ListItem((self._told(work),)) for work in self._numbers), ordered=True)

    def _with_standing(self, source: Source, item: Item) -> str:
        return self._brief.words.aside(self._numbered([source]), figure_standing(source, item, self._brief.words))

    def _how_sure(self, measured: Iterable[Item]) -> dict[Work, tuple[str, ...]]:
        """How sure the figures are that measured items take from each work."""
        found: dict[Work, dict[str, None]] = {}
        for item in measured:
            for source in item.sources:
                if source.standing.number:
                    standing = figure_standing(source, item, self._brief.words)
                    found.setdefault(_work(source), {})[standing] = None
        return {work: tuple(standings) for work, standings in found.items()}

    def _numbered(self, sources: Iterable[Source]) -> str:
        return _in_brackets(sorted({self._numbers[_work(source)] for source in sources}))

    def _told(self, work: Work) -> Paragraph:
        title, edition, publisher, url = work
        words = self._brief.words
        rest = words.series(("", *(_apart(one) for one in (edition, publisher) if one)))
        uses = words.clauses(self._uses(work))
        named = Link(title, url) if url and title.strip() and url.startswith(ADDRESSES) else Span(title, own=True)
        said = f"{rest}{words.text('{label}: ', label='')}{uses}" if uses else rest
        return paragraph(named, *_runs(said), style=ParagraphStyle.NOTE)

    def _by_work(self) -> dict[Work, Taken]:
        taken: dict[Work, Taken] = {work: {} for work in self._numbers}
        for item in (*self._open, *self._measured):
            for source in item.sources:
                standing = standing_words(source, item, self._brief.words)
                clauses = taken[_work(source)].setdefault(standing, {})
                clauses.setdefault(source.clause or "", []).append(item.id)
        return taken

    def _uses(self, work: Work) -> Iterator[str]:
        """What is taken from a work, by how sure it is: clauses with the numbers of the open items they serve."""
        for standing, clauses in self._taken[work].items():
            said = self._brief.words.clauses(
                filter(None, (self._clause(clause, items) for clause, items in clauses.items()))
            )
            yield self._brief.words.aside(said, standing).strip() if standing else said

    def _clause(self, clause: str, items: list[str]) -> str:
        """A clause with the items it serves; measured items that are in place have no number."""
        numbers = [item for item in items if item in self._brief.numbers]
        named = _apart(clause) if clause else ""
        return self._brief.words.series(filter(None, (named, self._brief.items(numbers) if numbers else "")))


def _in_brackets(numbers: Iterable[int]) -> str:
    return f"[{_TOGETHER.join(map(str, numbers))}]"


def _work(source: Source) -> Work:
    return source.title, source.edition, source.publisher, source.url


def _apart(text: str) -> str:
    """Words of a work, marked until the sentence around them is whole."""
    return f"\0{text}\0"


def _runs(text: str) -> Iterator[Span]:
    """The sentence in runs: what stands in a work is ordered by itself."""
    for number, part in enumerate(text.split("\0")):
        yield Span(part, own=number % 2 == 1)
