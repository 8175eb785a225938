from __future__ import annotations

import json
import os
import re
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from accesscheck import resources
from accesscheck.errors import CatalogueBroken, FileMissing, FileUnreadable, Problem
from accesscheck.model.terms import Checklist
from accesscheck.storage.checklists import load_catalogue, load_compiled, validate_files
from accesscheck.storage.shipped import load_any

HEAD = 'id = "test"\nversion = "1.0"\n'
SCORING = """version = "1"
rehearsal_hours = 72
[weights]
excludes = 5
hinders = 3
helps = 1
[evidence]
word = 0.25
contact = 0.5
link = 0.5
document = 0.75
tested = 1.0
confirmed = 1.0
"""
SOURCES = '[book]\ntitle = "A Book"\npublisher = "A House"\n\n[other]\ntitle = "Another"\npublisher = "A House"\n'
TOP = 'checklist = "captioning"\n\n'
ITEM = """[[item]]
id = "captioning.live"
severity = "hinders"
not_relevant = "with-reason"
why = "Why."
how = "How."
when_missing = "Missing."
when_late = "Late."
proof = "Proof."
party = "provider"
owner = "captioner"
groups = ["deaf-signing"]
sources = [ { use = "book", standing = { requirement = "verified" } } ]
[item.stages]
plan = "Captions are arranged."
"""
MEASURE = '[item.measure]\nquantity = "Places"\nunit = "places"\nformula = "wheelchair-places"\n'

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a whole catalogue of one checklist, with other files in place of the usual ones."""

    def written(text: str, **files: str) -> Path:
        whole = {"catalogue": HEAD, "scoring": SCORING, "sources": SOURCES, "captioning": text, **files}
        for name, content in whole.items():
            (tmp_path / f"{name}.toml").write_text(content, "utf-8")
        return tmp_path

    return written


def problems(folder: Path) -> tuple[Problem, ...]:
    with pytest.raises(CatalogueBroken) as broken:
        load_catalogue(folder)
    return broken.value.problems


def line(text: str, part: str) -> int:
    """The line in which `part` stands."""
    return text[: text.index(part)].count("\n") + 1


def test_a_right_catalogue_is_read(write: Write) -> None:
    catalogue = load_catalogue(write(TOP + ITEM))
    assert (catalogue.id, catalogue.version, [item.id for item in catalogue.items]) == (
        "test",
        "1.0",
        ["captioning.live"],
    )


def test_a_source_is_filled_in_from_its_key(write: Write) -> None:
    source = load_catalogue(write(TOP + ITEM)).items[0].sources[0]
    assert (source.title, source.publisher) == ("A Book", "A House")


def test_a_source_may_stand_in_the_item_itself(write: Write) -> None:
    own = 'sources = [ { title = "Own", publisher = "Me", standing = {} } ]'
    text = TOP + ITEM.replace('sources = [ { use = "book", standing = { requirement = "verified" } } ]', own)
    assert load_catalogue(write(text)).items[0].sources[0].title == "Own"


CAPTIONS_MET = 'applies = { fact = "captions", one_of = ["human", "humann"] }'

# What is put in place of a line of the item, and the one problem it makes: code, the part whose line is named,
# detail, nearest.
BROKEN = {
    "unknown-key": (
        'proof = "Proof."',
        'proof = "Proof."\nprooof_days = 3',
        "prooof_days",
        "prooof_days",
        "proof_days",
    ),
    "unknown-key of a source": (
        '{ use = "book", standing = { requirement = "verified" } }',
        '\n  { use = "book", standing = { requirement = "verified" } },\n'
        '  { use = "other", claus = "1", standing = { requirement = "verified" } },\n',
        "claus",
        "claus",
        "clause",
    ),
    "unknown-key of a standing": ("{ requirement =", "{ requirment =", "requirment", "requirment", "requirement"),
    "unknown-key of the stages": ("plan =", "plann =", "plann =", "plann", "plan"),
    "unknown-key of a condition": (
        'proof = "Proof."',
        'proof = "Proof."\napplies = { all = [\n  { fact = "minutes", at_least = 4 },\n'
        '  { fact = "seats", atleast = 4 },\n] }',
        "atleast",
        "atleast",
        "at_least",
    ),
    "unknown-key: an item does not name its checklist": (
        'proof = "Proof."',
        'proof = "Proof."\nchecklist = "captioning"',
        'checklist = "captioning"\nparty',
        "checklist",
        None,
    ),
    "missing-key": ('why = "Why."\n', "", 'id = "captioning.live"', "why", None),
    "missing-key of a source": (
        '{ use = "book", standing = { requirement = "verified" } }',
        '{ use = "book" }',
        "sources",
        "standing",
        None,
    ),
    "wrong-type": ('proof = "Proof."', 'proof = "Proof."\nlead_days = "28"', "lead_days", "lead_days", None),
    "wrong-type of a truth": (
        'proof = "Proof."',
        'proof = "Proof."\nessential = "yes"',
        "essential",
        "essential",
        None,
    ),
    "wrong-type: a number for a text": ('why = "Why."', "why = 2027-01-01T10:00:00", "why", "why", None),
    "wrong-value": ('severity = "hinders"', 'severity = "hinder"', "severity", "severity", "hinders"),
    "wrong-value of a party": ('party = "provider"', 'party = "hosts"', "party", "party", "host"),
    "wrong-value of an owner": ('owner = "captioner"', 'owner = "captoner"', "owner", "owner", "captioner"),
    "wrong-value of a standing": ('= "verified"', '= "verfied"', "verfied", "requirement", "verified"),
    "wrong-value: too many days": (
        'proof = "Proof."',
        'proof = "Proof."\nlead_days = 4000',
        "lead_days",
        "lead_days",
        None,
    ),
    "wrong-value: an empty text": ('how = "How."', 'how = " "', "how =", "how", None),
    "wrong-value: an id that is none": ('"captioning.live"', '"Captioning Live"', "Captioning Live", "id", None),
    "wrong-value: no stage": ('plan = "Captions are arranged."', "", "[item.stages]", "stages", None),
    "unknown-fact": (
        'proof = "Proof."',
        'proof = "Proof."\napplies = { fact = "seat", at_least = 4 }',
        "applies",
        "seat",
        "seats",
    ),
    "unknown-fact in a long condition": (
        'proof = "Proof."',
        'proof = "Proof."\napplies = { any = [\n  { fact = "seats", at_least = 4 },\n'
        '  { not = { fact = "sets", at_least = 4 } },\n] }',
        '"sets"',
        "sets",
        "seats",
    ),
    "unknown-choice": ('proof = "Proof."', f'proof = "Proof."\n{CAPTIONS_MET}', "humann", "humann", "human"),
    "operator-misfit": (
        'proof = "Proof."',
        'proof = "Proof."\napplies = { fact = "seats", includes = "x" }',
        "applies",
        "includes",
        "at_least",
    ),
    "operator-misfit of a choice": (
        'proof = "Proof."',
        'proof = "Proof."\napplies = { fact = "format", at_least = 4 }',
        "applies",
        "at_least",
        "one_of",
    ),
    "operator-misfit: needs go through their own key": (
        'proof = "Proof."',
        'proof = "Proof."\napplies = { fact = "need-wheelchair", one_of = ["yes"] }',
        "applies",
        "one_of",
        None,
    ),
    "broken-condition: two operators": (
        'proof = "Proof."',
        'proof = "Proof."\napplies = { fact = "seats", at_least = 4, at_most = 9 }',
        "applies",
        "one-operator",
        None,
    ),
    "broken-condition: nothing to join": (
        'proof = "Proof."',
        'proof = "Proof."\napplies = { all = [] }',
        "applies",
        "all",
        None,
    ),
    "broken-condition: a word for a condition": (
        'proof = "Proof."',
        'proof = "Proof."\napplies = { not = "seats" }',
        "applies",
        "fact",
        None,
    ),
    "broken-condition: two shapes in one": (
        'proof = "Proof."',
        'proof = "Proof."\napplies = { any = [ { fact = "seats", at_least = 4 } ], fact = "seats" }',
        "applies",
        "fact",
        None,
    ),
    "broken-condition: no choice": (
        'proof = "Proof."',
        'proof = "Proof."\napplies = { fact = "format", one_of = [] }',
        "applies",
        "one_of",
        None,
    ),
    "unknown-need": (
        'proof = "Proof."',
        'proof = "Proof."\nneed = "need-sign"',
        "need =",
        "need-sign",
        "need-sign-language",
    ),
    "unknown-need: a fact that is none": (
        'proof = "Proof."',
        'proof = "Proof."\nneed = "seats"',
        "need =",
        "seats",
        None,
    ),
    "unknown-group": (
        '["deaf-signing"]',
        '[\n  "blind",\n  "deaf-sining",\n]',
        "deaf-sining",
        "deaf-sining",
        "deaf-signing",
    ),
    "unknown-source": ('use = "book"', 'use = "bok"', "sources", "bok", "book"),
    "missing-source": ('{ use = "book", standing = { requirement = "verified" } }', "", "sources", "sources", None),
    "excludes-essential": (
        'severity = "hinders"\nnot_relevant = "with-reason"\n',
        'severity = "excludes"\nessential = false\nnot_relevant = "never"\n',
        "essential",
        "excludes-essential",
        None,
    ),
    "excludes-never": (
        'severity = "hinders"\n',
        'severity = "excludes"\nessential = true\n',
        "not_relevant",
        "excludes-never",
        None,
    ),
    "unknown-formula": (
        "[item.stages]",
        MEASURE.replace("wheelchair-places", "wheelchair-place") + "[item.stages]",
        "formula",
        "wheelchair-place",
        "wheelchair-places",
    ),
    "unknown-formula of the second bound": (
        "[item.stages]",
        MEASURE + 'partly_formula = "ligth"\n[item.stages]',
        "partly_formula",
        "ligth",
        "light",
    ),
    "wrong-unit": (
        "[item.stages]",
        MEASURE.replace('"places"', '"place"') + "[item.stages]",
        "unit",
        "place",
        "places",
    ),
    "wrong-unit: not what the formula computes": (
        "[item.stages]",
        MEASURE.replace('"places"', '"metres"') + "[item.stages]",
        "unit",
        "metres",
        "places",
    ),
    "wrong-value of a direction": (
        "[item.stages]",
        MEASURE + 'direction = "at-mst"\n[item.stages]',
        "direction",
        "direction",
        "at-most",
    ),
    "missing-key of a measure": (
        "[item.stages]",
        MEASURE.replace('quantity = "Places"\n', "") + "[item.stages]",
        "[item.measure]",
        "quantity",
        None,
    ),
    "unknown-parity": (
        'proof = "Proof."',
        'proof = "Proof."\nparity = "captioning.room"',
        "parity",
        "captioning.room",
        None,
    ),
    "unknown-parity: its own twin": (
        'proof = "Proof."',
        'proof = "Proof."\nparity = "captioning.live"',
        "parity",
        "captioning.live",
        None,
    ),
    "renamed-clash": (
        'proof = "Proof."',
        'proof = "Proof."\nrenames = ["captioning.live"]',
        "renames",
        "captioning.live",
        None,
    ),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_item_is_told_with_file_line_item_and_nearest_word(write: Write, case: str) -> None:
    old, new, part, detail, near = BROKEN[case]
    assert ITEM.count(old) == 1
    text = TOP + ITEM.replace(old, new)
    name = tomllib.loads(text)["item"][0]["id"]
    code = re.match(r"[\w-]+", case)[0]  # type: ignore[index]
    assert problems(write(text)) == (Problem("captioning.toml", line(text, part), name, code, detail, near),)


def test_an_item_without_id_is_told_at_its_head(write: Write) -> None:
    text = TOP + ITEM.replace('id = "captioning.live"\n', "")
    assert problems(write(text)) == (Problem("captioning.toml", 3, None, "missing-key", "id"),)


def test_an_item_without_sources_is_told(write: Write) -> None:
    text = TOP + "\n".join(row for row in ITEM.splitlines() if not row.startswith("sources"))
    assert problems(write(text)) == (Problem("captioning.toml", 4, "captioning.live", "missing-source", "sources"),)


def test_the_line_is_that_of_the_right_item(write: Write) -> None:
    second = ITEM.replace("captioning.live", "captioning.room").replace('"hinders"', '"hinder"')
    text = TOP + ITEM + "\n" + second
    expected = Problem(
        "captioning.toml", line(text, '"hinder"'), "captioning.room", "wrong-value", "severity", "hinders"
    )
    assert problems(write(text)) == (expected,)


def test_a_word_inside_a_long_text_is_not_taken_for_a_key(write: Write) -> None:
    story = 'why = """\nseverity = no key\n[[item]]\n"""\n'
    text = TOP + ITEM.replace('why = "Why."\n', "").replace('severity = "hinders"', story + 'severity = "hinder"')
    assert problems(write(text))[0].line == line(text, 'severity = "hinder"')


def test_a_second_item_of_the_same_id_is_told(write: Write) -> None:
    text = TOP + ITEM + ITEM
    expected = Problem(
        "captioning.toml",
        text[: text.rindex("id =")].count("\n") + 1,
        "captioning.live",
        "duplicate-id",
        "captioning.live",
    )
    assert problems(write(text)) == (expected,)


def test_ids_are_unique_over_all_files(write: Write) -> None:
    folder = write(TOP + ITEM, other=TOP + ITEM)
    assert [(one.file, one.line, one.code) for one in problems(folder)] == [("other.toml", 4, "duplicate-id")]


def test_twins_that_name_each_other_are_taken(write: Write) -> None:
    live = ITEM.replace('proof = "Proof."', 'proof = "Proof."\nparity = "captioning.room"')
    room = ITEM.replace("captioning.live", "captioning.room").replace(
        'proof = "Proof."', 'proof = "Proof."\nparity = "captioning.live"'
    )
    assert [item.parity for item in load_catalogue(write(TOP + live + room)).items] == [
        "captioning.room",
        "captioning.live",
    ]


def test_a_twin_that_does_not_name_the_item_is_told(write: Write) -> None:
    live = ITEM.replace('proof = "Proof."', 'proof = "Proof."\nparity = "captioning.room"')
    text = TOP + live + ITEM.replace("captioning.live", "captioning.room")
    expected = Problem(
        "captioning.toml", line(text, "parity"), "captioning.live", "one-sided-parity", "captioning.room"
    )
    assert problems(write(text)) == (expected,)


def test_a_twin_that_names_a_third_item_is_told(write: Write) -> None:
    pairs = {
        "captioning.live": "captioning.room",
        "captioning.room": "captioning.sign",
        "captioning.sign": "captioning.room",
    }
    items = [
        ITEM.replace("captioning.live", name).replace('proof = "Proof."', f'proof = "Proof."\nparity = "{twin}"')
        for name, twin in pairs.items()
    ]
    assert [(one.item, one.code) for one in problems(write(TOP + "".join(items)))] == [
        ("captioning.live", "one-sided-parity")
    ]


def test_two_items_cannot_have_had_the_same_id(write: Write) -> None:
    live = ITEM.replace('proof = "Proof."', 'proof = "Proof."\nrenames = ["captioning.old"]')
    text = TOP + live + live.replace("captioning.live", "captioning.room")
    assert [(one.item, one.code, one.detail) for one in problems(write(text))] == [
        ("captioning.room", "renamed-clash", "captioning.old")
    ]


def test_everything_wrong_is_told_at_once(write: Write) -> None:
    first = ITEM.replace('severity = "hinders"', 'severity = "excludes"\nprooof = 1')
    second = ITEM.replace("captioning.live", "captioning.room").replace('"book"', '"bok"')
    folder = write(TOP + first + second, scoring=SCORING.replace("helps = 1\n", ""), other='checklist = "captionning"')
    assert {(one.file, one.item, one.code) for one in problems(folder)} == {
        ("captioning.toml", "captioning.live", "unknown-key"),
        ("captioning.toml", "captioning.live", "excludes-never"),
        ("captioning.toml", "captioning.live", "excludes-essential"),
        ("captioning.toml", "captioning.room", "unknown-source"),
        ("scoring.toml", None, "missing-key"),
        ("other.toml", None, "wrong-value"),
    }


# --- what stands outside the items ---


@pytest.mark.parametrize(
    ("top", "expected"),
    [
        ("", Problem("captioning.toml", 1, None, "missing-key", "checklist")),
        (
            'checklist = "captionning"\n',
            Problem("captioning.toml", 1, None, "wrong-value", "checklist", "captioning"),
        ),
        ("checklist = 3\n", Problem("captioning.toml", 1, None, "wrong-value", "checklist")),
        (
            '\nchecklist = "captioning"\nitems = 1\n',
            Problem("captioning.toml", 3, None, "unknown-key", "items", "item"),
        ),
    ],
)
def test_a_broken_head_of_a_file_is_told(write: Write, top: str, expected: Problem) -> None:
    assert problems(write(top + ITEM)) == (expected,)


@pytest.mark.parametrize("listed", ["item = 3", "item = [3]", 'item = "x"'])
def test_items_that_are_no_tables_are_told(write: Write, listed: str) -> None:
    assert problems(write(TOP + listed)) == (Problem("captioning.toml", 3, None, "wrong-type", "item"),)


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("catalogue", 'id = "test"\n', Problem("catalogue.toml", 1, None, "missing-key", "version")),
        (
            "catalogue",
            HEAD + 'versoin = "2"\n',
            Problem("catalogue.toml", 3, None, "unknown-key", "versoin", "version"),
        ),
        ("catalogue", 'id = "test"\nversion = 2026.0\n', Problem("catalogue.toml", 2, None, "wrong-type", "version")),
        (
            "scoring",
            SCORING.replace("helps = 1", "helps = 1\nhlps = 1"),
            Problem("scoring.toml", 7, None, "unknown-key", "hlps", "helps"),
        ),
        (
            "scoring",
            SCORING.replace("tested = 1.0\n", ""),
            Problem("scoring.toml", 7, None, "missing-key", "tested"),
        ),
        (
            "scoring",
            SCORING.replace("tested", "testd"),
            Problem("scoring.toml", 12, None, "unknown-key", "testd", "tested"),
        ),
        (
            "scoring",
            SCORING.replace("link = 0.5", "link = 0.6"),
            Problem("scoring.toml", 10, None, "wrong-value", "link"),
        ),
        (
            "sources",
            SOURCES + '[third]\ntitle = "T"\npublsher = "P"\npublisher = "P"\n',
            Problem("sources.toml", 10, "third", "unknown-key", "publsher", "publisher"),
        ),
        (
            "sources",
            SOURCES + '[third]\ntitle = "T"\n',
            Problem("sources.toml", 8, "third", "missing-key", "publisher"),
        ),
    ],
)
def test_the_other_files_are_read_as_strictly(write: Write, name: str, text: str, expected: Problem) -> None:
    assert expected in problems(write(TOP + ITEM, **{name: text}))


@pytest.mark.parametrize("name", ["catalogue", "scoring", "sources"])
def test_a_catalogue_lacks_none_of_its_files(write: Write, name: str) -> None:
    folder = write(TOP + ITEM)
    (folder / f"{name}.toml").unlink()
    with pytest.raises(FileMissing):
        load_catalogue(folder)


# --- files that cannot be read ---


@pytest.mark.parametrize(
    ("text", "at"),
    [
        (TOP + "why =\n", 3),
        (TOP + 'why = "a"\nwhy = "b"\n', 4),
        (TOP + 'why = "a\n', 3),
        (TOP + "[item.", 3),
        (TOP + f"why = {'9' * 5000}\n", 4),
    ],
)
def test_what_is_no_toml_is_told_with_its_line(write: Write, text: str, at: int) -> None:
    found = problems(write(text))
    assert [(one.file, one.line, one.item, one.code) for one in found] == [("captioning.toml", at, None, "toml-syntax")]


@pytest.mark.parametrize("name", ["catalogue", "scoring"])
def test_a_part_that_is_no_toml_is_told_once(write: Write, name: str) -> None:
    found = problems(write(TOP + ITEM, **{name: "id =\n"}))
    assert [(one.file, one.code) for one in found] == [(f"{name}.toml", "toml-syntax")]


def test_sources_that_are_no_toml_are_told_with_the_items_that_use_them(write: Write) -> None:
    found = problems(write(TOP + ITEM, sources="[book\n"))
    assert [(one.file, one.code) for one in found] == [
        ("sources.toml", "toml-syntax"),
        ("captioning.toml", "unknown-source"),
    ]


@pytest.mark.parametrize("sources", ['"book"', '["book"]', "[ { use = 3, standing = {} } ]"])
def test_sources_of_another_kind_are_told(write: Write, sources: str) -> None:
    text = TOP + ITEM.replace('[ { use = "book", standing = { requirement = "verified" } } ]', sources)
    assert {(one.item, one.line, one.code) for one in problems(write(text))} >= {
        ("captioning.live", line(text, "sources"), "wrong-type")
    }


def test_bytes_that_are_no_text_are_told_with_their_line(write: Write) -> None:
    folder = write(TOP)
    (folder / "captioning.toml").write_bytes(b'checklist = "captioning"\n# \xff\n')
    assert problems(folder) == (Problem("captioning.toml", 2, None, "toml-syntax", "UTF-8"),)


def test_nesting_without_end_is_told(write: Write) -> None:
    assert [one.code for one in problems(write("x = " + "[" * 100_000))] == ["toml-syntax"]


def test_a_key_of_very_many_parts_is_told(write: Write) -> None:
    assert [one.code for one in problems(write(TOP + ITEM + ".".join("a" * 3000) + " = 1\n"))] == ["toml-syntax"]


def test_very_many_problems_are_told_in_a_moment(write: Write) -> None:
    found = problems(write(TOP + "".join(f"k{number} = 1\n" for number in range(10_000)) + ITEM))
    assert (len(found), found[-1].line) == (1000, 1002)  # nobody reads more


def test_a_file_over_two_megabytes_is_not_read(write: Write) -> None:
    folder = write(TOP + ITEM + "#" * 2 * 1024 * 1024)
    assert [(one.file, one.line, one.code) for one in problems(folder)] == [("captioning.toml", None, "too-large")]


def test_a_file_of_just_two_megabytes_is_read(write: Write) -> None:
    text = TOP + ITEM
    assert load_catalogue(write(text + "#" * (2 * 1024 * 1024 - len(text)))).items


def test_what_cannot_be_opened_is_told_apart(write: Write) -> None:
    folder = write(TOP + ITEM)
    (folder / "folder.toml").mkdir()
    with pytest.raises(FileUnreadable):
        load_catalogue(folder)


# --- order, hash, compiled form ---


def test_checklists_stand_in_their_fixed_order_and_items_as_in_their_file(write: Write) -> None:
    def one(checklist: str, *names: str) -> str:
        items = (ITEM.replace("captioning.live", f"{checklist}.{name}") for name in names)
        return f'checklist = "{checklist}"\n' + "".join(items)

    more = {name: one(name, "b", "a") for name in sorted(Checklist) if name != "captioning"}
    catalogue = load_catalogue(write(one("captioning", "z", "a"), **more))
    expected = [f"{name}.{end}" for name in Checklist for end in ("za" if name == "captioning" else "ba")]
    assert [item.id for item in catalogue.items] == expected


def as_compiled(folder: Path) -> Path:
    files = {path.name: tomllib.loads(path.read_text("utf-8")) for path in folder.glob("*.toml")}
    target = folder / "checklists.json"
    target.write_text(json.dumps(files), "utf-8")
    return target


def test_the_compiled_form_gives_the_same_catalogue(write: Write) -> None:
    folder = write(TOP + ITEM)
    assert load_compiled(as_compiled(folder)) == load_catalogue(folder)


def test_the_compiled_form_is_read_as_strictly_but_names_no_lines(write: Write) -> None:
    compiled = as_compiled(write(TOP + ITEM.replace('"hinders"', '"hinder"')))
    with pytest.raises(CatalogueBroken) as broken:
        load_compiled(compiled)
    expected = Problem("captioning.toml", None, "captioning.live", "wrong-value", "severity", "hinders")
    assert broken.value.problems == (expected,)


@pytest.mark.parametrize("content", ["", "{", "\udcff"])
def test_a_damaged_compiled_form_is_told(tmp_path: Path, content: str) -> None:
    (tmp_path / "checklists.json").write_text(content, "utf-8", errors="surrogateescape")
    with pytest.raises(FileUnreadable):
        load_compiled(tmp_path / "checklists.json")


def test_a_missing_compiled_form_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        load_compiled(tmp_path / "checklists.json")


def test_the_same_content_has_the_same_hash(write: Write) -> None:
    one = load_catalogue(write(TOP + ITEM))
    assert load_catalogue(write("# a remark\n" + TOP + ITEM, catalogue=HEAD.replace("1.0", "2.0"))).hash == one.hash


@pytest.mark.parametrize(
    ("text", "scoring"),
    [
        (ITEM.replace("Why.", "Why?"), SCORING),
        (ITEM, SCORING.replace("helps = 1", "helps = 2")),
        (ITEM + "\n" + ITEM.replace("captioning.live", "captioning.room"), SCORING),
    ],
)
def test_other_items_or_numbers_have_another_hash(write: Write, text: str, scoring: str) -> None:
    before = load_catalogue(write(TOP + ITEM)).hash
    assert load_catalogue(write(TOP + text, scoring=scoring)).hash != before


def test_a_hash_is_sha_256(write: Write) -> None:
    assert len(bytes.fromhex(load_catalogue(write(TOP + ITEM)).hash)) == 32


def versions(folder: Path, compiled: Path, newer: Path | None) -> str:
    """The version `load_any` finds when the compiled form says 1.0, the TOML files 2.0, and one was made later."""
    (folder / "catalogue.toml").write_text(HEAD.replace("1.0", "2.0"), "utf-8")
    for path in (compiled, *folder.glob("*.toml")):
        os.utime(path, (1_800_000_000, 1_800_000_000))
    if newer is not None:
        os.utime(newer, (1_800_000_100, 1_800_000_100))
    return load_any(folder, compiled).version


def test_an_up_to_date_compiled_form_is_taken(write: Write) -> None:
    folder = write(TOP + ITEM)
    compiled = as_compiled(folder)
    assert versions(folder, compiled, compiled) == "1.0"


def test_a_compiled_form_of_the_same_instant_is_taken(write: Write) -> None:
    folder = write(TOP + ITEM)
    assert versions(folder, as_compiled(folder), None) == "1.0"


def test_an_outdated_compiled_form_is_left(write: Write) -> None:
    folder = write(TOP + ITEM)
    assert versions(folder, as_compiled(folder), folder / "captioning.toml") == "2.0"


def test_without_a_compiled_form_the_files_are_read(write: Write) -> None:
    folder = write(TOP + ITEM)
    assert load_any(folder, folder / "none.json") == load_catalogue(folder)


def test_in_an_installed_package_the_compiled_form_is_taken_whatever_the_clock_says(write: Write) -> None:
    source = write(TOP + ITEM)
    compiled = source / "compiled" / "checklists.json"
    folder = source / "data" / "checklists"
    compiled.parent.mkdir()
    folder.mkdir(parents=True)
    as_compiled(source).rename(compiled)
    for path in source.glob("*.toml"):
        path.rename(folder / path.name)
    assert versions(folder, compiled, folder / "captioning.toml") == "1.0"


# --- single files ---


@pytest.fixture
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("shipped")
    for name, text in (("catalogue", HEAD), ("scoring", SCORING), ("sources", SOURCES), ("captioning", TOP + ITEM)):
        (folder / f"{name}.toml").write_text(text, "utf-8")
    return folder


def alone(tmp_path: Path, text: str, name: str = "own.toml") -> Path:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return path


def test_a_single_file_may_use_the_shipped_sources(tmp_path: Path, shipped: Path) -> None:
    assert validate_files([alone(tmp_path, TOP + ITEM.replace("live", "own"))], shipped) == ()


def test_a_single_file_may_use_the_sources_beside_it(tmp_path: Path, shipped: Path) -> None:
    alone(tmp_path, '[mine]\ntitle = "Mine"\npublisher = "Me"\n', "sources.toml")
    assert validate_files([alone(tmp_path, TOP + ITEM.replace('"book"', '"mine"'))], shipped) == ()


def test_broken_sources_beside_a_file_are_told(tmp_path: Path, shipped: Path) -> None:
    alone(tmp_path, "[mine\n", "sources.toml")
    found = validate_files([alone(tmp_path, TOP + ITEM)], shipped)
    assert [(one.file, one.code) for one in found] == [("sources.toml", "toml-syntax")]


def test_a_single_file_may_replace_a_shipped_item(tmp_path: Path, shipped: Path) -> None:
    assert validate_files([alone(tmp_path, TOP + ITEM)], shipped) == ()


def test_a_single_file_may_have_a_twin_among_the_shipped_items(tmp_path: Path, shipped: Path) -> None:
    twin = ITEM.replace('proof = "Proof."', 'proof = "Proof."\nparity = "captioning.own"')
    (shipped / "captioning.toml").write_text(TOP + twin, "utf-8")
    own = ITEM.replace("captioning.live", "captioning.own").replace("proof =", 'parity = "captioning.live"\nproof =')
    assert validate_files([alone(tmp_path, TOP + own)], shipped) == ()


def test_a_changed_copy_of_a_shipped_file_stands_in_its_place(tmp_path: Path, shipped: Path) -> None:
    own = ITEM.replace("captioning.live", "captioning.own").replace("proof =", 'renames = ["captioning.live"]\nproof =')
    assert validate_files([alone(tmp_path, TOP + own, "captioning.toml")], shipped) == ()


def test_everything_wrong_with_single_files_is_told(tmp_path: Path, shipped: Path) -> None:
    first = alone(tmp_path, TOP + ITEM.replace('"book"', '"bok"').replace('"hinders"', '"hinder"'))
    second = alone(tmp_path, TOP + "why =\n", "second.toml")
    found = validate_files([first, second], shipped)
    assert [(one.file, one.code, one.nearest) for one in found] == [
        ("second.toml", "toml-syntax", None),
        ("own.toml", "wrong-value", "hinders"),
        ("own.toml", "unknown-source", "book"),
    ]


@pytest.mark.parametrize(
    ("name", "text", "codes"),
    [
        ("catalogue.toml", HEAD, []),
        ("catalogue.toml", "", ["missing-key", "missing-key"]),
        ("scoring.toml", SCORING, []),
        ("scoring.toml", SCORING.replace("word = 0.25\n", ""), ["missing-key"]),
        ("sources.toml", SOURCES, []),
        ("sources.toml", "book = 3\n", ["wrong-type"]),
    ],
)
def test_the_other_files_can_be_validated_alone(
    tmp_path: Path, shipped: Path, name: str, text: str, codes: list[str]
) -> None:
    assert [one.code for one in validate_files([alone(tmp_path, text, name)], shipped)] == codes


def test_a_file_that_is_not_there_is_told_apart(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        validate_files([tmp_path / "none.toml"])


# --- what is shipped ---


SHIPPED = sorted(resources.folder("checklists").glob("*.toml"))


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_every_shipped_file_keeps_every_rule_by_itself(path: Path) -> None:
    assert validate_files([path]) == ()


def test_the_shipped_checklists_keep_every_rule_together() -> None:
    assert load_catalogue(resources.folder("checklists")).items
