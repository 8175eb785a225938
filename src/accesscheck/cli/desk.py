"""What every command works with: the words, the moment, and where to say things."""

from __future__ import annotations

import sys
from collections.abc import Collection, Generator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, TypeVar

from accesscheck.errors import UnknownName, ValueRefused
from accesscheck.language.verdicts import headline
from accesscheck.language.words import Words
from accesscheck.model.assessment import AnswerKey
from accesscheck.model.catalogue import Catalogue
from accesscheck.model.interchange import canonical
from accesscheck.model.progress import Progress
from accesscheck.model.terms import Stage
from accesscheck.operations.catalogues import shipped
from accesscheck.operations.documents import open_session
from accesscheck.operations.session import OpenSession
from accesscheck.rules.facts import START_YEARS
from accesscheck.rules.nearest import nearest

DOOR = "command line"
BY_DATE = "by-date"
"""Typed in place of a stage: the one that follows the date."""
Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Desk:
    """The words to speak in and the one moment the command happens at, by this computer's clock and offset."""

    words: Words
    now: datetime

    def catalogue(self) -> Catalogue:
        return shipped()

    def open(self, path: Path, write: bool = True) -> OpenSession:
        opened = open_session(path, self.catalogue(), DOOR, write)
        self.warn_of(opened.set_aside)
        return opened

    def warn_of(self, set_aside: Collection[AnswerKey]) -> None:
        """Say which answers the checklists do not take any more."""
        if set_aside:
            items = self.words.listing(dict.fromkeys(item for item, _ in set_aside))
            self.complain(
                self.words.text(
                    "The checklists do not take these answers any more, so they count as not known: {items}. "
                    "What was answered is kept until you answer anew.",
                    items=items,
                )
            )

    def say(self, text: str) -> None:
        print(text)

    def say_json(self, raw: Any) -> None:
        sys.stdout.write(canonical(raw).decode())

    def say_verdict(self, opened: OpenSession) -> None:
        """What a change leads to."""
        seen = opened.view(self.now)
        self.say(headline(seen.score, seen.span, self.words, len(seen.declared)))

    def complain(self, text: str) -> None:
        print(text, file=sys.stderr)

    def follow(self, steps: Generator[Progress, None, Result]) -> Result:
        """Run a long operation to its end; a terminal sees how far it has come."""
        shown = sys.stderr.isatty()
        while True:
            try:
                progress = next(steps)
            except StopIteration as end:
                if shown:
                    print(file=sys.stderr)
                return end.value  # type: ignore[no-any-return]  # a generator's result is typed by its signature alone
            if shown:
                print(f"\r{progress.done}/{progress.total}", end="", file=sys.stderr, flush=True)

    def moment(self, typed: str | None) -> datetime | None:
        """A moment given on the command line, UTC where no offset is written."""
        if typed is None:
            return None
        try:
            found = datetime.fromisoformat(typed).replace(microsecond=0)
        except ValueError:
            raise ValueRefused("as-of", typed[:60], "moment") from None
        if found.year not in START_YEARS:
            raise ValueRefused("as-of", typed[:60], "moment")
        return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)

    def stage(self, typed: str | None) -> Stage | None:
        return None if typed is None else Stage(known("stage", typed, tuple(Stage)))

    def day(self, typed: str | None) -> date | None:
        if typed is None:
            return None
        try:
            return date.fromisoformat(typed)
        except ValueError:
            raise ValueRefused("date", typed[:60], "date") from None


def known(kind: str, typed: str, valid: tuple[str, ...]) -> str:
    """What was typed where it is one of the valid words; raises `UnknownName` with the nearest one."""
    if typed not in valid:
        raise UnknownName(kind, typed[:60], nearest(typed, valid))
    return typed
