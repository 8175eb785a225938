"""Every command, one function each: it takes what was typed and the desk, and returns the exit status."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from accesscheck import resources
from accesscheck.errors import FileMissing, FileUnreadable
from accesscheck.language.problems import sentence
from accesscheck.language.words import Words, load_words
from accesscheck.operations import documents, exporting, profiles, samples, session, validating
from accesscheck.storage.places import ENDING

from .answers import answer
from .desk import DOOR, Desk
from .results import catalogue, facts, score

Command = Callable[[Namespace, Desk], int]


def demo(typed: Namespace, desk: Desk) -> int:
    written = desk.follow(samples.demo(typed.folder, typed.sample, desk.catalogue(), desk.words))
    for path in written:
        desk.say(str(path))
    return 0


def new(typed: Namespace, desk: Desk) -> int:
    profile = profiles.read_profile(typed.profile) if typed.profile else {}
    documents.new_session_at(typed.target, desk.catalogue(), profile, desk.now, DOOR).close()
    desk.say(desk.words.text("New session: {path}", path=typed.target))
    return 0


def tell(typed: Namespace, desk: Desk) -> int:
    value = profiles.read_fact(typed.fact, typed.value)
    with desk.open(typed.document) as opened:
        session.set_fact(opened, typed.fact, value, desk.now)
        desk.say_verdict(opened)
    return 0


def undo(typed: Namespace, desk: Desk) -> int:
    with desk.open(typed.document) as opened:
        session.undo(opened, desk.now)
        desk.say_verdict(opened)
    return 0


def redo(typed: Namespace, desk: Desk) -> int:
    with desk.open(typed.document) as opened:
        session.redo(opened, desk.now)
        desk.say_verdict(opened)
    return 0


def export(typed: Namespace, desk: Desk) -> int:
    exporting.check_language(typed.language)
    exporting.check_target(typed.target, typed.force)
    if typed.source.suffix.lower() == typed.target.suffix.lower() == ENDING:
        documents.copy_clean(typed.source, typed.target)
    else:
        _export(typed, desk)
    if typed.source.suffix.lower() == ENDING:
        exporting.note_export(typed.source, desk.now)
    desk.say(str(typed.target))
    return 0


def _export(typed: Namespace, desk: Desk) -> None:
    words = _words(typed.language)
    source = exporting.read_source(typed.source, desk.catalogue)
    as_of: datetime = desk.moment(typed.as_of) or source.as_of or desk.now
    desk.follow(exporting.export(source, typed.target, words, as_of, typed.force))


def validate(typed: Namespace, desk: Desk) -> int:
    failed = [_validated(path, desk, alone=len(typed.files) == 1) for path in typed.files]
    return 1 if any(failed) else 0


def _validated(path: Path, desk: Desk, alone: bool) -> bool:
    """Say what is wrong with one file; one of several that cannot be read does not keep the others from it."""
    try:
        found = validating.findings(path, desk.catalogue, desk.words)
    except (FileMissing, FileUnreadable) as error:
        if alone:
            raise
        desk.complain(sentence(error, desk.words))
        return True
    for line in found or (desk.words.text("{path}: nothing wrong", path=path),):
        desk.say(line)
    return bool(found)


def _words(language: str) -> Words:
    return load_words(language, resources.compiled("locale"))


COMMANDS: Mapping[str, Command] = {
    "demo": demo,
    "new": new,
    "facts": facts,
    "set": tell,
    "answer": answer,
    "undo": undo,
    "redo": redo,
    "score": score,
    "export": export,
    "validate": validate,
    "catalogue": catalogue,
}
