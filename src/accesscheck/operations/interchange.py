"""Exporting an assessment as interchange, and reading one: strict, and refusing what an item does not take."""

from __future__ import annotations

from uuid import UUID

from accesscheck import __version__
from accesscheck.errors import AccessCheckError, InterchangeBroken, NewerFormat
from accesscheck.model.assessment import Answer, Assessment
from accesscheck.model.catalogue import Catalogue
from accesscheck.model.interchange import FORMAT, App, Export, Malformed, SessionRecord, decode
from accesscheck.rules.facts import check_fact
from accesscheck.rules.refusals import refusal
from accesscheck.rules.view import View


def exported(seen: View) -> Export:
    """The assessment as the interchange format carries it: self-contained, with its own result."""
    assessment, score = seen.assessment, seen.score
    session = SessionRecord(
        id=str(assessment.session),
        revision=assessment.revision,
        sample=assessment.sample,
        facts=assessment.facts,
    )
    return Export(
        format=1,
        app=App(name="AccessCheck", version=__version__),
        as_of=score.as_of,
        stage=score.stage,
        stage_chosen=score.stage_chosen,
        session=session,
        answers=assessment.answers,
        earlier=assessment.earlier,
        applicability={item: found.state for item, found in seen.why.items()},
        catalogue=seen.catalogue,
        result=score,
    )


def read_export(data: bytes, path: str) -> Export:
    """The export in `data`, checked; `path` names it in errors. Raises `InterchangeBroken` or `NewerFormat`."""
    try:
        export = decode(data)
    except Malformed as broken:
        if broken.code == "newer-format":
            raise NewerFormat(path, int(broken.detail), FORMAT) from None
        raise InterchangeBroken(path, broken.where, broken.code, broken.detail) from None
    _check_answers(export.answers, export.catalogue, path)
    _check_facts(export, path)
    return export


def assessment_of(export: Export, path: str) -> Assessment:
    """The assessment inside an export."""
    try:
        session = UUID(export.session.id)
    except ValueError:
        raise InterchangeBroken(path, "session/id", "wrong-value", "uuid") from None
    return Assessment(
        session=session,
        revision=export.session.revision,
        sample=export.session.sample,
        facts=export.session.facts,
        answers=export.answers,
        earlier=export.earlier,
        stage_chosen=export.stage if export.stage_chosen else None,
    )


def _check_answers(answers: tuple[Answer, ...], catalogue: Catalogue, path: str) -> None:
    items = {item.id: item for item in catalogue.items}
    seen: set[tuple[str, str]] = set()
    for answer in answers:
        item = items.get(answer.item)
        if item is None:
            raise InterchangeBroken(path, answer.item, "unknown-item", "")
        if (answer.item, answer.stage) in seen:
            raise InterchangeBroken(path, answer.item, "duplicate-answer", "")
        seen.add((answer.item, answer.stage))
        code = refusal(item, answer)
        if code is not None:
            raise InterchangeBroken(path, answer.item, "refused-answer", code)


def _check_facts(export: Export, path: str) -> None:
    for name, fact in export.session.facts.items():
        try:
            check_fact(name, fact.value)
        except AccessCheckError as error:
            detail = type(error).__name__
            raise InterchangeBroken(path, f"session/facts/{name}", "wrong-value", detail) from None
