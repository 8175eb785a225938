"""The built wheel holds all that AccessCheck needs of its own, and runs from an environment without a checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with the wheel alone; the packages it depends on are lent by the one that runs the tests."""
    home = tmp_path_factory.mktemp("environment")
    venv.create(home, with_pip=False)
    site = Path(sysconfig.get_path("purelib", "venv", {"base": str(home), "platbase": str(home)}))
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(site)
    (site / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n")  # its own .pth files are not followed
    return home / "bin" / "python"


def test_the_wheel_carries_checklists_and_words(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    wanted = ("data/checklists/captioning.toml", "data/checklists/samples/example.toml", "compiled/checklists.json")
    assert [name for name in wanted if f"accesscheck/{name}" not in names] == []
    assert any(name.endswith("fr/LC_MESSAGES/app.mo") for name in names)


def test_the_installed_program_does_the_example_outside_any_checkout(installed: Path, tmp_path: Path) -> None:
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV"))}
    where = "import accesscheck, pathlib; print(pathlib.Path(accesscheck.__file__).parent)"
    home = subprocess.run([installed, "-c", where], env=clean, cwd=tmp_path, check=True, capture_output=True, text=True)
    assert not Path(home.stdout.strip()).is_relative_to(ROOT)
    subprocess.run([installed, "-m", "accesscheck", "demo", tmp_path / "out"], env=clean, cwd=tmp_path, check=True)
    assert (tmp_path / "out" / "sample.pdf").read_bytes().startswith(b"%PDF-1.7")
