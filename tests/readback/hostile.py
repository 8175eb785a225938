"""Files that want to harm their reader: each made here, with what must be said of it."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Callable, Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Encryption, Name, ObjectStreamMode, String

from accesscheck.model.fingerprints import DATA_NAME

from .hostile_trees import circles, endless
from .reports import attached, changed, with_data

Corpus = dict[str, tuple[bytes, str]]
"""File by name, with the class of its error or the grade it gets."""

BOMB = 128 * 1024 * 1024
AS_IT_IS = {"compress_streams": False, "stream_decode_level": pikepdf.StreamDecodeLevel.none}
"""How to save a file without unpacking what was just packed."""
MANY = 1_000_000


def corpus(whole: bytes, data: bytes) -> Corpus:
    """More than forty files made from a good report with the assessment `data` inside."""
    made: Corpus = {f"cut at {share} %": (_cut(whole, share), "ReportDamaged") for share in range(5, 100, 5)}
    kinds = (_no_reports(), _locked(whole), _foreign(whole), _packed(whole, data), _lying(whole), _other_data(data))
    for part in (*kinds, _broken(whole), circles(), endless()):
        made |= _made(whole, part)
    return made


Made = Iterator[tuple[str, bytes | Callable[[pikepdf.Pdf], object], str]]


def _made(whole: bytes, part: Made) -> Corpus:
    return {name: (changed(whole, file, **AS_IT_IS) if callable(file) else file, said) for name, file, said in part}


def _cut(whole: bytes, share: int) -> bytes:
    return whole[: len(whole) * share // 100]


def _no_reports() -> Made:
    yield "empty", b"", "NotAPdf"
    yield "text", b"Dear Secretariat,\n" * 100, "NotAPdf"
    yield "archive", b"PK\x03\x04" + bytes(2000), "NotAPdf"
    yield "header alone", b"%PDF-1.7\n", "ReportDamaged"
    yield "header and noise", b"%PDF-1.7\n" + bytes(range(256)) * 400, "ReportDamaged"


def _locked(whole: bytes) -> Made:
    for name, user in (("password", "secret"), ("rights alone", "")):
        yield name, changed(whole, lambda pdf: None, encryption=Encryption(owner="owner", user=user)), "ReportEncrypted"


# --- other files inside ---


def _specification(pdf: pikepdf.Pdf, data: bytes, name: str = DATA_NAME, relationship: Name = Name.Data) -> Any:
    made = attached(pdf, data, name)
    made.relationship = relationship
    return made.obj


def _setting(key: str, value: Callable[[pikepdf.Pdf], Any]) -> Callable[[pikepdf.Pdf], object]:
    return lambda pdf: pdf.Root.__setitem__(key, value(pdf))


def _foreign(whole: bytes) -> Made:
    yield "nothing inside", lambda pdf: pdf.Root.__delitem__("/AF"), "NoAssessmentInside"
    yield "files that are no list", _setting("/AF", lambda pdf: Dictionary(A=1)), "NoAssessmentInside"
    odd = _setting("/AF", lambda pdf: Array([1, None, String("x"), Name.X, Array([]), Dictionary(UF=7, EF=3)]))
    yield "files that are none", odd, "NoAssessmentInside"
    named = _setting("/AF", lambda pdf: Array([_specification(pdf, b"{}", "invoice.json")]))
    yield "another name", named, "NoAssessmentInside"
    related = _setting("/AF", lambda pdf: Array([_specification(pdf, b"{}", relationship=Name.Source)]))
    yield "another relationship", related, "NoAssessmentInside"
    yield "two assessments", lambda pdf: pdf.Root.AF.append(_specification(pdf, b"{}")), "AssessmentTwice"
    yield "no file at all", _setting("/AF", lambda pdf: Array([_empty()])), "ReportDamaged"
    yield "a thousand files", lambda pdf: _append(pdf, 1000), "ReportTooLarge"
    yield "more files than are looked at", lambda pdf: _append(pdf, 3000), "ReportTooLarge"
    yield "a million files", _with_array(whole, b"/AF", b"1 0 R ", MANY), "ReportTooLarge"


def _empty() -> Dictionary:
    return Dictionary(Type=Name.Filespec, UF=String(DATA_NAME), AFRelationship=Name.Data)


def _append(pdf: pikepdf.Pdf, times: int) -> None:
    other = _specification(pdf, b"{}", "other.json", Name.Supplement)
    for _ in range(times):
        pdf.Root.AF.append(other)


def _plain(whole: bytes) -> bytes:
    """With every object readable as text."""
    return changed(whole, lambda pdf: None, object_stream_mode=ObjectStreamMode.disable, compress_streams=False)


def _rewritten(plain: bytes, old: bytes, new: bytes) -> bytes:
    """With other text in place of some; where everything stands is written anew."""
    assert old in plain
    return _with_places(plain.replace(old, new, 1))


def _with_places(plain: bytes) -> bytes:
    body = plain[: plain.rindex(b"\nxref\n") + 1]
    trailer = plain[plain.rindex(b"trailer") : plain.rindex(b"startxref")]
    at = {int(found[1]): found.start(1) for found in re.finditer(rb"(?:^|\n)(\d+) 0 obj", body)}
    lines = [b"0000000000 65535 f \n", *(b"%010d 00000 n \n" % at.get(n, 0) for n in range(1, max(at) + 1))]
    table = b"xref\n0 %d\n%s" % (len(lines), b"".join(lines))
    return body + table + trailer + b"startxref\n%d\n%%%%EOF\n" % len(body)


def _with_array(whole: bytes, key: bytes, entry: bytes, times: int) -> bytes:
    """With a list of many entries in the catalog."""
    plain = _plain(changed(whole, lambda pdf: pdf.Root.__setitem__(key.decode(), Name.PutItHere)))
    return _rewritten(plain, b"/PutItHere", b"[ " + entry * times + b"]")


# --- how things are packed ---


def _bomb(size: int = BOMB, unit: bytes = b" " * 65536) -> bytes:
    packing = zlib.compressobj(9)
    return b"".join([*(packing.compress(unit) for _ in range(size // len(unit))), packing.flush()])


def _packed(whole: bytes, data: bytes) -> Made:
    bomb, twice = _bomb(), zlib.compress(zlib.compress(data))
    flate = Name.FlateDecode

    def inside(raw: bytes, filters: Any, **more: Any) -> Callable[[pikepdf.Pdf], object]:
        def change(pdf: pikepdf.Pdf) -> None:
            pdf.Root.AF[0].EF.F.write(raw, filter=filters)
            for key, value in more.items():
                pdf.Root.AF[0].EF.F[f"/{key}"] = value

        return change

    yield "bomb", inside(bomb, flate), "ReportTooLarge"
    yield "bomb in a list of one", inside(bomb, Array([flate])), "ReportTooLarge"
    yield "packed twice", inside(twice, Array([flate, flate])), "PackedOtherwise"
    yield "bomb packed twice", inside(zlib.compress(bomb), Array([flate, flate])), "PackedOtherwise"
    yield "no way of packing", inside(data, Array([])), "PackedOtherwise"
    for name in (Name.LZWDecode, Name.RunLengthDecode, Name.ASCIIHexDecode, Name.ASCII85Decode, Name.DCTDecode):
        yield f"packed by {name}", inside(b"\x00" * 5000, name), "PackedOtherwise"
    parameters = Dictionary(Predictor=15, Columns=100_000_000)
    yield "predictor", inside(zlib.compress(data), flate, DecodeParms=parameters), "PackedOtherwise"
    yield "file elsewhere", inside(data, None, FFilter=flate), "PackedOtherwise"
    yield "not deflated", inside(b"not deflated at all", flate), "ReportDamaged"
    yield "deflated in part", inside(zlib.compress(data)[:-40], flate), "ReportDamaged"
    yield "bomb on a page", lambda pdf: pdf.pages[0].obj.Contents.write(bomb, filter=flate), "ReportTooLarge"
    yield "bomb as metadata", lambda pdf: pdf.Root.Metadata.write(bomb, filter=flate), "ReportTooLarge"
    yield "bomb as a font's characters", lambda pdf: _fonts(pdf, bomb), "ReportTooLarge"
    yield "bomb of objects", _objects(bomb), "ReportDamaged"
    yield "bomb of places", _places(bomb), "ReportDamaged"


def _fonts(pdf: pikepdf.Pdf, characters: bytes) -> None:
    for font in pdf.pages[0].obj.Resources.Font.values():
        font.ToUnicode.write(characters, filter=Name.FlateDecode)


def _objects(bomb: bytes) -> bytes:
    """The catalog lies in an object stream that never ends."""
    first = b"2 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d >>\nstream\n" % len(bomb)
    whole = b"%PDF-1.5\n" + first + bomb + b"\nendstream\nendobj\n"
    table = b"\0\0\0\0\0\xff" + b"\2" + b"\0\0\0\2" + b"\0" + b"\1" + b"\0\0\0\x09" + b"\0"
    table += b"\1" + len(whole).to_bytes(4, "big") + b"\0"
    head = b"3 0 obj\n<< /Type /XRef /Size 4 /W [1 4 1] /Root 1 0 R /Length %d >>\nstream\n" % len(table)
    return whole + head + table + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % len(whole)


def _places(bomb: bytes) -> bytes:
    """Where the objects stand is said in a stream that never ends."""
    head = (
        b"1 0 obj\n<< /Type /XRef /Size 100000000 /W [1 4 1] /Root 2 0 R /Filter /FlateDecode /Length %d >>\nstream\n"
    )
    start = b"%PDF-1.5\n"
    return start + head % len(bomb) + bomb + b"\nendstream\nendobj\nstartxref\n%d\n%%%%EOF\n" % len(start)


# --- lies about lengths ---


def _lying(whole: bytes) -> Made:
    plain = _plain(whole)
    found = re.search(
        rb"/Type /EmbeddedFile.{0,200}?/Length (\d+)|/Length (\d+)[^>]{0,200}/Type /EmbeddedFile", plain, re.DOTALL
    )
    length = re.search(rb"/Length \d+", found.group()) if found else None
    assert found is not None
    assert length is not None
    for name, said, error in (
        ("length that is too short", b"/Length 10", "ReportDamaged"),
        ("length that is too long", b"/Length 4000000", "ReportDamaged"),
        ("length below nothing", b"/Length -5", "ReportDamaged"),
        ("length without end", b"/Length 99999999999999999999", "ReportDamaged"),
        ("length that is a word", b"/Length /Long", "ReportDamaged"),
    ):
        own = found.group().replace(length.group(), said)
        yield name, _rewritten(plain, found.group(), own), error
    yield "size that is a lie", lambda pdf: pdf.Root.AF[0].EF.F.Params.__setitem__("/Size", 7), "consistent"
    yield "size of terabytes", lambda pdf: pdf.Root.AF[0].EF.F.Params.__setitem__("/Size", 2**62), "consistent"


# --- other data ---


def _other_data(data: bytes) -> Made:
    parsed = json.loads(data)

    def with_part(**parts: Any) -> bytes:
        return json.dumps({**parsed, **parts}).encode()

    def of_catalogue(**parts: Any) -> bytes:
        return with_part(catalogue={**parsed["catalogue"], **parts})

    note = {**parsed["answers"][0], "note": "x" * 15_000_000}
    facts = {"audience-zones": {"value": [0] * 90_000, "changed": "2027-02-01T09:00:00Z"}}
    for name, held in (
        ("words for data", b"Dear Secretariat"),
        ("other data", b"{}"),
        ("numbers that are none", b'{"format": NaN}'),
        ("a number without end", b'{"format": ' + b"9" * 100_000 + b"}"),
        ("UTF-16", data.decode().encode("utf-16")),
        ("half a character", data.replace(b"Ask Ana.", b"\\ud83d")),
        ("a key twice", data.replace(b'{"', b'{"format":1,"', 1)),
        ("half a million keys", b'{"format":1,' + b",".join(b'"k%d":1' % n for n in range(500_000)) + b',"k7":1}'),
        ("depth without end", b'{"format":1,"a":' + b"[" * 500_000 + b"]" * 500_000 + b"}"),
        ("depth of thirty", b'{"format":1,"a":' + b"[" * 30 + b"]" * 30 + b"}"),
        ("a string of 15 million", with_part(answers=[note])),
        ("a million answers that are none", with_part(answers=[0] * 700_000)),
        ("a million items that are none", of_catalogue(items=[0] * 700_000)),
        ("items full of nothing", of_catalogue(items=[{"groups": [0] * 19_000} for _ in range(35)])),
        ("an item full of conditions", of_catalogue(items=[{"applies": {"all": [0] * 500_000}}])),
        ("zones that are none", with_part(session={**parsed["session"], "facts": facts})),
        ("facts without end", with_part(session={**parsed["session"], "facts": {f"f{n}": 0 for n in range(90_000)}})),
        ("reasons that are none", with_part(result={**parsed["result"], "reasons": [[0] * 900] * 800})),
        ("a reason full of nothing", with_part(result={**parsed["result"], "reasons": [{"groups": [0] * 19_000}]})),
        ("empty lists without end", with_part(later=[[] for _ in range(790_000)])),
        ("emoji for a megabyte", with_part(note="\U0001f600" * 1_000_000)),
        ("unknown parts", with_part(payload="x")),
    ):
        yield name, with_data(held), "InterchangeBroken"
    yield "no data", with_data(b""), "InterchangeBroken"
    yield "newer format", with_data(with_part(format=2)), "NewerFormat"
    yield "another fingerprint", with_data(data.replace(b"Ask Ana.", b"Ask Ann.")), "differs"


# --- what is missing or of another kind ---


def _broken(whole: bytes) -> Made:
    def of_pages(value: Any) -> Callable[[pikepdf.Pdf], object]:
        return lambda pdf: pdf.Root.__setitem__("/Pages", value)

    yield "pages that are a number", of_pages(7), "ReportDamaged"
    yield "pages written in place", of_pages(Dictionary(Kids=Array([Dictionary(Type=Name.Page)]))), "ReportDamaged"
    yield "a page without content", lambda pdf: pdf.pages[0].obj.__delitem__("/Contents"), "ReportDamaged"
    yield "no catalog", _rewritten(_plain(whole), b"/Root 1 0 R", b"/Root 9999 0 R"), "ReportDamaged"
    yield "a table that leads to itself", _prev(_plain(whole)), "ReportDamaged"
    yield "a start that is nowhere", whole[: whole.rindex(b"startxref")] + b"startxref\n99\n%%EOF\n", "ReportDamaged"
    deep = b"[" * 100_000 + b"]" * 100_000
    yield "lists in lists in the catalog", _with_value(whole, deep), "ReportTooLarge"


def _with_value(whole: bytes, value: bytes) -> bytes:
    plain = _plain(changed(whole, lambda pdf: pdf.Root.__setitem__("/Odd", Name.PutItHere)))
    return _rewritten(plain, b"/PutItHere", value)


def _prev(plain: bytes) -> bytes:
    start = plain[plain.rindex(b"startxref") :].split()[1]
    return plain.replace(b"trailer <<", b"trailer << /Prev " + start, 1)
