"""Items that got another id: the document's rows and its history under the present ones, so that undo still fits."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping

from . import state
from .history import all_changes, rewrite
from .state import Row


def renamed_rows(texts: Mapping[str, str], present: Mapping[str, str]) -> dict[str, str | None]:
    """What leads from rows under former ids to rows under present ones; an answer there already stays."""
    found: dict[str, str | None] = {}
    for key, text in texts.items():
        new_key, new_text = _row((key, text), present)
        if new_key in texts and new_key != key:
            continue
        if (new_key, new_text) != (key, text):
            found |= {key: None} if new_key != key else {}
            found[new_key] = new_text
    return found


def rename_history(database: sqlite3.Connection, present: Mapping[str, str]) -> None:
    """Bring every step to the present ids; one that nobody can have written stays as it is."""
    for seq, changes in all_changes(database):
        told = {_key(key, present): _pair(key, pair, present) for key, pair in changes.items()}
        if told != changes and len(told) == len(changes):
            rewrite(database, seq, told)


def _pair(key: str, pair: tuple[str | None, str | None], present: Mapping[str, str]) -> tuple[str | None, str | None]:
    before, after = (_row((key, text), present)[1] for text in pair)
    return before, after


def _row(row: Row, present: Mapping[str, str]) -> Row:
    key, text = row
    if text is None or (key != state.EARLIER and _key(key, present) == key):
        return _key(key, present), text
    try:
        raw = json.loads(text)
    except ValueError:
        return row
    for one in raw if isinstance(raw, list) else [raw]:
        _rename(one, present)
    return _key(key, present), json.dumps(raw, ensure_ascii=False, separators=(",", ":"))


def _rename(one: object, present: Mapping[str, str]) -> None:
    if not isinstance(one, dict):
        return
    name = "id" if "kind" in one else "item"
    if one.get("kind", "item") == "item" and isinstance(one.get(name), str):
        one[name] = present.get(one[name], one[name])


def _key(key: str, present: Mapping[str, str]) -> str:
    item = state.subject(key)
    return key.replace(f"/{item}/", f"/{present[item]}/", 1) if state.is_answer(key) and item in present else key
