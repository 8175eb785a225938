"""The glossary of each language: the same word for the same thing in every message."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator

import pytest
from babel.messages.pofile import read_po

from accesscheck import resources
from accesscheck.language.words import LANGUAGES

TRANSLATED = [language for language in LANGUAGES if language != "en"]
TERMS = 60
PLACEHOLDER = re.compile(r"\{+[^{}]*\}+")


def terms(language: str) -> list[dict[str, object]]:
    path = resources.folder("assets") / "locale" / language / "glossary.toml"
    found: list[dict[str, object]] = tomllib.loads(path.read_text("utf-8"))["term"]
    return found


def messages(language: str) -> Iterator[tuple[str, str]]:
    for path in sorted((resources.folder("assets") / "locale" / language / "LC_MESSAGES").glob("*.po")):
        with path.open("rb") as source:
            for message in read_po(source, locale=language):
                if message.id:
                    yield PLACEHOLDER.sub("", _joined(message.id)), _joined(message.string)


def _joined(text: str | tuple[str, ...] | list[str] | None) -> str:
    return text if isinstance(text, str) else " ".join(text or ())


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_glossary_fixes_enough_terms(language: str) -> None:
    assert len({str(term["en"]) for term in terms(language)}) >= TERMS


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_message_keeps_to_the_glossary(language: str) -> None:
    broken = []
    held = list(messages(language))
    for term in terms(language):
        stems = [str(stem).casefold() for stem in term["stems"]]  # type: ignore[attr-defined]  # a list of strings
        word = re.compile(rf"\b{re.escape(str(term['en']))}\b", re.IGNORECASE)
        broken += [
            (term["en"], said)
            for english, said in held
            if said.strip() and word.search(english) and not any(stem in said.casefold() for stem in stems)
        ]
    assert broken == []
