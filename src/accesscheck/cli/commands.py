"""Every command, one function each: it takes what was typed and the desk, and returns the exit status."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path

from accesscheck import resources
from accesscheck.errors import AccessCheckError
from accesscheck.language.marks import N_
from accesscheck.language.problems import sentence
from accesscheck.language.words import LANGUAGES, Words, load_words
from accesscheck.model.terms import Stage
from accesscheck.operations import documents, exporting, session
from accesscheck.operations.export_notes import note_export
from accesscheck.operations.leaving_out import LeftOut
from accesscheck.storage.places import ENDING

from .answers import answer
from .checking import check
from .desk import BY_DATE, DOOR, Desk, known
from .proofs import proof
from .results import catalogue, facts, score

_ALL = "all"  # typed in place of every language

Command = Callable[[Namespace, Desk], int]

_NOT_NOTED = N_(
    "The export could not be noted in {path}. What is taken back there within a day may then be missing from “what was "
    "known earlier”."
)


def demo(typed: Namespace, desk: Desk) -> int:
    from accesscheck.operations import samples  # here and below: what only one command needs comes with it

    reports = tuple(map(_words, _languages(typed.languages)))
    written = desk.follow(samples.demo(typed.folder, typed.sample, desk.catalogue(), desk.words, reports))
    for path in written:
        desk.say(str(path))
    return 0


def new(typed: Namespace, desk: Desk) -> int:
    from accesscheck.operations import profiles

    profile = profiles.read_profile(typed.profile) if typed.profile else {}
    documents.new_session_at(typed.target, desk.catalogue(), profile, desk.now, DOOR).close()
    desk.say(desk.words.text("New session: {path}", path=typed.target))
    return 0


def tell(typed: Namespace, desk: Desk) -> int:
    from accesscheck.operations import profiles

    value = profiles.read_fact(typed.fact, typed.value, desk.words)
    with desk.open(typed.document) as opened:
        session.set_fact(opened, typed.fact, value, desk.now)
        desk.say_verdict(opened)
    return 0


def stage(typed: Namespace, desk: Desk) -> int:
    chosen = known("chosen-stage", typed.stage, (*Stage, BY_DATE))
    with desk.open(typed.document) as opened:
        session.choose_stage(opened, None if chosen == BY_DATE else Stage(chosen), desk.now)
        desk.say_verdict(opened)
    return 0


def forget_history(typed: Namespace, desk: Desk) -> int:
    with desk.open(typed.document) as opened:
        session.forget_history(opened)
    desk.say(
        desk.words.text("The history of {path} is forgotten. Its answers and its proof stay.", path=typed.document)
    )
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
    choice = _choice(typed)
    if typed.source.suffix.lower() == typed.target.suffix.lower() == ENDING and not choice.left_out:
        documents.copy_clean(typed.source, typed.target)
    else:
        _export(typed, choice, desk)
    desk.say(str(typed.target))
    if typed.source.suffix.lower() == ENDING and not note_export(typed.source, desk.now):
        desk.complain(desk.words.text(_NOT_NOTED, path=typed.source))
    return 0


def _choice(typed: Namespace) -> exporting.Choice:
    """What the file is to hold."""
    audience = exporting.Audience(known("audience", typed.audience, tuple(exporting.Audience)))
    left_out = frozenset(one for one in LeftOut if getattr(typed, f"without_{one}"))
    return exporting.choose(audience, left_out, typed.with_proof)


def _export(typed: Namespace, choice: exporting.Choice, desk: Desk) -> None:
    words = _words(typed.language)
    files = choice.files or typed.target.suffix.lower() == ENDING
    source = exporting.read_source(typed.source, desk.catalogue, files)
    as_of: datetime = desk.moment(typed.as_of) or source.as_of or desk.now
    desk.follow(exporting.export(source, typed.target, words, as_of, typed.force, choice))


def validate(typed: Namespace, desk: Desk) -> int:
    failed = [_validated(path, desk, alone=len(typed.files) == 1) for path in typed.files]
    return 1 if any(failed) else 0


def _validated(path: Path, desk: Desk, alone: bool) -> bool:
    """Say what is wrong with one file; one of several that cannot be read does not keep the others from it."""
    from accesscheck.operations import validating

    try:
        found = validating.findings(path, desk.catalogue, desk.words)
    except AccessCheckError as error:
        if alone:
            raise
        desk.complain(sentence(error, desk.words))
        return True
    for line in found or (desk.words.text("{path}: nothing wrong", path=path),):
        desk.say(line)
    return bool(found)


def _languages(typed: str | None) -> tuple[str, ...]:
    """The languages asked for, each once; raises `UnknownName`."""
    if typed is None:
        return ()
    asked = LANGUAGES if typed == _ALL else tuple(dict.fromkeys(one.strip() for one in typed.split(",")))
    for one in asked:
        exporting.check_language(one)
    return asked


def _words(language: str) -> Words:
    return load_words(language, resources.compiled("locale"))


COMMANDS: Mapping[str, Command] = {
    "demo": demo,
    "new": new,
    "facts": facts,
    "set": tell,
    "answer": answer,
    "stage": stage,
    "proof": proof,
    "undo": undo,
    "redo": redo,
    "forget-history": forget_history,
    "score": score,
    "export": export,
    "check": check,
    "validate": validate,
    "catalogue": catalogue,
}
