"""What waiting costs, as ratios measured side by side in one run: `make benchmarks`.

Every line compares the product with the least that does the same kind of work. Times of this run, on this machine, now.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).parent
ROUNDS = 9
ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
    "QT_QPA_PLATFORM": "offscreen",
}
"""As installed: modules are kept compiled."""


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        rows = [*starts(home), *inside(home), memory(home)]
    print(f"{'what':<62}{'bare':>10}{'product':>10}{'ratio':>7}{'at most':>9}")
    for what, bare, product, limit in rows:
        print(f"{what:<62}{bare:>10}{product:>10}{ratio(bare, product):>7.2f}{limit:>9}")


def ratio(bare: str, product: str) -> float:
    return float(product.partition(" ")[0]) / float(bare.partition(" ")[0])


def starts(home: Path) -> list[tuple[str, str, str, str]]:
    """Whole processes, from being started until the first paint (or the first answerable item)."""
    subprocess.run([sys.executable, HERE / "child.py", "prepare", home], check=True)
    times: dict[str, list[float]] = {"bare": [], "start": [], "example": []}
    for turn in range(ROUNDS + 1):
        for kind, found in times.items():
            taken = until_said([kind, str(home)])
            found.extend([taken] if turn else [])  # the first turn compiles what is kept
    bare, start, example = (milliseconds(times[kind]) for kind in ("bare", "start", "example"))
    return [
        ("Start page with five recent sessions, to its paint", bare, start, "1.5"),
        ("A session on the command line, to an answerable item", bare, example, "3.0"),
    ]


def until_said(arguments: list[str]) -> float:
    """Seconds until a child says that what it was to show is painted."""
    begun = time.perf_counter()
    child = subprocess.Popen(
        [sys.executable, HERE / "child.py", *arguments], stdout=subprocess.PIPE, env=ENVIRONMENT, text=True
    )
    assert child.stdout is not None
    child.stdout.readline()
    taken = time.perf_counter() - begun
    child.communicate()
    return taken


def inside(home: Path) -> list[tuple[str, str, str, str]]:
    """Inside one process: answering, and opening a long session."""
    said = told(["inside", str(home)])
    values = [milliseconds([float(one) for one in line.split()]) for line in said.splitlines()]
    return [
        ("Answer to repainted verdict with 150 items (commit + repaint)", values[0], values[2], "2.0"),
        ("The same until everything else is shown too", values[1], values[3], "-"),
        ("Opening 150 answered items (against none answered)", values[4], values[5], "1.5"),
    ]


def memory(home: Path) -> tuple[str, str, str, str]:
    bare, product = (told(["memory", kind, str(home)]).strip() for kind in ("bare", "start"))
    return ("Memory on the Start page, five seconds after paint", f"{bare} MiB", f"{product} MiB", "1.6")


def told(arguments: list[str]) -> str:
    command: list[str | Path] = [sys.executable, HERE / "child.py", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, env=ENVIRONMENT).stdout


def milliseconds(seconds: list[float]) -> str:
    return f"{statistics.median(seconds) * 1000:.1f} ms"


if __name__ == "__main__":
    main()
