"""Install the judges of web pages (axe-core, the Nu HTML checker), pinned by hash, beside the Python of the tests."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

PINNED = Path(__file__).parent.parent / "tests" / "judges" / "web"
PLACE = Path(sys.prefix) / "judges"
FILES = {"package.json": "package.json", "pinned.json": "package-lock.json", ".npmrc": ".npmrc"}
"""What is copied, and under which name npm wants it. The pins hold versions and hashes, and no address."""
INSTALL = ("ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent")


def main() -> int:
    npm = shutil.which("npm")
    if _installed():
        return 0
    if npm is None:
        print("npm is missing: the judges of web pages are not installed, and their tests will say so.")
        return 0
    shutil.rmtree(PLACE, ignore_errors=True)
    PLACE.mkdir(parents=True)
    for name, wanted in FILES.items():
        shutil.copyfile(PINNED / name, PLACE / wanted)
    subprocess.run([npm, *INSTALL], cwd=PLACE, check=True)
    (PLACE / "installed").write_text((PINNED / "pinned.json").read_text("utf-8"), "utf-8")
    return 0


def _installed() -> bool:
    done = PLACE / "installed"
    return done.exists() and done.read_text("utf-8") == (PINNED / "pinned.json").read_text("utf-8")


if __name__ == "__main__":
    sys.exit(main())
