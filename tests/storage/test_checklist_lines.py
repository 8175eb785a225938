from __future__ import annotations

import pytest

from accesscheck.storage.checklist_lines import Path, line_of, rows_of

TEXT = '''# a remark with id = "x"
checklist = "captioning"

[[item]]
id = "first"
why = """
id = "not a key"
[[item]]
"""
groups = [
  "blind",
  "online", # [a remark]
]
stages.plan = "dotted"

[[item]]
"id" = 'second'
  [item.measure]
  unit = "places"
  [[item.sources]]
  use = "one"
  [[item.sources]]
  use = "two"
[item.stages]
plan = "x"

[weights]
excludes = 5
["a b"]
c = 1
'''


@pytest.mark.parametrize(
    ("path", "word", "line"),
    [
        (("checklist",), None, 2),
        (("item", 0, "id"), None, 5),
        (("item", 0, "why"), None, 6),
        (("item", 0, "groups"), None, 10),
        (("item", 0, "groups", 1), "online", 12),
        (("item", 0, "groups", 1), "absent", 10),
        (("item", 0, "stages", "plan"), None, 14),
        (("item", 1, "id"), None, 17),
        (("item", 1, "measure"), None, 18),
        (("item", 1, "measure", "unit"), None, 19),
        (("item", 1, "measure", "formula"), None, 18),
        (("item", 1, "sources", 0, "use"), None, 21),
        (("item", 1, "sources", 1, "use"), None, 23),
        (("item", 1, "stages", "plan"), None, 25),
        (("weights", "excludes"), None, 28),
        (("a b", "c"), None, 30),
        (("item", 0, "how"), None, 5),
        (("item", 1, "how"), None, 17),
        (("item", 7), None, 1),
        (("nothing",), None, 1),
        ((), None, 1),
    ],
)
def test_a_path_is_found_on_its_line_or_at_what_is_around_it(path: Path, word: str | None, line: int) -> None:
    assert line_of(rows_of(TEXT), path, word) == line


def test_a_list_in_a_list_is_not_taken_for_a_table() -> None:
    assert line_of(rows_of('a = [\n  ["x"],\n  ["y"],\n]\n[b]\nc = 1\n'), ("b", "c")) == 6


def test_a_word_is_not_found_inside_another() -> None:
    assert line_of(rows_of('a = [\n  "xyz",\n  "x-y",\n  "x",\n]\n'), ("a", 2), "x") == 4


def test_an_empty_text_has_a_first_line() -> None:
    assert line_of(rows_of(""), ("a",)) == 1


def test_a_line_of_nothing_but_spaces_after_a_bracket_takes_no_time() -> None:
    assert line_of(rows_of("x = [\n[" + " " * 200_000 + "\n1]]\n"), ("x",)) == 1
