"""Plain sentences on what an exported file will contain and who can read it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from accesscheck.language.marks import N_
from accesscheck.language.terms import left_out_words
from accesscheck.operations.exporting import Audience
from accesscheck.operations.leaving_out import LeftOut

from .export_choices import DATA, REPORT, ExportChoices

if TYPE_CHECKING:
    from accesscheck.language.words import Words

KINDS: Mapping[str, str] = {
    REPORT: N_("Report to read and print (PDF)"),
    ".html": N_("Report as a web page (HTML)"),
    ".csv": N_("Table of the items (CSV, for Excel and others)"),
    ".ics": N_("Deadlines for your calendar (iCalendar)"),
    ".jsonld": N_("Results for testing tools (EARL)"),
    DATA: N_("All data, for another program (JSON)"),
}
AUDIENCES: Mapping[str, str] = {
    Audience.SECRETARIAT: N_("For the Secretariat"),
    Audience.PUBLISH: N_("To publish"),
}
_CONTENTS: Mapping[str, str] = {
    REPORT: N_("The report holds the verdict with its reasons, what is to be done, and every item with its answer."),
    ".html": N_("The web page holds what the report holds, in one file that any browser shows."),
    ".csv": N_("The table holds a row for each item: how it stands, whose move it is and by when."),
    ".ics": N_(
        "The calendar holds the session and the last day of each open item, with reminders. Import it again when "
        "something has changed: dates move, and nothing comes twice."
    ),
    ".jsonld": N_("The file holds the result of each item in a format that programs for accessibility tests exchange."),
    DATA: N_("The data hold every fact and answer, the checklists they answer, and the result."),
}
_ALL = tuple(LeftOut)
_HELD: Mapping[str, tuple[LeftOut, ...]] = {
    ".ics": (LeftOut.NAMES,),
    ".jsonld": (LeftOut.NAMES, LeftOut.NOTES),
}
"""What of all that can be left out a kind of file holds at all; the others hold everything."""


def contents_words(chosen: ExportChoices, words: Words) -> str:
    """What the file will contain, what is left out of it, and who can read it."""
    return " ".join(_sentences(chosen, words))


def _sentences(chosen: ExportChoices, words: Words) -> Iterator[str]:
    choice = chosen.choice
    held = _HELD.get(chosen.ending, _ALL)
    kept = tuple(str(one) for one in held if one not in choice.left_out)
    gone = tuple(str(one) for one in held if one in choice.left_out)
    yield words.text(_CONTENTS[chosen.ending])
    if kept:
        yield words.text("With it go {parts} as you wrote them.", parts=_parts(kept, words))
    if gone:
        yield words.text("Left out: {parts}.", parts=left_out_words(gone, words))
    if chosen.ending == REPORT and choice.data:
        yield words.text("The same is inside as data, so that nobody has to type it again.")
    if chosen.ending == REPORT and choice.files:
        yield words.text("The proof files are attached as they are.")
    yield from _readers(chosen, words)


def _parts(kept: tuple[str, ...], words: Words) -> str:
    """What goes with it: proof without its files, which are spoken of by themselves."""
    named = {LeftOut.NAMES: words.text("names"), LeftOut.NOTES: words.text("notes"), LeftOut.PROOF: words.text("proof")}
    return words.listing(named[LeftOut(one)] for one in kept)


def _readers(chosen: ExportChoices, words: Words) -> Iterator[str]:
    if chosen.audience == Audience.PUBLISH:
        yield words.text(
            "Anybody may read it. Read it through once before: reasons for what is not relevant stay in it, and a name "
            "that stands nowhere but in a title or a reason is not known to be one."
        )
        return
    yield words.text("Whoever gets the file can read all of it.")
    if not chosen.names:
        yield words.text("A name that stands nowhere but in a note is not known to be one and stays.")
