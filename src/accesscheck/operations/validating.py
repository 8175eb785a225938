"""Checking files without changing them: checklists, sessions, exports."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from accesscheck.errors import AccessCheckError, FileMissing, FileUnreadable
from accesscheck.language.problems import finding, sentence
from accesscheck.language.words import Words
from accesscheck.model.catalogue import Catalogue
from accesscheck.storage.checklists import validate_files

from .exporting import read_source


def findings(path: Path, load_catalogue: Callable[[], Catalogue], words: Words) -> tuple[str, ...]:
    """What is wrong with a file, in words; empty when nothing is. Raises `FileMissing` or `FileUnreadable`."""
    if path.suffix.lower() == ".toml":
        return tuple(finding(problem, words) for problem in validate_files([path]))
    try:
        read_source(path, load_catalogue)
    except (FileMissing, FileUnreadable):
        raise
    except AccessCheckError as error:
        return (sentence(error, words),)
    return ()
