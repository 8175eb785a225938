"""Kills processes that answer into a working document, and says what each left behind.

Run as a program: mode ("honest", or "early" for one that acknowledges before the commit), folder, kills wanted, kills
wanted inside a commit, seed. It has everything imported, forks one writer a kill, and prints its tally as JSON.

A writer sends "B" when SQLite begins to commit, seen by SQLite's own trace, and "A" when `apply` has returned.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sqlite3
import sys
import time
from contextlib import closing
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from statistics import median
from uuid import UUID

from accesscheck.errors import AccessCheckError
from accesscheck.model.assessment import Answer, Assessment
from accesscheck.model.profile import Fact
from accesscheck.model.terms import Outcome, Stage
from accesscheck.storage.document import Change, WorkingDocument
from accesscheck.storage.state import answer_key, fact_key, text_of

AT = datetime(2027, 3, 15, 9, 0, tzinfo=UTC)
ITEMS = 5
MOST_ROUNDS = 2000


@dataclass
class Tally:
    kills: int = 0
    inside: int = 0
    """Kills after the commit began and before it was acknowledged."""
    hot: int = 0
    """Kills that left a journal to be rolled back."""
    lost: list[str] = field(default_factory=list)


def note(number: int) -> str:
    """From a few to many thousand characters, so that commits differ in size."""
    return f"{number} " * (1 + (number * 7919) % 2500)


def change(number: int) -> Change:
    answer = Answer(item=f"item-{number % ITEMS}", stage=Stage.PLAN, outcome=Outcome.MET, note=note(number))
    title = Fact(value=str(number), changed=AT)
    rows = (answer_key(answer.item, answer.stage), text_of(answer)), (fact_key("title"), text_of(title))
    return Change("answer", rows)


def as_expected(held: Assessment, number: int) -> bool:
    """Whether the document holds exactly the first `number` changes."""
    latest = {f"item-{one % ITEMS}": note(one) for one in range(1, number + 1)}
    return held.revision == number and {one.item: one.note for one in held.answers} == latest


def write_until_killed(document: WorkingDocument, pipe: int, early: bool) -> None:
    begun = b"BA" if early else b"B"

    def mark(statement: str) -> None:
        if statement == "COMMIT":
            os.write(pipe, begun)

    document._database.set_trace_callback(mark)
    for number in count(1):
        document.apply(change(number), AT, "test")
        if not early:
            os.write(pipe, b"A")


def fork_writer(path: Path, early: bool) -> tuple[int, int]:
    """A writing process and the pipe it reports on."""
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        os.close(reading)
        try:
            write_until_killed(WorkingDocument.open(path), writing, early)
        finally:
            os._exit(1)
    os.close(writing)
    return process, reading


def spin(seconds: float) -> None:
    until = time.perf_counter() + seconds
    while time.perf_counter() < until:
        pass


def next_mark(pipe: int) -> bytes:
    mark = os.read(pipe, 1)
    if not mark:
        raise RuntimeError("the writer ended by itself")
    return mark


@dataclass
class Heard:
    """What a writer reported, with the seconds of its commits and from one acknowledgement to the next."""

    marks: bytes = b""
    commits: list[float] = field(default_factory=list)
    intervals: list[float] = field(default_factory=list)


def listen(pipe: int, acknowledged: int, inside: bool) -> Heard:
    """Listen up to the n-th acknowledgement or, with `inside`, to the commit that begins after it."""
    heard, begun, last = Heard(), 0.0, time.perf_counter()
    while heard.marks.count(b"A") < acknowledged or (inside and not heard.marks.endswith(b"B")):
        heard.marks += (mark := next_mark(pipe))
        now = time.perf_counter()
        if mark == b"B":
            begun = now
        else:
            heard.commits.append(now - begun)
            heard.intervals.append(now - last)
            last = now
    return heard


def end(process: int, pipe: int) -> bytes:
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    rest = b""
    while more := os.read(pipe, 1000):
        rest += more
    os.close(pipe)
    return rest


def judge(path: Path, said: bytes, tally: Tally) -> None:
    """Reopen what a killed writer left, and compare with what it acknowledged."""
    acknowledged, begun = said.count(b"A"), said.count(b"B")
    journal = path.with_name(path.name + "-journal")
    tally.kills += 1
    tally.inside += begun > acknowledged
    tally.hot += journal.exists() and journal.read_bytes()[:1] not in (b"", b"\0")
    try:
        with WorkingDocument.open(path) as document:
            held, steps = document.assessment(), len(document.trail())
        with closing(sqlite3.connect(path)) as raw:
            whole = raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    except AccessCheckError as error:
        tally.lost.append(repr(error))
        return
    kept = acknowledged <= held.revision <= acknowledged + 1 and steps == held.revision
    if not (whole and kept and as_expected(held, held.revision)):
        tally.lost.append(f"acknowledged {acknowledged}, found {held.revision}, steps {steps}, whole {whole}")


def kill_once(path: Path, early: bool, inside: bool, chance: random.Random) -> bytes:
    """Kill a writer at a random moment of a commit, or between two acknowledgements, by its own measured pace."""
    process, pipe = fork_writer(path, early)
    heard = listen(pipe, chance.randint(3, 8), inside)
    spin(chance.random() * median(heard.commits if inside else heard.intervals))
    return heard.marks + end(process, pipe)


def run(mode: str, folder: Path, kills: int, inside: int, seed: int) -> Tally:
    chance, tally = random.Random(seed), Tally()  # noqa: S311 - moments, not secrets
    empty = folder / "empty.accesscheck"
    WorkingDocument.create(empty, UUID(int=1), AT).close()
    while tally.kills < MOST_ROUNDS and (tally.kills < kills or tally.inside < inside):
        path = Path(shutil.copyfile(empty, folder / f"{tally.kills}.accesscheck"))
        judge(path, kill_once(path, mode == "early", tally.kills % 2 == 0, chance), tally)
        path.unlink()
        path.with_name(path.name + "-journal").unlink(missing_ok=True)
    return tally


if __name__ == "__main__":
    _, mode, folder, kills, inside, seed = sys.argv
    print(json.dumps(asdict(run(mode, Path(folder), int(kills), int(inside), int(seed)))))  # noqa: T201 - its result
