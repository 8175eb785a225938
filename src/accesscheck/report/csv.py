"""A table of the items due, one row each, with ids for programs and words for people; opens in Excel as it is."""

from __future__ import annotations

import csv
from collections.abc import Callable, Generator, Iterator
from io import StringIO
from typing import TYPE_CHECKING

from accesscheck.language.items import amount, field, quantity, source_words, statement
from accesscheck.language.terms import CHECKLISTS, EVIDENCE, OWNERS, PARTY_TITLES, SEVERITIES
from accesscheck.language.verdicts import group_name, outcome_words
from accesscheck.model.assessment import Answer
from accesscheck.model.progress import Progress
from accesscheck.rules.measures import needed
from accesscheck.rules.planning import Gap

from .plain import plain

if TYPE_CHECKING:
    from accesscheck.language.words import Words
    from accesscheck.rules.judging import Judged
    from accesscheck.rules.view import View

BOM = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_SEVERAL = "; "

Row = tuple["Judged", Answer, Gap | None]
"""An item as it counts, its answer (an empty one where there is none), and what is to be done of it."""
Column = tuple[str, Callable[[Row], str]]


def render(seen: View, words: Words) -> Generator[Progress, None, bytes]:
    """The table as UTF-8 with a byte order mark, by which Excel knows it; columns of ids have English heads."""
    columns = (*_ids(seen), *_words(seen, words))
    gaps = {gap.item.id: gap for gap in seen.gaps}
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow([harmless(head) for head, _ in columns])
    total = len(seen.judgement.due)
    for done, judged in enumerate(seen.judgement.due):
        yield Progress(done, total)
        answer = judged.answer or Answer(item=judged.item.id, stage=seen.score.stage)
        row = judged, answer, gaps.get(judged.item.id)
        writer.writerow([harmless(said(row)) for _, said in columns])
    yield Progress(total, total)
    return (BOM + text.getvalue()).encode()


def harmless(text: str) -> str:
    """A cell that no spreadsheet takes for a formula: behind an apostrophe where it begins like one."""
    shown = plain(text)
    return f"'{shown}" if shown.startswith(_FORMULA) or shown.lstrip().startswith(_FORMULA) else shown


def _ids(seen: View) -> Iterator[Column]:
    stage = str(seen.score.stage)
    yield "item", lambda row: row[0].item.id
    yield "checklist", lambda row: row[0].item.checklist
    yield "stage", lambda row: stage
    yield "outcome", lambda row: row[0].outcome
    yield "to_test", lambda row: _yes(row[0].to_test)
    yield "essential", lambda row: _yes(row[0].item.essential)
    yield "severity", lambda row: row[0].item.severity
    yield "party", lambda row: row[0].party
    yield "groups", lambda row: _SEVERAL.join(row[0].item.groups)
    yield "last_day", lambda row: row[2].last_day.isoformat() if row[2] and row[2].last_day else ""
    yield "late", lambda row: _yes(row[2].late) if row[2] else ""
    yield "due", lambda row: row[1].due.isoformat() if row[1].due else ""
    yield "value", lambda row: "" if row[1].value is None else str(row[1].value)
    yield "needed", lambda row: _needed(row[0], seen)
    yield "unit", lambda row: row[0].item.measure.unit if row[0].item.measure else ""
    yield "proof", lambda row: _SEVERAL.join(one.kind for one in row[1].evidence)


def _words(seen: View, words: Words) -> Iterator[Column]:
    stage = seen.score.stage
    yield words.text("Checklist"), lambda row: words.text(CHECKLISTS[row[0].item.checklist])
    yield words.text("Statement"), lambda row: statement(row[0].item, stage, words)
    yield words.text("How it stands"), lambda row: outcome_words(row[0].outcome, row[0].to_test, words)
    yield words.text("Severity"), lambda row: words.text(SEVERITIES[row[0].item.severity])
    yield words.text("Who is affected"), lambda row: _SEVERAL.join(group_name(one, words) for one in row[0].item.groups)
    yield words.text("Whose move it is"), lambda row: words.text(PARTY_TITLES[row[0].party]) if row[2] else ""
    yield words.text("Who"), lambda row: row[1].owner or words.text(OWNERS[row[0].item.owner])
    yield words.text("What to do"), lambda row: _to_do(row[2], words)
    yield words.text("Measured"), lambda row: _measured(row, words)
    yield words.text("Note"), lambda row: row[1].note or ""
    yield words.text("Reason"), lambda row: row[1].reason or ""
    yield words.text("Proof"), lambda row: _SEVERAL.join(_proof(row[1], words))
    yield (
        words.text("Source"),
        lambda row: _SEVERAL.join(source_words(one, row[0].item, words) for one in row[0].item.sources),
    )


def _yes(said: bool) -> str:
    return "yes" if said else "no"


def _needed(judged: Judged, seen: View) -> str:
    figure = needed(judged.item, seen.assessment.facts) if judged.item.measure else None
    return "" if figure is None else str(figure.value)


def _to_do(gap: Gap | None, words: Words) -> str:
    return field(gap.item, "when_late" if gap.late else "when_missing", words) if gap else ""


def _measured(row: Row, words: Words) -> str:
    judged, answer, _ = row
    if answer.value is None:
        return ""
    return f"{quantity(judged.item, words)}: {amount(answer.value, judged.item, words)}"


def _proof(answer: Answer, words: Words) -> Iterator[str]:
    for one in answer.evidence:
        said = one.text or one.file
        known = f"{words.text(EVIDENCE[one.kind])}, {one.date.isoformat()}"
        yield f"{known}: {said}" if said else known
