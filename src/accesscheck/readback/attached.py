"""The files inside a report: the assessment by its exact name and relationship, and the proof it names."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import Any

import pikepdf
from pikepdf import Name

from accesscheck.errors import AssessmentTwice, NoAssessmentInside, PackedOtherwise, ReportDamaged, ReportTooLarge
from accesscheck.model.fingerprints import DATA_NAME, PROOF_PREFIX
from accesscheck.model.interchange import Export

from . import limits
from .objects import array, entry, text, unpacked


def associated(pdf: pikepdf.Pdf, path: str) -> list[Any]:
    """The file specifications of the whole document's associated files."""
    found = array(pdf.Root, "/AF")
    if found is None:
        raise NoAssessmentInside(path)
    if len(found) > limits.ASSOCIATED:
        raise ReportTooLarge(path)
    return list(found)


def assessment(specifications: list[Any], path: str) -> bytes:
    """The bytes of the assessment."""
    found = [one for one in specifications if _is_assessment(one)]
    if not found:
        raise NoAssessmentInside(path)
    if len(found) > 1:
        raise AssessmentTwice(path)
    return unpacked(_stream(found[0]), limits.DATA, path)


def wanted_proof(export: Export) -> Mapping[str, int]:
    """The proof files that an assessment names: SHA-256 to size in bytes."""
    evidence = (proof for answer in export.answers for proof in answer.evidence)
    return {one.sha256: one.size for one in evidence if one.sha256 is not None and one.size is not None}


def proof(specifications: list[Any], wanted: Mapping[str, int], path: str) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """The proof files that are what the assessment says, by their SHA-256, and the names of those that are not."""
    if len(specifications) > limits.MORE_FILES + len(wanted):
        raise ReportTooLarge(path)
    found: dict[str, bytes] = {}
    strange: list[str] = []
    for name, specification in _proof_files(specifications):
        data = _bytes(specification, path)
        own = hashlib.sha256(data).hexdigest()
        if wanted.get(own) == len(data):
            found[own] = data
        else:
            strange.append(name)
    return found, tuple(strange)


def _proof_files(specifications: list[Any]) -> Iterator[tuple[str, Any]]:
    for one in specifications:
        name = _name(one)
        if name.startswith(PROOF_PREFIX) and entry(one, "/AFRelationship") == Name.Supplement:
            yield name, one


def _bytes(specification: Any, path: str) -> bytes:
    """A proof file's bytes; none for what is too large or not packed as we do, so that it matches nothing."""
    try:
        return unpacked(_stream(specification), limits.PROOF, path)
    except (PackedOtherwise, ReportDamaged, ReportTooLarge):
        return b""


def _is_assessment(specification: Any) -> bool:
    return _name(specification) == DATA_NAME and entry(specification, "/AFRelationship") == Name.Data


def _name(specification: Any) -> str:
    return text(specification, "/UF") or text(specification, "/F") or ""


def _stream(specification: Any) -> Any:
    files = entry(specification, "/EF")
    return entry(files, "/F") or entry(files, "/UF")
