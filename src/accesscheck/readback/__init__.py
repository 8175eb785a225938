"""A report read back: the assessment inside it, what its pages state, and how far both belong together.

A report may come from anybody, so every step is bounded: sizes before bytes, counts before loops, no repair unasked.
"""

from .report import Report, read_report
from .trust import differences, grade_of

__all__ = ["Report", "differences", "grade_of", "read_report"]
