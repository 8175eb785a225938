"""The file's own notation, read back by a library that knows nothing of ours."""

from __future__ import annotations

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accesscheck.report.pdf.objects import Objects, array, name, number, numbers, octets, string

from .reading import opened


def saved(objects: Objects, entries: str) -> bytes:
    pages = objects.add("<</Type/Pages/Kids[]/Count 0>>")
    return objects.saved(objects.add(f"<</Type/Catalog/Pages {pages}{entries}>>"), objects.add("<<>>"))


def read(entries: str) -> pikepdf.Pdf:
    return opened(saved(Objects(), entries))


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(codec="utf-8")))
def test_a_string_says_its_text(text: str) -> None:
    assert str(read(f"/Said{string(text)}").Root.Said) == text


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=80))
def test_a_string_of_bytes_holds_them(data: bytes) -> None:
    assert bytes(read(f"/Held{octets(data)}").Root.Held) == data


@pytest.mark.parametrize("text", ["application/json", "a b", "a#b", "(x)", "Decimal"])
def test_a_name_is_the_text_it_is_made_of(text: str) -> None:
    assert read(f"/Named{name(text)}").Root.Named == pikepdf.Name("/" + text)


@pytest.mark.parametrize(
    ("value", "said"), [(0, "0"), (1.0, "1"), (841.89, "841.89"), (1234567.891, "1234567.89"), (-0.001, "-0"), (3, "3")]
)
def test_a_number_is_written_to_hundredths_without_an_exponent(value: float, said: str) -> None:
    assert number(value) == said
    assert numbers([value]) == array([said])


def test_each_of_many_objects_is_found_by_its_reference() -> None:
    objects = Objects()
    first = objects.reserve()
    held = [objects.add(f"({at})") if at % 3 else objects.stream(f"{at}".encode()) for at in range(1000)]
    objects.put(first, array(held))
    pdf = opened(saved(objects, f"/All {first}"))
    said = [bytes(one) if at % 3 else one.read_bytes() for at, one in enumerate(pdf.Root.All)]
    assert said == [f"{at}".encode() for at in range(1000)]


def test_a_stream_may_stay_unpacked() -> None:
    objects = Objects()
    data = saved(objects, f"/Plain {objects.stream(b'words anybody finds', packed=False)}")
    assert b"\nwords anybody finds\n" in data


def test_a_file_is_free_of_what_a_strict_reader_would_warn_of() -> None:
    objects = Objects()
    with opened(saved(objects, f"/Data {objects.stream(b'x' * 5000)}")) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert pdf.pdf_version == "1.7"


def test_other_contents_have_another_identifier() -> None:
    first, second, again = (opened(saved(Objects(), f"/Said{string(said)}")) for said in ("a", "b", "a"))
    assert first.trailer.ID[0] != second.trailer.ID[0]
    assert first.trailer.ID[0] == again.trailer.ID[0]
