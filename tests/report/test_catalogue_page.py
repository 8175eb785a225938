"""The whole catalogue on one page and in one table: nothing of an item is left out, in any language."""

from __future__ import annotations

import csv
import json
from datetime import UTC, datetime
from io import StringIO

import pytest

from accesscheck import resources
from accesscheck.language.conditions import comparison_words
from accesscheck.language.words import LANGUAGES, Words, load_words
from accesscheck.model.catalogue import Catalogue
from accesscheck.model.condition import Comparison
from accesscheck.operations.catalogues import in_words
from accesscheck.report.catalogue_page import compose_catalogue
from accesscheck.report.catalogue_table import render
from accesscheck.report.document import Document, Heading, Link, Paragraph, every_block

AT = datetime(2027, 3, 1, 9, tzinfo=UTC)


def page(catalogue: Catalogue, language: str = "en") -> Document:
    words = load_words(language, resources.compiled("locale"))
    return compose_catalogue(in_words(catalogue, words), words, AT)


def texts(document: Document) -> list[str]:
    blocks = [one for one in every_block(document.blocks) if isinstance(one, Heading | Paragraph)]
    return ["".join(inline.text for inline in one.inlines) for one in blocks]


def table(catalogue: Catalogue, words: Words) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(render(catalogue, words).decode("utf-8-sig"))))


def test_every_text_of_every_item_stands_on_the_page(catalogue: Catalogue) -> None:
    said = "\n".join(texts(page(catalogue)))
    for item in catalogue.items:
        named = (item.why, item.how, item.when_missing, item.when_late, item.proof, item.partly, *item.stages.values())
        assert [text for text in named if text and text not in said] == [], item.id


def test_every_source_of_an_item_is_named_with_how_sure_it_is(catalogue: Catalogue) -> None:
    said = [text for text in texts(page(catalogue)) if "verified in the source" in text or "default" in text]
    assert len(said) >= len(catalogue.items)
    titles = {source.title for item in catalogue.items for source in item.sources}
    assert [title for title in titles if not any(text.startswith(title) for text in said)] == []


def test_every_item_can_be_linked_to(catalogue: Catalogue) -> None:
    anchors = [one.anchor for one in page(catalogue).blocks if isinstance(one, Heading) and one.level == 3]
    assert anchors == [item.id for item in catalogue.items]


def test_addresses_of_publishers_are_links(catalogue: Catalogue) -> None:
    paragraphs = [one for one in every_block(page(catalogue).blocks) if isinstance(one, Paragraph)]
    found = {inline.target for one in paragraphs for inline in one.inlines if isinstance(inline, Link)}
    assert found == {source.url for item in catalogue.items for source in item.sources if source.url}


@pytest.mark.parametrize("language", [one for one in LANGUAGES if one != "en"])
def test_a_translated_page_says_that_nobody_reviewed_it(catalogue: Catalogue, language: str) -> None:
    words = load_words(language, resources.compiled("locale"))
    assert words.text("No native speaker has reviewed this translation yet.") in texts(page(catalogue, language))


@pytest.mark.parametrize(
    ("test", "said"),
    [
        (Comparison(fact="format", one_of=("online", "onsite")), "Format: Online only; In a room only"),
        (Comparison(fact="seats", at_least=4), "Seats in the room: 4 or more"),
        (Comparison(fact="minutes", at_most=60), "Length in minutes: 60 at most"),
        (Comparison(fact="audience-languages", includes="ar"), "Languages of the audience: Arabic among them"),
        (Comparison(fact="sign-languages", count_at_least=1), "Sign languages booked: 1 or more of them"),
        (Comparison(fact="recording", one_of=("yes",)), "Is the session recorded?: Yes"),
    ],
)
def test_a_condition_is_told_in_words(english: Words, test: Comparison, said: str) -> None:
    assert comparison_words(test, english) == said


def test_the_table_has_a_row_for_each_item_with_all_it_holds(catalogue: Catalogue, english: Words) -> None:
    rows = table(catalogue, english)
    assert [row["id"] for row in rows] == [item.id for item in catalogue.items]
    for row, item in zip(rows, catalogue.items, strict=True):
        assert (row["why"], row["essential"]) == (item.why, "yes" if item.essential else "no")
        told = json.loads(row["applies"]) if row["applies"] else None
        assert told == (item.applies.model_dump(mode="json", by_alias=True) if item.applies else None)


def test_no_cell_of_the_table_is_taken_for_a_formula(catalogue: Catalogue, english: Words) -> None:
    item = catalogue.items[0].model_copy(update={"why": "=1+1"})
    assert table(catalogue.model_copy(update={"items": (item,)}), english)[0]["why"] == "'=1+1"
