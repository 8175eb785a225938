"""Looking into objects of a file that may be of any kind, and unpacking streams within bounds."""

from __future__ import annotations

import zlib
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from accesscheck.errors import PackedOtherwise, ReportDamaged, ReportTooLarge

_FLATE = Name.FlateDecode
_PACKING = 64 * 1024  # what bytes that cannot be made smaller may take more when they are packed


def entry(held: Any, key: str) -> Any:
    """What stands under `key`; None where there is nothing, or nothing that has keys."""
    if not isinstance(held, Dictionary | Stream):
        return None
    return held[key] if key in held else None  # noqa: SIM401 - asking for what is not there takes six times as long


def array(held: Any, key: str) -> pikepdf.Object | None:
    """The array under `key`, if one stands there."""
    found = entry(held, key)
    return found if isinstance(found, Array) else None


def text(held: Any, key: str) -> str | None:
    """The text string under `key`, if one stands there."""
    found = entry(held, key)
    return str(found) if isinstance(found, String) else None


def number(held: Any, key: str) -> int | None:
    """The whole number under `key`, if one stands there."""
    found = entry(held, key)
    return found if type(found) is int else None


def place(held: Any) -> tuple[int, int]:
    """The object's number and generation; (0, 0) for what is no object of its own."""
    return held.objgen if isinstance(held, pikepdf.Object) else (0, 0)


def unpacked(stream: Any, most: int, path: str) -> bytes:
    """A stream's bytes: plain or deflated once, and never more than `most` of them.

    Raises `ReportDamaged`, `PackedOtherwise` or `ReportTooLarge`.
    """
    if not isinstance(stream, Stream):
        raise ReportDamaged(path, repair=True)
    packed = _is_packed(stream, path)
    length = number(stream, "/Length")
    if length is None or length > most + (_PACKING if packed else 0):
        raise ReportTooLarge(path)
    raw = stream.read_raw_bytes()
    return _inflated(raw, most, path) if packed else raw


def _is_packed(stream: Stream, path: str) -> bool:
    """Whether the stream is deflated; raises `PackedOtherwise` for every other way."""
    filters = entry(stream, "/Filter")
    if isinstance(filters, Array):
        filters = filters[0] if len(filters) == 1 else filters
    odd = any(entry(stream, key) is not None for key in ("/DecodeParms", "/F", "/FFilter"))
    if odd or (filters is not None and filters != _FLATE):
        raise PackedOtherwise(path)
    return filters is not None


def _inflated(raw: bytes, most: int, path: str) -> bytes:
    unpacking = zlib.decompressobj()
    try:
        data = unpacking.decompress(raw, most + 1)
    except zlib.error:
        raise ReportDamaged(path, repair=True) from None
    if len(data) > most:
        raise ReportTooLarge(path)
    if not unpacking.eof:
        raise ReportDamaged(path, repair=True)
    return data
