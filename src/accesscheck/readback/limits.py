"""What a report may hold at most, and the count that is kept while one is read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from pikepdf import settings

from accesscheck.errors import ReportTooLarge
from accesscheck.model.fingerprints import MOST_DATA

_MEGABYTE = 1024 * 1024

FILE = 160 * _MEGABYTE
"""All proof a session can hold (100 MB), the assessment and the pages."""
DATA = MOST_DATA
"""The assessment."""
PROOF = 20 * _MEGABYTE
"""One proof file, as in a session."""
METADATA = 256 * 1024
CONTENT = 8 * _MEGABYTE
"""The drawing operators of one page."""
CHARACTER_MAP = _MEGABYTE
OUTSIDE_STREAMS = 4 * _MEGABYTE
"""Bytes of objects that are no streams: a parser needs up to sixty times as much."""

MORE_FILES = 16
"""Associated files beside the proof that the assessment names."""
ASSOCIATED = 2_000
PAGES = 5_000
NODES = 200_000
"""Entries looked at in trees of pages, ids and structure."""
STATEMENTS = 25_000
ALL_CONTENT = 128 * _MEGABYTE
SCANNED = 8 * _MEGABYTE
"""Bytes of operators in which the words of statements are looked for."""
MARKS = 3_000_000
DEPTH = 16


@cache
def limit_parser() -> None:
    """Bound qpdf for the whole process, once: it unpacks object streams before anybody can ask how large they are."""
    settings.set_qpdf_limits(
        parser_max_nesting=64,
        parser_max_container_size=NODES,
        max_stream_filters=1,
        flate_max_memory=OUTSIDE_STREAMS,
        png_max_memory=OUTSIDE_STREAMS,
        tiff_max_memory=OUTSIDE_STREAMS,
        run_length_max_memory=OUTSIDE_STREAMS,
        dct_max_memory=OUTSIDE_STREAMS,
    )


@dataclass(slots=True)
class Budget:
    """Counts down what reading one report may still take; `path` names the report in errors."""

    path: str
    left: int

    def spend(self, amount: int = 1) -> None:
        """Raise `ReportTooLarge` when more was taken than a report can need."""
        self.left -= amount
        if self.left < 0:
            raise ReportTooLarge(self.path)
