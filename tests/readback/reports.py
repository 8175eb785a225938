"""Small reports that state their facts, and ways to change one thing in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from typing import Any

import pikepdf

from accesscheck.model.assessment import Answer, Assessment, Evidence
from accesscheck.model.catalogue import Catalogue
from accesscheck.model.fingerprints import DATA_NAME, fingerprint
from accesscheck.model.interchange import encode, stamped
from accesscheck.model.profile import Fact
from accesscheck.model.terms import EvidenceKind, Group, Outcome, Severity, Stage
from accesscheck.operations.interchange import exported
from accesscheck.readback.trust import stated
from accesscheck.report.document import Attachment, Document, Heading, Paragraph, Span
from accesscheck.rules.view import View, view

from ..report.pdf.documents import rendered
from ..rules.generate import LOCAL_STARTS, SESSION, START, item, scoring

AS_OF = START - timedelta(days=14)
PROOF = b"Agreed with the provider.\n" * 40
SHA256 = fingerprint(PROOF)
EVIDENCE = Evidence(
    kind=EvidenceKind.DOCUMENT, date=date(2027, 2, 20), file="agreed.txt", sha256=SHA256, size=len(PROOF)
)


def small_view(**changed: Any) -> View:
    """Three items, one of them unanswered; `changed` replaces parts of the assessment."""
    items = (
        item("x.ramp", Severity.EXCLUDES, groups=(Group.MOBILITY,)),
        item("x.captions", Severity.HINDERS, essential=True, partly="Half.", stages=dict.fromkeys(Stage, "Captions.")),
        item("x.later", Severity.HELPS, stages={Stage.DELIVERED: "Sent."}),
    )
    catalogue = stamped(Catalogue(id="igf", version="2026.0", hash="", scoring=scoring(), items=items))
    answers = (Answer(item="x.captions", stage=Stage.PLAN, outcome=Outcome.MET, note="Ask Ana.", evidence=(EVIDENCE,)),)
    moment = datetime(2027, 2, 1, 9, tzinfo=UTC)
    facts = {"start": Fact(value=LOCAL_STARTS[0], changed=moment), "minutes": Fact(value=90, changed=moment)}
    given = {"session": SESSION, "revision": 3, "facts": facts, "answers": answers, **changed}
    return view(catalogue, Assessment(**given), AS_OF)


def report(seen: View, language: str = "en", proof: Mapping[str, bytes] | None = None, filler: int = 0) -> bytes:
    """A report on `seen` whose pages state everything, in words of one language; `filler` adds paragraphs."""
    data = encode(exported(seen))
    files = [Attachment(name, "text/plain", "Proof", "Supplement", held) for name, held in (proof or {}).items()]
    return rendered(
        Document(
            language=language,
            title="A small report & its title",
            subject="Self-assessment",
            as_of=seen.score.as_of,
            blocks=(
                Heading(1, (Span("Small"),)),
                *statements(seen, data, language),
                *(Paragraph((Span("Words. " * 60),)) for _ in range(filler)),
            ),
            page_label="{page} / {pages}",
            footer="Small",
            attachments=(Attachment(DATA_NAME, "application/json", "The assessment", "Data", data), *files),
            right_to_left=language == "ar",
        )
    )


def statements(seen: View, data: bytes, language: str) -> tuple[Paragraph, ...]:
    facts = [f"{about}/{value}" for about, value in {**stated(seen), "data": fingerprint(data)}.items()]
    said = {"ar": "يقول", "zh": "说明"}.get(language, "It says")
    return tuple(
        Paragraph((Span(f"{number}. "), Span(f"{said} {fact} (x)", fact=fact), Span(".")))
        for number, fact in enumerate(facts)
    )


def changed(data: bytes, change: Callable[[pikepdf.Pdf], object], **saving: Any) -> bytes:
    """The file with one change made by another program."""
    target = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        change(pdf)
        pdf.save(target, fix_metadata_version=False, **saving)
    return target.getvalue()


def with_data(data: bytes) -> Callable[[pikepdf.Pdf], object]:
    """Puts other data in place of the assessment."""
    return lambda pdf: pdf.Root.AF[0].EF.F.write(data)


def with_metadata(old: str, new: str) -> Callable[[pikepdf.Pdf], object]:
    def change(pdf: pikepdf.Pdf) -> None:
        before = pdf.Root.Metadata.read_bytes().decode()
        assert old in before
        pdf.Root.Metadata.write(before.replace(old, new).encode())

    return change


def first_content(pdf: pikepdf.Pdf) -> bytes:
    return pdf.pages[0].obj.Contents.read_bytes()


def attached(pdf: pikepdf.Pdf, data: bytes, name: str) -> pikepdf.AttachedFileSpec:
    return pikepdf.AttachedFileSpec(
        pdf, data, filename=name, description="", mime_type="", creation_date="", mod_date=""
    )
