"""The results as EARL 1.0 (W3C Evaluation and Report Language) in JSON-LD.

Met is passed, missing failed, partly cantTell, waiting and unknown untested, not relevant inapplicable; what was met at
an earlier stage and is still to be tested is untested. AccessCheck's own outcome stands beside EARL's.
"""

from __future__ import annotations

import json
from collections.abc import Generator
from typing import TYPE_CHECKING, Any

from accesscheck import __version__
from accesscheck.language.items import statement
from accesscheck.language.terms import CHECKLISTS
from accesscheck.language.verdicts import outcome_words
from accesscheck.model.catalogue import Item, Source
from accesscheck.model.profile import entries
from accesscheck.model.profile import words as fact_words
from accesscheck.model.progress import Progress
from accesscheck.model.terms import Outcome

from .plain import one_line, plain

if TYPE_CHECKING:
    from accesscheck.language.words import Words
    from accesscheck.rules.judging import Judged
    from accesscheck.rules.view import View

OUR_TERMS = "urn:uuid:0f6c3a0e-9c7b-5e53-8a3e-6d1b7a52c9f1#"
"""The namespace of our own words and of the catalogue's items."""

_CONTEXT = {
    "earl": "http://www.w3.org/ns/earl#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "doap": "http://usefulinc.com/ns/doap#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "accesscheck": OUR_TERMS,
}
_OUTCOMES = {
    Outcome.MET: "earl:passed",
    Outcome.PARTLY: "earl:cantTell",
    Outcome.MISSING: "earl:failed",
    Outcome.WAITING: "earl:untested",
    Outcome.UNKNOWN: "earl:untested",
    Outcome.NOT_RELEVANT: "earl:inapplicable",
}
_ORGANISER, _TEAM, _SOFTWARE = "_:organiser", "_:assertor", "_:accesscheck"

Node = dict[str, Any]


def render(seen: View, words: Words) -> Generator[Progress, None, bytes]:
    """An assertion for each item due; self-contained, its context included. Keys sorted, UTF-8."""
    graph = [*_assertors(seen, words), _subject(seen, words)]
    due = seen.judgement.due
    for done, judged in enumerate(due):
        yield Progress(done, len(due))
        graph += (_test(judged.item, seen, words), _assertion(judged, seen, words))
    yield Progress(len(due), len(due))
    raw = {"@context": _CONTEXT, "@graph": graph}
    return (json.dumps(raw, ensure_ascii=False, sort_keys=True, indent=1) + "\n").encode()


def _assertors(seen: View, words: Words) -> list[Node]:
    """Who says so: the organiser, by means of AccessCheck."""
    organisers = [one_line(one) for one in entries(seen.assessment.facts, "organisers") or ()]
    organiser = {"@id": _ORGANISER, "@type": ["foaf:Agent", "earl:Assertor"]}
    named: list[Any] = [*organisers] or [_said(words.text("The organiser, by self-assessment"), words)]
    software = {"@id": _SOFTWARE, "@type": ["earl:Software", "earl:Assertor"], "dct:title": "AccessCheck"}
    release = {"dct:hasVersion": __version__, "doap:name": "AccessCheck"}
    together = {"earl:mainAssertor": {"@id": _ORGANISER}, "foaf:member": {"@id": _SOFTWARE}}
    team = {"@id": _TEAM, "@type": ["foaf:Group", "earl:Assertor"], **together}
    return [team, {**organiser, "foaf:name": named}, {**software, **release}]


def _subject(seen: View, words: Words) -> Node:
    title = fact_words(seen.assessment.facts, "title")
    named = one_line(title) if title else _said(words.text("Session without a title"), words)
    subject: Node = {"@id": _session(seen), "@type": "earl:TestSubject", "dct:title": named}
    if seen.span is not None:
        subject["dct:date"] = {"@type": "xsd:dateTime", "@value": seen.span.start.isoformat()}
    return subject


def _test(item: Item, seen: View, words: Words) -> Node:
    """The statement, and where its requirement comes from."""
    sources = [_source(one) for one in item.sources]
    return {
        "@id": f"accesscheck:{item.id}",
        "@type": ["earl:TestCriterion", "earl:TestRequirement"],
        "dct:title": _said(statement(item, seen.score.stage, words), words),
        "dct:isPartOf": _said(words.text(CHECKLISTS[item.checklist]), words),
        "dct:source": sources,
    }


def _source(source: Source) -> Node:
    said = ", ".join(part for part in (source.title, source.edition, source.clause, source.publisher) if part)
    node: Node = {"dct:title": said}
    return {"@id": source.url, **node} if source.url else node


def _assertion(judged: Judged, seen: View, words: Words) -> Node:
    return {
        "@type": "earl:Assertion",
        "earl:assertedBy": {"@id": _TEAM},
        "earl:subject": {"@id": _session(seen)},
        "earl:test": {"@id": f"accesscheck:{judged.item.id}"},
        "earl:mode": {"@id": "earl:manual"},
        "earl:result": _result(judged, seen, words),
    }


def _result(judged: Judged, seen: View, words: Words) -> Node:
    untested = judged.to_test and judged.outcome is Outcome.MET
    answer = judged.answer
    result: Node = {
        "@type": "earl:TestResult",
        "earl:outcome": {"@id": "earl:untested" if untested else _OUTCOMES[judged.outcome]},
        "accesscheck:outcome": str(judged.outcome),
        "accesscheck:stage": str(seen.score.stage),
        "dct:title": _said(outcome_words(judged.outcome, judged.to_test, words), words),
        "dct:date": {"@type": "xsd:dateTime", "@value": seen.score.as_of.isoformat()},
    }
    note = (answer.note or answer.reason) if answer else None
    if answer and note:
        result["dct:description"] = (
            {"@language": answer.language, "@value": plain(note)} if answer.language else plain(note)
        )
    return result


def _session(seen: View) -> str:
    return f"urn:uuid:{seen.assessment.session}"


def _said(text: str, words: Words) -> Node:
    return {"@language": words.language, "@value": text}
