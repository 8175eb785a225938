"""docs/format.md: the file it shows is a real one, and it explains every field."""

from __future__ import annotations

import json
import re
import runpy
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from accesscheck import resources
from accesscheck.model.assessment import Answer, Earlier, Evidence
from accesscheck.model.interchange import Export, SessionRecord, canonical
from accesscheck.operations.interchange import read_export
from accesscheck.operations.leaving_out import LeftOut

ROOT = resources.folder("checklists").parent
PAGE = (ROOT / "docs" / "format.md").read_text("utf-8")


def shown() -> Any:
    """The file on the page."""
    (block,) = re.findall(r"^```json\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
    return json.loads(block)


def test_the_file_shown_is_read() -> None:
    assert read_export(canonical(shown()), "docs/format.md").format == 1


def test_the_file_shown_is_what_is_written_today() -> None:
    assert runpy.run_path(str(ROOT / "tools" / "format_page.py"))["page"]() == PAGE, "run tools/format_page.py"


def test_the_file_shown_keeps_the_schema() -> None:
    schema = json.loads((ROOT / "checklists" / "schema" / "assessment.schema.json").read_text("utf-8"))
    assert list(Draft202012Validator(schema).iter_errors(shown())) == []


@pytest.mark.parametrize("kind", [Export, SessionRecord, Answer, Evidence, Earlier])
def test_every_field_is_explained(kind: type[Export]) -> None:
    explained = PAGE.split("## A whole file")[0]
    names = {field.alias or name for name, field in kind.model_fields.items()}
    assert [name for name in sorted(names) if f"`{name}`" not in explained] == []


def test_everything_that_can_be_left_out_is_explained() -> None:
    assert [one for one in LeftOut if f"| {one} |" not in PAGE] == []
