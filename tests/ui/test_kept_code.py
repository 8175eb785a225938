"""What Qt's bindings compile at every start is kept, and nothing else."""

from __future__ import annotations

import builtins
from pathlib import Path

from accesscheck.ui.kept_code import THEIRS, kept_code

NAME = f"{THEIRS}thing.py"


def run(source: str, name: str = NAME) -> int:
    """What `source` says `answer` is, compiled as the bindings compile."""
    said: dict[str, int] = {}
    exec(compile(source, name, "exec"), said)  # noqa: S102 - as the bindings do
    return said["answer"]


def kept_in(folder: Path) -> Path:
    """A file with the code of one source."""
    file = folder / "kept"
    with kept_code(file):
        run("answer = 1")
    return file


def test_code_is_kept_for_the_next_start(tmp_path: Path) -> None:
    first = kept_in(tmp_path).read_bytes()
    with kept_code(tmp_path / "kept"):
        assert run("answer = 1") == 1
    assert (tmp_path / "kept").read_bytes() == first


def test_another_source_is_compiled_anew(tmp_path: Path) -> None:
    with kept_code(kept_in(tmp_path)):
        assert run("answer = 2") == 2


def test_a_damaged_file_is_made_anew(tmp_path: Path) -> None:
    file = kept_in(tmp_path)
    whole = file.read_bytes()
    file.write_bytes(whole[:20])
    with kept_code(file):
        assert run("answer = 1") == 1
    assert file.read_bytes() == whole


def test_code_of_another_python_is_not_used(tmp_path: Path) -> None:
    file = kept_in(tmp_path)
    whole = file.read_bytes()
    file.write_bytes(b"none" + whole[4:])
    with kept_code(file):
        assert run("answer = 1") == 1
    assert file.read_bytes() == whole


def test_nobody_elses_code_is_kept(tmp_path: Path) -> None:
    with kept_code(tmp_path / "kept"):
        assert run("answer = 3", "other/thing.py") == 3
    assert not (tmp_path / "kept").exists()


def test_where_nothing_can_be_written_the_start_goes_on(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with kept_code(tmp_path / "file" / "kept"):
        assert run("answer = 4") == 4


def test_afterwards_everything_compiles_as_before(tmp_path: Path) -> None:
    plain = builtins.compile
    with kept_code(tmp_path / "kept"):
        pass
    assert builtins.compile is plain
