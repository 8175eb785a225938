"""Language coverage: who can follow in which language, from facts and answers; what is not known stays unknown."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from accesscheck.model.coverage import Coverage, Covered, LanguageRow, Signed
from accesscheck.model.profile import Facts, entries, words
from accesscheck.model.terms import Outcome

from .applicability import settled_need
from .judging import Judgement
from .measures import SIGNED

LIVE = "captioning.live"
ANNOUNCED = "interpretation.announced"
SIGN = "interpretation.sign-language"
OTHER_WAY = "multilingual.fallback"
"""The items whose answers say whether a service that was told of really comes."""

_SAID = {Outcome.MET: Covered.YES, Outcome.PARTLY: Covered.PARTLY, Outcome.MISSING: Covered.NO}
_WORST_FIRST = (Covered.NO, Covered.UNKNOWN, Covered.PARTLY, Covered.YES)
_BEST_LAST = (Covered.NO, Covered.PARTLY, Covered.UNKNOWN, Covered.YES)


def coverage(judgement: Judgement) -> Coverage:
    """What there is in each language of the floor and of the audience, floor first."""
    facts = judgement.situation.facts
    session = _Session(facts, {one.item.id: one.outcome for one in judgement.due})
    told = (*(entries(facts, "floor-languages") or ()), *(entries(facts, "audience-languages") or ()))
    by_name = {_name(tag): tag for tag in reversed(told) if not session.signs(tag)}
    return Coverage(
        rows=tuple(_row(by_name[name], session) for name in dict.fromkeys(map(_name, told)) if name in by_name),
        signed=_signed(told, session),
        audience_known=entries(facts, "audience-languages") is not None,
        other_way=session.answered(OTHER_WAY),
    )


def both(*parts: Covered) -> Covered:
    """As good as the worst part; one that is not known may be the worst."""
    return min(parts, key=_WORST_FIRST.index)


def either(*ways: Covered) -> Covered:
    """As good as the best way; one that is not known may be the best."""
    return max(ways, key=_BEST_LAST.index)


@dataclass(frozen=True, slots=True)
class _Session:
    """Facts, and the outcomes of the items due."""

    facts: Facts
    outcomes: Mapping[str, Outcome]

    def answered(self, item: str) -> Covered:
        outcome = self.outcomes.get(item)
        return Covered.UNKNOWN if outcome is None else _SAID.get(outcome, Covered.UNKNOWN)

    def promised(self, item: str, languages: Iterable[str]) -> Covered:
        """What an item over several languages says of one of them: a "no" may mean any."""
        said = self.answered(item)
        return Covered.UNKNOWN if said is Covered.NO and len(set(languages)) > 1 else said

    def spoken(self, fact: str) -> set[str] | None:
        """The spoken languages of a fact by their first subtag, so that varieties count once."""
        listed = entries(self.facts, fact)
        return None if listed is None else {_name(tag) for tag in listed if not self.signs(tag)}

    def signs(self, tag: str) -> bool:
        """Whether a language is signed: one that is known to be, or that was booked as one."""
        return _name(tag) in SIGNED or tag in (entries(self.facts, "sign-languages") or ())


def _name(tag: str) -> str:
    return tag.split("-", maxsplit=1)[0].lower()


def _row(tag: str, session: _Session) -> LanguageRow:
    name = _name(tag)
    floor, interpreted = _floor(name, session), _interpreted(name, session)
    captions = _captions(floor, interpreted, session)
    nothing = words(session.facts, "materials") == "no"
    return LanguageRow(
        language=tag,
        floor=floor,
        interpretation=interpreted,
        captions=captions,
        documents=Covered.NOTHING if nothing else Covered.UNKNOWN,  # no fact says in which languages they are
        announcement=Covered.UNKNOWN,  # nor the announcement
        follow=either(floor, interpreted, captions),
    )


def _floor(name: str, session: _Session) -> Covered:
    """One of several floor languages carries only what is said in it."""
    floor = session.spoken("floor-languages")
    if floor is None:
        return Covered.UNKNOWN
    if name not in floor:
        return Covered.NO
    return Covered.YES if len(floor) == 1 else Covered.PARTLY


def _interpreted(name: str, session: _Session) -> Covered:
    """Announced, into this language, and confirmed."""
    told, listed = words(session.facts, "interpretation"), session.spoken("interpretation-languages")
    if told == "no" or (listed is not None and name not in listed):
        return Covered.NO
    if told is None or listed is None:
        return Covered.UNKNOWN
    return session.promised(ANNOUNCED, listed)


def _captions(floor: Covered, interpreted: Covered, session: _Session) -> Covered:
    """Captions write down what is said: in the languages of the floor, and perhaps what interpreters say."""
    there = Covered.NO if words(session.facts, "captions") == "none" else session.answered(LIVE)
    if floor is Covered.NO and interpreted is not Covered.NO:
        return both(there, Covered.UNKNOWN)
    return both(there, floor)


def _signed(told: Iterable[str], session: _Session) -> Signed:
    booked = entries(session.facts, "sign-languages")
    floor = entries(session.facts, "floor-languages") or ()
    tags = dict.fromkeys(tag for tag in (*(booked or ()), *told) if session.signs(tag))
    return Signed(
        languages=tuple((tag, _sign(tag, booked, floor, session)) for tag in tags),
        need=settled_need("need-sign-language", session.facts),
        told=booked is not None,
    )


def _sign(tag: str, booked: tuple[str, ...] | None, floor: tuple[str, ...], session: _Session) -> Covered:
    """A sign language of the floor is there; any other is when its interpreters are booked and confirmed."""
    if tag in floor:
        return Covered.YES if len(floor) == 1 else Covered.PARTLY
    if booked is None:
        return Covered.UNKNOWN
    return session.promised(SIGN, booked) if tag in booked else Covered.NO
