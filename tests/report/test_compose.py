"""What a reader finds in a report, in which order, and that every word of it is a message."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from accesscheck import resources
from accesscheck.language.words import Words, load_words
from accesscheck.model.assessment import Answer, Assessment, Earlier, Evidence
from accesscheck.model.catalogue import Catalogue, Item, Standings
from accesscheck.model.condition import Comparison
from accesscheck.model.profile import FactValue
from accesscheck.model.terms import Applicability, EvidenceKind, Outcome, Party, ReasonKind, Severity, Stage, Standing
from accesscheck.operations.changes import with_fact
from accesscheck.operations.samples import sample
from accesscheck.report.compose import compose
from accesscheck.report.document import (
    Block,
    Document,
    Figure,
    Heading,
    Link,
    Paragraph,
    ParagraphStyle,
    Span,
    Table,
    every_block,
    every_inline,
)
from accesscheck.rules.planning import deadlines
from accesscheck.rules.view import View, view

from ..language.bare import bare, dates, ids, languages, names
from ..rules.generate import SESSION, Case, cases, item
from ..rules.small import AT, OSLO, PLACES, VERIFIED, small_catalogue, told

Example = tuple[Assessment, datetime]
START = datetime.fromisoformat("2027-03-15T09:00Z")
AFTER = START + timedelta(days=3)
DATA = b'{"format": 1}\n'
HASH = hashlib.sha256(DATA).hexdigest()


def composed(seen: View, words: Words) -> Document:
    return compose(seen, words, DATA)


@pytest.fixture(scope="module")
def seen(catalogue: Catalogue, example: Example) -> View:
    return view(catalogue, *example)


@pytest.fixture(scope="module")
def report(seen: View, english: Words) -> Document:
    return composed(seen, english)


def texts(blocks: tuple[Block, ...]) -> Iterator[str]:
    """The text of each heading, paragraph and caption, in reading order."""
    for block in every_block(blocks):
        if isinstance(block, Heading | Paragraph):
            yield "".join(one.text for one in block.inlines)
        elif isinstance(block, Table):
            yield "".join(one.text for one in block.caption)
        elif isinstance(block, Figure):
            yield block.alt


def whole(document: Document) -> str:
    return "\n".join(texts(document.blocks))


def section(document: Document, title: str) -> str:
    """The text from a level-2 heading to the next."""
    return "\n".join(texts(section_blocks(document, title)))


def section_blocks(document: Document, title: str) -> tuple[Block, ...]:
    found: list[Block] = []
    for block in document.blocks:
        if isinstance(block, Heading) and block.level <= 2:
            if found:
                break
            if "".join(one.text for one in block.inlines) == title:
                found.append(block)
        elif found:
            found.append(block)
    return tuple(found)


def rows_of(document: Document, title: str, columns: int) -> list[list[str]]:
    """The rows of all tables of so many columns in a section, header rows too; paragraphs in a cell on lines."""
    tables = [one for one in every_block(section_blocks(document, title)) if isinstance(one, Table)]
    rows = [row for table in tables if len(table.widths) == columns for row in table.rows]
    return [["\n".join(texts(cell.blocks)) for cell in row] for row in rows]


def row_of(document: Document, title: str, header: str) -> list[str]:
    """The row of a table of three columns that begins with a header."""
    return next(row for row in rows_of(document, title, 3) if row[0] == header)


def twins() -> tuple[Item, Item]:
    """The same asked of the room and of people online."""
    here = item("here", Severity.HELPS, parity="there", applies=Comparison(fact="format", one_of=("hybrid", "onsite")))
    there = item("there", Severity.HELPS, parity="here", applies=Comparison(fact="format", one_of=("hybrid", "online")))
    return here, there


def headings(document: Document, level: int = 2) -> list[str]:
    found = [block for block in document.blocks if isinstance(block, Heading) and block.level == level]
    return ["".join(one.text for one in block.inlines) for block in found]


def first_page(document: Document) -> str:
    return whole(document)[: whole(document).index("What to do, and by when")]


def answered(name: str, outcome: Outcome | None, stage: Stage = Stage.PLAN, **given: Any) -> Answer:
    return Answer(item=name, stage=stage, outcome=outcome, answered=AT, **given)


def small(
    *items: Item,
    answers: tuple[Answer, ...] = (),
    facts: Mapping[str, FactValue] | None = None,
    as_of: datetime = AT,
    **given: Any,
) -> View:
    """A session of few items, written by hand."""
    held = Assessment(session=SESSION, revision=1, facts=told(facts or {}), answers=answers, **given)
    return view(small_catalogue(*items), held, as_of)


# --- page one ---


def test_page_one_says_which_session_it_is(report: Document) -> None:
    page = first_page(report)
    told = ["Example (invented)", "Hybrid", "Example Room 3", "2027", "Example Coalition", "15 March 2027, 14:00"]
    assert [one for one in (*told, "13:00 (UTC)") if one not in page] == []


def test_page_one_gives_the_verdict_first_and_large(report: Document) -> None:
    large = [block for block in report.blocks if isinstance(block, Paragraph) and block.style is ParagraphStyle.VERDICT]
    assert ["".join(one.text for one in block.inlines) for block in large] == [
        "Some people cannot take part as planned today"
    ]


def test_page_one_gives_stage_and_instant(report: Document) -> None:
    assert "Stage: Plan, 14 days before. As of 1 March 2027, 10:00 (UTC+01:00)." in first_page(report)


def test_page_one_says_what_the_report_is_not(report: Document) -> None:
    page = first_page(report)
    said = ["Not a certificate.", "Not checked by the IGF Secretariat.", "organisations of persons with disabilities."]
    assert [one for one in said if one not in page] == []


def test_page_one_names_who_cannot_take_part_and_why(report: Document, seen: View) -> None:
    part = section(report, "Who cannot take part, and why")
    assert "Wheelchair users and people with limited mobility: missing: “There is a way without steps" in part


def test_page_one_names_everything_that_shuts_people_out(
    english: Words, catalogue: Catalogue, example: Example
) -> None:
    excluding = [one for one in catalogue.items if one.severity is Severity.EXCLUDES and Stage.PLAN in one.stages]
    filled = example[0].model_copy(update={"answers": tuple(answered(one.id, Outcome.MISSING) for one in excluding)})
    found = view(catalogue, filled, example[1])
    part = section(composed(found, english), "Who cannot take part, and why")
    shut_out = [one.item for one in found.score.reasons if one.kind is ReasonKind.EXCLUDES]
    assert len(shut_out) > 3
    assert [one for one in shut_out if (catalogue.item(one) or excluding[0]).stages[Stage.PLAN] not in part] == []


def test_page_one_names_the_groups_of_whom_it_is_not_known(report: Document) -> None:
    assert "Not known yet: Deaf people who use sign languages" in section(report, "Who cannot take part, and why")


def test_page_one_says_whose_move_it_is(report: Document) -> None:
    part = section(report, "Whose move it is")
    assert "The host (host country, venue, technicians): 2 waiting for an answer, 1 missing" in part


def test_page_one_gives_the_next_three_dates_and_how_many_have_passed(report: Document, seen: View) -> None:
    part = section(report, "Next dates")
    ahead = [gap.item.statement(Stage.PLAN) for gap in deadlines(seen.judgement) if not gap.late]
    assert [one in part for one in ahead] == [place < 3 for place in range(len(ahead))]
    assert part.splitlines()[-1] == "The last day of 9 open items has passed."


def test_items_with_the_same_last_day_share_its_date(english: Words) -> None:
    items = (item("a", Severity.HELPS, lead_days=3), item("b", Severity.HELPS, lead_days=3))
    part = section(composed(small(*items, facts={"start": OSLO}), english), "Next dates")
    assert part.splitlines()[1:] == ["12 March 2027: It is arranged. It is arranged."]


def test_while_no_day_has_passed_page_one_says_nothing_of_it(english: Words) -> None:
    found = small(item("a", Severity.HINDERS, lead_days=3), facts={"start": OSLO})
    assert section(composed(found, english), "Next dates") == "Next dates\n12 March 2027: It is arranged."


def test_when_every_day_has_passed_page_one_says_so_alone(english: Words) -> None:
    found = small(item("a", Severity.HINDERS, lead_days=30), facts={"start": OSLO})
    part = section(composed(found, english), "Next dates")
    assert part == "Next dates\nThe last day of 1 open item has passed."


def test_page_one_lists_the_essentials_declared_not_relevant_with_their_reasons(english: Words) -> None:
    asked = item("a", Severity.HINDERS, essential=True)
    page = first_page(
        composed(small(asked, answers=(answered("a", Outcome.NOT_RELEVANT, reason="We meet outdoors."),)), english)
    )
    assert ["(1 declared not relevant)" in page, "We meet outdoors." in page] == [True, True]


def test_page_one_says_that_a_sample_is_one(report: Document) -> None:
    assert "here of an example" in first_page(report)


def test_a_session_of_ones_own_is_no_example(english: Words) -> None:
    assert "here of an example" not in whole(composed(small(item("a", Severity.HINDERS)), english))


def test_page_one_remembers_what_was_known_earlier_with_both_dates(english: Words) -> None:
    kept = (
        Earlier(kind="item", id="a", stage=Stage.PLAN, was="missing", since=AT, until=AT + timedelta(days=2)),
        Earlier(kind="need", id="need-wheelchair", stage=None, was="yes", since=AT, until=AT + timedelta(days=3)),
        Earlier(kind="item", id="gone", stage=None, was="missing", since=AT, until=AT),
    )
    page = first_page(composed(small(item("a", Severity.EXCLUDES), earlier=kept), english))
    assert "“It is arranged.” Missing, from 1 March 2027 until 3 March 2027." in page
    assert "Does anybody need a wheelchair place? Yes, from 1 March 2027 until 4 March 2027." in page
    assert "“gone” Missing" in page


# --- the other parts, in their order ---


def test_the_parts_stand_in_the_order_a_reader_needs(report: Document) -> None:
    assert headings(report) == [
        "Verdict",
        "Who cannot take part, and why",
        "Whose move it is",
        "Next dates",
        "What to do, and by when",
        "Who can take part",
        "Services",
        "Sources, and how sure they are",
        "In place",
        "Declared not relevant",
        "How this was scored",
    ]


def test_headings_leave_out_no_level(report: Document) -> None:
    levels = [block.level for block in report.blocks if isinstance(block, Heading)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_owner_and_note_appear(report: Document) -> None:
    part = section(report, "What to do, and by when")
    assert "Missing. Shuts people out. Who: Venue team, by 8 March 2027." in part
    assert "Note: The way to the room and the toilet has no steps" in part


def test_what_was_said_and_what_is_still_possible_share_a_paragraph(report: Document) -> None:
    said = "The speaker was offered the first ten minutes. Still possible: Offer to play a recorded contribution"
    assert said in section(report, "What to do, and by when")


def test_in_a_report_from_right_to_left_every_note_stands_alone(seen: View) -> None:
    arabic = load_words("ar", resources.compiled("locale"))
    lines = list(texts(composed(seen, arabic).blocks))
    assert any(line.endswith("The speaker was offered the first ten minutes.") for line in lines)


def test_who_was_asked_and_when_appears(report: Document) -> None:
    assert "Who: host country or venue. Asked on 22 February 2027." in section(report, "What to do, and by when")


def test_proof_appears_with_kind_day_and_words(report: Document) -> None:
    proof = "Proof: a document, 19 February 2027: Room description by the venue, page 2"
    assert proof in section(report, "What to do, and by when")


def test_measured_and_needed_appear_with_formula_and_source(report: Document) -> None:
    row = row_of(report, "Services", "Wheelchair places in the room")
    assert row[1:] == ["2 places", "4 places: by the number of seats\u00a0[11]"]


def test_how_sure_the_figures_are_is_said_once_for_each_standing(report: Document) -> None:
    lines = section(report, "Services").splitlines()
    (said,) = (line for line in lines if line.startswith("Sources, and how sure they are: "))
    assert "[3] (verified in the source)" in said
    assert said.count("[11] (verified in the source; planning floor, check the host country's code)") == 1


def test_figures_of_works_that_are_equally_sure_share_their_standing(english: Words) -> None:
    other = VERIFIED.model_copy(update={"title": "A guide"})
    asked = item("a", Severity.HINDERS, measure=PLACES, sources=(VERIFIED, other))
    report = composed(small(asked, facts={"seats": 100}), english)
    assert row_of(report, "Services", "Wheelchair places")[2].endswith("\u00a0[1,\u00a02]")
    assert "Sources, and how sure they are: [1,\u00a02] (verified in the source)" in section(report, "Services")


def test_where_a_works_figures_are_not_equally_sure_each_says_how_sure_it_is(english: Words) -> None:
    reported = VERIFIED.model_copy(update={"standing": Standings(number=Standing.SECOND_HAND)})
    items = [
        item(name, Severity.HINDERS, measure=PLACES.model_copy(update={"quantity": name}), sources=(source,))
        for name, source in (("a", VERIFIED), ("b", reported))
    ]
    report = composed(small(*items, facts={"seats": 100}), english)
    assert [row_of(report, "Services", name)[2].partition("[")[2] for name in "ab"] == [
        "1] (verified in the source)",
        "1] (reported by others, not verified in the source)",
    ]
    assert "Sources, and how sure they are: " not in section(report, "Services")


def test_local_hours_say_whose_night_it_is(report: Document) -> None:
    part = section(report, "Services")
    speakers = "America/Bogota: 08:00 to 09:30; Pacific/Auckland: 02:00 to 03:30, at night"
    assert f"Local hours of speakers online: {speakers}" in part
    assert "Local hours of the audience: Europe/Oslo: 14:00 to 15:30; Africa/Nairobi: 16:00 to 17:30" in part


def test_each_language_stands_in_the_matrix(report: Document) -> None:
    assert rows_of(report, "Services", 4) == [
        ["Language", "Spoken on the floor", "Interpretation", "Captions"],
        ["English", "Yes", "No", "Yes"],
        ["French, Spanish and Arabic", "No", "No", "No"],
    ]


def test_what_is_on_paper_has_columns_where_something_is_known_of_it(
    english: Words, catalogue: Catalogue, example: Example
) -> None:
    bare_hands = view(catalogue, with_fact(catalogue, example[0], "materials", "no", AT), example[1])
    rows = rows_of(composed(bare_hands, english), "Services", 6)
    assert rows[0][4:] == ["Slides and papers", "Announcement"]
    assert rows[1][4:] == ["None used", "Not known"]


def test_the_people_a_language_leaves_out_are_named(report: Document) -> None:
    said = "People more at ease in French, Spanish and Arabic: no way to follow is known."
    assert said in section(report, "Services").splitlines()


def test_sign_languages_stand_apart(report: Document) -> None:
    said = "Sign languages: none booked. Participants were not asked whether they need sign language."
    assert said in section(report, "Services")


def test_room_and_online_stand_side_by_side(report: Document) -> None:
    assert [
        "A shared screen in the room will show the captions all the time, without anybody having to ask. "
        "Asked and waiting",
        "People online will be able to switch the captions on themselves and to make them larger. In place",
        "Cannot be compared",
    ] in rows_of(report, "Services", 3)


def test_a_session_in_one_place_compares_no_places(english: Words, catalogue: Catalogue, example: Example) -> None:
    online = view(catalogue, with_fact(catalogue, example[0], "format", "online", AT), example[1])
    assert "In the room" not in section(composed(online, english), "Services")


def test_a_side_that_is_worse_off_is_marked(english: Words) -> None:
    found = small(
        *twins(),
        answers=(answered("here", Outcome.MET), answered("there", Outcome.MISSING)),
        facts={"format": "hybrid"},
    )
    row = rows_of(composed(found, english), "Services", 3)[-1]
    assert row == ["It is arranged. In place", "It is arranged. Missing", "Worse online"]


def test_a_side_that_comes_later_says_so(english: Words) -> None:
    here, there = twins()
    later = there.model_copy(update={"stages": {Stage.DELIVERED: "It ran."}})
    row = rows_of(composed(small(here, later, facts={"format": "hybrid"}), english), "Services", 3)[-1]
    assert row[1:] == ["It ran. Comes later", "Cannot be compared"]


def test_items_in_place_come_with_the_strength_of_their_proof(report: Document) -> None:
    part = section(report, "In place")
    assert "Proof: the organiser's word." in part
    assert "Proof: a named contact." in part


def test_what_is_more_and_declared_not_relevant_has_its_reason(report: Document) -> None:
    assert "All chairs in this room are loose" in section(report, "Declared not relevant")


def test_partly_says_what_that_means(english: Words) -> None:
    asked = item("a", Severity.HINDERS, essential=True, partly="Only the first hour.")
    report = composed(small(asked, answers=(answered("a", Outcome.PARTLY),)), english)
    assert "What “partly” means: Only the first hour." in section(report, "What to do, and by when")


def test_a_note_says_better_than_the_catalogue_what_is_only_partly_there(english: Words) -> None:
    asked = item("a", Severity.HINDERS, essential=True, partly="Only the first hour.")
    report = composed(small(asked, answers=(answered("a", Outcome.PARTLY, note="Until ten."),)), english)
    assert ("Note: Until ten." in whole(report), "Only the first hour." in whole(report)) == (True, False)


def test_method_names_counts_versions_and_both_fingerprints(report: Document, catalogue: Catalogue) -> None:
    part = section(report, "How this was scored")
    assert [one for one in ("Catalogue: igf, version 2026.0", catalogue.hash, "72 hours") if one not in part] == []


def test_method_says_what_it_has_not_mapped_yet(report: Document) -> None:
    assert "Dynamic Coalition on Accessibility and Disability (2024)" in section(report, "How this was scored")


def test_the_data_is_attached_as_it_was_given(report: Document) -> None:
    assert [(one.name, one.relationship, one.data) for one in report.attachments] == [("assessment.json", "Data", DATA)]


def test_no_item_that_does_not_apply_is_printed(report: Document, seen: View) -> None:
    text = whole(report)
    away = [one for one in seen.catalogue.items if seen.why[one.id].state is Applicability.NOT]
    assert len(away) > 3
    assert [one.id for one in away for statement in one.stages.values() if statement in text] == []


def test_every_item_due_is_printed(report: Document, seen: View) -> None:
    text = whole(report)
    assert [one.item.id for one in seen.judgement.due if one.item.statement(seen.score.stage) not in text] == []


def test_the_chart_says_in_words_what_it_draws(report: Document) -> None:
    figures = [block for block in every_block(report.blocks) if isinstance(block, Figure)]
    assert len(figures) == 1
    assert [bar.label for bar in figures[0].chart.bars if bar.label not in figures[0].alt] == []


def test_every_group_stands_in_the_table_once(report: Document) -> None:
    table = next(block for block in section_blocks(report, "Who can take part") if isinstance(block, Table))
    people = " ".join("".join(texts(row[1].blocks)) for row in table.rows[1:])
    assert people.lower().count("deaf people who use sign languages") == 1


def test_the_numbers_of_open_items_stand_where_they_are_told(report: Document, seen: View) -> None:
    numbers = [row[0] for row in rows_of(report, "What to do, and by when", 3) if row[0] != "No."]
    assert numbers == [str(number) for number in range(1, len(seen.gaps) + 1)]


def test_a_group_refers_to_the_open_items_behind_its_state(report: Document) -> None:
    steps = next(row for row in rows_of(report, "What to do, and by when", 3) if "without steps" in row[2])
    rows = rows_of(report, "Who can take part", 3)
    assert rows[1] == ["Cannot take part", "Wheelchair users and people with limited mobility", f"Item {steps[0]}"]


def test_every_statement_of_an_open_item_stands_once_after_page_one(report: Document, seen: View) -> None:
    rest = whole(report)[len(first_page(report)) :]
    twinned = {side.item.id for pair in seen.parity for side in (pair.room, pair.online)}
    alone = [gap.item.statement(seen.score.stage) for gap in seen.gaps if gap.item.id not in twinned]
    assert [statement for statement in alone if rest.count(statement) != 1] == []


def test_what_is_late_says_what_is_still_possible(report: Document, seen: View) -> None:
    part = section(report, "What to do, and by when")
    said = [gap.item.when_late in part for gap in seen.gaps]
    assert (said, any(said)) == ([gap.late for gap in seen.gaps], True)


# --- facts, for the file check ---


def facts_of(document: Document) -> list[str]:
    spans = [one for one in every_inline(tuple(every_block(document.blocks))) if isinstance(one, Span)]
    return [one.fact for one in spans if one.fact is not None]


def expected_facts(seen: View) -> list[str]:
    stage = seen.score.stage
    groups = [f"group/{group}/{state}" for group, state in seen.score.groups.items()]
    items = [f"item/{one.item.id}/{stage}/{one.outcome}" for one in seen.judgement.due]
    return sorted([f"data/{HASH}", f"verdict/{seen.score.verdict}", *groups, *items])


@pytest.mark.parametrize("days", [0, 13, 30])
@pytest.mark.parametrize("name", ["example", "dcad-2018", "dcad-2023", "dccg-2018"])
def test_verdict_groups_and_items_are_stated_as_facts_once(
    catalogue: Catalogue, english: Words, name: str, days: int
) -> None:
    filled, as_of = sample(name, catalogue)
    found = view(catalogue, filled, as_of + timedelta(days=days))
    assert sorted(facts_of(composed(found, english))) == expected_facts(found)


def test_what_was_declared_not_relevant_and_is_still_to_test_is_stated_once(english: Words) -> None:
    stages = {Stage.PLAN: "It is arranged.", Stage.REHEARSAL: "It was tested."}
    found = small(
        item("a", Severity.HELPS, stages=stages),
        answers=(answered("a", Outcome.NOT_RELEVANT, reason="No."),),
        facts={"start": OSLO},
        as_of=START - timedelta(hours=1),
    )
    report = composed(found, english)
    assert facts_of(report).count("item/a/rehearsal/not-relevant") == 1
    assert "Declared not relevant, still to test" in section(report, "What to do, and by when")


def test_the_fact_of_a_group_stands_on_its_own_name(report: Document) -> None:
    spans = [one for one in every_inline(tuple(every_block(report.blocks))) if isinstance(one, Span)]
    assert [one.text for one in spans if one.fact == "group/blind/unknown"] == ["blind people"]


def test_the_fact_of_the_verdict_stands_on_its_words(report: Document) -> None:
    spans = [one for one in every_inline(tuple(every_block(report.blocks))) if isinstance(one, Span)]
    said = [one.text for one in spans if one.fact == "verdict/excludes"]
    assert said == ["Some people cannot take part as planned today"]


# --- other stages and small sessions ---


def test_afterwards_promised_stands_beside_delivered(english: Words) -> None:
    stages = {Stage.PLAN: "Captions are arranged.", Stage.DELIVERED: "Captions ran."}
    found = small(
        item("a", Severity.EXCLUDES, stages=stages),
        item("b", Severity.HINDERS),
        answers=(answered("a", Outcome.MET), answered("a", Outcome.MISSING, Stage.DELIVERED)),
        facts={"start": OSLO, "minutes": 90},
        as_of=AFTER,
    )
    report = composed(found, english)
    table = next(block for block in section_blocks(report, "Promised and delivered") if isinstance(block, Table))
    assert [["".join(texts(cell.blocks)) for cell in row] for row in table.rows] == [
        ["What", "Plan", "Rehearsal", "Delivered"],
        ["Captions ran.", "In place", "not asked", "Missing"],
    ]


def test_afterwards_it_says_who_could_not(english: Words) -> None:
    found = small(
        item("a", Severity.EXCLUDES, stages={Stage.DELIVERED: "It ran."}),
        answers=(answered("a", Outcome.MISSING, Stage.DELIVERED),),
        facts={"start": OSLO, "minutes": 90},
        as_of=AFTER,
    )
    report = composed(found, english)
    assert "Everyone: missing: “It ran.”" in section(report, "Who could not take part, and why")
    assert "Next dates" not in headings(report)


def test_afterwards_nothing_is_left_to_do_but_what_is_asked_then(english: Words) -> None:
    items = (
        item("a", Severity.HELPS, lead_days=3, when_late="Too late."),
        item("b", Severity.HELPS, when_missing="Say so.", stages={Stage.DELIVERED: "It ran."}),
    )
    report = composed(small(*items, facts={"start": OSLO, "minutes": 90}, as_of=AFTER), english)
    assert rows_of(report, "What stayed open", 2) == [
        ["No.", "What, how it stands, and who"],
        ["1", "It is arranged. Not known. Helps. Who: organiser. [1]"],
        ["2", "It ran. Not known. Helps. Who: organiser. [1]\nStill possible: Say so."],
    ]


def test_what_has_no_lead_time_is_due_before_the_session(english: Words) -> None:
    report = composed(small(item("a", Severity.HELPS), facts={"start": OSLO}), english)
    assert rows_of(report, "What to do, and by when", 3)[-1][1] == "Before the session"


def test_where_nothing_is_decided_there_is_no_chart(english: Words) -> None:
    report = composed(small(item("a", Severity.EXCLUDES)), english)
    assert not any(isinstance(block, Figure) for block in report.blocks)


def test_what_nobody_spoke_of_at_any_stage_is_not_compared(english: Words) -> None:
    stages = {Stage.PLAN: "Captions are arranged.", Stage.DELIVERED: "Captions ran."}
    found = small(item("a", Severity.HELPS, stages=stages), facts={"start": OSLO}, as_of=AFTER)
    assert "Promised and delivered" not in headings(composed(found, english))


def test_a_day_that_is_another_one_in_world_time_is_told(english: Words) -> None:
    found = small(item("a", Severity.HELPS), facts={"start": "2027-03-15T08:00+13:00[Pacific/Auckland]"})
    assert "14 March 2027, 19:00 (UTC)" in first_page(composed(found, english))


def test_where_everybody_follows_nobody_is_left_out(english: Words) -> None:
    facts: dict[str, FactValue] = {"floor-languages": ("en",), "audience-languages": ("en",)}
    part = section(composed(small(item("a", Severity.HELPS), facts=facts), english), "Services")
    assert "People more at ease" not in part


def test_a_report_without_data_has_no_attachment_and_says_what_was_left_out(seen: View, english: Words) -> None:
    report = compose(seen, english, None, ("names", "notes"))
    part = section(report, "How this was scored")
    assert ("Left out of this report: names of persons and notes" in part, "inside this file" in part) == (True, False)
    assert report.attachments == ()


def test_without_an_item_of_several_stages_there_is_no_comparison(english: Words) -> None:
    found = small(item("a", Severity.HELPS), facts={"start": OSLO, "minutes": 90}, as_of=AFTER)
    assert "Promised and delivered" not in headings(composed(found, english))


def test_what_was_only_planned_is_still_to_test_at_rehearsal(english: Words) -> None:
    stages = {Stage.PLAN: "It is arranged.", Stage.REHEARSAL: "It was tested."}
    found = small(
        item("a", Severity.EXCLUDES, stages=stages),
        answers=(answered("a", Outcome.MET),),
        facts={"start": OSLO},
        as_of=START - timedelta(hours=1),
    )
    report = composed(found, english)
    assert "In place, still to test" in section(report, "What to do, and by when")
    assert "In place" not in headings(report)


def test_a_session_of_which_nothing_is_known_can_be_reported(catalogue: Catalogue, english: Words) -> None:
    report = composed(view(catalogue, Assessment(session=SESSION, revision=0), AT), english)
    assert (report.footer, "Not enough known yet" in first_page(report)) == ("Session without a title", True)


def test_a_session_in_which_all_is_declared_not_relevant_can_be_reported(english: Words) -> None:
    asked = item("a", Severity.HINDERS, essential=True)
    report = composed(small(asked, answers=(answered("a", Outcome.NOT_RELEVANT, reason="No."),)), english)
    assert "Nothing to judge yet (1 declared not relevant)" in first_page(report)
    assert section(report, "Whose move it is") == "Whose move it is\nNothing is open."


def test_a_session_without_any_essential_has_no_chart(english: Words) -> None:
    report = composed(small(item("a", Severity.HELPS)), english)
    assert not any(isinstance(block, Figure) for block in report.blocks)


def test_when_all_is_done_nothing_is_open(english: Words) -> None:
    asked = item("a", Severity.EXCLUDES)
    proof = Evidence(kind=EvidenceKind.LINK, text="", date=date(2027, 2, 1))
    report = composed(small(asked, answers=(answered("a", Outcome.MET, evidence=(proof,)),)), english)
    assert section(report, "What to do, and by when").splitlines()[1:] == ["Nothing is open."]
    assert "Nobody, as far as it is known." in first_page(report)
    assert "Sources, and how sure they are" not in headings(report)


def test_an_open_item_without_an_answer_has_its_sources_at_least(english: Words) -> None:
    report = composed(small(item("a", Severity.EXCLUDES)), english)
    assert section(report, "Sources, and how sure they are").splitlines()[-1] == "A standard, A publisher: item 1"


def test_a_source_is_named_once_with_all_that_is_taken_from_it(english: Words) -> None:
    code = VERIFIED.model_copy(update={"clause": "4.1", "url": "https://example.org/code"})
    other = VERIFIED.model_copy(update={"clause": "4.2", "url": "https://example.org/code"})
    items = (item("a", Severity.HELPS, sources=(code,)), item("b", Severity.HELPS, sources=(other, code)))
    part = section_blocks(composed(small(*items), english), "Sources, and how sure they are")
    links = [one for one in every_inline(tuple(every_block(part))) if isinstance(one, Link)]
    assert [link.target for link in links] == ["https://example.org/code"]
    assert list(texts(part))[-1] == (
        "A code, A publisher: 4.1, items 1 and 2; 4.2, item 2 (figure: verified in the source)"
    )


@pytest.mark.parametrize(("title", "url"), [("A code", "javascript:alert(1)"), (" ", "https://example.org/")])
def test_a_source_that_could_not_be_a_link_is_only_named(english: Words, title: str, url: str) -> None:
    source = VERIFIED.model_copy(update={"title": title, "url": url})
    report = composed(small(item("a", Severity.HELPS, sources=(source,))), english)
    links = [one for one in every_inline(tuple(every_block(report.blocks))) if isinstance(one, Link)]
    assert [one.target for one in links] == ["#actions"]


def test_an_open_item_names_its_sources_by_number(report: Document, seen: View) -> None:
    row = next(row for row in rows_of(report, "What to do, and by when", 3) if row[0] == "5")
    assert row[2].splitlines()[0].endswith("Who: organiser. [1]")


def test_a_measured_item_that_is_in_place_has_the_source_of_its_figure(english: Words) -> None:
    asked = item("a", Severity.HINDERS, measure=PLACES, sources=(VERIFIED,))
    found = small(asked, answers=(answered("a", Outcome.MET, value=4),), facts={"seats": 100})
    report = composed(found, english)
    assert row_of(report, "Services", "Wheelchair places")[2].endswith("\u00a0[1]")
    last = section(report, "Sources, and how sure they are").splitlines()[-1]
    assert last == "A code, A publisher: (figure: verified in the source)"


def test_a_measured_item_without_value_or_fact_says_not_known(english: Words) -> None:
    asked = item("a", Severity.HINDERS, measure=PLACES, sources=(VERIFIED,))
    row = row_of(composed(small(asked), english), "Services", "Wheelchair places")
    assert row[1:] == ["Not known", "Not known: by the number of seats\u00a0[1]"]


def test_a_waiting_item_without_a_day_names_no_day(english: Words) -> None:
    asked = item("a", Severity.HINDERS)
    report = composed(small(asked, answers=(answered("a", Outcome.WAITING, whom=Party.HOST),)), english)
    assert "Asked on" not in whole(report)


def test_proof_without_words_is_named_by_its_kind(english: Words) -> None:
    proof = Evidence(kind=EvidenceKind.TESTED, date=date(2027, 2, 1))
    file = Evidence(kind=EvidenceKind.DOCUMENT, date=date(2027, 2, 1), file="plan.pdf", sha256="0" * 64, size=1)
    asked = item("a", Severity.HINDERS)
    report = composed(small(asked, answers=(answered("a", Outcome.MISSING, evidence=(proof, file)),)), english)
    part = section(report, "What to do, and by when").splitlines()
    assert [line for line in part if line.startswith("Proof")] == [
        "Proof: tested, 1 February 2027; Proof: a document, 1 February 2027: plan.pdf"
    ]


def test_the_organisers_own_words_are_tagged_with_their_language(english: Words) -> None:
    asked = item("a", Severity.HINDERS)
    answer = answered("a", Outcome.MISSING, note="Il manque une rampe.", language="fr")
    report = composed(small(asked, answers=(answer,)), english)
    spans = [one for one in every_inline(tuple(every_block(report.blocks))) if isinstance(one, Span)]
    assert [one.language for one in spans if one.text == "Il manque une rampe."] == ["fr"]


def test_a_translation_nobody_reviewed_says_so_at_the_end(seen: View) -> None:
    french = load_words("fr", resources.compiled("locale"))
    last = list(texts(composed(seen, french).blocks))[-1]
    assert last == french.text("No native speaker has reviewed this translation yet.")


def test_an_english_report_says_nothing_of_translation(report: Document) -> None:
    assert "native speaker" not in whole(report)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
@given(cases())
def test_any_session_can_be_reported_with_all_its_facts(english: Words, case: Case) -> None:
    found = view(case.catalogue, case.assessment, case.as_of)
    report = composed(found, english)
    assert all(block.items for block in every_block(report.blocks) if hasattr(block, "items"))
    assert sorted(facts_of(report)) == expected_facts(found)


# --- no bare text ---


def said(node: Any) -> Iterator[str]:
    """Every text inside a node, whatever kind of node it is."""
    if isinstance(node, str):
        return
    for one in fields(node):
        value = getattr(node, one.name)
        if isinstance(value, str) and one.name in ("text", "alt", "label", "value", "title", "subject", "footer"):
            yield value
        for inner in value if isinstance(value, tuple) else (value,):
            if is_dataclass(inner):
                yield from said(inner)
            elif isinstance(inner, tuple):
                yield from (text for part in inner if is_dataclass(part) for text in said(part))


def own_words(assessment: Assessment) -> set[str]:
    """What the organiser typed, and time zones."""
    given = {value for fact in assessment.facts.values() for value in _listed(fact.value)}
    for answer in assessment.answers:
        given |= {one for one in (answer.note, answer.reason, answer.owner) if one}
        given |= {one.text for one in answer.evidence if one.text}
    return given


def _listed(value: FactValue) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (value,) if isinstance(value, str) else ()


def test_the_walk_reaches_every_kind_of_node(report: Document) -> None:
    found = set(said(report))
    expected = [text for block in every_block(report.blocks) for text in _inside(block)]
    assert len(expected) > 200
    assert [text for text in expected if text not in found] == []


def _inside(block: Block) -> list[str]:
    if isinstance(block, Figure):
        return [block.alt, *(text for bar in block.chart.bars for text in (bar.label, bar.value))]
    return [one.text for one in every_inline((block,)) if isinstance(one, Span | Link)]


@pytest.mark.parametrize("days", [0, 13, 30])
@pytest.mark.parametrize("name", ["example", "dcad-2018", "dcad-2023", "dccg-2018"])
def test_every_word_of_a_report_is_a_message(catalogue: Catalogue, pseudo: Words, name: str, days: int) -> None:
    filled, as_of = sample(name, catalogue)
    kept = Earlier(kind="item", id="captioning.live", stage=Stage.PLAN, was="missing", since=as_of, until=as_of)
    filled = filled.model_copy(update={"earlier": (kept,)})
    found = view(
        catalogue, with_fact(catalogue, filled, "sign-languages", ("ils",), as_of), as_of + timedelta(days=days)
    )
    zones = {zone for fact in filled.facts.values() for zone in _listed(fact.value) if "/" in zone}
    start = found.assessment.facts.get("start")
    zones |= {str(start.value).rpartition("[")[2].rstrip("]")} if start else set()
    allowed = {*own_words(filled), *zones, *names(catalogue), *dates(), *languages("en", "fr", "es", "ar"), HASH}
    report = composed(found, pseudo)
    assert [text for text in said(report) if bare(text, allowed - ids(catalogue))] == []


# --- the organiser's own words ---


WORK = ("A standard", "A publisher")  # what small items quote


def own_spans(report: Document) -> dict[str, str | None]:
    """What is marked as somebody's own words, with its language."""
    spans = [one for one in every_inline(tuple(every_block(report.blocks))) if isinstance(one, Span) and one.own]
    return {one.text: one.language for one in spans if one.text not in WORK}


@pytest.mark.parametrize(
    ("floor", "title", "language"),
    [
        (("en",), "Who can take part?", "en"),
        (("ru",), "Кто может участвовать?", "ru"),
        (("zh",), "谁能参加？", "zh"),
        (("ar",), "من يستطيع المشاركة؟", "ar"),
        (("pt-BR",), "Quem participa?", None),
        (("en",), "谁能参加？", None),
        (("en",), "2027", None),
        (("en", "fr"), "Who can take part?", None),
        ((), "Who can take part?", None),
    ],
)
def test_the_organisers_words_are_in_the_one_language_of_the_session_if_the_script_fits(
    english: Words, floor: tuple[str, ...], title: str, language: str | None
) -> None:
    asked = item("a", Severity.HINDERS)
    facts: dict[str, FactValue] = {"title": title, "floor-languages": floor}
    answer = answered("a", Outcome.MISSING, note="12:30 — ?")
    found = own_spans(composed(small(asked, answers=(answer,), facts=facts), english))
    assert found == {title: language, "12:30 — ?": None}


def test_names_on_page_one_are_the_organisers_own_words(english: Words) -> None:
    facts: dict[str, FactValue] = {"organisers": ("ifla", "Example Coalition"), "room": "Room 3", "minutes": 90}
    found = own_spans(composed(small(item("a", Severity.HINDERS), facts=facts), english))
    assert set(found) == {"ifla", "Example Coalition", "Room 3"}


def test_what_the_host_knows_is_not_the_organisers_own_word(english: Words) -> None:
    report = composed(small(item("a", Severity.HINDERS), facts={"room": "host"}), english)
    assert (own_spans(report), "Room: The host knows" in first_page(report)) == ({}, True)


@pytest.mark.parametrize(("language", "mark"), [("zh", "；"), ("ar", "؛ "), ("fr", "\u00a0; "), ("en", "; ")])
def test_short_facts_stand_apart_by_the_marks_of_the_language(seen: View, language: str, mark: str) -> None:
    words = load_words(language, resources.compiled("locale"))
    line = next(text for text in texts(composed(seen, words).blocks) if "Example Room 3" in text)
    assert f"Example Room 3{mark}" in line


def test_no_blank_follows_a_chinese_full_stop(seen: View) -> None:
    chinese = load_words("zh", resources.compiled("locale"))
    assert [text for text in texts(composed(seen, chinese).blocks) if "。 " in text or "？ " in text] == []


def test_the_numbers_of_an_items_sources_stay_on_one_line(report: Document) -> None:
    assert "[1,\u00a02,\u00a03,\u00a04]" in section(report, "What to do, and by when")


def test_what_stands_in_a_work_is_ordered_by_itself(report: Document) -> None:
    found = own_spans(report)
    expected = ["DISCOVER Cookbook", "NumFOCUS", "Quiet rooms", "221.3 and 802.3", "updated 31 August 2022"]
    assert [one for one in expected if one not in found] == []
