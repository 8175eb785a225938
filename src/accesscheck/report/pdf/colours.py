"""The colours of the file are sRGB: an ICC profile (version 4) of its own says so."""

from __future__ import annotations

import struct

_TEXTS = {b"desc": "sRGB IEC61966-2.1", b"cprt": "No copyright, use freely"}
# IEC 61966-2-1 adapted to D50 (Bradford), as the profile connection space wants them.
_POINTS = {
    b"wtpt": (0.9642, 1.0, 0.8249),
    b"rXYZ": (0.43607, 0.22249, 0.01392),
    b"gXYZ": (0.38515, 0.71687, 0.09708),
    b"bXYZ": (0.14307, 0.06061, 0.7141),
}
_ADAPTATION = (1.04788, 0.02292, -0.0502, 0.02959, 0.99048, -0.01706, -0.00923, 0.01508, 0.75168)
_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)
_HEADER = 128  # bytes
_ENTRY = 12  # bytes of the tag table for each tag


def srgb() -> bytes:
    """The profile's bytes."""
    tags = _tags()
    start = _HEADER + 4 + _ENTRY * len(tags)
    places: dict[bytes, int] = {}  # the three curves are one
    body = b""
    table = struct.pack(">I", len(tags))
    for tag, data in tags.items():
        if data not in places:
            places[data] = start + len(body)
            body += data
        table += struct.pack(">4sII", tag, places[data], len(data))
    return _header(start + len(body)) + table + body


def _tags() -> dict[bytes, bytes]:
    curve = b"para" + bytes(4) + struct.pack(">HH", 3, 0) + _fixed(_CURVE)
    return (
        {tag: _text(text) for tag, text in _TEXTS.items()}
        | {tag: b"XYZ " + bytes(4) + _fixed(point) for tag, point in _POINTS.items()}
        | {b"chad": b"sf32" + bytes(4) + _fixed(_ADAPTATION)}
        | dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), curve)
    )


def _fixed(values: tuple[float, ...]) -> bytes:
    return b"".join(struct.pack(">i", round(value * 0x10000)) for value in values)


def _text(text: str) -> bytes:
    """Text in one language; tags begin at multiples of four bytes."""
    data = text.encode("utf-16-be")
    made = b"mluc" + bytes(4) + struct.pack(">II4sII", 1, 12, b"enUS", len(data), 28) + data
    return made + bytes(-len(made) % 4)


def _header(size: int) -> bytes:
    """The first 128 bytes; the profile is dated as its standard."""
    return (
        struct.pack(">I4sI4s4s4s", size, bytes(4), 0x04200000, b"mntr", b"RGB ", b"XYZ ")
        + struct.pack(">6H", 1999, 10, 1, 0, 0, 0)
        + b"acsp"
        + bytes(28)
        + _fixed(_POINTS[b"wtpt"])
        + bytes(48)
    )
