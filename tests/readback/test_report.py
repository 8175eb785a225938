"""Reports are read, or refused for one reason each, with what each file is told to be."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from random import Random

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from accesscheck import errors
from accesscheck.model.assessment import Answer
from accesscheck.model.checked import Difference, Grade
from accesscheck.model.fingerprints import DATA_NAME, fingerprint
from accesscheck.model.interchange import encode
from accesscheck.model.terms import Outcome, Stage
from accesscheck.operations.interchange import assessment_of, exported, read_export
from accesscheck.operations.readback import check_report, read_report_source
from accesscheck.readback import read_report
from accesscheck.report.document import Attachment, Paragraph, Span

from ..report.pdf.documents import document, rendered
from .hostile import corpus
from .reports import EVIDENCE, PROOF, SHA256, changed, first_content, report, small_view, statements, with_data

SEEN = small_view()
DATA = encode(exported(SEEN))
WHOLE = report(SEEN, proof={"proof-agreed.txt": PROOF})
SMALL = 300_000
LARGE = ("names without end", "ids without end", "more files than are looked at")


def written(tmp_path: Path, data: bytes) -> Path:
    path = tmp_path / "report.pdf"
    path.write_bytes(data)
    return path


def of_blocks(blocks: tuple[Paragraph, ...], data: bytes) -> bytes:
    inside = Attachment(DATA_NAME, "application/json", "Data", "Data", data)
    return rendered(replace(document(*blocks), attachments=(inside,), as_of=SEEN.score.as_of))


def test_hostile_files_are_told_for_what_they_are_in_this_process_too(tmp_path: Path) -> None:
    files = {name: pair for name, pair in corpus(report(SEEN), DATA).items() if len(pair[0]) < SMALL or name in LARGE}
    wrong = {}
    for name, (data, expected) in files.items():
        checked = check_report(written(tmp_path, data))
        said = type(checked.problem).__name__ if checked.problem else str(checked.grade)
        if said != expected:
            wrong[name] = said
    assert wrong == {}
    assert len(files) > 80


# --- as a source ---


def test_a_report_gives_back_its_assessment_and_its_proof(tmp_path: Path) -> None:
    export, files = read_report_source(written(tmp_path, WHOLE))
    assert export == exported(SEEN)
    assert assessment_of(export, "a.pdf") == SEEN.assessment
    assert files == {SHA256: PROOF}


def test_a_report_without_the_proof_it_names_is_read_all_the_same(tmp_path: Path) -> None:
    assert read_report_source(written(tmp_path, report(SEEN)))[1] == {}


def test_nothing_is_taken_from_data_that_was_changed(tmp_path: Path) -> None:
    path = written(tmp_path, changed(WHOLE, with_data(DATA.replace(b"Ask Ana.", b"Ask Ann."))))
    with pytest.raises(errors.DataChanged):
        read_report_source(path)


@pytest.mark.parametrize("proof", [PROOF.replace(b"Agreed", b"Argued"), PROOF + b" ", b"", b"x" * 100_000])
def test_nothing_is_taken_where_a_proof_file_was_changed(tmp_path: Path, proof: bytes) -> None:
    path = written(tmp_path, report(SEEN, proof={"proof-agreed.txt": proof}))
    with pytest.raises(errors.ProofChanged) as caught:
        read_report_source(path)
    assert caught.value.name == "proof-agreed.txt"


def test_a_proof_file_as_large_as_a_session_takes_is_given_back(tmp_path: Path) -> None:
    data = bytes(range(256)) * 80_000
    named = EVIDENCE.model_copy(update={"sha256": fingerprint(data), "size": len(data)})
    answer = SEEN.assessment.answers[0].model_copy(update={"evidence": (named,)})
    path = written(tmp_path, report(small_view(answers=(answer,)), proof={"proof-large.bin": data}))
    assert list(read_report_source(path)[1].values()) == [data]


# --- files that cannot be opened ---


def test_a_file_that_is_not_there_is_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(errors.FileMissing):
        read_report(tmp_path / "none.pdf", read_export)


def test_a_folder_is_no_report(tmp_path: Path) -> None:
    with pytest.raises(errors.FileUnreadable):
        read_report(tmp_path, read_export)


def test_a_file_larger_than_any_report_is_not_read(tmp_path: Path) -> None:
    path = written(tmp_path, WHOLE)
    with path.open("r+b") as file:
        file.truncate(161 * 1024 * 1024)
    with pytest.raises(errors.ReportTooLarge):
        read_report(path, read_export)


def test_a_report_may_be_large_where_its_proof_is(tmp_path: Path) -> None:
    def add(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Extra = pdf.make_stream(bytes(range(256)) * 20_000)

    path = written(tmp_path, changed(WHOLE, add, compress_streams=False))
    assert check_report(path).grade is Grade.CONSISTENT


@pytest.mark.parametrize("more", [b"% " + b"x" * 5_000_000 + b"\n", b"stream\nstream\n" + b"0 " * 2_500_000])
def test_a_file_with_much_outside_of_its_streams_is_not_parsed(tmp_path: Path, more: bytes) -> None:
    at = WHOLE.index(b"\n") + 1
    expected = errors.ReportTooLarge if more.startswith(b"%") else errors.ReportDamaged
    with pytest.raises(expected):
        read_report(written(tmp_path, WHOLE[:at] + more + WHOLE[at:]), read_export)


# --- odd, but no harm ---


def test_an_id_that_is_not_ours_states_nothing(tmp_path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        names = pdf.Root.StructTreeRoot.IDTree.Names
        names.append(String("chapter 1"))
        names.append(Dictionary(ID=String("chapter 1")))
        names.append(7)
        names.append(Dictionary())
        names.append(String("verdict/ready#00000000"))
        names.append(Dictionary(ID=String("another")))

    assert check_report(written(tmp_path, changed(WHOLE, change))).grade is Grade.CONSISTENT


def test_an_element_without_content_has_no_words(tmp_path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        del pdf.Root.StructTreeRoot.IDTree.Names[1].K

    (one,) = check_report(written(tmp_path, changed(WHOLE, change))).differences
    assert (one.code, one.page) == ("words", "")


def test_marked_content_that_is_not_there_has_no_words(tmp_path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.StructTreeRoot.IDTree.Names[1].K = Dictionary(Type=Name.MCR, Pg=pdf.pages[0].obj, MCID=999)

    (one,) = check_report(written(tmp_path, changed(WHOLE, change))).differences
    assert (one.code, one.page) == ("words", "")


def test_ids_in_branches_are_read_too(tmp_path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        tree = pdf.Root.StructTreeRoot.IDTree
        pdf.Root.StructTreeRoot.IDTree = Dictionary(Kids=Array([Dictionary(Names=tree.Names)]))

    assert check_report(written(tmp_path, changed(WHOLE, change))).grade is Grade.CONSISTENT


def test_content_in_two_parts_is_read_as_one(tmp_path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        content = first_content(pdf)
        at = content.index(b"\n/P <<") + 1
        pdf.pages[0].obj.Contents = Array([pdf.make_stream(content[:at]), pdf.make_stream(content[at:])])

    assert check_report(written(tmp_path, changed(WHOLE, change))).differences == (Difference("pages"),)


@pytest.mark.parametrize("operator", [b" Tf", b"BDC", b"EMC"])
def test_operators_that_are_gone_leave_other_words(tmp_path: Path, operator: bytes) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Contents.write(first_content(pdf).replace(operator, b""))

    found = {one.code for one in check_report(written(tmp_path, changed(WHOLE, change))).differences}
    assert found == {"pages", "words"} if operator != b"EMC" else "pages" in found


def test_fonts_without_characters_leave_words_nobody_can_read(tmp_path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        for font in pdf.pages[0].obj.Resources.Font.values():
            del font.ToUnicode

    found = check_report(written(tmp_path, changed(WHOLE, change))).differences
    assert {one.code for one in found} == {"words"}
    assert set(found[0].page) == {"\ufffd"}


def test_words_that_go_on_over_a_page_and_words_beside_the_page_are_read(tmp_path: Path) -> None:
    said = "Long words \ue000 " * 900
    blocks = (*statements(SEEN, DATA, "en"), Paragraph((Span(said, fact="note/x.captions"),)))
    path = written(tmp_path, of_blocks(blocks, DATA))
    (words,) = [one.words for one in read_report(path, read_export).pages.statements if "note" in one.identifier.fact]
    assert check_report(path).grade is Grade.CONSISTENT
    assert words.count("\ue000") == 900


def test_what_the_pages_state_of_other_stages_is_compared_with_the_answers(tmp_path: Path) -> None:
    rehearsed = Answer(item="x.captions", stage=Stage.REHEARSAL, outcome=Outcome.MISSING)
    seen = small_view(answers=(*SEEN.assessment.answers, rehearsed))
    for fact, alike in (
        ("item/x.captions/rehearsal/missing", True),
        ("item/x.captions/rehearsal/met", False),
        ("item/x.captions/delivered/unknown", True),
        ("item/x.captions/delivered/met", False),
        ("item/x.captions/later/met", True),
        ("deadline/x.captions/2027-03-01", True),
    ):
        blocks = (*statements(seen, encode(exported(seen)), "en"), Paragraph((Span("Said", fact=fact),)))
        found = check_report(written(tmp_path, of_blocks(blocks, encode(exported(seen))))).differences
        assert [one.code for one in found] == ([] if alike else ["states"])


def test_metadata_larger_than_any_of_ours_is_not_read(tmp_path: Path) -> None:
    path = written(tmp_path, changed(WHOLE, lambda pdf: pdf.Root.Metadata.write(b" " * 300_000)))
    with pytest.raises(errors.ReportTooLarge):
        read_report(path, read_export)


def test_a_catalog_that_is_none_is_damage(tmp_path: Path) -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Metadata = Dictionary(Type=Name.Metadata)

    path = written(tmp_path, changed(WHOLE, change))
    with pytest.raises(errors.ReportDamaged):
        read_report(path, read_export)


def test_noise_in_a_file_is_damage_a_difference_or_nothing_but_never_a_fault(tmp_path: Path) -> None:
    chance = Random(7)  # noqa: S311 - noise, no secret
    for data in (WHOLE, changed(WHOLE, lambda pdf: None, object_stream_mode=pikepdf.ObjectStreamMode.disable)) * 100:
        noisy = bytearray(data)
        for _ in range(chance.choice((1, 3, 20))):
            noisy[chance.randrange(len(noisy))] = chance.choice(b"0123456789[]<>()/ R\x00\xff")
        assert check_report(written(tmp_path, bytes(noisy)), repair=chance.random() < 0.3).grade in tuple(Grade)
