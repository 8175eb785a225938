"""Places and safe names."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accesscheck.errors import FolderNotWritable
from accesscheck.storage.places import (
    documents_folder,
    log_folder,
    made,
    safe_stem,
    settings_folder,
    unused_name,
)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("XDG_CONFIG_HOME", "XDG_DOCUMENTS_DIR", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path


def test_documents_lie_in_a_folder_of_their_own_among_the_persons_documents(home: Path) -> None:
    assert documents_folder() == home / "Documents" / "AccessCheck"


def test_settings_and_logs_lie_in_the_persons_own_places(home: Path) -> None:
    assert all(one.is_relative_to(home) and "AccessCheck" in one.parts for one in (settings_folder(), log_folder()))


def test_a_folder_is_made_with_those_above_it(tmp_path: Path) -> None:
    assert made(tmp_path / "a" / "b").is_dir()


def test_a_folder_that_is_there_is_taken_as_it_is(tmp_path: Path) -> None:
    assert made(tmp_path) == tmp_path


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    with pytest.raises(FolderNotWritable):
        made(tmp_path / "a" / "b")


def test_a_name_follows_the_title(tmp_path: Path) -> None:
    assert unused_name(tmp_path, "Open forum").name == "Open forum.accesscheck"


def test_a_name_that_is_taken_gets_the_next_number(tmp_path: Path) -> None:
    for name in ("Forum.pdf", "Forum 2.pdf"):
        (tmp_path / name).touch()
    assert unused_name(tmp_path, "Forum", ".pdf").name == "Forum 3.pdf"


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("Equal access: who pays?", "Equal access who pays"),
        ("../../etc/passwd", "etc passwd"),
        ("C:\\Temp\\x", "C Temp x"),
        ("  many\n\tspaces  ", "many spaces"),
        ("ends with dots...", "ends with dots"),
        ("--delete", "delete"),
        (".hidden", "hidden"),
        ("CON", "_CON"),
        ("nul.txt", "_nul.txt"),
        ("LPT¹", "_LPT¹"),
        ("Conference", "Conference"),
        ("com10", "com10"),
        ("", "AccessCheck"),
        ("???", "AccessCheck"),
        ("a\0b\x07c", "abc"),
        ("exe\u202egpj", "exegpj"),
        ("مساءلة الإنترنت", "مساءلة الإنترنت"),
        ("互联网治理论坛", "互联网治理论坛"),
        ("نمی\u200cدانم", "نمی\u200cدانم"),
        ("e\u0301tude", "étude"),
    ],
)
def test_a_title_makes_a_safe_name(title: str, stem: str) -> None:
    assert safe_stem(title) == stem


def test_a_long_title_is_cut(tmp_path: Path) -> None:
    assert safe_stem("word " * 100) == ("word " * 16).strip()


def test_a_long_title_of_a_script_with_many_bytes_is_cut_by_its_bytes() -> None:
    assert safe_stem("论" * 80) == "论" * 53


def test_a_cut_parts_no_letter_from_its_marks() -> None:
    assert safe_stem("a" * 79 + "q\u0323\u0307") == "a" * 79


@given(st.text(max_size=300))
def test_every_title_makes_a_name_that_every_system_takes(title: str) -> None:
    stem = safe_stem(title)
    assert stem
    assert len(stem) <= 81
    assert len(stem.encode()) <= 161
    assert not set(stem) & set('<>:"/\\|?*\0\n\r\t')
    assert stem[0] not in " .-"
    assert stem[-1] not in " ."


@given(st.text(max_size=300))
def test_a_safe_name_stays_as_it_is(title: str) -> None:
    once = safe_stem(title)
    assert safe_stem(once) == once
