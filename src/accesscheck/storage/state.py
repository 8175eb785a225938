"""An assessment as rows of text: one for each fact and each answer, so that a change writes what changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pydantic import TypeAdapter

from accesscheck.model.assessment import Answer, Assessment, Earlier
from accesscheck.model.base import Id
from accesscheck.model.profile import Fact
from accesscheck.model.terms import Stage

Row = tuple[str, str | None]
"""A key and its JSON text; None takes the row away."""

Parsed = Fact | Answer | tuple[Earlier, ...] | Stage

MAX_ROW = 4_000_000
MAX_STATE = 32_000_000
"""Characters of one row, and of all rows."""
MAX_ROWS = 20_000

EARLIER = "earlier"
STAGE = "stage"
_FACT = "fact/"
_ANSWER = "answer/"
_IDS: TypeAdapter[str] = TypeAdapter(Id)
_EARLIER: TypeAdapter[tuple[Earlier, ...]] = TypeAdapter(tuple[Earlier, ...])
_STAGE: TypeAdapter[Stage] = TypeAdapter(Stage)


def answer_key(item: str, stage: Stage) -> str:
    return f"{_ANSWER}{item}/{stage}"


def is_answer(key: str) -> bool:
    return key.startswith(_ANSWER)


def fact_key(fact: str) -> str:
    return f"{_FACT}{fact}"


def subject(key: str) -> str:
    """The item or fact that a key is about, for a message."""
    return key.removeprefix(_ANSWER).removeprefix(_FACT).partition("/")[0]


def rows(before: Assessment, after: Assessment) -> Iterator[Row]:
    """The rows that lead from one assessment to the other, and none for what is the same in both."""
    old, new = _values(before, after), _values(after, before)
    for key in sorted({*old, *new}):
        if old.get(key) != new.get(key):
            yield key, text_of(new[key]) if key in new else None


def text_of(value: Parsed) -> str:
    """The JSON text of a value; what is as by default is left out."""
    if isinstance(value, Stage):
        return _STAGE.dump_json(value).decode()
    if isinstance(value, tuple):
        return _EARLIER.dump_json(value, by_alias=True).decode()
    return value.model_dump_json(exclude_defaults=True)


def parsed(key: str, text: str) -> Parsed:
    """The value of a row; raises `ValueError` for anything that is not exactly such a row."""
    if key == EARLIER:
        return _EARLIER.validate_json(text)
    if key == STAGE:
        return _STAGE.validate_json(text)
    if key.startswith(_FACT):
        _IDS.validate_python(key.removeprefix(_FACT))
        return Fact.model_validate_json(text)
    return _answer(key, text)


def too_large(texts: Mapping[str, str]) -> str | None:
    """The key of a row with which the document would be larger than one that is read again; None when it is not."""
    if len(texts) > MAX_ROWS or sum(map(len, texts.values())) > MAX_STATE:
        return max(texts, key=lambda key: len(texts[key]))
    return next((key for key, text in texts.items() if len(text) > MAX_ROW), None)


def facts(values: Mapping[str, Parsed]) -> dict[str, Fact]:
    """The facts by id, in the order of their ids."""
    return {key.removeprefix(_FACT): one for key, one in sorted(values.items()) if isinstance(one, Fact)}


def answers(values: Mapping[str, Parsed]) -> tuple[Answer, ...]:
    """The answers by item and stage."""
    found = (one for one in values.values() if isinstance(one, Answer))
    return tuple(sorted(found, key=lambda one: (one.item, one.stage.order)))


def earlier(values: Mapping[str, Parsed]) -> tuple[Earlier, ...]:
    held = values.get(EARLIER)
    return held if isinstance(held, tuple) else ()


def stage_chosen(values: Mapping[str, Parsed]) -> Stage | None:
    held = values.get(STAGE)
    return held if isinstance(held, Stage) else None


def _answer(key: str, text: str) -> Answer:
    answer = Answer.model_validate_json(text)
    if key != answer_key(answer.item, answer.stage):
        raise ValueError("key")
    return answer


def _values(assessment: Assessment, other: Assessment) -> dict[str, Parsed]:
    """The rows of an assessment, without the facts and answers that are the very same values in the other."""
    found: dict[str, Parsed] = {
        fact_key(name): fact for name, fact in assessment.facts.items() if other.facts.get(name) is not fact
    }
    shared = {id(one) for one in other.answers}
    found |= {answer_key(one.item, one.stage): one for one in assessment.answers if id(one) not in shared}
    if assessment.earlier:
        found[EARLIER] = assessment.earlier
    if assessment.stage_chosen is not None:
        found[STAGE] = assessment.stage_chosen
    return found
