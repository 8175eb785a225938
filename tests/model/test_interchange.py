from __future__ import annotations

import json
from datetime import datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accesscheck.model.assessment import Assessment
from accesscheck.model.catalogue import Catalogue
from accesscheck.model.interchange import (
    MAX_BYTES,
    MAX_DEPTH,
    MAX_ELSEWHERE,
    MAX_IN_ENTRY,
    MAX_VALUES,
    Malformed,
    canonical,
    decode,
    deeper_than,
    encode,
    nests_deeper,
    strict_json,
)
from accesscheck.operations.interchange import exported
from accesscheck.rules.view import view

APPLIES = "catalogue/items/0/applies/fact"
Example = tuple[Assessment, datetime]


@pytest.fixture(scope="module")
def data(catalogue: Catalogue, example: Example) -> bytes:
    return encode(exported(view(catalogue, *example)))


def changed(data: bytes, *path: Any, to: Any) -> bytes:
    """The bytes with one value replaced."""
    raw = json.loads(data)
    place = raw
    for part in path[:-1]:
        place = place[part]
    place[path[-1]] = to
    return json.dumps(raw).encode()


def refusal(data: bytes) -> Malformed:
    with pytest.raises(Malformed) as refused:
        decode(data)
    return refused.value


def test_an_export_read_back_is_written_as_the_same_bytes(data: bytes) -> None:
    assert encode(decode(data).export) == data


def test_an_export_read_back_is_equal(catalogue: Catalogue, example: Example, data: bytes) -> None:
    assert decode(data).export == exported(view(catalogue, *example))


def test_the_bytes_have_sorted_keys_and_one_trailing_newline(data: bytes) -> None:
    assert data == canonical(json.loads(data))
    assert data.endswith(b"}\n")


def test_the_export_has_the_fields_of_the_format(data: bytes) -> None:
    assert set(json.loads(data)) == {
        *("format", "app", "as_of", "stage", "stage_chosen", "session", "answers", "earlier", "applicability"),
        *("catalogue", "result", "omitted"),
    }


def test_conditions_stand_in_the_export_as_in_the_checklists(data: bytes) -> None:
    items = {item["id"]: item for item in json.loads(data)["catalogue"]["items"]}
    assert items["captioning.text-stream"]["applies"] == {"fact": "captions", "one_of": ["human", "human-corrected"]}


@pytest.mark.parametrize(
    ("path", "to", "where"),
    [
        (("stage",), "planning", "stage"),
        (("answers", 0, "outcome"), "mett", "answers/0/outcome"),
        (("answers", 0, "extra"), 1, "answers/0/extra"),
        (("session", "revision"), "1", "session/revision"),
        (("as_of",), "2027-03-01T09:00:00", "as_of"),
        (("catalogue", "items", 0, "severity"), 5, "catalogue/items/0/severity"),
        (("result", "range", "low"), "most", "result/range/low"),
        (("format",), 0, "format"),
        (("catalogue", "items", 0, "not_relevant"), "with-reason", "catalogue/items/0"),
        (("catalogue", "items", 0, "essential"), False, "catalogue/items/0"),
        (("catalogue", "items", 0, "applies"), {"fact": "seats", "at_least": 1, "at_most": 2}, APPLIES),
        (("catalogue", "items", 0, "applies"), {"fact": "seats"}, APPLIES),
    ],
)
def test_a_wrong_value_is_refused_with_its_place(data: bytes, path: tuple[Any, ...], to: Any, where: str) -> None:
    refused = refusal(changed(data, *path, to=to))
    assert (refused.code, refused.where) == ("wrong-value", where)


def test_a_newer_format_is_refused_with_its_number(data: bytes) -> None:
    refused = refusal(changed(data, "format", to=2))
    assert (refused.code, refused.detail) == ("newer-format", "2")


@pytest.mark.parametrize("raw", [b"[]", b"5", b"null", b"{}", b'{"format": "1"}', b'{"format": null}'])
def test_other_json_is_no_export(raw: bytes) -> None:
    assert refusal(raw).code == "not-an-export"


@pytest.mark.parametrize(
    "raw",
    [b"", b"{", b"\xff\xfe", b'{"a": NaN}', b"Infinity", b"[1,]", b"1" * 5000, b"PK\x03\x04", b"\xef\xbb\xbf{}"],
)
def test_what_is_no_json_is_told_so(raw: bytes) -> None:
    assert refusal(raw).code == "not-json"


def test_a_key_that_stands_twice_is_refused_by_name() -> None:
    refused = refusal(b'{"format": 1, "answers": [], "answers": []}')
    assert (refused.code, refused.detail) == ("duplicate-key", "answers")


def test_a_key_that_stands_twice_deep_inside_is_refused_too() -> None:
    assert refusal(b'{"format": 1, "a": [{"b": {"c": 1, "c": 2}}]}').detail == "c"


@pytest.mark.parametrize("raw", [b"[" * 200_000, b'{"a":' * 200_000, b"[" * 100 + b"]" * 100])
def test_deep_nesting_is_refused(raw: bytes) -> None:
    assert refusal(raw).code == "too-deep"


def test_the_deepest_that_is_taken_is_taken() -> None:
    assert strict_json(b"[" * MAX_DEPTH + b"]" * MAX_DEPTH) is not None


def test_more_than_an_export_can_be_is_not_parsed() -> None:
    assert refusal(bytes(MAX_BYTES + 1)).code == "too-large"


@given(st.binary(max_size=300) | st.text(max_size=100).map(str.encode))
def test_whatever_the_bytes_are_the_answer_is_an_export_or_a_refusal(raw: bytes) -> None:
    with pytest.raises(Malformed):
        decode(raw)


def test_damage_anywhere_is_refused_or_reads_as_it_stands(data: bytes) -> None:
    for place in range(0, len(data), 4001):
        damaged = data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]
        try:
            found = decode(damaged)
        except Malformed:
            continue
        assert encode(found.export) != data


def test_more_values_than_an_assessment_has_are_not_even_parsed() -> None:
    assert refusal(b'{"format":1,"a":[' + b"0," * MAX_VALUES + b"0]}").code == "too-large"


@pytest.mark.parametrize("path", [("answers", 0, "evidence"), ("catalogue", "items", 0, "groups")])
def test_more_values_than_an_answer_or_item_has_are_refused_before_each_is_judged(
    data: bytes, path: tuple[str | int, ...]
) -> None:
    assert refusal(changed(data, *path, to=[0] * MAX_IN_ENTRY)).code == "too-large"


def test_more_values_elsewhere_than_an_assessment_has_are_refused_before_each_is_judged(data: bytes) -> None:
    assert refusal(changed(data, "omitted", to=["x"] * MAX_ELSEWHERE)).code == "too-large"


def test_the_first_wrong_answer_is_enough(data: bytes) -> None:
    broken = refusal(changed(data, "answers", to=[{}] * 1000))
    assert (broken.code, broken.where) == ("wrong-value", "answers/0/item")


def test_the_last_of_many_keys_is_found_twice() -> None:
    keys = ",".join(f'"k{number}":1' for number in range(50_000))
    assert refusal(f'{{"format":1,{keys},"k49999":1}}'.encode()).detail == "k49999"


def test_the_hash_of_a_catalogue_is_told_from_its_content_however_it_is_written(data: bytes) -> None:
    """Spaces and another order of keys make no other catalogue; another word does."""
    loosely = json.dumps(json.loads(data), indent=1).encode()
    own = decode(data).export.catalogue.hash
    assert (decode(data).content_hash, decode(loosely).content_hash) == (own, own)
    assert decode(changed(data, "catalogue", "items", 0, "why", to="Another word.")).content_hash != own


def test_a_key_said_twice_is_refused_however_well_the_rest_is_written(data: bytes) -> None:
    assert refusal(data.replace(b'"format":1', b'"format":1,"format":1', 1)).code == "duplicate-key"


@given(
    st.recursive(st.integers() | st.text('[]{}\\"'), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner))
)
def test_the_fast_way_finds_the_same_depth(raw: Any) -> None:
    written = canonical(raw)
    for limit in range(5):
        assert nests_deeper(written, limit + 1) is deeper_than(raw, limit + 1)
