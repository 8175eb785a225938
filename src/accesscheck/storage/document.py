"""The working document: one file that holds every answer from the moment it is given."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Literal, Self
from uuid import UUID

from accesscheck.errors import AccessCheckError, DocumentDamaged, DocumentReadOnly, NothingToUndo
from accesscheck.model.assessment import Assessment

from . import contents, exports, history, proof, renaming
from .contents import CatalogueName, Contents, Meta, instant_text
from .database import check_file, check_writable, connect, meant, new_database, rewrite, transaction
from .files import write_whole
from .history import Changes, Entry
from .lock import take_lock
from .state import EARLIER, Row, rows

__all__ = ["Change", "WorkingDocument", "rows"]


Further = Callable[[Assessment, Assessment], Iterable[Row]]
"""Given the session before and after a step is turned: rows that belong to it too, in place of those of the step."""


@dataclass(frozen=True, slots=True)
class Change:
    """One step a person takes: `label` is an id for the trail.

    `merge` joins it with the step before when that changed the same rows by the same door in this sitting.
    """

    label: str
    rows: tuple[Row, ...]
    merge: bool = False


class WorkingDocument:
    """An open document, for one thread. What a method has changed is on disk when it returns.

    A change that is refused (disk full, say) leaves disk and memory as they were.
    """

    def __init__(self, path: Path, real: Path, database: sqlite3.Connection, held: Contents, opened: ExitStack) -> None:
        """For `create` and `open`; `opened` closes all that they opened."""
        self.path = path
        self.writable = False
        self._real = real
        self._database = database
        self._contents = held
        self._opened = opened
        self._latest: Entry | None = None
        self._closed = False

    @classmethod
    def create(
        cls,
        path: Path,
        session: UUID,
        at: datetime,
        sample: bool = False,
        first: Iterable[Row] = (),
        revision: int = 1,
        *,
        files: Mapping[str, bytes] | None = None,
    ) -> Self:
        """Make and open a new document that holds the rows `first` from its beginning, which undo does not take back.

        `revision` (at least 1) is what the rows stood at, where they come from an export, `files` their proof by
        SHA-256. Raises `TargetExists`, `AnswerRefused` ("too-large"), `ProofTooLarge` and what `write_whole` raises.
        """
        empty = Contents(Meta(session=session, created=at, sample=sample, revision=revision - 1), {}, {})
        given = dict(first)
        with closing(new_database()) as fresh:
            contents.write(fresh, empty, empty.changed(given) if given else empty)
            proof.store(fresh, files or {}, str(path))
            write_whole(path, fresh.serialize(), replace=False)
        return cls.open(path)

    @classmethod
    def open(cls, path: Path, write: bool = True) -> Self:
        """Open a document; without `write` no lock is taken and nothing on disk is touched.

        Raises `FileMissing`, `FileUnreadable`, `NotADocument`, `DocumentDamaged`, `NewerFormat`; with `write` also
        `DocumentReadOnly`, `FolderNotWritable` and `DocumentInUse`.
        """
        real, shown = Path(os.path.realpath(path)), str(path)
        check_file(real, shown)
        with ExitStack() as opened:
            if write:
                check_writable(real, shown)
                opened.callback(take_lock(real, shown).release)
            database = connect(real, shown, write=write)
            opened.callback(database.close)
            with meant(real, shown), _sound(shown):
                held = contents.load(database)
                held.assessment  # noqa: B018 - reading it checks the ids
            document = cls(path.absolute(), real, database, held, opened.pop_all())
        document.writable = write
        document._take_in_quietly()
        return document

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Give the file free; calling it again does no harm."""
        if not self._closed:
            self._take_in_quietly()
        self._closed = True
        self._opened.close()

    @property
    def session(self) -> UUID:
        return self._contents.meta.session

    @property
    def sample(self) -> bool:
        return self._contents.meta.sample

    @property
    def revision(self) -> int:
        """How many changes there were, undoing and redoing included."""
        return self._contents.meta.revision

    @property
    def last_export(self) -> datetime | None:
        return self._contents.meta.last_export

    @property
    def catalogue(self) -> CatalogueName | None:
        """The catalogue the session was last answered by, once that was noted."""
        return self._contents.meta.catalogue

    @property
    def can_undo(self) -> bool:
        return self._has("done")

    @property
    def can_redo(self) -> bool:
        return self._has("undone")

    def assessment(self) -> Assessment:
        """The session as it stands; the same value until something changes."""
        return self._contents.assessment

    def apply(self, change: Change, at: datetime, door: str, files: Mapping[str, bytes] | None = None) -> None:
        """Write a change, with the files its answers name, in one step; what changes nothing writes nothing.

        Raises `AnswerRefused` ("too-large"), `ProofTooLarge`, `DiskFull`, `DocumentReadOnly`, `FolderNotWritable`,
        `FileMissing` when the document was moved away, and `ValueError` for rows that no document holds.
        """
        moment, now = instant_text(at), self._contents
        changes = {key: (now.texts.get(key), text) for key, text in change.rows if now.texts.get(key) != text}
        if not changes:
            return
        after = now.changed({key: text for key, (_, text) in changes.items()})
        with self._transaction() as database:
            entry = self._note(database, change, changes, moment, door)
            contents.write(database, now, after)
            proof.store(database, files or {}, str(self.path))
        self._contents, self._latest = after, entry

    def undo(self, at: datetime, door: str, further: Further | None = None) -> str:
        """Take back the last step, of an earlier sitting too, with the rows of `further`; its label.

        Raises `NothingToUndo`.
        """
        return self._turn("done", instant_text(at), door, further)

    def redo(self, at: datetime, door: str, further: Further | None = None) -> str:
        """Do again what was undone last, with the rows of `further`; its label. Raises `NothingToUndo`."""
        return self._turn("undone", instant_text(at), door, further)

    def trail(self, most: int = 1000) -> tuple[Entry, ...]:
        """What was changed when and by which door, newest first."""
        with self._reading():
            return history.trail(self._database, most)

    def take_in(self, file: Path) -> dict[str, bytes]:
        """A file's bytes by their SHA-256, for `apply`; raises `ProofTooLarge`, `FileMissing` or `FileUnreadable`."""
        return dict([proof.load_proof(file)])

    def read_proof(self, sha256: str) -> bytes:
        """The bytes of a file kept as proof; raises `UnknownName` or `DocumentDamaged`."""
        with self._reading():
            return proof.read(self._database, sha256, str(self.path))

    def mark_exported(self, at: datetime) -> None:
        """Note that the session was exported; not a change of its answers."""
        self._write_meta(self._contents.meta.model_copy(update={"last_export": at.replace(microsecond=0)}))

    def leave_export_note(self, at: datetime) -> None:
        """For a reader: note beside the document that it was exported; raises what `write_whole` raises."""
        exports.leave_note(self._real, self.session, at)

    def take_in_exports(self) -> None:
        """Know of the exports that were made while this document was held; raises as `mark_exported` does."""
        noted = exports.take_note(self._real, self.session) if self.writable else None
        if noted is None:
            return
        if self.last_export is None or noted > self.last_export:
            self.mark_exported(noted)
        exports.drop_note(self._real)

    def note_catalogue(self, name: str, version: str) -> None:
        """Note the catalogue that the session is answered by."""
        now = CatalogueName(id=name, version=version)
        if now != self.catalogue:
            self._write_meta(self._contents.meta.model_copy(update={"catalogue": now}))

    def rename_items(self, present: Mapping[str, str]) -> None:
        """Bring rows and history from former item ids to `present` ones; no change of anything a person said."""
        rows = renaming.renamed_rows(self._contents.texts, present)
        after = self._contents.changed(rows)
        after = Contents(self._contents.meta, after.texts, after.values)
        with self._transaction() as database:
            contents.write(database, self._contents, after)
            renaming.rename_history(database, present)
        self._contents, self._latest = after, None

    def forget_history(self, target: Path) -> None:
        """Write a copy with neither history nor files that no answer names; raises what `write_whole` raises."""
        with closing(new_database()) as clean:
            with self._reading():
                proof.copy_named(self._database, clean)
                contents.copy(self._database, clean)
            data = clean.serialize()
        write_whole(target, data, replace=False)

    def forget_history_here(self) -> None:
        """Take history, and files that no answer names, out of this document and its bytes; all else stays.

        Raises what `apply` raises. A process that ends meanwhile leaves the document with its history or without.
        """
        with self._transaction() as database:
            history.forget(database)
            proof.drop_unnamed(database)
        self._latest = None
        with meant(self._real, str(self.path)):
            rewrite(self._database)

    def _take_in_quietly(self) -> None:
        """What cannot be noted now stays beside the document for the next writer."""
        with suppress(AccessCheckError):
            self.take_in_exports()

    def _note(
        self, database: sqlite3.Connection, change: Change, changes: Changes, moment: str, door: str
    ) -> Entry | None:
        latest = self._latest
        if change.merge and latest is not None and _same_step(latest, change.label, door, changes):
            return history.extend(database, latest, moment, changes)
        return history.record(database, moment, door, change.label, changes)

    def _turn(self, held: Literal["done", "undone"], moment: str, door: str, further: Further | None) -> str:
        side = 0 if held == "done" else 1
        with self._transaction() as database, _sound(str(self.path)):
            entry = history.next_entry(database, held)
            if entry is None:
                raise NothingToUndo(redo=held == "undone")
            rows = {key: pair[side] for key, pair in entry.changes.items()}
            after = self._contents.changed(rows)
            if further is not None:
                after = self._contents.changed({**rows, **dict(further(self.assessment(), after.assessment))})
            history.turn(database, entry, moment, door)
            contents.write(database, self._contents, after)
        self._contents, self._latest = after, None
        return entry.label

    def _write_meta(self, meta: Meta) -> None:
        with self._transaction() as database:
            contents.write_meta(database, meta)
        self._contents = Contents(meta, self._contents.texts, self._contents.values)

    def _has(self, state: history.State) -> bool:
        with self._reading():
            return history.has(self._database, state)

    @contextmanager
    def _reading(self) -> Iterator[None]:
        shown = str(self.path)
        with meant(self._real, shown), _sound(shown), transaction(self._database, "BEGIN"):
            yield

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        if not self.writable:
            raise DocumentReadOnly(str(self.path))
        with meant(self._real, str(self.path)), transaction(self._database, "BEGIN IMMEDIATE"):
            yield self._database


def _same_step(latest: Entry, label: str, door: str, changes: Changes) -> bool:
    """Whether a change goes on with the entry. What must not be forgotten may come with one of two such changes."""
    same_rows = {*latest.changes} - {EARLIER} == {*changes} - {EARLIER}
    return same_rows and (latest.label, latest.door) == (label, door)


@contextmanager
def _sound(shown: str) -> Iterator[None]:
    """A value that no document holds means that this one is damaged."""
    try:
        yield
    except ValueError as error:
        raise DocumentDamaged(shown) from error
