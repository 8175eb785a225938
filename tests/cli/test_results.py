"""What is only shown or written: scores, facts, the catalogue, exports, demos."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from accesscheck.cli import run
from accesscheck.language.words import LANGUAGES
from accesscheck.model.catalogue import Catalogue
from accesscheck.model.profile import FACTS
from accesscheck.model.terms import Group

from .conftest import Command

PLAN = "2027-03-01T09:00Z"
SCORE = {
    *("scoring_version", "as_of", "stage", "stage_chosen", "verdict", "reasons", "groups", "group_ranges", "parties"),
    *("counts", "range", "evidence", "not_relevant_share", "strict_low", "checklists", "later", "earlier", "catalogue"),
}
ITEM = {
    *("id", "checklist", "essential", "severity", "stages", "partly", "why", "how", "when_missing", "when_late"),
    *("proof", "proof_days", "voided_by", "renames", "need", "applies", "groups", "party", "owner", "lead_days"),
    *("not_relevant", "parity", "measure", "sources"),
}


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files of `demo`, made once."""
    folder = tmp_path_factory.mktemp("demo")
    assert run(["demo", str(folder)]) == 0
    return folder


@pytest.fixture
def out(written: Path, tmp_path: Path) -> Path:
    """A folder with the files of `demo`."""
    return Path(shutil.copytree(written, tmp_path / "out"))


def scored(accesscheck: Command, source: Path, *options: str) -> dict[str, Any]:
    said = accesscheck("score", source, "--json", *options)
    assert (said.status, said.err) == (0, "")
    found: dict[str, Any] = json.loads(said.out)
    return found


def test_the_score_has_exactly_the_fields_that_are_promised(document: Path, accesscheck: Command) -> None:
    assert set(scored(accesscheck, document)) == SCORE


def test_the_parts_of_the_score_have_exactly_theirs(out: Path, accesscheck: Command) -> None:
    found = scored(accesscheck, out / "sample.json")
    parts = {name: set(found[name]) for name in ("groups", "group_ranges", "parties", "counts", "range", "catalogue")}
    assert parts == {
        "groups": set(Group),
        "group_ranges": set(Group),
        "parties": {"team", "host", "secretariat", "provider"},
        "counts": {"met", "partly", "missing", "unknown", "waiting", "not_relevant", "later"},
        "range": {"low", "high", "shown"},
        "catalogue": {"id", "version", "hash", "overlays"},
    }
    assert [set(one) for one in found["reasons"]] == [{"kind", "item", "groups", "party"}]
    assert {frozenset(one) for one in found["parties"].values()} == {frozenset({"done", "open", "waiting", "missing"})}


def test_a_score_in_words_begins_with_the_verdict(out: Path, accesscheck: Command) -> None:
    said = accesscheck("score", out / "sample.json").out.splitlines()
    assert said[0].startswith("Plan, 14 days before: Some people cannot take part as planned today · Wheelchair users")


def test_a_score_in_words_names_what_shuts_people_out(out: Path, accesscheck: Command) -> None:
    assert "- venue-access.step-free: " in accesscheck("score", out / "sample.json").out


def test_a_score_in_words_says_whose_move_it_is(out: Path, accesscheck: Command) -> None:
    said = accesscheck("score", out / "sample.json").out
    assert "Your part: 6 of 11 done. Waiting for the host: 3." in said


def test_an_export_is_scored_at_its_own_instant(out: Path, accesscheck: Command) -> None:
    assert scored(accesscheck, out / "sample.json") == json.loads((out / "sample.json").read_bytes())["result"]


def test_another_instant_gives_another_stage(out: Path, accesscheck: Command) -> None:
    assert scored(accesscheck, out / "sample.json", "--as-of", "2027-03-16")["stage"] == "delivered"


def test_an_instant_may_have_an_offset(out: Path, accesscheck: Command) -> None:
    found = scored(accesscheck, out / "sample.json", "--as-of", "2027-03-01T12:00+03:00")
    assert found["as_of"] == "2027-03-01T09:00:00Z"


def test_a_stage_can_be_chosen_and_says_so(out: Path, accesscheck: Command) -> None:
    found = scored(accesscheck, out / "sample.json", "--stage", "rehearsal")
    assert (found["stage"], found["stage_chosen"]) == ("rehearsal", True)
    assert "stage chosen by hand" in accesscheck("score", out / "sample.json", "--stage", "rehearsal").out


def test_scoring_writes_nothing(out: Path, accesscheck: Command) -> None:
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    for name in ("sample.accesscheck", "sample.json"):
        accesscheck("score", out / name)
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


@pytest.mark.parametrize("ending", [".json", ".pdf"])
def test_the_same_source_and_instant_export_the_same_bytes(out: Path, accesscheck: Command, ending: str) -> None:
    targets = [out / f"{name}{ending}" for name in "ab"]
    for target in targets:
        assert accesscheck("export", out / "sample.accesscheck", target, "--as-of", PLAN).status == 0
    assert len({hashlib.sha256(target.read_bytes()).digest() for target in targets}) == 1


def test_a_report_can_be_had_in_french(out: Path, accesscheck: Command) -> None:
    said = accesscheck("export", out / "sample.json", out / "fr.pdf", "--language", "fr")
    assert (said.status, said.out) == (0, f"{out / 'fr.pdf'}\n")
    with pikepdf.open(out / "fr.pdf") as report:
        assert report.Root.Lang == "fr"


def test_an_existing_target_is_refused_and_kept(out: Path, accesscheck: Command) -> None:
    before = (out / "sample.pdf").read_bytes()
    said = accesscheck("export", out / "sample.json", out / "sample.pdf")
    assert (said.status, said.out, "is there already" in said.err) == (1, "", True)
    assert (out / "sample.pdf").read_bytes() == before


def test_an_existing_target_is_replaced_with_force(out: Path, accesscheck: Command) -> None:
    (out / "sample.json").rename(out / "kept.json")
    (out / "sample.json").write_bytes(b"old")
    assert accesscheck("export", out / "kept.json", out / "sample.json", "--force").status == 0
    assert (out / "sample.json").read_bytes() == (out / "kept.json").read_bytes()


def test_a_session_is_not_replaced_even_with_force(out: Path, accesscheck: Command) -> None:
    before = (out / "sample.accesscheck").read_bytes()
    said = accesscheck("export", out / "sample.json", out / "sample.accesscheck", "--force")
    assert (said.status, (out / "sample.accesscheck").read_bytes()) == (1, before)


@pytest.mark.parametrize("language", ["de", "xx"])
@pytest.mark.parametrize("command", ["export", "catalogue"])
def test_other_languages_are_refused_with_a_sentence(
    out: Path, accesscheck: Command, command: str, language: str
) -> None:
    files = [out / "sample.json", out / "other.pdf"] if command == "export" else []
    said = accesscheck(command, *files, "--language", language)
    assert (said.status, said.out, said.err.count("\n")) == (2, "", 1)
    assert not (out / "other.pdf").exists()


def test_an_export_is_noted_in_the_session_and_changes_no_answer(document: Path, accesscheck: Command) -> None:
    accesscheck("answer", document, "venue-access.step-free", "missing")
    accesscheck("export", document, document.with_suffix(".json"))
    accesscheck("answer", document, "venue-access.step-free", "--clear")
    assert [one["id"] for one in scored(accesscheck, document)["earlier"]] == ["venue-access.step-free"]


def test_a_demo_names_what_it_wrote(tmp_path: Path, accesscheck: Command) -> None:
    said = accesscheck("demo", tmp_path, "--sample", "dccg-2018")
    assert said.out.splitlines() == [str(tmp_path / f"sample.{one}") for one in ("accesscheck", "json", "pdf")]


def test_a_demo_writes_a_report_in_each_language_asked_for(tmp_path: Path, accesscheck: Command) -> None:
    assert accesscheck("demo", tmp_path, "--sample", "dccg-2018", "--languages", "fr, ar,fr").status == 0
    assert sorted(path.name for path in tmp_path.glob("*.pdf")) == ["sample-ar.pdf", "sample-fr.pdf"]


def test_a_demo_in_all_languages_writes_six_reports(tmp_path: Path, accesscheck: Command) -> None:
    assert accesscheck("demo", tmp_path, "--sample", "dccg-2018", "--languages", "all").status == 0
    assert {path.name for path in tmp_path.glob("*.pdf")} == {f"sample-{one}.pdf" for one in LANGUAGES}


@pytest.mark.parametrize("typed", ["", "al", "fr,", "fr,xx"])
def test_a_demo_in_a_language_there_is_not_writes_nothing(tmp_path: Path, accesscheck: Command, typed: str) -> None:
    said = accesscheck("demo", tmp_path / "out", "--languages", typed)
    assert (said.status, said.err.count("\n"), (tmp_path / "out").exists()) == (2, 1, False)


def test_a_demo_twice_is_done_and_after_a_change_refused(out: Path, accesscheck: Command) -> None:
    assert accesscheck("demo", out).status == 0
    accesscheck("answer", out / "sample.accesscheck", "captioning.live", "missing")
    before = {path.name: path.read_bytes() for path in out.iterdir()}
    said = accesscheck("demo", out)
    assert (said.status, said.err.count("\n")) == (1, 1)
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before


def test_every_fact_is_listed_with_what_it_takes(accesscheck: Command) -> None:
    said = [line for line in accesscheck("facts").out.splitlines() if not line.startswith(" ")]
    assert [line.split()[0].rstrip(":") for line in said[:-1]] == [spec.id for spec in FACTS]


def test_every_fact_is_printed_for_programs(accesscheck: Command) -> None:
    found = json.loads(accesscheck("facts", "--json").out)
    assert {frozenset(one) for one in found} == {
        frozenset({"id", "kind", "step", "choices", "low", "high", "label", "help"})
    }
    assert [one["id"] for one in found] == [spec.id for spec in FACTS]


def test_the_catalogue_is_printed_whole_for_programs(accesscheck: Command, catalogue: Catalogue) -> None:
    found = json.loads(accesscheck("catalogue", "--json").out)
    assert {"version", "hash", "scoring", "items"} <= set(found)
    assert set(found["scoring"]) == {"version", "weights", "rehearsal_hours", "evidence"}
    assert {frozenset(item) for item in found["items"]} == {frozenset(ITEM)}
    assert [item["id"] for item in found["items"]] == [item.id for item in catalogue.items]


def test_the_sources_of_the_catalogue_have_their_standing(accesscheck: Command) -> None:
    found = json.loads(accesscheck("catalogue", "--json").out)
    sources = {frozenset(source) for item in found["items"] for source in item["sources"]}
    assert sources == {frozenset({"title", "publisher", "edition", "clause", "url", "standing"})}


def test_the_catalogue_is_listed_for_people(accesscheck: Command, catalogue: Catalogue) -> None:
    said = accesscheck("catalogue").out
    assert all(f"  {item.id} [" in said for item in catalogue.items)


def test_validating_says_of_each_file_that_nothing_is_wrong(out: Path, accesscheck: Command) -> None:
    files = [out / "sample.accesscheck", out / "sample.json"]
    said = accesscheck("validate", *files)
    assert (said.status, said.out) == (0, "".join(f"{path}: nothing wrong\n" for path in files))
