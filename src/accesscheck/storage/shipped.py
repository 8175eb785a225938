"""The shipped catalogue, loaded without being checked again where it was checked when it was compiled."""

from __future__ import annotations

import hashlib
from pathlib import Path

from pydantic import ValidationError

from accesscheck import resources
from accesscheck.errors import CatalogueBroken
from accesscheck.model.catalogue import Catalogue

CHECKED = "catalogue.json"
"""The catalogue that came of the compiled files, beside them; its first line is the SHA-256 of those."""


def load_any(folder: Path | None = None, compiled: Path | None = None) -> Catalogue:
    """The shipped catalogue: from its compiled form where that is up to date, else from the TOML files."""
    folder = folder or resources.folder("checklists")
    compiled = compiled or resources.compiled("checklists.json")
    current = _up_to_date(compiled, folder)
    checked = _checked(compiled) if current else None
    if checked is not None:
        return checked
    from .checklists import load_catalogue, load_compiled  # with all that checking needs

    return load_compiled(compiled) if current else load_catalogue(folder)


def keep_checked(compiled: Path) -> Path | None:
    """Check the compiled files and write what came of it beside them; None where something in them is wrong."""
    from .checklists import load_compiled

    try:
        catalogue = load_compiled(compiled)
    except CatalogueBroken:
        return None
    target = compiled.with_name(CHECKED)
    target.write_bytes(_digest(compiled) + b"\n" + catalogue.model_dump_json(exclude_defaults=True).encode())
    return target


def _checked(compiled: Path) -> Catalogue | None:
    """What was kept of these very files; None where there is nothing, or nothing of this version's shape."""
    try:
        digest, _, text = compiled.with_name(CHECKED).read_bytes().partition(b"\n")
        return Catalogue.model_validate_json(text) if digest == _digest(compiled) else None
    except (OSError, ValidationError):
        return None


def _digest(compiled: Path) -> bytes:
    return hashlib.sha256(compiled.read_bytes()).hexdigest().encode()


def _up_to_date(compiled: Path, folder: Path) -> bool:
    """Installed in one package they belong together; in a checkout no TOML file may be newer."""
    if not compiled.is_file():
        return False
    if compiled.parents[1] == folder.parents[1]:
        return True
    made = compiled.stat().st_mtime_ns
    return all(path.stat().st_mtime_ns <= made for path in folder.glob("*.toml"))
