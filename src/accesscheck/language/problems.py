"""What went wrong, what it means for the work and what to do: one sentence or two for each error class."""

from __future__ import annotations

from collections.abc import Mapping

from accesscheck import errors
from accesscheck.errors import AccessCheckError, Problem

from .marks import N_
from .words import Words

_SENTENCES: Mapping[type[AccessCheckError], str] = {
    errors.FileMissing: N_("There is no file {path}. Check the name and the folder."),
    errors.FileUnreadable: N_("{path} cannot be read: {detail}. Nothing was changed. Check the file and its rights."),
    errors.FolderNotWritable: N_("{path} cannot be written: {detail}. Choose another folder."),
    errors.DiskFull: N_("The disk is full, so {path} could not be written. Free some space and repeat the last step."),
    errors.NotADocument: N_("{path} is not a session of AccessCheck. Nothing was changed. Choose another file."),
    errors.DocumentDamaged: N_(
        "{path} is damaged and cannot be read safely. It was left as it is. Use your last copy or exported file."
    ),
    errors.NewerFormat: N_(
        "{path} was written by a newer AccessCheck (format {found}, this one reads up to {known}). "
        "Install the newer one."
    ),
    errors.DocumentReadOnly: N_("{path} may only be read. Copy it to a folder of your own and open the copy."),
    errors.TargetExists: N_("{path} is there already and was left as it is. Choose another name."),
    errors.TargetInUse: N_("{path} is open in another program. Close it there and repeat the export."),
    errors.ReportTooLong: N_(
        "The report would have more than {pages} pages, so it was not written. Shorten the longest notes and repeat."
    ),
    errors.NotAPdf: N_("{path} is not a PDF file. Choose a report that AccessCheck exported."),
    errors.ReportEncrypted: N_(
        "{path} is locked by a password or by rights. Ask for the file as it was exported, without a lock."
    ),
    errors.ReportTooLarge: N_("{path} is larger, or unpacks to more, than any report of AccessCheck. It was not read."),
    errors.ReportCyclic: N_(
        "{path} leads back into itself and has no end, as no report of AccessCheck does. It was not read."
    ),
    errors.NoAssessmentInside: N_(
        "{path} carries no assessment of AccessCheck. "
        "A report for the Secretariat does; one made to be published does not."
    ),
    errors.AssessmentTwice: N_(
        "{path} carries two assessments, so it is not certain which one counts. Ask for the file as it was exported."
    ),
    errors.PackedOtherwise: N_(
        "What {path} carries is packed in a way that AccessCheck never does, so it was not unpacked. "
        "Ask for the file as it was exported."
    ),
    errors.DataChanged: N_(
        "The data inside {path} was changed after the report was made, so nothing was taken from it. "
        "The file check says what differs. Ask for the file as it was exported."
    ),
    errors.ProofChanged: N_(
        "The proof file {name} inside {path} is not the one that the data names, so nothing was taken from it. "
        "Ask for the file as it was exported."
    ),
    errors.HourSkipped: N_(
        "{value} does not exist in {zone}: the clocks go forward over it. The first time after it is {after}."
    ),
}

_REFUSED: Mapping[str, str] = {
    "start": N_(
        "“{value}” is no date and time with a time zone. "
        "Write it like 2027-03-15 10:00 Europe/Oslo (time zones by city)."
    ),
    "zone": N_("“{value}” names no time zone that is known. Time zones are named by city, like Europe/Oslo."),
    "offset": N_("“{value}” does not fit its time zone: there, at that hour, the difference to UTC is {choices}."),
    "choice": N_("“{value}” is not one of: {choices}."),
    "number": N_("“{value}” is not a whole number from {low} to {high}."),
    "text": N_("“{value}” does not fit: write one line of up to 500 characters."),
    "texts": N_("“{value}” does not fit: write up to 100 names, separated by commas."),
    "languages": N_(
        "“{value}” does not fit: write languages by name or code, like French or fr, separated by commas, or none."
    ),
    "zones": N_("“{value}” does not fit: write time zones by city, separated by commas, like Nairobi, Asia/Tokyo."),
    "need": N_("“{value}” does not fit: write yes, yes:2, nobody:2027-02-01 (the day people were asked) or not-asked."),
    "date": N_("“{value}” is not a date. Write it like 2027-03-15."),
    "moment": N_("“{value}” is not a moment in time. Write it like 2027-03-15T10:00Z."),
    "item": N_("Name the item whose proof {value} is to be saved."),
    "measure": N_("“{value}” is not a number that can be measured. Write it like 4 or 4.5."),
}

_ANSWERS: Mapping[str, str] = {
    "no-such-stage": N_("{item} is not asked at that stage. Leave the stage out, or name one of its own."),
    "no-partly": N_("{item} takes yes or no: there is no “partly” here."),
    "never-not-relevant": N_(
        "{item} cannot be declared not relevant: without it people are shut out. "
        "Whether it applies follows from the facts."
    ),
    "reason-missing": N_("Say in a few words why {item} is not relevant here: the reason is printed in the report."),
    "value-without-measure": N_("{item} is not measured: answer it with yes, no or another answer."),
    "value-decides": N_("{item} is measured: give the number that is there, and the answer follows from it."),
    "value-undecided": N_(
        "{item} was given a number beside an answer that knows none, so it is not certain what is meant. "
        "Give the number alone, or the answer alone."
    ),
    "figure-differs": N_(
        "{item} is measured, and with that number and what is known of the session the answer is another one. "
        "Give the number alone, and the answer follows from it."
    ),
    "does-not-apply": N_("{item} does not apply to this session, so it needs no answer. The facts say why."),
    "too-large": N_("{item} would make the session larger than it may be. Shorten the text, or give a file as proof."),
    "text-refused": N_("A text for {item} is too long, or holds characters that are none. Shorten it or type it anew."),
    "no-such-proof": N_("{item} has no proof of that number. “accesscheck proof” lists what there is."),
    "proof-without-file": N_("That proof of {item} is told in words: there is no file to save."),
    "nothing-given": N_("Say what to change of {item}: an answer, a value, a note or another detail."),
}

_INTERCHANGE: Mapping[str, str] = {
    "not-json": N_("{path} is not JSON. Nothing was changed. Export it again from AccessCheck."),
    "duplicate-key": N_("{path} names “{detail}” twice, so it is not certain what is meant. Export it again."),
    "too-large": N_("{path} is larger than any export of AccessCheck. Nothing was read."),
    "too-deep": N_("{path} is nested deeper than any export of AccessCheck. Nothing was read."),
    "not-an-export": N_("{path} is not an assessment exported by AccessCheck. Choose another file."),
    "wrong-value": N_("{path} has a value that does not fit at {where} ({detail}). Export it again from AccessCheck."),
    "wrong-hash": N_(
        "{path} holds other checklists than it says (version {detail}): they were changed after it was exported. "
        "Nothing was read. Ask for the file as it was exported."
    ),
    "refused-answer": N_("{path} holds an answer to {where} that is not allowed ({detail}). Export it again."),
    "profile-broken": N_(
        "{path} is not a list of facts ({detail}). Write it as JSON, each fact once, "
        'like {{"format": "hybrid", "minutes": 90}}.'
    ),
    "profile-value": N_("{path} gives {where} a value of another kind than it can have. Correct it and repeat."),
    "duplicate-answer": N_("{path} answers {where} twice, so it is not certain what is meant. Export it again."),
}

_UNKNOWN_NAMES: Mapping[str, str] = {
    "item": N_("There is no item {name}."),
    "fact": N_("There is no fact {name}."),
    "outcome": N_("{name} is not an answer: write met, partly, missing, waiting, unknown or not-relevant."),
    "stage": N_("{name} is not a stage: write plan, rehearsal or delivered."),
    "chosen-stage": N_("{name} is not a stage: write plan, rehearsal, delivered or by-date."),
    "audience": N_("{name} is not whom an export can be for: write secretariat or publish."),
    "party": N_("{name} is not a party: write team, host, secretariat or provider."),
    "sample": N_("There is no sample {name}."),
    "proof": N_("The proof file {name} is not in this session. Put the file in again."),
    "language": N_("There is no language {name}: write ar, zh, en, fr, ru or es."),
}

_FINDINGS: Mapping[str, str] = {
    "toml-syntax": N_("this is not TOML: {detail}"),
    "unknown-key": N_("there is no key “{detail}”"),
    "missing-key": N_("the key “{detail}” is missing"),
    "wrong-type": N_("the value of “{detail}” is of another kind than it must be"),
    "wrong-value": N_("the value of “{detail}” is not allowed"),
    "duplicate-id": N_("the id “{detail}” is used twice"),
    "unknown-fact": N_("there is no fact “{detail}”"),
    "unknown-choice": N_("“{detail}” is not a choice of that fact"),
    "operator-misfit": N_("“{detail}” does not fit the kind of that fact"),
    "unknown-formula": N_("there is no formula “{detail}”"),
    "unknown-group": N_("there is no group “{detail}”"),
    "unknown-source": N_("there is no source “{detail}”"),
    "missing-source": N_("an item needs at least one source"),
    "excludes-never": N_('an item that excludes must have not_relevant = "never"'),
    "excludes-essential": N_("an item that excludes must be essential"),
    "broken-condition": N_("the condition cannot be read: {detail}"),
    "unknown-parity": N_("the twin “{detail}” does not exist"),
    "one-sided-parity": N_("the twin “{detail}” does not name this item as its own twin"),
    "unknown-need": N_("“{detail}” is not a fact about a need"),
    "renamed-clash": N_("the old id “{detail}” is still in use"),
    "wrong-unit": N_("there is no unit “{detail}”"),
    "too-large": N_("the file is larger than a checklist can be"),
}


def sentence(error: AccessCheckError, words: Words) -> str:
    """The error in words: what happened, what it means, what to do."""
    match error:
        case errors.CatalogueBroken():
            return "\n".join(finding(problem, words) for problem in error.problems)
        case errors.UnknownName():
            return _with_nearest(words.text(_UNKNOWN_NAMES[error.kind], name=error.name), error.nearest, words)
        case errors.ValueRefused():
            return _value_refused(error, words)
        case errors.AnswerRefused():
            return words.text(_ANSWERS[error.code], item=error.item)
        case errors.InterchangeBroken():
            return words.text(_INTERCHANGE[error.code], **error.facts())
        case _:
            return _of_files(error, words)


def _of_files(error: AccessCheckError, words: Words) -> str:
    match error:
        case errors.DocumentInUse():
            return _in_use(error, words)
        case errors.HourDoubled():
            return _hour_doubled(error, words)
        case errors.DataTooLarge():
            return _data_too_large(error, words)
        case errors.ProofTooLarge():
            return _proof_too_large(error, words)
        case errors.NothingToUndo():
            return words.text("There is nothing to redo.") if error.redo else words.text("There is nothing to undo.")
        case errors.UnknownEnding():
            known = words.listing(error.known)
            return words.text("{path} must end in one of: {known}.", path=error.path, known=known)
        case errors.ReportDamaged():
            return _damaged_report(error, words)
        case _:
            return words.text(_SENTENCES[type(error)], **error.facts())


def finding(problem: Problem, words: Words) -> str:
    """One finding in a checklist file: where, what, and the nearest valid word."""
    place = problem.file if problem.line is None else f"{problem.file}:{problem.line}"
    what = words.text(_FINDINGS[problem.code], detail=problem.detail)
    said = ": ".join(part for part in (place, problem.item, what) if part)
    return said if problem.nearest is None else words.aside(said, _did_you_mean(problem.nearest, words))


def _with_nearest(said: str, nearest: str | None, words: Words) -> str:
    return said if nearest is None else f"{said} {_did_you_mean(nearest, words)}"


def _did_you_mean(nearest: str, words: Words) -> str:
    return words.text("Did you mean {nearest}?", nearest=nearest)


def _value_refused(error: errors.ValueRefused, words: Words) -> str:
    low, high = error.choices if error.expected == "number" else ("", "")
    choices = words.series(error.choices)
    said = words.text(_REFUSED[error.expected], value=error.value, choices=choices, low=low, high=high)
    return _with_nearest(said, error.nearest, words)


def _in_use(error: errors.DocumentInUse, words: Words) -> str:
    if not error.host:
        return words.text(
            "{path} is open in another program. Nothing was changed. Close it there, or wait until it is closed.",
            path=error.path,
        )
    return words.text(
        "{path} is open in another AccessCheck (computer {host}, process {process}, since {since}). "
        "Nothing was changed. Close it there, or wait until it is closed.",
        **error.facts(),
    )


def _hour_doubled(error: errors.HourDoubled, words: Words) -> str:
    first, second = error.offsets
    return words.text(
        "{value} comes twice in {zone}: the clocks go back over it. Write which one is meant: "
        "{value} {first} {zone} or {value} {second} {zone}.",
        value=error.value,
        zone=error.zone,
        first=first,
        second=second,
    )


def _damaged_report(error: errors.ReportDamaged, words: Words) -> str:
    if error.repair:
        return words.text(
            "{path} is damaged or cut off and cannot be repaired. Ask for the file as it was exported.", path=error.path
        )
    return words.text(
        "{path} is damaged or cut off, so it was not read. Ask for the file as it was exported, or try to repair it.",
        path=error.path,
    )


def _data_too_large(error: errors.DataTooLarge, words: Words) -> str:
    return words.text(
        "The report was not written: its data would have {size} megabytes, and at most {limit} can be read back. "
        "Shorten the longest notes, or export without notes.",
        size=words.number(-(-error.size // 1024**2)),
        limit=words.number(error.limit // 1024**2),
    )


def _proof_too_large(error: errors.ProofTooLarge, words: Words) -> str:
    limit = words.number(error.limit // 1024**2)
    if error.whole:
        return words.text(
            "{path} was not put in: all proof files of a session together may have {limit} megabytes. "
            "Give a link instead, or take out another file.",
            path=error.path,
            limit=limit,
        )
    return words.text(
        "{path} was not put in: a proof file may have {limit} megabytes. Give a link instead, or make it smaller.",
        path=error.path,
        limit=limit,
    )
