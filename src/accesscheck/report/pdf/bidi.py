"""Embedding levels of a paragraph by the Unicode bidirectional algorithm, with isolates and paired brackets (N0)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Any

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_BRACKETS = "()[]{}⁅⁆⁽⁾₍₎❨❩⟦⟧⟨⟩⟪⟫⦅⦆〈〉《》「」『』【】〔〕（）［］｛｝｢｣"
_CLOSER = dict(zip(_BRACKETS[::2], _BRACKETS[1::2], strict=True))
_PLACEHOLDER = "\ufffc"
_MOST_OPEN = 63  # the standard's own limit on brackets that are open at once


def has_right_to_left(text: str) -> bool:
    return _RIGHT_TO_LEFT.search(text) is not None


def is_right_to_left(text: str, otherwise: bool = False) -> bool:
    """The direction of the first letter that has one."""
    for character in text:
        kind = unicodedata.bidirectional(character)
        if kind in ("L", "R", "AL"):
            return bool(kind != "L")
    return otherwise


@dataclass(frozen=True, slots=True)
class Isolate:
    """A run (start, end) that is ordered within itself; outside it counts as one neutral character."""

    start: int
    end: int


def levels(text: str, right_to_left: bool, isolates: list[Isolate]) -> list[int]:
    """One embedding level a character; odd levels run right to left. Isolates do not overlap and are in order."""
    base = int(right_to_left)
    if not right_to_left and not has_right_to_left(text):
        return [0] * len(text)
    outer, at = _without(text, isolates)
    result = [base] * len(text)
    for position, level in zip(at, _resolved(outer, base), strict=True):
        result[position] = level
    for isolate in isolates:
        inner = text[isolate.start : isolate.end]
        result[isolate.start : isolate.end] = _resolved(inner, _inner_base(inner, result[isolate.start], right_to_left))
    return result


def _inner_base(text: str, outer: int, right_to_left: bool) -> int:
    """The lowest level of the isolate's own direction that is not below the text around it."""
    wanted = int(is_right_to_left(text, right_to_left))
    return outer + (outer % 2 != wanted)


def _without(text: str, isolates: list[Isolate]) -> tuple[str, list[int]]:
    """The text with each isolate as one neutral character, and where each of its characters stands in the whole."""
    kept: list[str] = []
    at: list[int] = []
    position = 0
    for isolate in isolates:
        kept += [text[position : isolate.start], _PLACEHOLDER]
        at += range(position, isolate.start + 1)
        position = isolate.end
    return "".join(kept) + text[position:], at + list(range(position, len(text)))


def _resolved(text: str, base: int) -> list[int]:
    """Levels of a text without isolates; its paragraph has the level `base`."""
    from bidi import algorithm  # comes with the first right-to-left text

    storage: dict[str, Any] = algorithm.get_empty_storage()
    storage["base_level"] = base
    algorithm.get_embedding_levels(text, storage)
    characters: list[dict[str, Any]] = storage["chars"]
    _settle_types(characters)
    algorithm.calc_level_runs(storage)
    algorithm.resolve_weak_types(storage, False)
    _pair_brackets(characters, "LR"[base % 2])
    algorithm.resolve_neutral_types(storage, False)
    algorithm.resolve_implicit_levels(storage, False)
    return [character["level"] for character in characters]


def _settle_types(characters: list[dict[str, Any]]) -> None:
    """Joiners go with the character before them, as marks do; code points without a type have that of their block."""
    for character in characters:
        if character["type"] == "BN":
            character["type"] = "NSM"
        elif character["type"] in ("B", "S"):
            character["type"] = "WS"
        elif not character["type"]:
            character["type"] = "R" if has_right_to_left(character["ch"]) else "L"


def _pair_brackets(characters: list[dict[str, Any]], direction: str) -> None:
    """Rule N0: both brackets of a pair take the direction of what they hold."""
    for opening, closing in _pairs(characters):
        inside = {_strength(one["type"]) for one in characters[opening + 1 : closing]} - {None}
        if inside:
            taken = direction if direction in inside else _before(characters, opening, direction)
            characters[opening]["type"] = characters[closing]["type"] = taken


def _pairs(characters: list[dict[str, Any]]) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    waiting: list[tuple[str, int]] = []
    for position, character in enumerate(characters):
        if character["ch"] in _CLOSER and len(waiting) < _MOST_OPEN:
            waiting.append((_CLOSER[character["ch"]], position))
            continue
        for depth in range(len(waiting) - 1, -1, -1):
            if waiting[depth][0] == character["ch"]:
                pairs.append((waiting[depth][1], position))
                del waiting[depth:]
                break
    return sorted(pairs)


def _strength(kind: str) -> str | None:
    return {"L": "L", "R": "R", "EN": "R", "AN": "R"}.get(kind)


def _before(characters: list[dict[str, Any]], opening: int, direction: str) -> str:
    """Brackets around the other direction take it only where that direction precedes them."""
    for character in reversed(characters[:opening]):
        strength = _strength(character["type"])
        if strength is not None:
            return strength
    return direction
