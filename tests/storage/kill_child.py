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
from collections.abc import Callable
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


def heard(pipe: int, mark: bytes, times: int) -> bytes:
    """What the writer reported up to and with the mark's n-th coming."""
    said = b""
    while said.count(mark) < times:
        said += (more := os.read(pipe, 1))
        if not more:
            raise RuntimeError("the writer ended by itself")
    return said


def end(process: int, pipe: int) -> bytes:
    os.kill(process, signal.SIGKILL)
    os.waitpid(process, 0)
    rest = b""
    while more := os.read(pipe, 1000):
        rest += more
    os.close(pipe)
    return rest


def measure(path: Path, early: bool) -> tuple[float, float]:
    """Median seconds of a commit, and from one acknowledgement to the next."""
    process, pipe = fork_writer(path, early=False)
    commits, intervals, acknowledged = [], [], time.perf_counter()
    for _ in range(40):
        heard(pipe, b"B", 1)
        begun = time.perf_counter()
        heard(pipe, b"A", 1)
        commits.append((now := time.perf_counter()) - begun)
        intervals.append(now - acknowledged)
        acknowledged = now
    end(process, pipe)
    return median(commits), median(intervals)


def judge(path: Path, said: bytes, tally: Tally) -> None:
    """Reopen what a killed writer left, and compare with what it acknowledged."""
    acknowledged, begun = said.count(b"A"), said.count(b"B")
    journal = path.with_name(path.name + "-journal")
    tally.kills += 1
    tally.inside += begun > said.replace(b"BA", b"").count(b"B") and said.endswith(b"B")
    tally.hot += journal.exists() and journal.read_bytes()[:1] not in (b"", b"\0")
    try:
        with WorkingDocument.open(path) as document:
            held, steps = document.assessment(), len(document.trail())
        whole = sqlite3.connect(path).execute("PRAGMA integrity_check").fetchone() == ("ok",)
    except AccessCheckError as error:
        tally.lost.append(repr(error))
        return
    kept = acknowledged <= held.revision <= acknowledged + 1 and steps == held.revision
    if not (whole and kept and as_expected(held, held.revision)):
        tally.lost.append(f"acknowledged {acknowledged}, found {held.revision}, steps {steps}, whole {whole}")


def kill_once(path: Path, early: bool, inside: bool, wait: Callable[[bool], float], chance: random.Random) -> bytes:
    """Kill a writer at a random moment of one of its first commits, or between two acknowledgements."""
    process, pipe = fork_writer(path, early)
    said = heard(pipe, b"B" if inside else b"A", chance.randint(1, 8))
    spin(chance.random() * wait(inside))
    return said + end(process, pipe)


def run(mode: str, folder: Path, kills: int, inside: int, seed: int) -> Tally:
    chance, tally, early = random.Random(seed), Tally(), mode == "early"  # noqa: S311 - moments, not secrets
    empty = folder / "empty.accesscheck"
    WorkingDocument.create(empty, UUID(int=1), AT).close()
    commit, interval = measure(Path(shutil.copyfile(empty, folder / "measured.accesscheck")), early)
    for number in range(MOST_ROUNDS):
        path = Path(shutil.copyfile(empty, folder / f"{number}.accesscheck"))
        said = kill_once(path, early, number % 2 == 0, lambda within: commit if within else interval, chance)
        judge(path, said, tally)
        path.unlink()
        if tally.kills >= kills and tally.inside >= inside:
            break
    return tally


if __name__ == "__main__":
    _, mode, folder, kills, inside, seed = sys.argv
    print(json.dumps(asdict(run(mode, Path(folder), int(kills), int(inside), int(seed)))))  # noqa: T201 - its result
