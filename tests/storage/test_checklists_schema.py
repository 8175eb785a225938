from __future__ import annotations

import json
import runpy
import tomllib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from jsonschema import Draft202012Validator

from accesscheck import resources
from accesscheck.model.assessment import Assessment
from accesscheck.model.interchange import encode
from accesscheck.model.profile import Fact
from accesscheck.operations.interchange import exported
from accesscheck.rules.view import view
from accesscheck.storage.catalogue_parts import PARTS
from accesscheck.storage.samples import load_sample
from accesscheck.storage.shipped import load_any

CHECKLISTS = resources.folder("checklists")
ROOT = CHECKLISTS.parent
SHIPPED = sorted(path.name for path in CHECKLISTS.glob("*.toml") if path.name not in PARTS)
MOMENT = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)


def validator(name: str) -> Draft202012Validator:
    schema = json.loads((CHECKLISTS / "schema" / f"{name}.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


def wrong(name: str, value: Any) -> list[str]:
    """Where a value breaks a schema."""
    return ["/".join(str(part) for part in error.absolute_path) for error in validator(name).iter_errors(value)]


def checklist() -> dict[str, Any]:
    text = (CHECKLISTS / "captioning.toml").read_text("utf-8")
    return tomllib.loads(text)


@pytest.mark.parametrize(
    ("path", "text"),
    runpy.run_path(str(ROOT / "tools" / "schema.py"))["files"]().items(),
    ids=lambda one: str(one)[-25:],
)
def test_a_schema_file_is_what_the_models_say(path: Path, text: str) -> None:
    assert path.read_text("utf-8") == text, "run `make schema`"


@pytest.mark.parametrize("name", SHIPPED)
def test_a_shipped_checklist_keeps_the_schema(name: str) -> None:
    assert wrong("checklist", tomllib.loads((CHECKLISTS / name).read_text("utf-8"))) == []


@pytest.mark.parametrize(
    "change",
    [
        {"prooof": "x"},
        {"severity": "hinder"},
        {"checklist": "captioning"},
        {"lead_days": "28"},
        {"groups": ["deaf"]},
        {"applies": {"fact": "seat", "at_least": 4}},
        {"applies": {"fact": "seats"}},
        {"applies": {"fact": "seats", "at_least": 4, "at_most": 9}},
        {"need": "seats"},
        {"measure": {"quantity": "x", "unit": "places", "formula": "none"}},
        {"sources": []},
        {"sources": [{"use": "wcag22"}]},
        {"sources": [{"title": "x", "standing": {}}]},
        {"stages": {"plann": "x"}},
        {"severity": "excludes", "essential": True, "not_relevant": "with-reason"},
        {"severity": "excludes", "essential": False, "not_relevant": "never"},
    ],
)
def test_an_editor_sees_what_the_loader_refuses(change: dict[str, Any]) -> None:
    raw = checklist()
    raw["item"] = [{**raw["item"][0], **change}]
    assert wrong("checklist", raw)


def test_an_exported_assessment_keeps_the_schema() -> None:
    sample = load_sample("example", CHECKLISTS / "samples")
    facts = {name: Fact(value=value, changed=MOMENT) for name, value in sample.facts.items()}
    assessment = Assessment(session=UUID(int=1), revision=1, facts=facts, answers=sample.answers)
    written = encode(exported(view(load_any(), assessment, MOMENT)))
    assert wrong("assessment", json.loads(written)) == []


def test_a_changed_export_breaks_the_schema() -> None:
    assert wrong("assessment", {"format": 2})
