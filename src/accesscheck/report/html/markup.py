"""Tags: the only place where angle brackets are written, so that nothing goes out unescaped."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

Attributes = Mapping[str, str | None]
"""Values by name; None leaves an attribute out."""


def escaped(text: str) -> str:
    """Text for content and for attribute values."""
    return escape(text, quote=True)


def element(tag: str, inside: str, attributes: Attributes | None = None) -> str:
    """An element around markup that is finished already."""
    return f"<{tag}{_written(attributes)}>{inside}</{tag}>"


def void(tag: str, attributes: Attributes) -> str:
    """An element that holds nothing."""
    return f"<{tag}{_written(attributes)}>"


def _written(attributes: Attributes | None) -> str:
    given = (attributes or {}).items()
    return "".join(f' {name}="{escaped(value)}"' for name, value in given if value is not None)
