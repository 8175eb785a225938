from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from accesscheck.language.signed import SIGN_LANGUAGES
from accesscheck.model.catalogue import Item
from accesscheck.model.profile import FACT_BY_ID, Fact, Facts, FactValue
from accesscheck.model.terms import Outcome
from accesscheck.rules.measures import (
    FORMULAS,
    SIGNED,
    UNITS,
    Needed,
    judge,
    needed,
    ramp_length,
    receivers,
    receivers_hearing_aid,
    sign_interpreters,
    wheelchair_places,
)

CHANGED = datetime(2027, 1, 1, tzinfo=UTC)

# seats: wheelchair spaces, receivers, hearing-aid compatible (2010 ADA Standards, tables 221.2.1.1 and 219.3)
TABLE = {
    4: (1, 2, 2),
    25: (1, 2, 2),
    26: (2, 2, 2),
    50: (2, 2, 2),
    51: (4, 3, 2),
    75: (4, 3, 2),
    76: (4, 4, 2),
    150: (4, 6, 2),
    151: (5, 7, 2),
    200: (5, 8, 2),
    201: (5, 9, 3),
    300: (5, 12, 3),
    301: (6, 13, 4),
    500: (6, 20, 5),
    501: (7, 21, 6),
    650: (7, 25, 7),
    651: (8, 25, 7),
    1000: (10, 36, 9),
    1001: (10, 36, 9),
    2000: (16, 55, 14),
    2001: (17, 56, 14),
    5000: (36, 85, 22),
    5001: (37, 86, 22),
}

UN = ("ar", "zh", "en", "fr", "ru", "es")


def facts(**values: FactValue) -> Facts:
    return {name.replace("_", "-"): Fact(value=value, changed=CHANGED) for name, value in values.items()}


def figure(formula: str, **values: FactValue) -> int | float | None:
    return FORMULAS[formula].compute(facts(**values))


def measured(formula: str, **more: Any) -> Item:
    measure = {"quantity": "What to count", "unit": FORMULAS[formula].unit, "formula": formula, **more}
    number = more.pop("number", "verified")
    measure.pop("number", None)
    return Item.model_validate(
        {
            "id": "test.item",
            "checklist": "venue-access",
            "severity": "hinders",
            "stages": {"plan": "It is there."},
            **dict.fromkeys(("why", "how", "when_missing", "when_late", "proof"), "Text."),
            "party": "host",
            "owner": "host",
            "not_relevant": "with-reason",
            "measure": measure,
            "sources": [{"title": "T", "publisher": "P", "standing": {"requirement": "verified", "number": number}}],
        },
        strict=False,
    )


@pytest.mark.parametrize(("seats", "counts"), TABLE.items())
def test_seats_give_places_and_receivers_as_the_tables_say(seats: int, counts: tuple[int, int, int]) -> None:
    assert (wheelchair_places(seats), receivers(seats), receivers_hearing_aid(seats)) == counts


@pytest.mark.parametrize("seats", [0, 1, 3])
def test_the_table_of_wheelchair_places_starts_at_four_seats(seats: int) -> None:
    assert wheelchair_places(seats) == 0


def test_a_companion_sits_beside_every_wheelchair_place() -> None:
    assert [figure("companion-places", seats=seats) for seats in TABLE] == [counts[0] for counts in TABLE.values()]


@pytest.mark.parametrize("formula", [wheelchair_places, receivers])
def test_more_seats_never_need_less(formula: Any) -> None:
    counts = [formula(seats) for seats in range(6000)]
    assert counts == sorted(counts)


@pytest.mark.parametrize(("height", "metres"), [(40, 4.8), (0, 0), (35, 4.2), (100, 12), (15, 1.8)])
def test_a_ramp_is_twelve_times_as_long_as_the_stage_is_high(height: int, metres: float) -> None:
    assert ramp_length(height) == metres


@pytest.mark.parametrize(
    ("minutes", "team"),
    [(1, 1), (40, 1), (41, 2), (60, 2), (90, 2), (240, 2), (241, 3), (360, 3), (361, 4), (480, 4), (1440, 4)],
)
@pytest.mark.parametrize("formula", ["interpreters", "interpreters-floor"])
def test_two_languages_share_a_booth_by_length(minutes: int, team: int, formula: str) -> None:
    known: dict[str, FactValue] = {"floor_languages": ("en",), "interpretation_languages": ("fr",)}
    assert figure(formula, **known, minutes=minutes) == team


@pytest.mark.parametrize(
    ("floor", "others", "team", "lowest"),
    [
        (("en",), (), 0, 0),
        ((), (), 0, 0),
        (("en",), ("en",), 0, 0),
        (("en",), ("en-GB",), 0, 0),
        (("en",), ("fr", "es"), 6, 5),
        (("en", "fr"), ("fr", "es"), 6, 5),
        (("en",), ("fr", "es", "pt"), 8, 8),
        (("en",), ("fr", "es", "pt", "de"), 10, 10),
        (("en",), UN, 14, 12),
        (UN, (), 14, 12),
        (("en",), ("fr", "es", "pt", "ru", "zh"), 12, 12),  # six, but not the six of the UN
        (("en",), (*UN, "pt"), 14, 14),
        (("zh-Hans",), UN, 14, 12),
    ],
)
def test_more_languages_need_teams_by_their_number(
    floor: tuple[str, ...], others: tuple[str, ...], team: int, lowest: int
) -> None:
    known: dict[str, FactValue] = {"floor_languages": floor, "interpretation_languages": others, "minutes": 90}
    assert (figure("interpreters", **known), figure("interpreters-floor", **known)) == (team, lowest)


@pytest.mark.parametrize("signed", ["ils", "ase", "sgn-BE-FR"])
def test_sign_languages_take_no_booth(signed: str) -> None:
    assert figure("interpreters", floor_languages=("en",), interpretation_languages=("fr", signed), minutes=90) == 2


def test_every_sign_language_that_has_a_name_is_known_as_signed() -> None:
    assert set(SIGN_LANGUAGES) <= SIGNED


@pytest.mark.parametrize(
    "known",
    [
        {"floor_languages": ("en",), "minutes": 90},
        {"interpretation_languages": ("fr",), "minutes": 90},
        {"floor_languages": ("en",), "interpretation_languages": ("fr",)},
        {"floor_languages": "unknown", "interpretation_languages": ("fr",), "minutes": 90},
        {"floor_languages": ("en",), "interpretation_languages": "host", "minutes": 90},
    ],
)
def test_interpreters_are_unknown_while_a_fact_is_missing(known: dict[str, FactValue]) -> None:
    assert figure("interpreters", **known) is None


def test_three_languages_need_no_length() -> None:
    assert figure("interpreters", floor_languages=("en",), interpretation_languages=("fr", "es")) == 6


@pytest.mark.parametrize(("minutes", "team"), [(1, 1), (60, 1), (61, 2), (90, 2), (480, 2)])
def test_sign_interpreters_are_two_beyond_an_hour(minutes: int, team: int) -> None:
    assert sign_interpreters(minutes) == team


@pytest.mark.parametrize(("people", "count"), [(0, 0), (1, 2), (9, 10), (10, 11), (50, 55), (60, 66), (61, 68)])
def test_interpretation_receivers_are_a_tenth_more_than_people(people: int, count: int) -> None:
    assert figure("interpretation-receivers", people_onsite=people) == count


@pytest.mark.parametrize(("people", "count"), [(0, 0), (1, 1), (9, 1), (10, 2), (60, 7), (90, 10), (91, 11)])
def test_every_ten_receivers_have_a_neck_loop(people: int, count: int) -> None:
    assert figure("neck-loops", people_onsite=people) == count


@pytest.mark.parametrize(("metres", "height"), [(8, 1), (10, 1.25), (1, 0.125)])
def test_a_display_is_an_eighth_of_the_farthest_distance(metres: int, height: float) -> None:
    assert figure("display-height", farthest_seat_m=metres) == height


@pytest.mark.parametrize(
    ("formula", "value"), [("door-width", 815), ("light", 108), ("caption-delay", 3), ("caption-delay-ceiling", 6)]
)
def test_some_figures_hold_for_every_session(formula: str, value: int) -> None:
    assert figure(formula) == value


def test_captions_run_for_all_minutes() -> None:
    assert figure("captioned-minutes", minutes=90) == 90


def test_nobody_speaks_at_night() -> None:
    start = "2023-10-09T15:15+09:00[Asia/Tokyo]"
    assert figure("speakers-at-night", start=start, minutes=90, speaker_zones=("Asia/Tokyo",)) == 0


@pytest.mark.parametrize(
    "known",
    [
        {"start": "2023-10-09T15:15+09:00[Asia/Tokyo]"},
        {"speaker_zones": ("Asia/Tokyo",)},
        {"start": "unknown", "speaker_zones": ("Asia/Tokyo",)},
        {"start": "2023-10-09T15:15+09:00[Asia/Tokyo]", "speaker_zones": "host"},
    ],
)
def test_speakers_at_night_are_unknown_without_start_or_zones(known: dict[str, FactValue]) -> None:
    assert figure("speakers-at-night", **known) is None


@pytest.mark.parametrize("name", [name for name, one in FORMULAS.items() if one.facts])
def test_a_formula_without_its_facts_is_unknown(name: str) -> None:
    assert FORMULAS[name].compute({}) is None


@pytest.mark.parametrize("name", FORMULAS)
def test_a_formula_names_facts_and_units_that_exist(name: str) -> None:
    assert set(FORMULAS[name].facts) <= set(FACT_BY_ID)
    assert FORMULAS[name].unit in UNITS


@pytest.mark.parametrize(("value", "outcome"), [(0, Outcome.MISSING), (3, Outcome.MISSING), (4, Outcome.MET)])
def test_a_figure_without_second_bound_is_met_or_missing(value: int, outcome: Outcome) -> None:
    assert judge(measured("wheelchair-places"), value, facts(seats=120)) is outcome


@pytest.mark.parametrize(("value", "outcome"), [(4, Outcome.MISSING), (5, Outcome.PARTLY), (6, Outcome.MET)])
def test_a_second_bound_gives_partly(value: int, outcome: Outcome) -> None:
    item = measured("interpreters", partly_formula="interpreters-floor")
    assert judge(item, value, facts(floor_languages=("en",), interpretation_languages=("fr", "es"))) is outcome


@pytest.mark.parametrize(
    ("value", "outcome"),
    [(0, Outcome.MET), (3, Outcome.MET), (3.5, Outcome.PARTLY), (6, Outcome.PARTLY), (6.1, Outcome.MISSING)],
)
def test_at_most_turns_the_comparison_round(value: float, outcome: Outcome) -> None:
    item = measured("caption-delay", partly_formula="caption-delay-ceiling", direction="at-most")
    assert judge(item, value, {}) is outcome


def test_nothing_is_judged_while_the_figure_is_unknown() -> None:
    assert judge(measured("wheelchair-places"), 4, facts(seats="host")) is None


def test_nothing_is_judged_without_a_measure() -> None:
    item = measured("light").model_copy(update={"measure": None})
    assert (judge(item, 4, {}), needed(item, {})) == (None, None)


def test_both_bounds_are_told() -> None:
    item = measured("interpreters", partly_formula="interpreters-floor")
    assert needed(item, facts(floor_languages=UN, interpretation_languages=())) == Needed(14, 12)


@pytest.mark.parametrize(
    ("more", "binds"),
    [({}, True), ({"planning_floor": True}, False), ({"number": "default"}, False), ({"number": "second-hand"}, False)],
)
def test_only_a_verified_figure_that_is_no_planning_floor_decides(more: dict[str, Any], binds: bool) -> None:
    assert measured("wheelchair-places", **more).figure_decides is binds
