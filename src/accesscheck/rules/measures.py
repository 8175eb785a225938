"""Figures: what a session of this size needs, as tested formulas over facts. Whole numbers are computed exactly."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from accesscheck.model.catalogue import Direction, Item
from accesscheck.model.profile import Facts, entries, number, words
from accesscheck.model.terms import Outcome, SignLanguage

Figure = int | float

UNITS = (
    "places",
    "receivers",
    "metres",
    "millimetres",
    "centimetres",
    "interpreters",
    "minutes",
    "lux",
    "speakers",
    "seconds",
    "loops",
)

UN_LANGUAGES = frozenset({"ar", "en", "es", "fr", "ru", "zh"})

SIGNED = frozenset({*SignLanguage, "sgn"})
"""First subtags of languages that are signed: their interpreters are counted by `sign_interpreters`."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A figure over `facts`, in `unit`; `compute` gives None while a fact it needs is unknown."""

    unit: str
    facts: tuple[str, ...]
    compute: Callable[[Facts], Figure | None]


@dataclass(frozen=True, slots=True)
class Needed:
    """What is needed for met and, where the item has a second bound, for partly."""

    value: Figure
    partly: Figure | None = None


def needed(item: Item, facts: Facts) -> Needed | None:
    """The item's figure for this session; None without a measure or while a fact of its formula is unknown."""
    measure = item.measure
    value = None if measure is None else FORMULAS[measure.formula].compute(facts)
    if measure is None or value is None:
        return None
    return Needed(value, FORMULAS[measure.partly_formula].compute(facts) if measure.partly_formula else None)


def judge(item: Item, value: Figure, facts: Facts) -> Outcome | None:
    """What a measured value comes to; None while that is unknown. Whether it binds: `Item.figure_decides`."""
    bounds = needed(item, facts)
    if item.measure is None or bounds is None:
        return None
    if _reaches(value, bounds.value, item.measure.direction):
        return Outcome.MET
    if bounds.partly is not None and _reaches(value, bounds.partly, item.measure.direction):
        return Outcome.PARTLY
    return Outcome.MISSING


def _reaches(value: Figure, bound: Figure, direction: Direction) -> bool:
    return value >= bound if direction is Direction.AT_LEAST else value <= bound


def _ceil(count: int, part: int) -> int:
    """How many parts of that size cover `count`."""
    return -(-count // part)


# --- the room ---


def wheelchair_places(seats: int) -> int:
    """Wheelchair spaces for `seats`. 2010 ADA Standards, table 221.2.1.1; it starts at four seats."""
    for most, places in ((3, 0), (25, 1), (50, 2), (150, 4), (300, 5), (500, 6)):
        if seats <= most:
            return places
    return 6 + _ceil(seats - 500, 150) if seats <= 5000 else 36 + _ceil(seats - 5000, 200)


def receivers(seats: int) -> int:
    """Assistive-listening receivers for `seats`. 2010 ADA Standards, table 219.3."""
    if seats <= 50:
        return 2
    for most, fewer, base, part in ((500, 50, 2, 25), (1000, 500, 20, 33), (2000, 1000, 35, 50)):
        if seats <= most:
            return base + _ceil(seats - fewer, part)
    return 55 + _ceil(seats - 2000, 100)


def receivers_hearing_aid(seats: int) -> int:
    """Receivers that work with hearing aids: a quarter of all, at least two. 2010 ADA Standards, 219.3."""
    return 2 if seats <= 200 else _ceil(receivers(seats), 4)


def ramp_length(height_cm: int) -> float:
    """Metres of ramp for a stage of that height, at a slope of 1:12. 2010 ADA Standards, 405.2."""
    return 12 * height_cm / 100


def display_height(farthest_m: int) -> float:
    """Metres of picture height for the farthest seat: an eighth of the distance. Rule of thumb of the AV trade."""
    return farthest_m / 8


# --- language ---


def spoken(floor: tuple[str, ...], interpreted: tuple[str, ...]) -> frozenset[str]:
    """The spoken languages of a session: varieties of one language count once, sign languages not at all."""
    return frozenset(tag.split("-")[0].lower() for tag in (*floor, *interpreted)) - SIGNED


def interpreters(languages: frozenset[str], minutes: int | None) -> int | None:
    """Interpreters for simultaneous work between `languages`.

    Two languages share a booth: by length, minutes needed (AIIC Canada). Three: six (AIIC Canada). More: one booth
    a language with two each (AIIC Canada); the six UN languages: 14, three each for Arabic and Chinese (UN).
    """
    if len(languages) <= 1:
        return 0
    if len(languages) == 2:
        return None if minutes is None else _one_booth(minutes)
    if languages == UN_LANGUAGES:
        return 14
    return 2 * len(languages)


def interpreters_floor(languages: frozenset[str], minutes: int | None) -> int | None:
    """The lowest number that some source accepts: five for three languages (AIIC), two a booth for the six."""
    if len(languages) == 3:
        return 5
    return 12 if languages == UN_LANGUAGES else interpreters(languages, minutes)


def _one_booth(minutes: int) -> int:
    """AIIC Canada: one up to 40 minutes, two up to 4 hours, three up to 6, four for a day."""
    return next((team for most, team in ((40, 1), (240, 2), (360, 3)) if minutes <= most), 4)


def sign_interpreters(minutes: int) -> int:
    """Interpreters for each sign language: two beyond an hour (agencies' practice)."""
    return 1 if minutes <= 60 else 2


def interpretation_receivers(people: int) -> int:
    """Receivers for everybody in the room and a tenth more: AccessCheck's own default."""
    return _ceil(11 * people, 10)


def neck_loops(people: int) -> int:
    """Neck loops: one for every ten interpretation receivers, AccessCheck's own default."""
    return _ceil(interpretation_receivers(people), 10)


# --- from facts ---


def _over(unit: str, fact: str, formula: Callable[[int], Figure]) -> Formula:
    """A formula over one number."""

    def compute(facts: Facts) -> Figure | None:
        value = number(facts, fact)
        return None if value is None else formula(value)

    return Formula(unit, (fact,), compute)


def _constant(unit: str, value: int) -> Formula:
    return Formula(unit, (), lambda _: value)


def _for_team(formula: Callable[[frozenset[str], int | None], int | None]) -> Formula:
    def compute(facts: Facts) -> Figure | None:
        floor, others = entries(facts, "floor-languages"), entries(facts, "interpretation-languages")
        if floor is None or others is None:
            return None
        return formula(spoken(floor, others), number(facts, "minutes"))

    return Formula("interpreters", ("floor-languages", "interpretation-languages", "minutes"), compute)


def _nobody_at_night(facts: Facts) -> Figure | None:
    """None while nobody can tell whose night it is."""
    unknown = words(facts, "start") is None or entries(facts, "speaker-zones") is None
    return None if unknown else 0


FORMULAS: Mapping[str, Formula] = {
    "wheelchair-places": _over("places", "seats", wheelchair_places),
    "companion-places": _over("places", "seats", wheelchair_places),  # one beside each: 2010 ADA Standards, 221.3
    "receivers": _over("receivers", "seats", receivers),
    "receivers-hearing-aid": _over("receivers", "seats", receivers_hearing_aid),
    "ramp-length": _over("metres", "stage-height-cm", ramp_length),
    "door-width": _constant("millimetres", 815),  # 2010 ADA Standards, 404.2.3
    "display-height": _over("metres", "farthest-seat-m", display_height),
    "light": _constant("lux", 108),  # ICC A117.1-2017, 802.11
    "interpreters": _for_team(interpreters),
    "interpreters-floor": _for_team(interpreters_floor),
    "sign-interpreters": _over("interpreters", "minutes", sign_interpreters),
    "interpretation-receivers": _over("receivers", "people-onsite", interpretation_receivers),
    "neck-loops": _over("loops", "people-onsite", neck_loops),
    "captioned-minutes": _over("minutes", "minutes", lambda minutes: minutes),  # WCAG 2.2, SC 1.2.4: all of it
    "caption-delay": _constant("seconds", 3),  # Ofcom's recommendation for television
    "caption-delay-ceiling": _constant("seconds", 6),  # AccessCheck's own default
    "speakers-at-night": Formula("speakers", ("start", "minutes", "speaker-zones"), _nobody_at_night),
}
