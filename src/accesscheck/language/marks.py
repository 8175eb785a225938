"""Marks texts that are chosen by id, so that extraction finds them where they are written."""

from __future__ import annotations


def N_(message: str) -> str:  # noqa: N802  # gettext's own name for "mark, translate later"
    """The message itself; `Words.text` translates it where it is shown."""
    return message
