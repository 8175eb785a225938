"""A document as a tagged PDF: PDF/UA-1 and PDF/A-3a in one file."""

from accesscheck.errors import ReportTooLong

from .renderer import render
from .style import PageSize

__all__ = ["PageSize", "ReportTooLong", "render"]
