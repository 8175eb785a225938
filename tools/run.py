"""Open the app on the example; where there is no display, do the same job without windows and name the report."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
PROGRAM = Path(sys.executable).parent / "accesscheck"


def main() -> int:
    if not _has_display():
        print("There is no display here, so the windows stay closed. Writing the example instead:", flush=True)
        out = ROOT / "out"
        status = subprocess.run([PROGRAM, "demo", out], check=False).returncode
        if status == 0:
            print(f"The report is {out / 'sample.pdf'}")
        return status
    subprocess.run([sys.executable, ROOT / "tools" / "system.py", "window"], check=True)
    return subprocess.run([PROGRAM, "--example"], check=False).returncode


def _has_display() -> bool:
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main())
