"""The words of each language that is ready: nothing missing, nothing unsure, every placeholder there."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from babel.messages import Catalog, Message
from babel.messages.pofile import read_po

from accesscheck import resources
from accesscheck.language.words import LANGUAGES
from accesscheck.model.catalogue import Catalogue

ROOT = Path(__file__).parent.parent.parent
TRANSLATED = [language for language in LANGUAGES if language != "en"]
DOMAINS = ("app", "report", "catalogue")
PLACEHOLDER = re.compile(r"\{(\w*)\}")


@pytest.fixture(scope="module")
def templates(catalogue: Catalogue) -> dict[str, Catalog]:
    """What stands in code and checklists now, as the tool that fills the word catalogues finds it."""
    tool = _tool()
    return {
        "app": tool.template(tool.APP),
        "report": tool.template(tool.REPORT),
        "catalogue": tool.item_template(catalogue),
    }


def _tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("words_tool", ROOT / "tools" / "words.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def held(language: str, domain: str) -> Catalog:
    path = resources.folder("assets") / "locale" / language / "LC_MESSAGES" / f"{domain}.po"
    with path.open("rb") as source:
        return read_po(source, locale=language)


def pairs(language: str, domain: str, template: Catalog) -> Iterator[tuple[Message, Any]]:
    """Every message with its translation: one text, several for plurals, empty where there is none."""
    words = held(language, domain)
    for message in template:
        if message.id:
            known = words.get(message.id, message.context)
            yield message, known.string if known else ""


def texts(string: Any) -> tuple[str, ...]:
    return tuple(string) if isinstance(string, tuple | list) else (string,)


def placeholders(*given: str) -> set[str]:
    return {name for text in given for name in PLACEHOLDER.findall(text)}


def test_the_tool_finds_the_messages_of_every_room(templates: dict[str, Catalog]) -> None:
    assert [len(templates[domain]) > least for domain, least in (("app", 60), ("report", 150), ("catalogue", 250))] == [
        True
    ] * 3


@pytest.mark.parametrize("domain", DOMAINS)
@pytest.mark.parametrize("language", TRANSLATED)
def test_no_message_is_missing(language: str, domain: str, templates: dict[str, Catalog]) -> None:
    found = pairs(language, domain, templates[domain])
    assert [message.id for message, string in found if not all(text.strip() for text in texts(string))] == []


@pytest.mark.parametrize("domain", DOMAINS)
@pytest.mark.parametrize("language", TRANSLATED)
def test_no_message_is_unsure(language: str, domain: str) -> None:
    assert [message.id for message in held(language, domain) if message.id and message.fuzzy] == []


@pytest.mark.parametrize("domain", DOMAINS)
@pytest.mark.parametrize("language", TRANSLATED)
def test_every_placeholder_is_in_the_translation(language: str, domain: str, templates: dict[str, Catalog]) -> None:
    given = [
        (message.id, text) for message, string in pairs(language, domain, templates[domain]) for text in texts(string)
    ]
    assert [
        (source, text) for source, text in given if text and placeholders(text) != placeholders(*texts(source))
    ] == []


@pytest.mark.parametrize("domain", DOMAINS)
@pytest.mark.parametrize("language", TRANSLATED)
def test_plurals_have_as_many_forms_as_the_language(language: str, domain: str) -> None:
    words = held(language, domain)
    forms = {len(texts(message.string)) for message in words if isinstance(message.id, tuple | list)}
    assert forms <= {words.num_plurals}


@pytest.mark.parametrize("domain", DOMAINS)
@pytest.mark.parametrize("language", TRANSLATED)
def test_a_translation_nobody_reviewed_says_so_in_its_header(language: str, domain: str) -> None:
    words = held(language, domain)
    assert words.last_translator == "unreviewed"
    assert "No native speaker has reviewed this translation yet." in words.header_comment


@pytest.mark.parametrize("domain", DOMAINS)
@pytest.mark.parametrize("language", TRANSLATED)
def test_no_translation_is_left_over(language: str, domain: str, templates: dict[str, Catalog]) -> None:
    wanted = {(message.context, message.id) for message in templates[domain]}
    assert [message.id for message in held(language, domain) if (message.context, message.id) not in wanted] == []
