"""A folder of hostile files is read in one process: each is refused, soon, in little memory, and the rest goes on."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from accesscheck.model.interchange import encode
from accesscheck.operations.interchange import exported

from .hostile import Corpus, corpus
from .reports import report, small_view

SECONDS = 2
MEGABYTES = 300
LEAST = 100
"""Files there must be."""


@dataclass(frozen=True)
class Reading:
    """What was said of a file, by the check and by taking its assessment out; seconds of computing (whatever else the
    machine does meanwhile), and megabytes so far."""

    said: str
    taken: str
    seconds: float
    megabytes: int


@pytest.fixture(scope="module")
def files() -> Corpus:
    seen = small_view()
    return corpus(report(seen), encode(exported(seen)))


def read(folder: Path, files: dict[str, bytes], *options: str) -> dict[str, Reading]:
    names = {f"{number:03}": name for number, name in enumerate(files)}
    for number, name in names.items():
        (folder / f"{number}.pdf").write_bytes(files[name])
    child = Path(__file__).with_name("reading_child.py")
    command = [sys.executable, "-W", "error", str(child), str(folder), *options]
    lines = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout.splitlines()
    return {names[number]: Reading(*rest) for number, *rest in map(json.loads, lines)}


@pytest.fixture(scope="module")
def readings(files: Corpus, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Reading]:
    return read(tmp_path_factory.mktemp("hostile"), {name: data for name, (data, _) in files.items()})


def test_there_are_more_than_enough_hostile_files(files: Corpus) -> None:
    assert len(files) >= LEAST


def test_each_is_told_for_what_it_is(files: Corpus, readings: dict[str, Reading]) -> None:
    expected = {name: said for name, (_, said) in files.items()}
    assert {name: one.said for name, one in readings.items()} == expected


def test_none_takes_long(readings: dict[str, Reading]) -> None:
    assert {name: one.seconds for name, one in readings.items() if one.seconds > SECONDS} == {}


def test_all_of_them_together_take_little_memory(readings: dict[str, Reading]) -> None:
    assert max(one.megabytes for one in readings.values()) <= MEGABYTES


def test_nothing_is_taken_out_of_data_that_was_changed(readings: dict[str, Reading]) -> None:
    assert readings["another fingerprint"].taken == "DataChanged"


def test_a_repair_is_tried_within_the_same_limits(files: Corpus, readings: dict[str, Reading], tmp_path: Path) -> None:
    damaged = {name: data for name, (data, said) in files.items() if said == "ReportDamaged"}
    repaired = read(tmp_path, damaged, "--repair")
    assert max(one.seconds for one in repaired.values()) <= SECONDS
    assert max(one.megabytes for one in repaired.values()) <= MEGABYTES
    assert repaired["a start that is nowhere"].said == "consistent"
