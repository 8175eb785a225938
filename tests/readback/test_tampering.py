"""A report is altered in one place: what does not belong together any more is found, and said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from accesscheck.language.checking import difference_words
from accesscheck.language.words import Words
from accesscheck.model.checked import Difference, Grade
from accesscheck.model.fingerprints import fingerprint, pages_fingerprint
from accesscheck.model.interchange import encode
from accesscheck.model.terms import Outcome, Stage
from accesscheck.operations.interchange import exported
from accesscheck.operations.readback import Checked, check_report

from .reports import PROOF, attached, changed, first_content, report, small_view, with_data, with_metadata

SEEN = small_view()
DATA = encode(exported(SEEN))
WHOLE = report(SEEN, proof={"proof-agreed.txt": PROOF})


def check(tmp_path: Path, data: bytes) -> Checked:
    path = tmp_path / "report.pdf"
    path.write_bytes(data)
    return check_report(path)


def found(tmp_path: Path, *changes: Callable[[pikepdf.Pdf], object], whole: bytes = WHOLE) -> list[Difference]:
    for change in changes:
        whole = changed(whole, change)
    checked = check(tmp_path, whole)
    assert checked.grade is (Grade.DIFFERS if checked.differences else Grade.CONSISTENT)
    return list(checked.differences)


def codes(differences: list[Difference]) -> list[str]:
    return [one.code for one in differences]


# --- nothing altered ---


@pytest.mark.parametrize("language", ["en", "ar", "zh"])
def test_a_report_in_any_language_is_consistent(tmp_path: Path, language: str) -> None:
    assert check(tmp_path, report(SEEN, language)) == Checked(str(tmp_path / "report.pdf"), Grade.CONSISTENT)


def test_a_report_saved_anew_by_another_program_is_still_consistent(tmp_path: Path) -> None:
    plain = changed(WHOLE, lambda pdf: None, object_stream_mode=pikepdf.ObjectStreamMode.disable, linearize=True)
    assert check(tmp_path, plain).grade is Grade.CONSISTENT


def test_further_files_that_are_no_proof_do_not_matter(tmp_path: Path) -> None:
    def add(pdf: pikepdf.Pdf) -> None:
        spec = attached(pdf, b"{}", "review.json")
        spec.relationship = pikepdf.Name.Supplement
        pdf.Root.AF.append(spec.obj)

    assert found(tmp_path, add) == []


# --- only the page's text ---


def with_other_words(pdf: pikepdf.Pdf) -> None:
    """Two letters of the verdict change places."""
    content = first_content(pdf)
    start = content.index(b"<", content.index(b"BDC", content.index(b"/Span <</MCID")))
    pdf.pages[0].obj.Contents.write(
        content[: start + 1] + content[start + 5 : start + 9] + content[start + 1 : start + 5] + content[start + 9 :]
    )


def with_true_pages(pdf: pikepdf.Pdf) -> None:
    """The fingerprint of the pages is brought up to date."""
    before = pdf.Root.Metadata.read_bytes().decode()
    start = before.index("<accesscheck:pages>") + len("<accesscheck:pages>")
    new = pages_fingerprint(page.obj.Contents.read_bytes() for page in pdf.pages)
    pdf.Root.Metadata.write((before[:start] + new + before[start + 64 :]).encode())


def test_other_words_on_a_page_are_found_twice_over(tmp_path: Path) -> None:
    assert codes(found(tmp_path, with_other_words)) == ["pages", "words"]


def test_words_do_not_fit_their_id_even_where_the_pages_were_fingerprinted_anew(tmp_path: Path) -> None:
    (one,) = found(tmp_path, with_other_words, with_true_pages)
    assert (one.code, one.about, one.page[:8]) == ("words", "verdict", "tI says ")


def test_words_that_state_nothing_are_found_by_the_fingerprint_of_the_pages(tmp_path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Contents.write(first_content(pdf).replace(b"/H1 <</MCID 0>> BDC", b"/H1 <</MCID 0>> BDC 1 w"))

    assert found(tmp_path, change) == [Difference("pages")]


def test_a_page_that_was_put_in_is_found(tmp_path: Path) -> None:
    assert codes(found(tmp_path, lambda pdf: pdf.pages.append(pdf.pages[0]))) == ["pages"]


def test_an_id_that_states_something_else_is_found(tmp_path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        names = pdf.Root.StructTreeRoot.IDTree.Names
        at = next(number for number in range(0, len(names), 2) if str(names[number]).startswith("verdict/"))
        names[at] = names[at + 1].ID = pikepdf.String(str(names[at]).replace("/open", "/ready"))

    assert found(tmp_path, change) == [Difference("states", "verdict", "ready", "open")]


def test_statements_that_are_gone_are_found(tmp_path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        del pdf.Root.StructTreeRoot.IDTree

    lacking = found(tmp_path, change)
    assert {one.code for one in lacking} == {"lacks"}
    assert {"verdict", "data", "group/mobility", "item/x.ramp/plan"} <= {one.about for one in lacking}


# --- only the data ---


def better() -> bytes:
    """The assessment after the missing answer was given, exported whole."""
    ramp = small_view().assessment.answers[0].model_copy(update={"item": "x.ramp", "evidence": ()})
    return encode(exported(small_view(answers=(*small_view().assessment.answers, ramp))))


def test_an_answer_changed_in_the_data_alone_is_found_everywhere(tmp_path: Path) -> None:
    differences = found(tmp_path, with_data(DATA.replace(b'"outcome":"met"', b'"outcome":"missing"')))
    assert set(codes(differences)) == {"data", "result", "states"}
    assert Difference("states", "item/x.captions/plan", "met", "missing") in differences


def test_a_note_changed_in_the_data_alone_is_found_by_both_fingerprints(tmp_path: Path) -> None:
    differences = found(tmp_path, with_data(DATA.replace(b"Ask Ana.", b"Ask Ann.")))
    assert [(one.code, one.about) for one in differences] == [("data", ""), ("states", "data")]


# --- the data and its fingerprint ---


def with_data_and_fingerprint(data: bytes) -> tuple[Callable[[pikepdf.Pdf], object], ...]:
    return with_data(data), with_metadata(fingerprint(DATA), fingerprint(data))


def test_a_note_changed_with_the_fingerprint_is_found_by_the_printed_one(tmp_path: Path) -> None:
    data = DATA.replace(b"Ask Ana.", b"Ask Ann.")
    (one,) = found(tmp_path, *with_data_and_fingerprint(data))
    assert one == Difference("states", "data", fingerprint(DATA), fingerprint(data))


def test_an_answer_changed_with_the_fingerprint_is_found_by_scoring_anew(tmp_path: Path) -> None:
    data = DATA.replace(b'"outcome":"met"', b'"outcome":"missing"')
    differences = found(tmp_path, *with_data_and_fingerprint(data))
    assert differences[0].code == "result"
    assert "counts" in differences[0].data


def test_data_exported_anew_with_its_fingerprint_is_found_by_what_the_pages_state(tmp_path: Path) -> None:
    differences = found(tmp_path, *with_data_and_fingerprint(better()))
    assert set(codes(differences)) == {"states"}
    assert {"verdict", "group/mobility", "item/x.ramp/plan", "data"} <= {one.about for one in differences}


def test_what_applies_is_scored_anew_too(tmp_path: Path) -> None:
    data = DATA.replace(b'"x.later":"applies"', b'"x.later":"not"')
    assert found(tmp_path, *with_data_and_fingerprint(data))[0] == Difference("result", data="applicability")


# --- only the metadata ---


@pytest.mark.parametrize("name", ["data", "pages"])
def test_another_fingerprint_in_the_metadata_is_found(tmp_path: Path, name: str) -> None:
    change = with_metadata(f"<accesscheck:{name}>", f"<accesscheck:{name}>0")
    assert found(tmp_path, change) == [Difference(name)]


@pytest.mark.parametrize(
    ("old", "new", "about"),
    [
        ("A small report", "A great report", "title"),
        ("Self-assessment", "Certificate", "subject"),
        ("<rdf:li>en</rdf:li>", "<rdf:li>fr</rdf:li>", "language"),
        ("<xmp:CreateDate>2027-03-01", "<xmp:CreateDate>2027-03-02", "date"),
        ("<xmp:CreateDate>2027-03-01", "<xmp:CreateDate>spring ", "date"),
        ("+00:00</xmp:CreateDate>", "</xmp:CreateDate>", "date"),
    ],
)
def test_another_description_in_the_metadata_is_found(tmp_path: Path, old: str, new: str, about: str) -> None:
    assert found(tmp_path, with_metadata(old, new)) == [Difference("description", about=about)]


@pytest.mark.parametrize("metadata", [b"", b"no xml", b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>", b"<x/>"])
def test_metadata_that_says_nothing_is_no_fingerprint(tmp_path: Path, metadata: bytes) -> None:
    differences = found(tmp_path, lambda pdf: pdf.Root.Metadata.write(metadata))
    assert codes(differences) == ["no-fingerprints", *["description"] * 4]


def test_metadata_that_is_gone_is_no_fingerprint(tmp_path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        del pdf.Root.Metadata
        del pdf.trailer.Info

    assert codes(found(tmp_path, change)) == ["no-fingerprints", "description", "description"]


def test_metadata_written_as_attributes_is_read_too(tmp_path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        text = pdf.Root.Metadata.read_bytes().decode()
        start = text.index("<accesscheck:data>")
        own = fingerprint(DATA)
        element = f"<accesscheck:data>{own}</accesscheck:data>"
        moved = text[:start] + text[start + len(element) :]
        space = 'xmlns:accesscheck="urn:accesscheck:report:1"'
        pdf.Root.Metadata.write(moved.replace(space, f'{space} accesscheck:data="{own}"').encode())

    assert found(tmp_path, change) == []


# --- proof ---


def test_a_proof_file_that_was_exchanged_is_found(tmp_path: Path) -> None:
    differences = found(tmp_path, lambda pdf: pdf.Root.AF[1].EF.F.write(PROOF.replace(b"Agreed", b"Argued")))
    assert differences == [Difference("proof", about="proof-agreed.txt")]


def test_a_proof_file_that_cannot_be_unpacked_is_found(tmp_path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.AF[1].EF.F.write(b"7 bytes", filter=pikepdf.Name.ASCIIHexDecode)

    assert found(tmp_path, change) == [Difference("proof", about="proof-agreed.txt")]


# --- what is said ---


@pytest.mark.parametrize(
    ("difference", "said"),
    [
        (Difference("words", "verdict", page="Ready"), "about the verdict were changed. Now they are: “Ready”."),
        (Difference("states", "verdict", "ready", "gaps"), "says “Ready as planned” and the data “Gaps to close: …”."),
        (Difference("states", "group/blind", "can", "cannot"), "Blind people the page says “can take part”"),
        (Difference("states", "group/nobody", "x", "cannot"), "About group/nobody the page says “x”"),
        (Difference("lacks", "item/x.ramp/plan", data="met"), "x.ramp, Plan: “In place”."),
        (Difference("states", "item/x.ramp/plan", "x", "met"), "“x”"),
        (Difference("states", "data", "0" * 64, "1" * 64), "the fingerprint of the data"),
        (Difference("description", "title"), "contradicts the rest of it: title."),
        (Difference("proof", "proof-a.txt"), "proof-a.txt"),
        (Difference("result", data="counts"), "counts"),
        (Difference("no-fingerprints"), "no fingerprints"),
        (Difference("data"), "The data inside"),
        (Difference("pages"), "on the pages"),
    ],
)
def test_each_difference_is_told_in_a_sentence(english: Words, difference: Difference, said: str) -> None:
    assert said in difference_words(difference, english)


def test_stages_and_outcomes_of_the_small_report_are_what_the_tests_take_them_for() -> None:
    assert (SEEN.score.stage, SEEN.score.verdict) == (Stage.PLAN, "open")
    assert SEEN.assessment.answers[0].outcome is Outcome.MET
