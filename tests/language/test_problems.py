"""Every situation has a sentence, and every finding too."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from accesscheck import errors
from accesscheck.errors import AccessCheckError, Problem
from accesscheck.language import problems
from accesscheck.language.problems import finding, sentence
from accesscheck.language.words import LANGUAGES, Words
from accesscheck.model.profile import Kind
from accesscheck.report import pdf

from .bare import bare

SOURCE = Path(errors.__file__).parent
ONE_OF_EACH: tuple[AccessCheckError, ...] = (
    errors.CatalogueBroken((Problem("a.toml", 3, "a.b", "unknown-key", "titel", "title"),)),
    errors.FileMissing("a.json"),
    errors.FileUnreadable("a.json", "Permission denied"),
    errors.FolderNotWritable("folder", "Permission denied"),
    errors.DiskFull("a.pdf"),
    errors.NotADocument("a.accesscheck"),
    errors.DocumentDamaged("a.accesscheck"),
    errors.NewerFormat("a.accesscheck", 2, 1),
    errors.DocumentInUse("a.accesscheck", "desk", 5, "2027-03-01T09:00:00Z"),
    errors.DocumentInUse("a.accesscheck", "", 0, ""),
    errors.DocumentReadOnly("a.accesscheck"),
    errors.TargetExists("a.pdf"),
    errors.TargetInUse("a.pdf"),
    errors.ReportTooLong(2000),
    errors.UnknownEnding("a.doc", (".pdf", ".json")),
    errors.HourSkipped("2026-03-29T02:30", "Europe/Paris", "2026-03-29T03:00"),
    errors.HourDoubled("2026-10-25T02:30", "Europe/Paris", ("+02:00", "+01:00")),
    errors.DataTooLarge(20_971_521, 20_971_520),
    errors.ProofTooLarge("a.mp4", 5, 20_000_000, whole=False),
    errors.ProofTooLarge("a.mp4", 5, 100_000_000, whole=True),
    errors.NotAPdf("a.pdf"),
    errors.ReportEncrypted("a.pdf"),
    errors.ReportDamaged("a.pdf", repair=False),
    errors.ReportDamaged("a.pdf", repair=True),
    errors.ReportTooLarge("a.pdf"),
    errors.ReportCyclic("a.pdf"),
    errors.NoAssessmentInside("a.pdf"),
    errors.AssessmentTwice("a.pdf"),
    errors.PackedOtherwise("a.pdf"),
    errors.DataChanged("a.pdf"),
    errors.ProofChanged("a.pdf", "a.txt"),
    errors.NothingToUndo(redo=False),
    errors.NothingToUndo(redo=True),
    *(errors.InterchangeBroken("a.json", "answers/0", code, "detail") for code in problems._INTERCHANGE),
    *(errors.UnknownName(kind, "nam", "name") for kind in problems._UNKNOWN_NAMES),
    *(errors.UnknownName(kind, "nam", None) for kind in problems._UNKNOWN_NAMES),
    *(errors.ValueRefused("seats", "x", expected, ("0", "9")) for expected in problems._REFUSED),
    *(errors.AnswerRefused("a.b", code) for code in problems._ANSWERS),
)
DETAILS = {"a.toml", "title", "Permission denied", "Europe/Paris", "folder", "a.b"}
DATA = re.compile(r"\b(?:a\.\w+|desk|\.pdf|\.json|nam|titel)\b")


def subclasses(of: type[AccessCheckError]) -> Iterator[type[AccessCheckError]]:
    for one in of.__subclasses__():
        yield one
        yield from subclasses(one)


def codes(pattern: str, *files: str) -> set[str]:
    """The codes that stand in our own source behind a pattern."""
    texts = [path.read_text("utf-8") for name in files for path in SOURCE.glob(name)]
    return {code for text in texts for code in re.findall(pattern, text)}


def test_one_of_every_error_is_tried() -> None:
    assert pdf.__name__ in sys.modules  # the room that is loaded late has errors too
    assert {type(one) for one in ONE_OF_EACH} == set(subclasses(AccessCheckError))


@pytest.mark.parametrize("error", ONE_OF_EACH, ids=repr)
def test_every_error_is_told_in_sentences(error: AccessCheckError, english: Words) -> None:
    said = sentence(error, english)
    assert re.search(r"[.?)]$", said), said
    assert not re.search(r"[{}]|None", said.replace('{"format": "hybrid", "minutes": 90}', "")), said


@pytest.mark.parametrize("error", ONE_OF_EACH, ids=repr)
def test_every_sentence_is_a_message(error: AccessCheckError, pseudo: Words) -> None:
    assert bare(DATA.sub(" ", sentence(error, pseudo))) == []


NAMELESS = errors.NothingToUndo | errors.CatalogueBroken | errors.ReportTooLong | errors.DataTooLarge
"""What is not about a file or a name."""


@pytest.mark.parametrize(
    "error",
    [one for one in ONE_OF_EACH if not isinstance(one, NAMELESS)],
    ids=repr,
)
def test_every_sentence_names_what_it_is_about(error: AccessCheckError, english: Words) -> None:
    facts = error.facts()
    named = [facts.get(name) for name in ("path", "value", "item", "name", "language")]
    said = sentence(error, english)
    assert any(isinstance(one, str) and one in said for one in named)


@pytest.mark.parametrize(
    ("error", "remedy"),
    [
        (errors.DocumentDamaged("a"), "Use your last copy"),
        (errors.NewerFormat("a", 2, 1), "Install the newer one"),
        (errors.DocumentInUse("a", "", 0, ""), "Close it there"),
        (errors.DocumentInUse("a", "desk", 5, ""), "computer desk, process 5"),
        (errors.DocumentReadOnly("a"), "Copy it to a folder of your own"),
        (errors.DiskFull("a"), "Free some space"),
        (errors.TargetExists("a"), "Choose another name"),
        (errors.DataTooLarge(20 * 1024**2 + 1, 20 * 1024**2), "21 megabytes, and at most 20 can be read back. Shorten"),
        (errors.ProofTooLarge("a", 5, 20 * 1024 * 1024, whole=False), "20 megabytes. Give a link instead"),
        (errors.ProofTooLarge("a", 5, 100 * 1024 * 1024, whole=True), "may have 100 megabytes"),
        (errors.ValueRefused("seats", "x", "number", ("0", "9")), "from 0 to 9"),
        (errors.ValueRefused("format", "x", "choice", ("a", "b")), "a, b"),
    ],
)
def test_a_sentence_says_what_to_do(error: AccessCheckError, remedy: str, english: Words) -> None:
    assert remedy in sentence(error, english)


def test_the_windows_are_never_told_to_type_an_option(english: Words) -> None:
    assert [one for one in ONE_OF_EACH if "--" in sentence(one, english)] == []


def test_a_finding_names_file_line_item_and_the_nearest_word(english: Words) -> None:
    found = Problem("a.toml", 3, "a.b", "unknown-key", "titel", "title")
    assert finding(found, english) == "a.toml:3: a.b: there is no key “titel” (Did you mean title?)"


def test_a_finding_without_line_and_item_names_the_file(english: Words) -> None:
    assert finding(Problem("a.toml", None, None, "too-large", ""), english).startswith("a.toml: the file is larger")


def test_every_code_of_a_finding_has_its_words() -> None:
    files = ("storage/checklist*.py", "storage/toml_files.py", "storage/catalogue_parts.py", "storage/samples.py")
    raised = codes(r'problem\(\s*"([a-z-]+)"', *files)
    raised |= codes(r'Finding\(\s*"([a-z-]+)"', *files) | codes(r'Problem\([^"\n]*"([a-z-]+)"', *files)
    raised |= codes(r'"([a-z]+-[a-z]+)" if ', *files) | codes(r'else "([a-z]+-[a-z]+)"', *files)
    assert len(raised) > 15
    assert raised <= problems._FINDINGS.keys()


@pytest.mark.parametrize("code", problems._FINDINGS)
def test_every_finding_is_a_message_that_can_be_filled(code: str, english: Words, pseudo: Words) -> None:
    found = Problem("a.toml", 3, "a.b", code, "{detail}", None)
    assert finding(found, english).startswith("a.toml:3: a.b: ")
    assert bare(finding(found, pseudo), ["a.toml", "a.b"]) == []


def test_every_code_of_a_refused_answer_has_its_words() -> None:
    raised = codes(r'AnswerRefused\([^"\n]*, "([a-z-]+)"\)', "operations/*.py", "storage/*.py")
    raised |= codes(r'(?:return|else) "([a-z-]+)"', "rules/refusals.py")
    assert len(raised) > 6
    assert raised <= problems._ANSWERS.keys()


def test_every_code_of_a_broken_export_has_its_words() -> None:
    raised = codes(r'Malformed\(\s*"([a-z-]+)"', "model/interchange.py") - {"newer-format"}  # an error of its own
    raised |= codes(r'InterchangeBroken\([^)]*?, "([a-z]+-[a-z-]+)"', "operations/*.py")
    assert len(raised) > 8
    assert raised <= problems._INTERCHANGE.keys()


def test_every_kind_of_a_name_has_its_words() -> None:
    raised = codes(r'UnknownName\(\s*"([a-z]+)"', "*/*.py") | codes(r'\bknown\(\s*"([a-z]+)"', "cli/*.py")
    assert len(raised) > 5
    assert raised <= problems._UNKNOWN_NAMES.keys()


def test_every_kind_of_fact_says_how_it_is_written() -> None:
    raised = {str(kind) for kind in Kind} | codes(r'ValueRefused\([^"\n]*"[^"]+"[^"\n]*"([a-z]+)"', "*/*.py")
    assert raised <= problems._REFUSED.keys()


def test_the_sentence_on_languages_names_all_six(english: Words) -> None:
    said = sentence(errors.UnknownName("language", "xx", None), english)
    assert [one for one in LANGUAGES if f" {one}" not in said] == []
