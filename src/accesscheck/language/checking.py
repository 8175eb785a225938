"""The file check in words: its grades, and what differs."""

from __future__ import annotations

from collections.abc import Mapping

from accesscheck.model.checked import Difference, Grade
from accesscheck.model.terms import Group, GroupState, Outcome, Stage, Verdict

from .marks import N_
from .terms import GROUP_STATES, OUTCOMES, STAGES, VERDICTS
from .verdicts import group_name
from .words import Words

GRADES: Mapping[Grade, str] = {
    Grade.CONSISTENT: N_("{path}: consistent. The data, its result and what the pages state belong together."),
    Grade.DIFFERS: N_("{path}: differs."),
    Grade.UNREADABLE: N_("{path}: unreadable."),
}

HONESTLY = N_("The file check finds damage and careless edits, not forgery.")

_DIFFERENCES: Mapping[str, str] = {
    "no-fingerprints": N_(
        "The file names no fingerprints of its data and pages: it was not made by AccessCheck, or written anew since."
    ),
    "data": N_("The data inside is not the data that the report was made with."),
    "pages": N_("What stands on the pages is not what the report was made with."),
    "result": N_("The result inside is not the one that its facts and answers give: {data}."),
    "words": N_("The words on the page about {about} were changed. Now they are: “{page}”."),
    "states": N_("About {about} the page says “{page}” and the data “{data}”."),
    "lacks": N_("The pages do not say what the data says about {about}: “{data}”."),
    "description": N_("The file's description of itself contradicts the rest of it: {about}."),
    "proof": N_("The proof file {about} is not one that the data names."),
}

_PARTS: Mapping[str, str] = {
    "title": N_("title"),
    "subject": N_("subject"),
    "language": N_("language"),
    "date": N_("date"),
}


def difference_words(found: Difference, words: Words) -> str:
    """One difference as a sentence."""
    about = _about(found.about, words)
    page = found.page if found.code == "words" else _value(found.about, found.page, words)
    return words.text(_DIFFERENCES[found.code], about=about, page=page, data=_value(found.about, found.data, words))


def _about(about: str, words: Words) -> str:
    """What a fact is about; a name stays as it is."""
    if about in _PARTS:
        return words.text(_PARTS[about])
    match about.split("/"):
        case ["verdict"]:
            return words.text("the verdict")
        case ["data"]:
            return words.text("the fingerprint of the data")
        case ["group", group] if group in tuple(Group):
            return group_name(Group(group), words)
        case ["item", item, stage] if stage in tuple(Stage):
            return words.text("{item}, {stage}", item=item, stage=words.text(STAGES[Stage(stage)]))
        case _:
            return about


def _value(about: str, value: str, words: Words) -> str:
    """What is stated; an id that has no words stays as it is."""
    kind = about.partition("/")[0]
    if kind == "verdict" and value in tuple(Verdict):
        return words.text(VERDICTS[Verdict(value)][0], count="…")
    if kind == "group" and value in tuple(GroupState):
        return words.text(GROUP_STATES[GroupState(value)][0])
    if kind == "item" and value in tuple(Outcome):
        return words.text(OUTCOMES[Outcome(value)])
    return value
