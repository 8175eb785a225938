"""The real app before assistive technology: every page in every language, and all items answered by actions alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from accesscheck import resources
from accesscheck.language.words import LANGUAGES, load_words
from accesscheck.model.terms import Outcome
from accesscheck.storage.document import WorkingDocument

from ..judges.assistive import AssistiveJudge, play

PLACES = 11
"""Session, seven checklists of which something applies, Summary, Export, and Start."""
ITEMS = 20


def said(text: str, language: str = "en") -> str:
    return load_words(language, resources.compiled("locale")).text(text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_object_of_every_page_has_a_name_and_can_be_reached(
    tmp_path: Path, assistive: AssistiveJudge, language: str
) -> None:
    pages = assistive.walk(tmp_path, language, said("Close the session", language))
    assert [(page["page"], page["nameless"]) for page in pages if page["nameless"]] == []
    assert [(page["page"], page["unreachable"]) for page in pages if page["unreachable"]] == []
    assert len({tuple(page["headings"]) for page in pages}) == len(pages) == PLACES, "each page has its own heading"


def test_a_planted_button_without_a_name_is_found(tmp_path: Path, assistive: AssistiveJudge) -> None:
    pages = assistive.walk(tmp_path, "en", said("Close the session"), "planted")
    assert all(any("push button ''" in one for one in page["nameless"]) for page in pages)


@pytest.mark.usefixtures("assistive")
def test_all_items_are_answered_and_the_last_is_undone_by_actions_alone(tmp_path: Path) -> None:
    found = play("answer", tmp_path, "en", said("Undo"))
    given = found["given"]
    assert len(given) >= ITEMS
    assert {one["answer"] for one in given} >= {"Yes", "Partly", "No", "Asked and waiting", "Don't know"}
    assert len({one["verdict"] for one in given}) > 1, "the verdict follows what is answered"
    assert found["undone"] != found["last"]
    (path,) = (tmp_path / "AccessCheck").glob("*.accesscheck")
    with WorkingDocument.open(path, write=False) as document:
        kept = {one.outcome for one in document.assessment().answers}
    assert kept >= set(Outcome) - {Outcome.NOT_RELEVANT}, "what was answered is in the document"
