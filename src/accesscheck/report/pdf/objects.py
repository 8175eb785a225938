"""Objects of a PDF in its own notation, and the file they make: the same objects give the same bytes.

An object is text of one character a byte (Latin-1). Objects without a stream lie packed in object streams.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Iterable

_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_TOGETHER = 250  # objects in one object stream: more are packed better, fewer are found sooner
_WIDTHS = (1, 4, 2)  # bytes of a cross-reference entry's fields
_SPECIAL = re.compile(r"[\\()\r\n]")
_ESCAPES = {"\\": "\\\\", "(": "\\(", ")": "\\)", "\r": "\\r", "\n": "\\n"}
_IRREGULAR = re.compile(r"[^!-~]|[#/%()<>\[\]{}]")


def string(text: str) -> str:
    """A text string; its one-byte encoding is ASCII but for controls."""
    plain = text.isascii() and text.isprintable()
    return octets(text.encode("ascii") if plain else b"\xfe\xff" + text.encode("utf-16-be", "replace"))


def octets(data: bytes) -> str:
    """A string of bytes."""
    return f"({_SPECIAL.sub(lambda found: _ESCAPES[found.group()], data.decode('latin-1'))})"


def name(text: str) -> str:
    """A name; `text` is ASCII."""
    return "/" + _IRREGULAR.sub(lambda found: f"#{ord(found.group()):02X}", text)


def number(value: float) -> str:
    """A number to hundredths."""
    return f"{round(value, 2):.12g}"


def array(values: Iterable[str]) -> str:
    return f"[{' '.join(values)}]"


def numbers(values: Iterable[float]) -> str:
    return array(map(number, values))


class Objects:
    """The objects of one file; a reference to one ("12 0 R") stands for it in others."""

    def __init__(self) -> None:
        self._plain: dict[int, str] = {}
        self._streams: dict[int, tuple[str, bytes]] = {}
        self._count = 0

    def reserve(self) -> str:
        """A reference to an object that is put in later."""
        self._count += 1
        return f"{self._count} 0 R"

    def put(self, reference: str, body: str) -> None:
        self._plain[int(reference.partition(" ")[0])] = body

    def add(self, body: str) -> str:
        """Put an object in; returns the reference to it."""
        self._count += 1
        self._plain[self._count] = body
        return f"{self._count} 0 R"

    def stream(self, data: bytes, entries: str = "", packed: bool = True) -> str:
        """Put bytes in, with more entries for their dictionary; returns the reference to them."""
        self._count += 1
        self._streams[self._count] = (
            (f"{entries}/Filter/FlateDecode", zlib.compress(data)) if packed else (entries, data)
        )
        return f"{self._count} 0 R"

    def saved(self, root: str, info: str) -> bytes:
        """The bytes of the file; nothing can be put in any more."""
        places = self._packed()
        parts, offset = [_HEAD], len(_HEAD)
        for at, (entries, data) in self._streams.items():
            places[at] = (1, offset, 0)
            parts.append(_stream(at, entries, data))
            offset += len(parts[-1])
        places[self._count + 1] = (1, offset, 0)
        mark = hashlib.sha256(b"".join(parts)).hexdigest()[:32].upper()
        ending = f"/Type/XRef/Root {root}/Info {info}/ID[<{mark}><{mark}>]/Size {self._count + 2}"
        parts.append(_cross_references(self._count + 1, ending, places))
        return b"".join([*parts, b"startxref\n%d\n%%%%EOF\n" % offset])

    def _packed(self) -> dict[int, tuple[int, int, int]]:
        """Put all objects without a stream into object streams; returns where each of them is."""
        places: dict[int, tuple[int, int, int]] = {0: (0, 0, 0xFFFF)}
        plain = sorted(self._plain.items())
        for start in range(0, len(plain), _TOGETHER):
            together = plain[start : start + _TOGETHER]
            held = self._hold(together)
            places |= {at: (2, held, position) for position, (at, _) in enumerate(together)}
        return places

    def _hold(self, together: list[tuple[int, str]]) -> int:
        """One object stream (ISO 32000-1, 7.5.7); returns its number."""
        index, offset = [], 0
        for at, body in together:
            index.append(f"{at} {offset}")
            offset += len(body) + 1
        head = " ".join(index)
        data = "\n".join([head, *(body for _, body in together)]).encode("latin-1")
        self.stream(data, f"/Type/ObjStm/N {len(together)}/First {len(head) + 1}")
        return self._count


def _stream(at: int, entries: str, data: bytes) -> bytes:
    head = f"{at} 0 obj\n<<{entries}/Length {len(data)}>>\nstream\n"
    return head.encode("latin-1") + data + b"\nendstream\nendobj\n"


def _cross_references(at: int, entries: str, places: dict[int, tuple[int, int, int]]) -> bytes:
    """The cross-reference stream: each row holds what it differs by from the one above (predictor 12)."""
    length = sum(_WIDTHS)
    table = b"".join(
        kind.to_bytes(1, "big") + place.to_bytes(4, "big") + index.to_bytes(2, "big")
        for _, (kind, place, index) in sorted(places.items())
    )
    above = bytes(length) + table
    less = bytes([(one - other) & 0xFF for one, other in zip(table, above, strict=False)])
    rows = b"".join(b"\x02" + less[start : start + length] for start in range(0, len(less), length))
    parameters = f"/W{array(map(str, _WIDTHS))}/DecodeParms<</Predictor 12/Columns {length}>>"
    return _stream(at, f"{entries}{parameters}/Filter/FlateDecode", zlib.compress(rows))
