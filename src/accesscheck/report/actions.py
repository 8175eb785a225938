"""The open items, each once and in full: by party, sorted by the last day they can still be arranged in time."""

from __future__ import annotations

from collections.abc import Iterator

from accesscheck.language.items import field
from accesscheck.language.terms import EVIDENCE, OWNERS, PARTY_TITLES, SEVERITIES
from accesscheck.model.assessment import Answer, Evidence
from accesscheck.model.terms import Outcome, Stage
from accesscheck.rules.judging import Judged
from accesscheck.rules.planning import Gap, Remedy, by_party

from .brief import Brief, cell, header_row, heading, joined, note, paragraph, spaced
from .document import Block, Cell, Paragraph, Scope, Span, Table
from .sources import Sources

ANCHOR = "actions"


def actions(brief: Brief, sources: Sources) -> Iterator[Block]:
    """A table for each party that has something to do; its open items are known by their numbers from here on."""
    words = brief.words
    yield heading(2, title(brief), ANCHOR)
    if not brief.seen.gaps:
        yield paragraph(words.text("Nothing is open."))
    for party, gaps in by_party(brief.seen.gaps).items():
        if gaps:
            yield _table(words.text(PARTY_TITLES[party]), gaps, brief, sources)
    if brief.seen.gaps:
        yield note(words.text("Numbers in square brackets name the sources, which are listed further on."))


def title(brief: Brief) -> str:
    """What the section is called: once the session is over, it is about what stayed open."""
    if _over(brief):
        return brief.words.text("What stayed open")
    return brief.words.text("What to do, and by when")


def _table(caption: str, gaps: tuple[Gap, ...], brief: Brief, sources: Sources) -> Table:
    """A party's open items; once the session is over, no day matters any more."""
    words = brief.words
    number, what = words.text("No."), words.text("What, how it stands, and who")
    rows = [(_number(gap, brief), _day(gap, brief), _what(gap, brief, sources)) for gap in gaps]
    if _over(brief):
        undated = [(one, told) for one, _, told in rows]
        return Table((Span(caption, strong=True),), (0.8, 18.6), (header_row(number, what), *undated))
    head = header_row(number, words.text("Last day"), what)
    return Table((Span(caption, strong=True),), (0.8, 3.35, 15.25), (head, *rows))


def _number(gap: Gap, brief: Brief) -> Cell:
    return Cell((paragraph(str(brief.numbers[gap.item.id])),), Scope.ROW)


def _day(gap: Gap, brief: Brief) -> Cell:
    words = brief.words
    if gap.last_day is None:
        return cell(words.text("Before the session"))
    day = words.date(gap.last_day)
    return cell(words.text("{day} (has passed)", day=day) if gap.late else day)


def _what(gap: Gap, brief: Brief, sources: Sources) -> Cell:
    return Cell(tuple(_told(gap, brief, sources)))


def _over(brief: Brief) -> bool:
    return brief.seen.score.stage is Stage.DELIVERED


def _told(gap: Gap, brief: Brief, sources: Sources) -> Iterator[Paragraph]:
    """The statement with how it stands, what the organiser said of it, and what can still be done."""
    words, judged = brief.words, gap.judged
    severity = words.text(SEVERITIES[gap.item.severity])
    declared = judged.outcome is Outcome.NOT_RELEVANT  # still to test, and listed with its reason elsewhere
    outcome = brief.outcome(judged, None if declared else brief.fact(judged))
    ended = words.sentences("\0", "\0").strip("\0")
    rest = f"{ended}{severity}{ended}{joined(*_who(judged, brief), sources.of(gap.item))}"
    yield paragraph(spaced(brief.statement(gap.item)), outcome, rest)
    more = [*_said(judged, brief), *_still_possible(gap, brief)]
    if words.right_to_left:
        yield from more  # a note that runs the other way would be torn over the lines of what follows it
    elif more:
        yield brief.run_in(more)


def _still_possible(gap: Gap, brief: Brief) -> Iterator[Paragraph]:
    if gap.remedy is Remedy.LATE or (gap.remedy and _over(brief)):
        yield brief.labelled(brief.words.text("Still possible"), field(gap.item, gap.remedy, brief.words))


def _who(judged: Judged, brief: Brief) -> Iterator[str]:
    """Who takes care of it, by which day they said they would, and whom they wait for."""
    answer, item, words = judged.answer, judged.item, brief.words
    owner = (answer.owner if answer else None) or words.text(OWNERS[item.owner])
    if answer is None or answer.due is None:
        yield words.text("Who: {owner}.", owner=owner)
    else:
        yield words.text("Who: {owner}, by {day}.", owner=owner, day=words.date(answer.due))
    if answer and answer.asked and judged.outcome is Outcome.WAITING:
        yield words.text("Asked on {day}.", day=words.date(answer.asked))  # the table says whom


def _said(judged: Judged, brief: Brief) -> Iterator[Paragraph]:
    """What the organiser said of it; what "partly" means stands where no note says it better."""
    words, answer = brief.words, judged.answer
    if answer is None:
        return
    if judged.outcome is Outcome.PARTLY and judged.item.partly and not answer.note:
        yield brief.labelled(words.text("What “partly” means"), field(judged.item, "partly", words))
    if answer.note:
        yield brief.labelled(words.text("Note"), brief.own(answer.note, answer.language))
    for one in answer.evidence:
        yield brief.labelled(words.text("Proof"), *_proof(one, answer, brief))


def _proof(evidence: Evidence, answer: Answer, brief: Brief) -> list[Span]:
    words = brief.words
    kind, day = words.text(EVIDENCE[evidence.kind]), words.date(evidence.date)
    given = words.text("{kind}, {day}", kind=kind, day=day)
    said = evidence.text or evidence.file
    if not said:
        return [Span(given)]
    return [Span(words.text("{label}: ", label=given)), brief.own(said, answer.language)]
