"""Reads every file of a folder; a line each: what was said, the seconds of computing it took, the memory so far."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from accesscheck.errors import AccessCheckError
from accesscheck.operations.readback import check_report, read_report_source


def peak() -> int:
    """Megabytes this process ever held; ru_maxrss would begin with those of the process that started it."""
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0]) // 1024


def main(folder: Path, repair: bool) -> None:
    for path in sorted(folder.iterdir()):
        start = time.process_time()
        checked = check_report(path, repair)
        seconds = time.process_time() - start
        said = type(checked.problem).__name__ if checked.problem is not None else str(checked.grade)
        megabytes = peak()
        taken = _taken(path, repair) if checked.problem is None else said
        sys.stdout.write(json.dumps([path.stem, said, taken, seconds, megabytes]) + "\n")


def _taken(path: Path, repair: bool) -> str:
    """What comes of taking the assessment out of it."""
    try:
        read_report_source(path, repair)
    except AccessCheckError as error:
        return type(error).__name__
    return "everything"


if __name__ == "__main__":
    main(Path(sys.argv[1]), "--repair" in sys.argv)
