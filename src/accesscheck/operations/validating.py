"""Checking files without changing them: checklists, samples, sessions, exports; each as what it is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from accesscheck.errors import AccessCheckError, CatalogueBroken, InterchangeBroken, Problem
from accesscheck.language.problems import finding, sentence
from accesscheck.language.words import Words
from accesscheck.model.catalogue import Catalogue
from accesscheck.storage.checklists import validate_files
from accesscheck.storage.samples import is_sample, read_sample
from accesscheck.storage.toml_files import MOST_PROBLEMS

from .exporting import read_source
from .samples import told_sample

MOST_SHOWN = 200
"""Findings of one file that are told; a person mends the first ones first."""

_UNREADABLE = ("not-json", "not-an-export", "too-large", "too-deep")


def findings(path: Path, load_catalogue: Callable[[], Catalogue], words: Words) -> tuple[str, ...]:
    """What is wrong with a file, in words; empty when nothing is.

    Raises what says that the file cannot be read at all: `FileMissing`, `FileUnreadable`, `NotADocument`,
    `DocumentDamaged`, `NewerFormat`, and `InterchangeBroken` for what is no export.
    """
    if path.suffix.lower() == ".toml":
        return _of_toml(path, load_catalogue, words)
    try:
        read_source(path, load_catalogue)
    except InterchangeBroken as error:
        if error.code in _UNREADABLE:
            raise
        return (sentence(error, words),)
    return ()


def _of_toml(path: Path, load_catalogue: Callable[[], Catalogue], words: Words) -> tuple[str, ...]:
    if not is_sample(path):
        return _told(validate_files([path]), words)
    try:
        told_sample(read_sample(path), load_catalogue())
    except CatalogueBroken as error:
        return _told(error.problems, words)
    except AccessCheckError as error:
        return (sentence(error, words),)
    return ()


def _told(problems: tuple[Problem, ...], words: Words) -> tuple[str, ...]:
    said = tuple(finding(problem, words) for problem in problems[:MOST_SHOWN])
    left = len(problems) - len(said)
    if not left:
        return said
    if len(problems) >= MOST_PROBLEMS:
        return (*said, words.text("and more than {count} more", count=words.number(left)))
    return (*said, words.plural("and {count} more", "and {count} more", left))
