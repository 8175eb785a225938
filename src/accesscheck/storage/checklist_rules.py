"""What a checklist item must keep beyond its shape: facts, formulas, units, twins and old ids that exist and fit."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from accesscheck.errors import Problem
from accesscheck.model.profile import FACT_BY_ID, Kind
from accesscheck.rules.measures import FORMULAS, UNITS
from accesscheck.rules.nearest import nearest

from .checklist_items import RawItem
from .checklist_lines import Path
from .toml_files import tables, text_or_none

_LISTS = (Kind.TEXTS, Kind.LANGUAGES, Kind.ZONES)
_FITS: Mapping[str, tuple[Kind, ...]] = {
    "one_of": (Kind.CHOICE, Kind.TEXT, *_LISTS),
    "at_least": (Kind.NUMBER,),
    "at_most": (Kind.NUMBER,),
    "includes": _LISTS,
    "count_at_least": _LISTS,
}
_NEEDS = tuple(spec.id for spec in FACT_BY_ID.values() if spec.kind is Kind.NEED)


def rules_broken(one: RawItem) -> Iterator[Problem]:
    """Everything in one item that names something unknown or unfitting."""
    yield from _condition(one, one.raw.get("applies"), ("applies",))
    yield from _need(one)
    yield from _measure(one)


def _need(one: RawItem) -> Iterator[Problem]:
    need = text_or_none(one.raw.get("need"))
    if need is not None and need not in _NEEDS:
        yield one.problem("unknown-need", ("need",), need, nearest(need, _NEEDS))


# --- conditions ---


def _condition(one: RawItem, raw: Any, path: Path) -> Iterator[Problem]:
    if not isinstance(raw, dict):
        return
    for key in ("all", "any"):
        for place, part in tables(raw.get(key)):
            yield from _condition(one, part, (*path, key, place))
    yield from _condition(one, raw.get("not"), (*path, "not"))
    yield from _comparison(one, raw, path)


def _comparison(one: RawItem, raw: Mapping[str, Any], path: Path) -> Iterator[Problem]:
    fact = text_or_none(raw.get("fact"))
    if fact is None:
        return
    if fact not in FACT_BY_ID:
        yield one.problem("unknown-fact", (*path, "fact"), fact, nearest(fact, FACT_BY_ID), word=fact)
        return
    kind = FACT_BY_ID[fact].kind
    fitting = [operator for operator, kinds in _FITS.items() if kind in kinds]
    for operator in (one_of for one_of in _FITS if one_of in raw and one_of not in fitting):
        yield one.problem("operator-misfit", (*path, operator), operator, next(iter(fitting), None), word=fact)
    if kind is Kind.CHOICE:
        yield from _choices(one, raw.get("one_of"), FACT_BY_ID[fact].choices, (*path, "one_of"))


def _choices(one: RawItem, chosen: Any, choices: Collection[str], path: Path) -> Iterator[Problem]:
    if not isinstance(chosen, list):
        return
    for word in chosen:
        if isinstance(word, str) and word not in choices:
            yield one.problem("unknown-choice", path, word, nearest(word, choices), word=word)
    if not chosen:
        yield one.problem("broken-condition", path, "one_of")


# --- measures ---


def _measure(one: RawItem) -> Iterator[Problem]:
    measure = one.raw.get("measure")
    if not isinstance(measure, dict):
        return
    for key in ("formula", "partly_formula"):
        name = text_or_none(measure.get(key))
        if name is not None and name not in FORMULAS:
            yield one.problem("unknown-formula", ("measure", key), name, nearest(name, FORMULAS), word=name)
        elif name is not None:
            yield from _unit(one, text_or_none(measure.get("unit")), FORMULAS[name].unit)


def _unit(one: RawItem, unit: str | None, computed: str) -> Iterator[Problem]:
    """A formula computes in one unit: any other would compare apples with pears."""
    if unit is not None and unit != computed:
        near = computed if unit in UNITS else nearest(unit, UNITS) or computed
        yield one.problem("wrong-unit", ("measure", "unit"), unit, near, word=unit)


# --- between items ---


def duplicates(items: Iterable[RawItem]) -> Iterator[Problem]:
    seen: set[str] = set()
    for one in items:
        if one.id in seen:
            yield one.problem("duplicate-id", ("id",), one.id)
        seen.add(one.id or "")


def clashes(items: Collection[RawItem], ids: Collection[str]) -> Iterator[Problem]:
    """Old ids that another item uses, now or before."""
    taken: set[str] = set()
    for one in items:
        for old in _renames(one):
            if old in ids or old in taken:
                yield one.problem("renamed-clash", ("renames",), old, word=old)
            taken.add(old)


def _renames(one: RawItem) -> list[str]:
    renames = one.raw.get("renames")
    return [old for old in renames if isinstance(old, str)] if isinstance(renames, list) else []


def parities(items: Iterable[RawItem], twins: Mapping[str, Any]) -> Iterator[Problem]:
    """Twins must exist and name each other; `twins` gives the twin of every known id, None without one."""
    for one in items:
        twin = text_or_none(one.raw.get("parity"))
        if twin is None:
            continue
        if twin not in twins or twin == one.id:
            yield one.problem(
                "unknown-parity", ("parity",), twin, nearest(twin, [key for key in twins if key != one.id])
            )
        elif twins[twin] != one.id:
            yield one.problem("one-sided-parity", ("parity",), twin)
