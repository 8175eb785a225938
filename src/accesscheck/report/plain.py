"""Plain text for files that others read: without what no program shows and no format takes."""

from __future__ import annotations

import re

_REPLACEMENT = "\ufffd"
_NEWLINES = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# Controls, and marks that turn the direction of all that follows: what is written in another direction stands isolated.
_DROPPED = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_NO_TEXT = re.compile("[\ud800-\udfff\ufdd0-\ufdef]|[^\x00-\ufffd]")


def plain(text: str) -> str:
    """The text with one kind of newline and none of the characters that are no text."""
    return _NO_TEXT.sub(_shown, _DROPPED.sub("", _NEWLINES.sub("\n", text)))


def one_line(text: str) -> str:
    """The same on a single line."""
    return " ".join(plain(text).split())


def _shown(found: re.Match[str]) -> str:
    """Characters beyond the first plane are text; unpaired surrogates and the last two of each plane are none."""
    code = ord(found.group())
    return found.group() if code > 0xFFFF and code & 0xFFFE != 0xFFFE else _REPLACEMENT
