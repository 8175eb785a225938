"""veraPDF judges documents of every kind, all in one start."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from accesscheck.report.document import Cell, Document, Heading, Paragraph, ParagraphStyle, Scope, Span, Table
from accesscheck.report.pdf import PageSize

from ...judges.verapdf import PROFILES, Judge, Verdict
from .documents import WORDS, document, everything, paragraph, rendered, table
from .reading import elements, opened

HOSTILE = (
    "\x00\x07\u202eturned\u2066 \ufeff\u00ad \U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f1eb\U0001f1f7 \ue000 "
    '\U0010ffff \ud800 \ufffe x\u0301\u0302 שלום 한국어 क्षत्रिय \U000e0001 <&>" ()\\ \r\n\n\n\n\v\f\u2028end'
)


def _hostile() -> Document:
    note = Paragraph((Span(HOSTILE), Span(HOSTILE, "he", strong=True)), ParagraphStyle.NOTE)
    title = Heading(1, (Span(HOSTILE),))
    return document(title, paragraph(HOSTILE), note, table(3, HOSTILE), title=HOSTILE, language="en")


def _many_items(count: int) -> Document:
    """As many items as anybody could ask for, each stating its fact."""
    said = [
        Paragraph((Span(f"Statement {number}: ", strong=True), Span("Missing.", fact=f"item/x.{number}/plan/missing")))
        for number in range(count)
    ]
    return document(Heading(1, (Span("Items"),)), *said)


def _facts() -> Document:
    """Facts wherever words can stand: said twice, in another language, without words, over a page's end."""
    twice = (Span("Missing", fact="item/x/plan/missing"), Span(" / "), Span("Missing", fact="item/x/plan/missing"))
    foreign = Span("\u0645\u0641\u0642\u0648\u062f", "ar", fact="group/blind/cannot")
    head = tuple(Cell((Paragraph((Span(word, fact=f"head/{word}"),)),), Scope.COLUMN) for word in ("a", "b"))
    rows = [tuple(Cell((Paragraph((Span(f"{n}", fact=f"cell/{n}"),)),)) for n in (row, -row)) for row in range(1, 60)]
    return document(
        Heading(1, (Span("Open", fact="verdict/open"),)),
        Paragraph((*twice, foreign, Span(" ", fact="nothing/said"), Span(HOSTILE, fact="odd/words"))),
        Paragraph((Span("Words. " * 900, fact="long/words"),)),
        Table((Span("Caption", fact="caption/said"),), (1, 1), (head, *rows)),
    )


DOCUMENTS: dict[str, tuple[Document, PageSize]] = {
    **{language: (everything(language), PageSize.A4) for language in WORDS},
    "letter": (everything("en"), PageSize.LETTER),
    "hostile": (_hostile(), PageSize.A4),
    "empty": (document(), PageSize.A4),
    "facts": (_facts(), PageSize.A4),
    "five thousand items": (_many_items(5000), PageSize.A4),
    "note of twenty pages": (document(paragraph("A very long note, with everything there is. " * 2400)), PageSize.A4),
    "tall row": (document(table(2, "A very long answer. " * 900)), PageSize.A4),
}
BROKEN = "no language"


@pytest.fixture(scope="module")
def verdicts(judge: Judge, tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Verdict]:
    folder = tmp_path_factory.mktemp("judged")
    for name, (one, size) in DOCUMENTS.items():
        (folder / f"{name}.pdf").write_bytes(rendered(one, size))
    _break(folder / "en.pdf", folder / f"{BROKEN}.pdf")
    found = judge.judge(sorted(folder.glob("*.pdf")))
    return {(verdict.file.stem, verdict.profile): verdict for verdict in found}


def _break(source: Path, target: Path) -> None:
    with pikepdf.open(source) as pdf:
        del pdf.Root.StructTreeRoot
        pdf.save(target)


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_verapdf_finds_no_broken_rule(verdicts: dict[tuple[str, str], Verdict], name: str, profile: str) -> None:
    verdict = verdicts[name, profile]
    assert verdict.failed == ()
    assert verdict.passed
    assert verdict.checks > 100


@pytest.mark.parametrize("profile", PROFILES)
def test_verapdf_does_refuse_a_file_without_structure(verdicts: dict[tuple[str, str], Verdict], profile: str) -> None:
    verdict = verdicts[BROKEN, profile]
    assert not verdict.passed
    assert verdict.failed


def test_the_judge_counts_what_it_judged(verdicts: dict[tuple[str, str], Verdict], judge: Judge) -> None:
    assert len(judge.judged) >= len(DOCUMENTS) + 1
    assert judge.version.startswith("1.")
    assert f"{len(judge.judged)} files judged" in judge.summary()


def test_a_character_no_face_has_is_kept_as_actual_text() -> None:
    pdf = opened(rendered(document(paragraph("\u2603 \U0001f468\u200d\U0001f469\u200d\U0001f467 \ue000"))))
    assert [str(span.ActualText) for span in elements(pdf, "Span")] == [
        "\U0001f468\u200d\U0001f469\u200d\U0001f467",
        "\ue000",
    ]
