"""Write requirements/dev.txt: every package with its hashes, and no address of any index.

Run with `make pins` after changing pyproject.toml. The hashes cover all platforms' files of each version.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
TARGET = ROOT / "requirements" / "dev.txt"


def main() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = [*project["project"]["dependencies"], *project["dependency-groups"]["dev"]]
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "dev.in"
        source.write_text("\n".join(wanted) + "\n", "utf-8")
        options = ["--quiet", "--generate-hashes", "--allow-unsafe", "--strip-extras", "--no-annotate", "--no-header"]
        no_address = ["--no-emit-index-url", "--no-emit-find-links", "--no-emit-trusted-host"]
        command = [sys.executable, "-m", "piptools", "compile", *options, *no_address, "-o", str(TARGET), str(source)]
        subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
