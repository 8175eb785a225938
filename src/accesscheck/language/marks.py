"""Marks texts that are chosen by id, so that extraction finds them where they are written."""

from __future__ import annotations


def N_(message: str) -> str:  # noqa: N802  # gettext's own name for "mark, translate later"
    """The message itself; `Words.text` translates it where it is shown."""
    return message


def P_(one: str, many: str) -> tuple[str, str]:  # noqa: N802  # the same for a text with a number
    """Both forms; `Words.plural` translates them for a count."""
    return one, many
