"""A killed process loses nothing."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

PROGRAM = Path(__file__).with_name("kill_child.py")


def tally(mode: str, folder: Path, kills: int, inside: int, seed: int) -> dict[str, Any]:
    order = [sys.executable, str(PROGRAM), mode, str(folder), str(kills), str(inside), str(seed)]
    done = subprocess.run(order, check=True, capture_output=True, text=True, timeout=240)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.timeout(300)
def test_every_acknowledged_answer_survives_200_kills_of_which_100_fall_inside_a_commit(tmp_path: Path) -> None:
    found = tally("honest", tmp_path, 200, 100, seed=20270315)
    assert found["kills"] >= 200
    assert found["inside"] >= 100
    assert found["lost"] == []


def test_kills_show_the_loss_when_an_answer_is_acknowledged_before_its_commit(tmp_path: Path) -> None:
    found = tally("early", tmp_path, 40, 0, seed=20270315)
    assert any("acknowledged" in one for one in found["lost"])
