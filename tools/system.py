"""Install the system packages of the windows and the judges where we may (root on Debian or Ubuntu); else name them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

WINDOW = """
libgl1 libegl1 libglib2.0-0 libfontconfig1 libxkbcommon0 libdbus-1-3 libx11-xcb1 libxcb-cursor0 libxcb-icccm4
libxcb-keysyms1 libxcb-image0 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xfixes0 libxcb-sync1
libxcb-xkb1 libxkbcommon-x11-0
""".split()  # noqa: SIM905  # a list of names reads better as words than as seventeen quoted strings
JUDGES = """
openjdk-17-jdk-headless libjaxb-java libjaxb-api-java poppler-utils libxml2-utils strace xvfb xauth chromium
at-spi2-core dbus gir1.2-atspi-2.0 python3-gi openbox
""".split()  # noqa: SIM905
FETCHES = () if shutil.which("npm") else ("npm",)
"""What brings the judges of web pages, where it is not there in another way."""


def main(wanted: list[str]) -> int:
    if not sys.platform.startswith("linux"):
        return 0
    if shutil.which("dpkg-query") is None:
        print("System packages this needs, by their Debian names:", " ".join(wanted))
        return 0
    missing = [name for name in wanted if not _installed(name)]
    if not missing:
        return 0
    command = ["apt-get", "install", "--yes", "--no-install-recommends", *missing]
    if os.geteuid() != 0:
        print("Missing system packages. Install them with:\n  sudo", " ".join(command))
        return 0
    print("Installing system packages:", " ".join(missing), flush=True)
    for step in (["apt-get", "update"], command):
        unattended = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(step, check=True, env=unattended, stdout=subprocess.DEVNULL)
    return 0


def _installed(name: str) -> bool:
    answer = subprocess.run(["dpkg-query", "-W", "-f=${Status}", name], capture_output=True, text=True, check=False)
    return answer.stdout.endswith(" installed")


if __name__ == "__main__":
    sys.exit(main(WINDOW if sys.argv[1:] == ["window"] else [*WINDOW, *JUDGES, *FETCHES]))
