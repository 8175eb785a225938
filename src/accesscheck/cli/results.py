"""The commands that only show: the score, the facts a session can have, the catalogue."""

from __future__ import annotations

from argparse import Namespace

from accesscheck import resources
from accesscheck.language.facts import HELP, LABELS, WRITTEN
from accesscheck.language.items import statement
from accesscheck.language.shares import range_words
from accesscheck.language.terms import CHECKLISTS, PARTY_TITLES, SEVERITIES
from accesscheck.language.verdicts import groups_words, headline, outcome_words, remaining, whose_move
from accesscheck.language.words import Words, load_words
from accesscheck.model.profile import FACTS, FactSpec
from accesscheck.model.score import Reason
from accesscheck.model.terms import Checklist, Outcome, Party, Severity
from accesscheck.operations import catalogues, exporting
from accesscheck.rules.judging import Judged
from accesscheck.rules.view import View, view

from .desk import Desk


def score(typed: Namespace, desk: Desk) -> int:
    """Print the verdict, its reasons and who must move."""
    source = exporting.read_source(typed.source, desk.catalogue)
    desk.warn_of(source.set_aside)
    assessment = source.assessment
    if typed.stage is not None:
        assessment = assessment.model_copy(update={"stage_chosen": desk.stage(typed.stage)})
    seen = view(source.catalogue, assessment, desk.moment(typed.as_of) or source.as_of or desk.now)
    if typed.json:
        desk.say_json(seen.score.model_dump(mode="json", by_alias=True))
    else:
        desk.say("\n".join(_score_lines(seen, desk.words)))
    return 0


def _score_lines(seen: View, words: Words) -> list[str]:
    result = seen.score
    lines = [headline(result, seen.span, words, len(seen.declared)), whose_move(result, words), ""]
    lines.extend(_reason_line(reason, seen, words) for reason in result.reasons)
    lines.extend(_gap_line(one, seen, words) for one in _other_gaps(seen))
    lines.extend(
        words.text(
            "{party}: {count} to do", party=words.text(PARTY_TITLES[party]), count=words.number(remaining(counts))
        )
        for party in Party
        if remaining(counts := result.parties[party])
    )
    shown = range_words(result.range, result.counts, words)
    return [*lines, *([shown] if shown else [])]


def _other_gaps(seen: View) -> list[Judged]:
    """Essentials that are known to be missing or partly in place, beside those that made the verdict."""
    named = {reason.item for reason in seen.score.reasons}
    gaps = (one for one in seen.judgement.essentials if one.outcome in (Outcome.MISSING, Outcome.PARTLY))
    return [one for one in gaps if one.item.id not in named]


def _gap_line(judged: Judged, seen: View, words: Words) -> str:
    said = statement(judged.item, seen.score.stage, words)
    return f"- {judged.item.id}: {said} [{outcome_words(judged.outcome, judged.to_test, words)}]"


def _reason_line(reason: Reason, seen: View, words: Words) -> str:
    item = next(one for one in seen.catalogue.items if one.id == reason.item)
    line = f"- {item.id}: {statement(item, seen.score.stage, words)}"
    return f"{line} ({groups_words(reason.groups, words)})" if item.severity is Severity.EXCLUDES else line


def facts(typed: Namespace, desk: Desk) -> int:
    """List the facts, what they are called and how they are written."""
    if typed.json:
        desk.say_json([_fact_json(spec, desk.words) for spec in FACTS])
        return 0
    for spec in FACTS:
        desk.say(f"{spec.id}: {desk.words.text(LABELS[spec.id])}")
        choices = f" [{', '.join(spec.choices)}]" if spec.choices else ""
        desk.say(f"    {desk.words.text(WRITTEN[spec.kind])}{choices}")
        if spec.id in HELP:
            desk.say(f"    {desk.words.text(HELP[spec.id])}")
    desk.say(desk.words.text("Every fact also takes unknown, and host when the host knows it."))
    return 0


def _fact_json(spec: FactSpec, words: Words) -> dict[str, object]:
    return {
        "id": spec.id,
        "kind": spec.kind,
        "step": spec.step,
        "choices": spec.choices,
        "low": spec.low,
        "high": spec.high,
        "label": words.text(LABELS[spec.id]),
        "help": words.text(HELP[spec.id]) if spec.id in HELP else "",
    }


def catalogue(typed: Namespace, desk: Desk) -> int:
    """Print every item with all a foreign program needs to score, or as a list to read."""
    exporting.check_language(typed.language)
    words = load_words(typed.language, resources.compiled("locale"))
    if typed.to is not None:
        desk.follow(catalogues.write(typed.to, desk.catalogue(), words, desk.now, typed.force))
        desk.say(desk.words.text("Written: {file}", file=typed.to))
        return 0
    shown = catalogues.in_words(desk.catalogue(), words)
    if typed.json:
        desk.say_json(shown.model_dump(mode="json", by_alias=True))
        return 0
    for checklist in Checklist:
        items = [item for item in shown.items if item.checklist is checklist]
        if items:
            desk.say(words.text(CHECKLISTS[checklist]))
        for item in items:
            mark = words.text(SEVERITIES[item.severity])
            desk.say(f"  {item.id} [{mark}] {item.statement(item.ordered_stages[0])}")
    return 0
