"""Opening a PDF from anybody: bounded before the first byte is parsed, and never repaired unasked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pikepdf
from pikepdf import settings

from accesscheck.errors import (
    FileMissing,
    FileUnreadable,
    NotAPdf,
    ReportDamaged,
    ReportEncrypted,
    ReportTooLarge,
)

from . import limits

_HEAD = 1024  # a PDF's first line stands somewhere in here
_STREAM = re.compile(rb"stream\r?\n")
_END = b"endstream"


@contextmanager
def opened(path: Path, repair: bool) -> Iterator[pikepdf.Pdf]:
    """The file, open; what it turns out to be while it is used is told as one of our errors."""
    limits.limit_parser()
    _check_bytes(path)
    beyond = settings.qpdf_limit_errors()
    try:
        with pikepdf.open(
            path,
            attempt_recovery=repair,
            inherit_page_attributes=False,
            access_mode=pikepdf.AccessMode.stream,
            conversion_mode="implicit",
        ) as pdf:
            if pdf.is_encrypted:
                raise ReportEncrypted(str(path))
            yield pdf
    except pikepdf.PasswordError:
        raise ReportEncrypted(str(path)) from None
    except pikepdf.PdfError:
        if settings.qpdf_limit_errors() > beyond:
            raise ReportTooLarge(str(path)) from None
        raise ReportDamaged(str(path), repair) from None


def _check_bytes(path: Path) -> None:
    """Raise for a file that is not there, is no PDF, or is larger than any report."""
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(_HEAD)
            if b"%PDF-" not in head:
                raise NotAPdf(str(path))
            if size > limits.FILE:
                raise ReportTooLarge(str(path))
            if size > limits.OUTSIDE_STREAMS:
                file.seek(0)
                _check_outside(file.read(limits.FILE + 1), str(path))
    except FileNotFoundError:
        raise FileMissing(str(path)) from None
    except OSError as error:
        raise FileUnreadable(str(path), error.strerror or type(error).__name__) from None


def _check_outside(data: bytes, path: str) -> None:
    """Raise where more lies outside of streams than objects of a report need."""
    outside, position = 0, 0
    for found in _STREAM.finditer(data):
        if found.start() < position:
            continue
        outside += found.start() - position
        end = data.find(_END, found.end())
        position = len(data) if end < 0 else end + len(_END)
    if outside + len(data) - position > limits.OUTSIDE_STREAMS:
        raise ReportTooLarge(path)
