from __future__ import annotations

import csv
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accesscheck.language.words import Words
from accesscheck.model.catalogue import Catalogue
from accesscheck.model.terms import Outcome
from accesscheck.report.csv import harmless, render
from accesscheck.rules.view import View

from .sessions import answer, example, proof, result, told

ITEM = "venue-access.step-free"
FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "＝1"]


def rows(seen: View, words: Words) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(result(render(seen, words)).decode("utf-8-sig"), newline="")))


def row(seen: View, words: Words, item: str = ITEM) -> dict[str, str]:
    (found,) = (one for one in rows(seen, words) if one["item"] == item)
    return found


def test_there_is_one_row_for_each_item_due(catalogue: Catalogue, english: Words) -> None:
    seen = example(catalogue)
    assert [one["item"] for one in rows(seen, english)] == [one.item.id for one in seen.judgement.due]


def test_outcomes_stand_as_ids_and_as_words(catalogue: Catalogue, english: Words) -> None:
    found = row(told(catalogue, answer(ITEM, Outcome.MISSING)), english)
    assert (found["outcome"], found["severity"], found["party"]) == ("missing", "excludes", "host")
    assert (found["How it stands"], found["Severity"]) == ("Missing", "Shuts people out")


def test_last_day_and_what_to_do_stand_with_open_items(catalogue: Catalogue, english: Words) -> None:
    seen = told(catalogue, answer(ITEM, Outcome.MISSING))
    gap = next(one for one in seen.gaps if one.item.id == ITEM)
    found = row(seen, english)
    assert (found["last_day"], found["late"]) == (str(gap.last_day), "yes" if gap.late else "no")
    assert found["What to do"]


def test_what_is_done_asks_for_nothing(catalogue: Catalogue, english: Words) -> None:
    found = row(told(catalogue, answer(ITEM, Outcome.MET)), english)
    assert (found["last_day"], found["What to do"], found["Whose move it is"]) == ("", "", "")


def test_notes_and_proof_stand_as_written(catalogue: Catalogue, english: Words) -> None:
    said = answer(ITEM, Outcome.MET, 'Two lines,\nwith "quotes"; and more', evidence=(proof("https://example.org"),))
    found = row(told(catalogue, said), english)
    assert found["Note"] == 'Two lines,\nwith "quotes"; and more'
    assert found["Proof"] == "a link, 2027-03-01: https://example.org"


def test_the_file_begins_with_the_mark_excel_knows_utf_8_by(catalogue: Catalogue, english: Words) -> None:
    assert result(render(example(catalogue), english)).startswith(b"\xef\xbb\xbfitem,")


@pytest.mark.parametrize("text", FORMULAS)
def test_a_cell_that_begins_like_a_formula_is_made_harmless(catalogue: Catalogue, english: Words, text: str) -> None:
    found = row(told(catalogue, answer(ITEM, Outcome.MET, text, owner=text)), english)
    assert (found["Note"][0], found["Who"][0]) == ("'", "'")


@given(st.text(max_size=30))
def test_no_text_begins_a_formula(text: str) -> None:
    shown = harmless(text)
    assert not shown.lstrip().startswith(("=", "+", "-", "@"))


@pytest.mark.parametrize("text", ["plain", "a = b", "7", "Ä-Ö"])
def test_other_cells_stay_as_they_are(text: str) -> None:
    assert harmless(text) == text
