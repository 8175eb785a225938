"""Who can follow in which language, in words: the matrix's cells, and the people a gap leaves out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from accesscheck.model.coverage import Coverage, Covered, LanguageRow, Signed
from accesscheck.model.profile import NeedAnswer

from .marks import N_
from .words import Words

COVERED: Mapping[Covered, str] = {
    Covered.YES: N_("Yes"),
    Covered.PARTLY: N_("In part"),
    Covered.NO: N_("No"),
    Covered.UNKNOWN: N_("Not known"),
    Covered.NOTHING: N_("None used"),
}

COLUMNS: tuple[str, ...] = (
    N_("Language"),
    N_("Spoken on the floor"),
    N_("Interpretation"),
    N_("Captions"),
    N_("Slides and papers"),
    N_("Announcement"),
)

NOT_ASKED_YET = N_("This catalogue does not ask yet in which languages slides, papers and the announcement are.")

_NO_WAY: Mapping[Covered, str] = {
    Covered.YES: N_("People more at ease in {languages}: only the other way that was arranged."),
    Covered.PARTLY: N_("People more at ease in {languages}: only another way, arranged in part."),
    Covered.NO: N_("People more at ease in {languages}: no way to follow."),
    Covered.UNKNOWN: N_("People more at ease in {languages}: no way to follow is known."),
}
"""Where floor, interpretation and captions leave a language out, by the other way there is for these people."""

_SOME_WAY: Mapping[Covered, str] = {
    Covered.PARTLY: N_("People more at ease in {languages}: only what is said in their own language."),
    Covered.UNKNOWN: N_("People more at ease in {languages}: not known whether they have a way to follow."),
}

_SIGN: Mapping[Covered, str] = {
    Covered.YES: N_("{language}: there"),
    Covered.PARTLY: N_("{language}: there in part"),
    Covered.NO: N_("{language}: not there"),
    Covered.UNKNOWN: N_("{language}: not known whether it is there"),
}

_SIGN_NEED: Mapping[NeedAnswer, str] = {
    NeedAnswer.YES: N_("People asked for sign language."),
    NeedAnswer.NOBODY: N_("Nobody asked for sign language when participants were asked."),
    NeedAnswer.NOT_ASKED: N_("Participants were not asked whether they need sign language."),
}


def row_words(row: LanguageRow, words: Words) -> tuple[str, ...]:
    """A language's row, in the order of `COLUMNS`."""
    cells = (row.floor, row.interpretation, row.captions, row.documents, row.announcement)
    return words.language_name(row.language), *(words.text(COVERED[one]) for one in cells)


def left_out(found: Coverage, words: Words) -> Iterator[str]:
    """A sentence for each kind of gap, naming the people it leaves out; then what is not known of the audience."""
    by_sentence: dict[str, list[str]] = {}
    for row in found.rows:
        message = _message(row, found.other_way)
        if message is not None:
            by_sentence.setdefault(message, []).append(words.language_name(row.language))
    for message, names in by_sentence.items():
        yield words.text(message, languages=words.listing(names))
    if not found.audience_known:
        yield words.text("Which languages the audience is at ease in is not known: others may be left out.")


def sign_words(signed: Signed, words: Words) -> str:
    """Sign languages in one line: which, whether they are there, and what participants said."""
    named = words.clauses(
        words.text(_SIGN[state], language=words.language_name(tag)) for tag, state in signed.languages
    )
    booked = words.text("none booked") if signed.told else words.text("not known which are booked")
    return words.text("{languages}. {need}", languages=named or booked, need=words.text(_SIGN_NEED[signed.need]))


def _message(row: LanguageRow, other_way: Covered) -> str | None:
    if row.follow is Covered.NO:
        return _NO_WAY[other_way]
    return _SOME_WAY.get(row.follow)
