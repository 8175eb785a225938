"""A parser that speaks the desk's words where argparse has English of its own."""

from __future__ import annotations

from argparse import Action, ArgumentParser, HelpFormatter
from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any, NoReturn

from accesscheck.language.words import Words

if TYPE_CHECKING:
    from argparse import _MutuallyExclusiveGroup as Group  # argparse gives it no public name


class Parser(ArgumentParser):
    """The parser of the program or of one of its commands; a wrong use is told in one sentence and ends with 2."""

    def __init__(self, words: Words, **given: Any) -> None:
        super().__init__(add_help=False, formatter_class=partial(_Formatter, words), **given)
        self._words = words
        self._positionals.title = words.text("What to give")
        self._optionals.title = words.text("Options")
        self.add_argument("-h", "--help", action="help", help=words.text("explain this and stop"))

    def error(self, message: str) -> NoReturn:
        """Say how it is written; argparse's own message is English whatever the desk speaks."""
        said = self._words.text(
            "The command is not written like that. “{program} --help” explains it.", program=self.prog
        )
        self.exit(2, f"{self.format_usage()}{said}\n")


class _Formatter(HelpFormatter):
    def __init__(self, words: Words, prog: str) -> None:
        super().__init__(prog)
        self._words = words

    def add_usage(
        self, usage: str | None, actions: Iterable[Action], groups: Iterable[Group], prefix: str | None = None
    ) -> None:
        prefix = self._words.text("Usage: ") if prefix is None else prefix
        super().add_usage(usage, actions, groups, prefix)
