"""A second scoring, written from the design page alone: how a foreign program scores an exported assessment.

It reads parsed JSON, knows nothing of the product, and counts in fractions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo

Json = dict[str, Any]
STAGES = ("plan", "rehearsal", "delivered")
PARTIES = ("team", "host", "secretariat", "provider")
GROUPS = (
    *("deaf-signing", "hard-of-hearing", "blind", "low-vision", "deafblind", "mobility", "dexterity", "speech"),
    *("intellectual", "neurodivergent", "psychosocial", "chronic", "seizures"),
    *("online", "slow-connection", "far-time-zone", "other-language"),
)
OUTCOMES = ("met", "partly", "missing", "unknown", "waiting", "not-relevant")
DECISIVE = ("met", "partly", "missing", "not-relevant")
UNKNOWN = ("unknown", "waiting")
VALUE = {"met": Fraction(1), "partly": Fraction(1, 2)}
QUARTER = Fraction(1, 4)
WORST_FIRST = ("cannot", "unknown", "difficulty", "can", "nothing")


@dataclass(frozen=True)
class Judged:
    """An item that applies: `state` is an outcome or "later", `party` whose move it is, `strength` its evidence."""

    item: Json
    state: str
    to_test: bool
    party: str
    weight: int
    strength: Fraction

    @property
    def excludes(self) -> bool:
        return bool(self.item["severity"] == "excludes")

    def serves(self, group: str) -> bool:
        return not self.item["groups"] or group in self.item["groups"]


def score(exported: Json) -> Json:
    """The result of an exported assessment, as `score --json` prints it."""
    everything, stage, catalogue = judged(exported), stage_at(exported), exported["catalogue"]
    due = [one for one in everything if one.state != "later"]
    essentials = [one for one in due if one.item["essential"]]
    verdict, reasons = _verdict(essentials, stage != "plan")
    names = {one.item["checklist"] for one in everything}
    parts = {name: [one for one in everything if one.item["checklist"] == name] for name in names}
    relevant = [one for one in due if one.state != "not-relevant"]
    return {
        "scoring_version": catalogue["scoring"]["version"],
        "as_of": exported["as_of"],
        "stage": stage,
        "stage_chosen": exported["stage_chosen"],
        "verdict": verdict,
        "reasons": reasons,
        "groups": {group: _group(one for one in essentials if one.serves(group)) for group in GROUPS},
        "group_ranges": {group: _range([one for one in due if one.serves(group)]) for group in GROUPS},
        "parties": _parties(essentials),
        "counts": _counts(everything),
        "range": _range(due),
        "evidence": _share(sum(_points(one) * one.strength for one in due), sum(map(_points, due))),
        "not_relevant_share": _share(_weight(due) - _weight(relevant), _weight(due)),
        "strict_low": _share(sum(map(_points, due)), _weight(due)),
        "checklists": {name: {"counts": _counts(part), "range": _range(part)} for name, part in parts.items()},
        "later": [one.item["id"] for one in everything if one.state == "later"],
        "earlier": exported["earlier"],
        "catalogue": {key: catalogue[key] for key in ("id", "version", "hash", "overlays")},
    }


def judged(exported: Json) -> list[Judged]:
    """Every item that applies, in catalogue order, with the state it is judged to be in."""
    facts = exported["session"]["facts"]
    answers = {(one["item"], one["stage"]): one for one in exported["answers"]}
    return [_judge(exported, item, answers) for item in exported["catalogue"]["items"] if _applies(item, facts)]


def stage_at(exported: Json) -> str:
    """The stage chosen by hand, or the one that follows from start, minutes and as_of."""
    facts, now, start = exported["session"]["facts"], _moment(exported["as_of"]), _start(exported)
    if exported["stage_chosen"]:
        return str(exported["stage"])
    hours, minutes = exported["catalogue"]["scoring"]["rehearsal_hours"], _known(facts, "minutes")
    if start is None or now < start - timedelta(hours=hours):
        return "plan"
    end = start + timedelta(minutes=minutes if isinstance(minutes, int) else 0)
    return "rehearsal" if now < end else "delivered"


def _judge(exported: Json, item: Json, answers: dict[tuple[str, str], Json]) -> Judged:
    weight = exported["catalogue"]["scoring"]["weights"][item["severity"]]
    state, to_test, answer = _standing(exported, item, answers)
    party = item["party"]
    if item["need"] and _need(exported["session"]["facts"], item["need"]) != "yes":
        state = "unknown" if state == "missing" else state  # nobody can know, for nobody was asked
        party = "team" if state == "unknown" else party
    if state == "waiting":
        party = answer.get("whom") or party
    return Judged(item, state, to_test, party, weight, _strength(exported, item, answer))


def _standing(exported: Json, item: Json, answers: dict[tuple[str, str], Json]) -> tuple[str, bool, Json]:
    """State, still to test, and the answer that stands; before the need is looked at."""
    stage = stage_at(exported)
    due = [one for one in STAGES[: STAGES.index(stage) + 1] if one in item["stages"]]
    given = [answers.get((item["id"], one), {}) for one in due]
    first_tried = stage == "rehearsal" and due == ["rehearsal"] and not given[-1].get("outcome")
    if not due or (first_tried and _before_start(exported)):
        return "later", False, {}
    outcome = given[-1].get("outcome") or "unknown"
    if outcome in DECISIVE:
        return outcome, False, given[-1]
    before = next((one for one in reversed(given[:-1]) if one.get("outcome") in DECISIVE), {})
    if before and stage == "rehearsal":
        return before["outcome"], True, before
    if before and stage == "delivered" and item["severity"] == "excludes" and before["outcome"] == "missing":
        return "missing", False, before
    return outcome, False, given[-1]


def _verdict(essentials: list[Judged], proof_due: bool) -> tuple[str, list[Json]]:
    unknown = "waiting" if all(one.state != "unknown" for one in essentials) else "open"
    rows: list[tuple[str, list[str | None]]] = [
        ("excludes", ["excludes" if one.excludes and one.state == "missing" else None for one in essentials]),
        (unknown, [one.state if one.state in UNKNOWN else None for one in essentials]),
        ("gaps", [_gap(one) for one in essentials]),
        ("nearly", [_unfinished(one, proof_due) for one in essentials]),
    ]
    if all(one.state == "not-relevant" for one in essentials):
        return "nothing", []
    for verdict, kinds in rows:
        if any(kinds):
            return verdict, [_reason(kind, one) for kind, one in zip(kinds, essentials, strict=True) if kind]
    return "ready", []


def _gap(one: Judged) -> str | None:
    return one.state if one.state == "missing" or (one.excludes and one.state == "partly") else None


def _unfinished(one: Judged, proof_due: bool) -> str | None:
    if one.to_test:
        return "to-test"
    if one.state == "partly":
        return "partly"
    unproved = proof_due and one.excludes and one.state == "met" and one.strength == QUARTER
    return "unproved" if unproved else None


def _reason(kind: str, one: Judged) -> Json:
    return {"kind": kind, "item": one.item["id"], "groups": one.item["groups"], "party": one.party}


def _group(serving: Iterable[Judged]) -> str:
    excluding = {"missing": "cannot", "partly": "difficulty", "met": "can"}
    others = {"missing": "difficulty", "partly": "can", "met": "can"}
    states = [
        (excluding if one.excludes else others).get(one.state, "unknown")
        for one in serving
        if one.state != "not-relevant"
    ]
    return min(states, key=WORST_FIRST.index, default="nothing")


def _parties(essentials: list[Judged]) -> Json:
    columns = Counter((one.party, _column(one)) for one in essentials)
    return {party: {name: columns[party, name] for name in ("done", "open", "waiting", "missing")} for party in PARTIES}


def _column(one: Judged) -> str | None:
    if one.state in ("waiting", "missing"):
        return one.state
    if one.to_test or one.state in ("unknown", "partly"):
        return "open"
    return "done" if one.state == "met" else None


def _counts(part: list[Judged]) -> Json:
    found = Counter(one.state for one in part)
    return {name.replace("-", "_"): found[name] for name in (*OUTCOMES, "later")}


def _range(part: list[Judged]) -> Json:
    weighing = [one for one in part if one.state not in ("later", "not-relevant")]
    low, whole = sum(map(_points, weighing)), _weight(weighing)
    unknown = _weight([one for one in weighing if one.state in UNKNOWN])
    shown = whole > 0 and 2 * (whole - unknown) >= whole
    return {"low": _share(low, whole), "high": _share(low + unknown, whole), "shown": shown}


def _weight(part: Sequence[Judged]) -> int:
    return sum(one.weight for one in part)


def _points(one: Judged) -> Fraction:
    return one.weight * VALUE.get(one.state, Fraction(0))


def _share(part: Fraction | int, whole: Fraction | int) -> float | None:
    return float(Fraction(part) / Fraction(whole)) if whole else None


def _strength(exported: Json, item: Json, answer: Json) -> Fraction:
    scale = exported["catalogue"]["scoring"]["evidence"]
    found = [
        max(Fraction(scale[one["kind"]]) - (QUARTER if _stale(exported, item, one) else 0), QUARTER)
        for one in answer.get("evidence", ())
    ]
    return max(found, default=Fraction(scale["word"]))


def _stale(exported: Json, item: Json, evidence: Json) -> bool:
    """Older than the item allows, or voided by a later change of start or room; all by the day where the host is."""
    facts, given = exported["session"]["facts"], date.fromisoformat(evidence["date"])
    changes = [_day(exported, facts[fact]["replaced"]) for fact in item["voided_by"] if fact in facts]
    changes = [day for day in changes if day is not None]
    age = (_day(exported, exported["as_of"]) - given).days
    return any(day > given for day in changes) or (item["proof_days"] is not None and age > item["proof_days"])


def _applies(item: Json, facts: Json) -> bool:
    if item["need"] and _need(facts, item["need"]) == "nobody":
        return False
    return item["applies"] is None or _holds(item["applies"], facts) is not False


def _holds(condition: Json, facts: Json) -> bool | None:
    """True, False or None for unknown."""
    if "not" in condition:
        inside = _holds(condition["not"], facts)
        return None if inside is None else not inside
    for key, decisive in (("all", False), ("any", True)):
        if key in condition:
            parts = [_holds(part, facts) for part in condition[key]]
            return decisive if decisive in parts else None if None in parts else not decisive
    return next(_compare(condition, _known(facts, condition["fact"])), None)


def _compare(condition: Json, value: Any) -> Iterator[bool]:
    """One truth where the fact's type fits the operator, nothing otherwise."""
    bound = {key: one for key, one in condition.items() if one is not None}
    if "one_of" in bound and isinstance(value, str | list):
        yield any(one in bound["one_of"] for one in ([value] if isinstance(value, str) else value))
    if "at_least" in bound and isinstance(value, int):
        yield value >= bound["at_least"]
    if "at_most" in bound and isinstance(value, int):
        yield value <= bound["at_most"]
    if "includes" in bound and isinstance(value, list):
        yield bound["includes"] in value
    if "count_at_least" in bound and isinstance(value, list):
        yield len(value) >= bound["count_at_least"]


def _known(facts: Json, fact: str) -> Any:
    value = facts[fact]["value"] if fact in facts else None
    return None if value in ("unknown", "host") else value


def _need(facts: Json, need: str) -> str:
    value = _known(facts, need)
    if not isinstance(value, dict) or (value["answer"] == "nobody" and value["asked"] is None):
        return "not-asked"
    return str(value["answer"])


def _start(exported: Json) -> datetime | None:
    text = _known(exported["session"]["facts"], "start")
    return _moment(text.partition("[")[0]) if isinstance(text, str) else None


def _day(exported: Json, moment: str | None) -> Any:
    """The host's day at a moment, the day in UTC while no start is known; None for no moment."""
    text = _known(exported["session"]["facts"], "start")
    zone = ZoneInfo(text.partition("[")[2].rstrip("]")) if isinstance(text, str) else UTC
    return None if moment is None else _moment(moment).astimezone(zone).date()


def _before_start(exported: Json) -> bool:
    start = _start(exported)
    return start is None or _moment(exported["as_of"]) < start


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)
