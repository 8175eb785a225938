"""Exporting an assessment as interchange, and reading one: strict, and refusing what an item does not take."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from accesscheck import __version__
from accesscheck.errors import AccessCheckError, InterchangeBroken, NewerFormat
from accesscheck.model.assessment import Answer, Assessment
from accesscheck.model.catalogue import Catalogue, Item
from accesscheck.model.condition import comparisons
from accesscheck.model.interchange import FORMAT, App, Export, Malformed, SessionRecord, decode
from accesscheck.model.profile import FACT_BY_ID
from accesscheck.model.terms import EvidenceKind, Severity
from accesscheck.rules.facts import START_YEARS, check_fact
from accesscheck.rules.measures import FORMULAS
from accesscheck.rules.refusals import NO_SUCH_STAGE, refusal
from accesscheck.rules.view import View

from .soundness import can_be_told, is_need


def exported(seen: View, omitted: tuple[str, ...] = ()) -> Export:
    """The assessment as the interchange format carries it: self-contained, with its own result.

    `omitted` names what the assessment was stripped of before.
    """
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
        omitted=omitted,
    )


def read_export(data: bytes, path: str) -> Export:
    """The export in `data`, checked; `path` names it in errors. Raises `InterchangeBroken` or `NewerFormat`."""
    try:
        export, content_hash = decode(data)
    except Malformed as broken:
        if broken.code == "newer-format":
            raise NewerFormat(path, int(broken.detail), FORMAT) from None
        raise InterchangeBroken(path, broken.where, broken.code, broken.detail) from None
    for where in _unfitting(export):
        raise InterchangeBroken(path, where, "wrong-value", "")
    _check_answers(export.answers, export.catalogue, path)
    _check_facts(export, path)
    if content_hash != export.catalogue.hash:
        raise InterchangeBroken(path, "catalogue/hash", "wrong-hash", export.catalogue.version)
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


def _unfitting(export: Export) -> Iterator[str]:
    """Where an export has the right shape, but names what this program cannot score or put into words."""
    scoring, items = export.catalogue.scoring, export.catalogue.items
    if export.as_of.year not in START_YEARS:
        yield "as_of"
    if export.session.revision < 0:
        yield "session/revision"
    if not scoring.weights.keys() >= {*Severity}:
        yield "catalogue/scoring/weights"
    if not scoring.evidence.keys() >= {*EvidenceKind}:
        yield "catalogue/scoring/evidence"
    if len({item.id for item in items}) < len(items):
        yield "catalogue/items"
    yield from (f"catalogue/items/{item.id}" for item in items if not _is_known(item))
    yield from (f"earlier/{one.id}" for one in export.earlier if not can_be_told(one))


def _is_known(item: Item) -> bool:
    """Whether the facts, the need and the formulas an item names are ones that this program has."""
    facts = {test.fact for test in comparisons(item.applies)} if item.applies else set()
    if not facts <= FACT_BY_ID.keys() or (item.need is not None and not is_need(item.need)):
        return False
    measure = item.measure
    if measure is None:
        return True
    formulas = {measure.formula, measure.partly_formula or measure.formula}
    return formulas <= FORMULAS.keys() and measure.unit == FORMULAS[measure.formula].unit


def _check_answers(answers: tuple[Answer, ...], catalogue: Catalogue, path: str) -> None:
    items = {item.id: item for item in catalogue.items}
    seen: set[tuple[str, str]] = set()
    for answer in answers:
        if (answer.item, answer.stage) in seen:
            raise InterchangeBroken(path, answer.item, "duplicate-answer", "")
        seen.add((answer.item, answer.stage))
        item = items.get(answer.item)  # what the catalogue has no place for stays: nothing is made of it
        code = None if item is None else refusal(item, answer)
        if code not in (None, NO_SUCH_STAGE):
            raise InterchangeBroken(path, answer.item, "refused-answer", code)


def _check_facts(export: Export, path: str) -> None:
    for name, fact in export.session.facts.items():
        try:
            check_fact(name, fact.value)
        except AccessCheckError as error:
            detail = type(error).__name__
            raise InterchangeBroken(path, f"session/facts/{name}", "wrong-value", detail) from None
