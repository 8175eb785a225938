"""Compile words and checklists: the one function that serves the wheel, the checkout and the tests."""

from __future__ import annotations

import json
import sys
import tomllib
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).parent
COMPILED = ROOT / "src" / "accesscheck" / "compiled"


def compile_data(root: Path = ROOT, out: Path = COMPILED) -> list[Path]:
    """Write every .po as .mo and all checklists as one JSON below `out`; return what was written.

    The JSON is the parsed TOML, file by file, unchecked: checking is the loader's work, whatever it reads. What came of
    its work is kept beside it.
    """
    written = [_compile_words(po, root, out) for po in sorted((root / "assets" / "locale").glob("*/LC_MESSAGES/*.po"))]
    files = {path.name: tomllib.loads(path.read_text("utf-8")) for path in sorted((root / "checklists").glob("*.toml"))}
    out.mkdir(parents=True, exist_ok=True)
    target = out / "checklists.json"
    target.write_text(json.dumps(files, ensure_ascii=False, sort_keys=True), "utf-8")
    return [*written, target, *_check(target, root)]


def _check(compiled: Path, root: Path) -> list[Path]:
    """Keep the checked catalogue too; where the program's own requirements are not there, it checks at its start."""
    sys.path.insert(0, str(root / "src"))
    try:
        from accesscheck.storage.shipped import keep_checked
    except ImportError:
        return []
    finally:
        sys.path.remove(str(root / "src"))
    checked = keep_checked(compiled)
    return [checked] if checked else []


def _compile_words(po: Path, root: Path, out: Path) -> Path:
    target = out / po.relative_to(root / "assets").with_suffix(".mo")
    target.parent.mkdir(parents=True, exist_ok=True)
    with po.open("rb") as source, target.open("wb") as sink:
        write_mo(sink, read_po(source), use_fuzzy=False)
    return target


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg]  # hatchling leaves its configuration type open
    """Hatchling's hook: compile before packing, and pack what was compiled although git ignores it."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        root = Path(self.root)
        for path in compile_data(root, root / "src" / "accesscheck" / "compiled"):
            inside = path.relative_to(root / "src")
            if self.target_name == "wheel" and version != "editable":
                build_data["force_include"][str(path)] = str(inside)


if __name__ == "__main__":
    compile_data()
