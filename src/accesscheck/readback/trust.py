"""How far data, result and pages of a report belong together: finds damage and careless edits, not forgery."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from accesscheck.model.checked import Difference, Grade
from accesscheck.model.fingerprints import digest
from accesscheck.model.interchange import Export
from accesscheck.model.terms import Outcome, Stage
from accesscheck.rules.view import View

from .described import Described
from .report import Report

_SHOWN = 200  # characters of words that are shown of a page


Facts = Mapping[str, str]
"""What is stated of what, in ids: "verdict" -> "open", "group/blind" -> "cannot"."""


def grade_of(found: tuple[Difference, ...]) -> Grade:
    return Grade.DIFFERS if found else Grade.CONSISTENT


def differences(report: Report, seen: View) -> tuple[Difference, ...]:
    """What in a report differs; `seen` is its assessment, scored anew at its own instant."""
    return (
        *_of_fingerprints(report),
        *_of_result(report.export, seen),
        *_of_statements(report, seen),
        *_of_description(report.described, report.export),
        *(Difference("proof", about=name) for name in report.strange),
    )


def _of_fingerprints(report: Report) -> Iterator[Difference]:
    described = report.described
    if not described.data and not described.pages:
        yield Difference("no-fingerprints")
        return
    if described.data != report.data_fingerprint:
        yield Difference("data")
    if described.pages != report.pages.fingerprint:
        yield Difference("pages")


def _of_result(export: Export, seen: View) -> Iterator[Difference]:
    """Where the result inside is not the one that its facts and answers give."""
    said, found = dict(export.result), dict(seen.score)
    parts = [name for name in found if said[name] != found[name]]
    if {item: because.state for item, because in seen.why.items()} != export.applicability:
        parts.append("applicability")
    if parts:
        yield Difference("result", data=", ".join(parts))


# --- what the pages state ---


def _of_statements(report: Report, seen: View) -> Iterator[Difference]:
    expected = {"data": report.data_fingerprint, **stated(seen)}
    found = report.pages.statements
    for one in found:
        about, _, value = one.identifier.fact.rpartition("/")
        if digest(one.words) != one.identifier.digest:
            yield Difference("words", about, page=one.words[:_SHOWN])
        held = expected.get(about) or _at_another_stage(about, seen)
        if held is not None and value != held:
            yield Difference("states", about, value, held)
    lacking = expected.keys() - {one.identifier.fact.rpartition("/")[0] for one in found}
    yield from (Difference("lacks", about, data=expected[about]) for about in expected if about in lacking)


def stated(seen: View) -> Facts:
    """What the pages of a report must state: verdict, groups, and every item due with its outcome."""
    stage = seen.score.stage
    groups = {f"group/{group}": str(state) for group, state in seen.score.groups.items()}
    due = {f"item/{one.item.id}/{stage}": str(one.outcome) for one in seen.judgement.due}
    return {"verdict": str(seen.score.verdict), **groups, **due}


def _at_another_stage(about: str, seen: View) -> str | None:
    """What was answered to an item's statement of a stage that is not the session's own."""
    kind, _, rest = about.partition("/")
    item, _, stage = rest.partition("/")
    if kind != "item" or stage not in tuple(Stage):
        return None
    answer = seen.assessment.answer(item, Stage(stage))
    return str(answer.outcome if answer and answer.outcome else Outcome.UNKNOWN)


# --- what the metadata says ---


def _of_description(described: Described, export: Export) -> Iterator[Difference]:
    pairs = {
        "title": described.title == described.info_title,
        "subject": described.subject == described.info_subject,
        "language": described.language == described.lang,
        "date": _instant(described.created) == export.as_of,
    }
    yield from (Difference("description", about=name) for name, alike in pairs.items() if not alike)


def _instant(said: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(said)
    except ValueError:
        return None
    return found if found.tzinfo is not None else None
