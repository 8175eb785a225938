"""Reports read back: as the source of an export, and checked for what does not belong together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from accesscheck.errors import AccessCheckError, DataChanged, ProofChanged
from accesscheck.model.checked import Difference, Grade
from accesscheck.model.interchange import Export
from accesscheck.readback import Report, differences, grade_of, read_report
from accesscheck.rules.view import view

from .interchange import assessment_of, read_export


@dataclass(frozen=True, slots=True)
class Checked:
    """What the file check says of one file: `problem` says why an unreadable one is that."""

    path: str
    grade: Grade
    differences: tuple[Difference, ...] = ()
    problem: AccessCheckError | None = None


def read_report_source(path: Path, repair: bool = False) -> tuple[Export, Mapping[str, bytes]]:
    """The assessment inside a report and its proof files by their SHA-256; raises what `read_report` raises.

    Raises `DataChanged` or `ProofChanged` where what is inside is not what the report was made with.
    """
    report = read_report(path, read_export, repair)
    if report.described.data != report.data_fingerprint:
        raise DataChanged(str(path))
    if report.strange:
        raise ProofChanged(str(path), report.strange[0])
    return report.export, report.proof


def check_report(path: Path, repair: bool = False) -> Checked:
    """How far data, result and pages of a report belong together; never raises for what is in the file."""
    try:
        report = read_report(path, read_export, repair)
        found = _differences(report, str(path))
    except AccessCheckError as problem:
        problem.__context__ = None  # where it was raised would keep all that was read so far
        return Checked(str(path), Grade.UNREADABLE, problem=problem.with_traceback(None))
    return Checked(str(path), grade_of(found), found)


def _differences(report: Report, path: str) -> tuple[Difference, ...]:
    export = report.export
    return differences(report, view(export.catalogue, assessment_of(export, path), export.as_of))
