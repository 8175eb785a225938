"""The command line's grammar."""

from __future__ import annotations

from argparse import ArgumentParser
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from accesscheck import __version__
from accesscheck.language.words import LANGUAGES, Words
from accesscheck.operations.exporting import Audience
from accesscheck.operations.leaving_out import LeftOut

from .grammar import Parser

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    Commands = _SubParsersAction[ArgumentParser]


def build_parser(words: Words) -> ArgumentParser:
    """The parser of every sub-command."""
    parser = Parser(
        words,
        prog="accesscheck",
        description=words.text(
            "Walk through accessibility and multilingual checklists for a hybrid session and export the report. "
            "Without a command, the windows open."
        ),
    )
    parser.add_argument(
        "--version",
        action="version",
        version=f"AccessCheck {__version__}",
        help=words.text("print the version and stop"),
    )
    commands = parser.add_subparsers(  # type: ignore[call-overload]  # a partial makes parsers as a class does
        dest="command", metavar="COMMAND", required=True, parser_class=partial(Parser, words)
    )
    for add in (_add_documents, _add_answers, _add_results, _add_catalogue):
        add(commands, words)
    return parser


def _add_documents(commands: Commands, words: Words) -> None:
    demo = commands.add_parser("demo", help=words.text("write the example as session, data and report"))
    demo.add_argument("folder", type=Path, metavar="DIR")
    demo.add_argument("--sample", default="example", metavar="NAME", help=words.text("another sample by name"))
    demo.add_argument("--languages", metavar="xx,xx", help=_languages(words, "all"))
    new = commands.add_parser("new", help=words.text("make a new session"))
    new.add_argument("target", type=Path, metavar="TARGET")
    new.add_argument("--profile", type=Path, metavar="FILE.json", help=words.text("facts to begin with"))
    plain = (
        ("undo", words.text("undo the last change")),
        ("redo", words.text("redo what was undone")),
        ("forget-history", words.text("take out what undo and redo would need; answers and proof stay")),
    )
    for name, about in plain:
        commands.add_parser(name, help=about).add_argument("document", type=Path, metavar="DOCUMENT")


def _add_answers(commands: Commands, words: Words) -> None:
    facts = commands.add_parser("facts", help=words.text("list the facts a session can have and how to write them"))
    facts.add_argument("--json", action="store_true")
    tell = commands.add_parser("set", help=words.text("tell a fact about the session"))
    tell.add_argument("document", type=Path, metavar="DOCUMENT")
    tell.add_argument("fact", metavar="FACT")
    tell.add_argument("value", metavar="VALUE")
    answer = commands.add_parser("answer", help=words.text("answer an item"))
    answer.add_argument("document", type=Path, metavar="DOCUMENT")
    answer.add_argument("item", metavar="ITEM")
    outcome = words.text(
        "met, partly, missing, waiting, unknown or not-relevant; "
        "where a number decides, leave it out: one that contradicts the number is refused"
    )
    answer.add_argument("outcome", nargs="?", metavar="OUTCOME", help=outcome)
    answer.add_argument("--clear", action="store_true", help=words.text("take the answer back"))
    for option, about in _answer_options(words):
        answer.add_argument(f"--{option}", metavar=about[0], help=about[1])
    stage = commands.add_parser("stage", help=words.text("choose by hand the stage that is judged"))
    stage.add_argument("document", type=Path, metavar="DOCUMENT")
    stage.add_argument("stage", metavar="STAGE", help=words.text("plan, rehearsal, delivered or by-date"))
    _add_proof(commands, words)


def _add_proof(commands: Commands, words: Words) -> None:
    proof = commands.add_parser("proof", help=words.text("list the proof, or save a proof file"))
    proof.add_argument("document", type=Path, metavar="DOCUMENT")
    proof.add_argument("item", nargs="?", metavar="ITEM", help=words.text("only the proof of this item"))
    proof.add_argument("--stage", metavar="S", help=words.text("only the proof given at this stage"))
    about = words.text("save the file of the proof that is listed with this number")
    proof.add_argument("--save", nargs=2, metavar=("N", "TARGET"), help=about)
    proof.add_argument("--force", action="store_true", help=words.text("replace a file that is there"))


def _answer_options(words: Words) -> tuple[tuple[str, tuple[str, str]], ...]:
    return (
        ("value", ("N", words.text("what was measured; goes with met, partly and missing alone"))),
        ("stage", ("S", words.text("plan, rehearsal or delivered; otherwise the one in force"))),
        ("note", ("TEXT", words.text("a note of your own"))),
        ("reason", ("TEXT", words.text("why it is not relevant here"))),
        ("whom", ("PARTY", words.text("who was asked: team, host, secretariat or provider"))),
        ("asked", ("DATE", words.text("when they were asked"))),
        ("owner", ("TEXT", words.text("who takes care of it"))),
        ("due", ("DATE", words.text("by when"))),
        ("evidence", ("FILE", words.text("a file as proof, kept inside the session"))),
        ("contact", ("TEXT", words.text("a named contact as proof"))),
        ("link", ("URL", words.text("a link as proof"))),
        ("tested", ("TEXT", words.text("what was tested, as proof"))),
        ("confirmed", ("TEXT", words.text("who confirmed it, as proof"))),
        ("evidence-date", ("DATE", words.text("the day of the proof, otherwise today"))),
    )


def _add_results(commands: Commands, words: Words) -> None:
    moment = words.text("as of which moment, like 2027-03-15T10:00Z; otherwise now, or the export's own")
    score = commands.add_parser("score", help=words.text("print the verdict and who must move"))
    score.add_argument("source", type=Path, metavar="SOURCE")
    score.add_argument("--json", action="store_true")
    score.add_argument("--stage", metavar="S", help=words.text("judge at this stage instead of the one of the date"))
    score.add_argument("--as-of", metavar="T", help=moment)
    _add_export(commands, words, moment)


def _add_export(commands: Commands, words: Words, moment: str) -> None:
    about = words.text(
        "export a report (.pdf, .html), the items as a table (.csv), the deadlines for a calendar (.ics), the results "
        "for testing tools (.jsonld), the data (.json) or a session (.accesscheck)"
    )
    export = commands.add_parser("export", help=words.text("export a report, the data or a session"), description=about)
    export.add_argument("source", type=Path, metavar="SOURCE")
    export.add_argument("target", type=Path, metavar="TARGET")
    export.add_argument("--for", dest="audience", default=Audience.SECRETARIAT, metavar="WHOM", help=_whom(words))
    for name, what in _leavable(words):
        export.add_argument(f"--without-{name}", action="store_true", help=what)
    export.add_argument("--with-proof", action="store_true", help=words.text("put the proof files into the report too"))
    export.add_argument("--language", default="en", metavar="xx", help=_languages(words))
    export.add_argument("--as-of", metavar="T", help=moment)
    force = words.text("replace a file that is there; a session (.accesscheck) is never replaced")
    export.add_argument("--force", action="store_true", help=force)


def _whom(words: Words) -> str:
    return words.text(
        "secretariat: the report with its data inside; publish: no data, no names, no notes, no proof. "
        "Otherwise secretariat"
    )


def _leavable(words: Words) -> tuple[tuple[LeftOut, str], ...]:
    return (
        (LeftOut.NAMES, words.text("leave out names of persons, also where they stand in other texts")),
        (LeftOut.NOTES, words.text("leave out notes")),
        (LeftOut.PROOF, words.text("leave out what was given as proof, but for its kind and day")),
    )


def _languages(words: Words, *more: str) -> str:
    return words.text("the language to write in: {languages}", languages=", ".join((*LANGUAGES, *more)))


def _add_catalogue(commands: Commands, words: Words) -> None:
    check = commands.add_parser("check", help=words.text("file check: do data, result and pages belong together?"))
    check.add_argument("reports", nargs="+", type=Path, metavar="REPORT")
    check.add_argument("--repair", action="store_true", help=words.text("try to repair a damaged file while reading"))
    validate = commands.add_parser("validate", help=words.text("check checklist files, sessions and exports"))
    validate.add_argument("files", nargs="+", type=Path, metavar="FILE")
    catalogue = commands.add_parser("catalogue", help=words.text("print the catalogue of items"))
    form = catalogue.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true")
    whole = words.text("write all of it as a page (.html), a table (.csv) or data (.json)")
    form.add_argument("--to", type=Path, metavar="FILE", help=whole)
    catalogue.add_argument("--force", action="store_true", help=words.text("replace a file that is there"))
    catalogue.add_argument("--language", default="en", metavar="xx", help=_languages(words))
