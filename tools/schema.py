"""Write the JSON Schemas of checklist files and exported assessments from the models: `make schema`.

checklist.schema.json serves authors' editors: it describes the TOML file, with every valid word. What it cannot
say (ids that exist, twins, sources) `accesscheck validate` says.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from accesscheck.model.catalogue import Item
from accesscheck.model.interchange import Export
from accesscheck.model.profile import FACT_BY_ID, Kind
from accesscheck.model.terms import Checklist
from accesscheck.rules.measures import FORMULAS, UNITS

FOLDER = Path(__file__).parent.parent / "checklists" / "schema"
DIALECT = "https://json-schema.org/draft/2020-12/schema"

Schema = dict[str, Any]


def checklist_schema() -> Schema:
    """The shape of one checklist file."""
    item = _without_null(Item.model_json_schema(mode="validation"))
    parts = item.pop("$defs")
    del item["properties"]["checklist"]
    item["required"].remove("checklist")
    _name_words(item, parts)
    item["allOf"] = [_rule_of_excluding()]
    return {
        "$schema": DIALECT,
        "title": "Checklist file",
        "description": "One checklist: its id and its items.",
        "type": "object",
        "properties": {
            "checklist": {"enum": list(Checklist)},
            "item": {"type": "array", "items": {"$ref": "#/$defs/Item"}},
        },
        "required": ["checklist"],
        "additionalProperties": False,
        "$defs": {**parts, "Item": item},
    }


def assessment_schema() -> Schema:
    """The shape of an exported assessment, as it is read."""
    raw = Export.model_json_schema(mode="validation", by_alias=True)
    return {"$schema": DIALECT, **raw, "title": "Exported assessment"}


def written(schema: Schema) -> str:
    return json.dumps(schema, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def files() -> dict[Path, str]:
    """Every schema file and what it must contain."""
    return {
        FOLDER / "checklist.schema.json": written(checklist_schema()),
        FOLDER / "assessment.schema.json": written(assessment_schema()),
    }


def _without_null(schema: Any) -> Any:
    """TOML has no null: what may be left out is left out. Titles made of field names say nothing new."""
    if isinstance(schema, list):
        return [_without_null(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {key: _without_null(value) for key, value in schema.items() if not _is_noise(key, value)}
    choices = [one for one in kept.get("anyOf", ()) if one != {"type": "null"}]
    if len(choices) == 1:
        del kept["anyOf"]
        return {**choices[0], **kept}
    return kept


def _is_noise(key: str, value: Any) -> bool:
    return (key == "title" and isinstance(value, str)) or (key == "default" and value is None)


def _name_words(item: Schema, parts: Schema) -> None:
    """Every word that must exist: facts, needs, formulas, units; and the short form of a source."""
    needs = [spec.id for spec in FACT_BY_ID.values() if spec.kind is Kind.NEED]
    item["properties"]["need"] = {"enum": needs}
    facts = [name for name in FACT_BY_ID if name not in needs]
    parts["Comparison"]["properties"]["fact"] = {"enum": facts}
    parts["Comparison"].update(minProperties=2, maxProperties=2)
    measure = parts["Measure"]["properties"]
    measure["formula"] = measure["partly_formula"] = {"enum": list(FORMULAS)}
    measure["unit"] = {"enum": list(UNITS)}
    parts["Source"] = _source(parts["Source"])


def _source(whole: Schema) -> Schema:
    """A source is named by its key in sources.toml, or stands in the item with title and publisher."""
    use = {"type": "string", "description": "The key of a source in sources.toml."}
    named, inline = {"required": ["use"]}, {"required": ["title", "publisher"], "not": {"required": ["use"]}}
    return {
        **whole,
        "properties": {"use": use, **whole["properties"]},
        "required": ["standing"],
        "oneOf": [named, inline],
    }


def _rule_of_excluding() -> Schema:
    excludes = {"properties": {"severity": {"const": "excludes"}}, "required": ["severity"]}
    then = {
        "properties": {"essential": {"const": True}, "not_relevant": {"const": "never"}},
        "required": ["essential"],
    }
    return {"if": excludes, "then": then}


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for path, text in files().items():
        path.write_text(text, "utf-8")
        print(path)


if __name__ == "__main__":
    main()
