"""Commands on a real, tiny disk without room. Run in a mount space of its own; prints JSON.

The arguments: a folder with the files of `demo`, and an empty folder over which the disk is mounted.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any


def run(*typed: object) -> dict[str, Any]:
    order = [sys.executable, "-m", "accesscheck", *map(str, typed)]
    environment = {**os.environ, "ACCESSCHECK_LANGUAGE": "en"}
    done = subprocess.run(order, capture_output=True, text=True, check=False, env=environment)
    return {"status": done.returncode, "said": done.stderr, "lines": done.stderr.count("\n")}


def hashes(disk: Path) -> dict[str, str]:
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in disk.iterdir()}


def main(demo: Path, disk: Path) -> dict[str, Any]:
    session, report = disk / "a.accesscheck", disk / "old.json"
    shutil.copyfile(demo / "sample.accesscheck", session)
    report.write_bytes(b"old")
    before = hashes(disk)
    commands = [
        run("answer", session, "captioning.live", "met", "--note", "x" * 90_000),
        run("export", session, report, "--force"),
    ]
    return {"commands": commands, "before": before, "after": hashes(disk)}


if __name__ == "__main__":
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=100k", "tmpfs", sys.argv[2]], check=True)
    print(json.dumps(main(Path(sys.argv[1]), Path(sys.argv[2]))))  # noqa: T201 - its result
