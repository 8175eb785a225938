"""Plain text for setting: what is drawn of it, where a line may end, and what may not be torn apart."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

_REPLACEMENT = "\ufffd"
_NEWLINES = "\r\x0b\x0c\x85\u2028\u2029"
# Bidirectional controls: runs with their own language are isolates already, a stray one must not turn a page round.
_DROPPED = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u00ad"
_SPACES = "\t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f"
_CONTROLS = [code for code in range(0xA0) if unicodedata.category(chr(code)) == "Cc"]
_TABLE: dict[int, str | None] = (
    dict.fromkeys([*_CONTROLS, *map(ord, _DROPPED)])
    | dict.fromkeys(map(ord, _SPACES), " ")
    | dict.fromkeys(map(ord, _NEWLINES + "\n"), "\n")
)
_FIRST_DOUBTFUL = "\ud800"
_RUNS = re.compile(r" +")
_LINES = re.compile(r" *\n *")
_PARAGRAPHS = re.compile(r"\n{3,}")

_WIDE = (
    "\u1100-\u115f\u2e80-\u303e\u3041-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff"
    "\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\U0001f000-\U0001f1e5\U0001f200-\U0001f3fa\U0001f400-\U0001faff"
    "\U00020000-\U0003fffd"
)
# Characters that may not begin or end a line of Chinese or Japanese text.
_CLOSING = "、。，．：；？！％）」』】〉》〕｝］…‥”’ー々ゝゞぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ·・.,:;?!)\\]}%»"
_OPENING = "（「『【〈《〔｛［“‘(\\[{«"
_JOINERS = "\u200d\u2060\u00a0\u202f"
_GLUE = f"{_JOINERS} \u0300-\u036f\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0000-\U000e01ef\u3099\u309a"

_FIRST_WIDE = "\u2e80"
_LEADING = re.compile("[\u1100-\u115f]")  # the Korean letters below it
# Every branch begins with what it looks for: several times as fast as what wide characters need.
_BREAK = re.compile(
    r" +(?=[^ \n])"
    r"|\n"
    r"|\u200b"
    r"|[-\u2010\u2013\u2014](?<=[^\W\d_].)(?=[^\W\d_])"
    r"|/(?<=\w.)(?=\w)"
)


# Patterns of wide ranges take milliseconds to compile, and most reports have no text that needs them.
@cache
def _not_text() -> re.Pattern[str]:
    return re.compile("[\ud800-\udfff\ufdd0-\ufdef\ufff0-\ufffb\ufffe\uffff]|[^\x00-\uffff]")


@cache
def _wide() -> re.Pattern[str]:
    return re.compile(f"[{_WIDE}]")


@cache
def _break_wide() -> re.Pattern[str]:
    """The same, and beside wide characters."""
    return re.compile(
        rf"{_BREAK.pattern}"
        rf"|(?<=[{_WIDE}])(?<![{_OPENING}])(?=[^{_CLOSING}{_GLUE}])"
        rf"|(?<=[^\s{_OPENING}{_JOINERS}])(?=[{_WIDE}])(?![{_CLOSING}{_GLUE}])"
    )


_JOINER = "\u200d"


def clean(text: str) -> str:
    """What is drawn of a text: no controls, one kind of newline, single spaces, no more than one empty line."""
    plain = text.replace("\r\n", "\n").translate(_TABLE)
    if not plain.isascii() and max(plain) >= _FIRST_DOUBTFUL:
        plain = _not_text().sub(_drawable, plain)
    return _PARAGRAPHS.sub("\n\n", _LINES.sub("\n", _RUNS.sub(" ", plain)))


def _drawable(found: re.Match[str]) -> str:
    character = found.group()
    code = ord(character)
    return _REPLACEMENT if code <= 0xFFFF or code & 0xFFFE == 0xFFFE else character


def joined(texts: list[str]) -> list[str]:
    """Cleaned texts of one paragraph: no space begins it, none follows a space or newline of the text before."""
    result: list[str] = []
    last = "\n"
    for text in map(clean, texts):
        kept = text.lstrip(" ") if last in " \n" else text
        result.append(kept)
        last = kept[-1:] or last
    return result


def words(text: str) -> Iterator[tuple[int, int]]:
    """The pieces (start, end) between which a line may end; one that ends with a newline must."""
    start = 0
    breaks = _break_wide() if _has_wide(text) else _BREAK
    for found in breaks.finditer(text):
        if found.end() > start:
            yield start, found.end()
            start = found.end()
    if start < len(text):
        yield start, len(text)


def _has_wide(text: str) -> bool:
    """Whether a line may end beside some of its characters; most text is told by its highest one."""
    if text.isascii():
        return False
    highest = max(text)
    if highest >= _FIRST_WIDE:
        return _wide().search(text) is not None
    return highest >= "\u1100" and _LEADING.search(text) is not None


def graphemes(text: str) -> Iterator[str]:
    """What a reader takes for one character: a base with its marks, joined emoji, a flag's two letters."""
    start = 0
    for position in range(1, len(text) + 1):
        if position == len(text) or not _continues(text, start, position):
            yield text[start:position]
            start = position


def _continues(text: str, start: int, position: int) -> bool:
    character = text[position]
    if is_mark(character) or text[position - 1] == _JOINER:
        return True
    return _is_flag(character) and _is_flag(text[position - 1]) and position - start == 1


def is_mark(character: str) -> bool:
    """Whether it belongs to the character before it: marks, joiners, variation selectors, skin tones."""
    return unicodedata.category(character) in ("Mn", "Me", "Mc") or character in "\u200c\u200d" or _is_tail(character)


def _is_tail(character: str) -> bool:
    return "\U0001f3fb" <= character <= "\U0001f3ff" or "\U000e0020" <= character <= "\U000e007f"


def _is_flag(character: str) -> bool:
    return "\U0001f1e6" <= character <= "\U0001f1ff"
