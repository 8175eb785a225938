"""One report read back, within bounds at every step."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from accesscheck.model.fingerprints import fingerprint
from accesscheck.model.interchange import Export

from .attached import assessment, associated, proof, wanted_proof
from .described import Described, read_described
from .opening import opened
from .statements import Pages, read_pages

Decode = Callable[[bytes, str], Export]
"""Takes the bytes of an assessment and the name of their file; raises one of our errors for what is none."""


@dataclass(frozen=True, slots=True)
class Report:
    """A report as it was read: its assessment, its proof files by their SHA-256, what it says of itself and on pages.

    `strange` names files that look like proof and are not what the assessment says.
    """

    export: Export
    data_fingerprint: str
    described: Described
    pages: Pages
    proof: Mapping[str, bytes] = field(repr=False)
    strange: tuple[str, ...]


def read_report(path: Path, decode: Decode, repair: bool = False) -> Report:
    """Read the report at `path`; with `repair` a damaged file is put right first, under the same limits.

    Raises `FileMissing`, `FileUnreadable`, `NotAPdf`, `ReportEncrypted`, `ReportDamaged`, `ReportTooLarge`,
    `ReportCyclic`, `NoAssessmentInside`, `AssessmentTwice`, `PackedOtherwise`, and what `decode` raises.
    """
    name = str(path)
    with opened(path, repair) as pdf:
        inside = associated(pdf, name)
        data = assessment(inside, name)
        export = decode(data, name)
        found, strange = proof(inside, wanted_proof(export), name)
        return Report(export, fingerprint(data), read_described(pdf, name), read_pages(pdf, name), found, strange)
