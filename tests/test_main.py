"""The entry: what is spared at every start."""

from __future__ import annotations

import subprocess
import sys

SPARED = """
from accesscheck.__main__ import spare_plugins
spare_plugins()
import sys
import pydantic
class Model(pydantic.BaseModel):
    a: int
Model(a=1)
print("email.message" in sys.modules)
"""
USED = """
from accesscheck.__main__ import spare_plugins
spare_plugins()
from importlib.metadata import entry_points
import importlib.metadata
print(importlib.metadata.version("pydantic")[0], len(entry_points(group="console_scripts")) > 0)
try:
    importlib.metadata.version("no such package")
except importlib.metadata.PackageNotFoundError:
    print("not found")
"""


def said(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout


def test_pydantic_starts_without_looking_for_plugins() -> None:
    assert said(SPARED) == "False\n"


def test_whoever_asks_for_a_package_still_gets_an_answer() -> None:
    assert said(USED) == "2 True\nnot found\n"


def test_the_command_line_starts_without_what_only_some_commands_need() -> None:
    heavy = {"PySide6", "pikepdf", "uharfbuzz", "tomllib", "accesscheck.operations.samples", "accesscheck.report.pdf"}
    assert said(f"import sys, accesscheck.cli; print(sorted({heavy} & set(sys.modules)))") == "[]\n"


def test_a_command_is_run_to_its_status() -> None:
    program = "import sys; from accesscheck.__main__ import main; sys.argv[1:] = ['set', 'nothing']; sys.exit(main())"
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert found.returncode == 2
    assert found.stderr
