"""What a report costs beside other ways to the same pages: `make benchmarks`.

The product's side is the whole export: view, composing, setting, the data inside, the file. Typst compiles markup that
lies ready, to the same two standards; plain ReportLab sets untagged text that lies ready. All three set the same words
in the same faces, which is checked in what they wrote. Texts differ from round to round, since Typst remembers them.
"""

from __future__ import annotations

import gc
import json
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf
import typst

from accesscheck import resources
from accesscheck.language.words import load_words
from accesscheck.model.assessment import Assessment
from accesscheck.model.catalogue import Catalogue
from accesscheck.model.fingerprints import DATA_NAME
from accesscheck.model.interchange import Export, encode
from accesscheck.operations.documents import write_session
from accesscheck.operations.exporting import Source, export
from accesscheck.operations.interchange import exported
from accesscheck.operations.readback import check_report
from accesscheck.operations.samples import EXAMPLE, sample
from accesscheck.report.compose import compose
from accesscheck.report.document import Document
from accesscheck.rules.view import view
from accesscheck.storage.shipped import load_any

from .assessments import AS_OF, assessment
from .faces import write_faces
from .plain_pages import register, write
from .plain_words import described
from .run import ENVIRONMENT
from .typst_markup import markup
from .written import pages, surplus, words_in, words_of

HERE = Path(__file__).parent
ROUNDS = {10: 11, 100: 7}
"""Sections to rounds; one more comes first and does not count."""
COLD_ROUNDS = 15
READINGS = 60
EXAMPLE_KILOBYTES = 120.0
PROGRAM = "import sys; from accesscheck.__main__ import main; sys.exit(main())"

Row = tuple[str, str, str, str]


def main() -> None:
    with TemporaryDirectory() as folder:
        home = Path(folder)
        write_faces(home)
        for size in ROUNDS:
            told(["warm", str(size), str(home)])
        told(["example", str(home)])


def told(arguments: list[str]) -> None:
    """Each part in a process of its own: what one has loaded makes none of the others faster."""
    subprocess.run(
        [sys.executable, "-m", "benchmarks.reports", *arguments], check=True, cwd=HERE.parent, env=ENVIRONMENT
    )


def show(rows: list[Row]) -> None:
    for what, bare, product, limit in rows:
        ratio = float(product.partition(" ")[0]) / float(bare.partition(" ")[0])
        print(f"{what:<62}{bare:>10}{product:>10}{ratio:>7.2f}{limit:>9}")


# --- warm: one process, three engines in turn ---


@dataclass(frozen=True)
class Content:
    """One assessment, and what each engine is given of it."""

    catalogue: Catalogue
    filled: Assessment
    document: Document

    @classmethod
    def made(cls, shipped: Catalogue, sections: int, seed: int) -> Content:
        catalogue, filled = assessment(shipped, sections, seed)
        seen = view(catalogue, filled, AS_OF)
        words = load_words("en", resources.compiled("locale"))
        return cls(catalogue, filled, compose(seen, words, encode(exported(seen))))


class Engines:
    """The three ways to a file, each ready to be called for one content."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self._words = load_words("en", resources.compiled("locale"))
        self._typst = typst.Compiler(root=home, font_paths=[home], ignore_system_fonts=True)
        register(home)

    def ready(self, content: Content) -> dict[str, Callable[[], object]]:
        source = markup(content.document, DATA_NAME).encode()
        plain = described(content.document)
        (self.home / DATA_NAME).write_bytes(content.document.attachments[0].data)
        given = Source(content.catalogue, content.filled, AS_OF)
        return {
            "product": partial(self._export, given),
            "typst": partial(self._compile, source),
            "plain": partial(write, plain, self.file("plain")),
        }

    def file(self, engine: str) -> Path:
        return self.home / f"{engine}.pdf"

    def _export(self, source: Source) -> None:
        for _ in export(source, self.file("product"), self._words, AS_OF, force=True):
            pass

    def _compile(self, source: bytes) -> None:
        data = self._typst.compile(source, pdf_standards=["ua-1", "a-3a"], timestamp=AS_OF)
        assert isinstance(data, bytes)
        self.file("typst").write_bytes(data)


def warm(sections: int, home: Path) -> None:
    shipped, engines = load_any(), Engines(home)
    times: dict[str, list[float]] = {"product": [], "typst": [], "plain": []}
    for turn in range(ROUNDS[sections] + 1):
        content = Content.made(shipped, sections, seed=turn)
        for engine, step in in_turn(engines.ready(content), turn):
            taken = seconds(step)
            times[engine].extend([taken] if turn else [])
        check_same(content.document, engines, counted=turn == 0)
    said = {engine: milliseconds(found) for engine, found in times.items()}
    show(
        [
            (f"Report of {sections} sections, against Typst", said["typst"], said["product"], "1.5"),
            (f"Report of {sections} sections, against plain ReportLab", said["plain"], said["product"], "1.0"),
        ]
    )


def in_turn(steps: dict[str, Callable[[], object]], turn: int) -> list[tuple[str, Callable[[], object]]]:
    """Another one first in every round."""
    found, first = list(steps.items()), turn % len(steps)
    return found[first:] + found[:first]


def seconds(step: Callable[[], object]) -> float:
    """What the benchmark itself holds is kept away from the collector of whoever is measured."""
    gc.collect()
    gc.freeze()
    begun = time.perf_counter()
    step()
    taken = time.perf_counter() - begun
    gc.unfreeze()
    return taken


def milliseconds(found: list[float]) -> str:
    return f"{statistics.median(found) * 1000:.1f} ms"


def check_same(document: Document, engines: Engines, counted: bool) -> None:
    """All three wrote every word of the document, and nothing beside it but repeated heads and footers."""
    expected = Counter(words_in(document))
    found = {engine: pages(engines.file(engine)) for engine in ("product", "typst", "plain")}
    for engine, count in found.items():
        missing, more = surplus(expected, Counter(words_of(engines.file(engine))), document, count)
        if missing or more:
            raise SystemExit(f"{engine} wrote other words: without {missing}, with {more}")
    if max(found.values()) > 1.1 * min(found.values()):
        raise SystemExit(f"page counts differ by more than a tenth: {found}")
    if counted:
        print("pages: " + ", ".join(f"{engine} {count}" for engine, count in found.items()))


# --- the example: a whole process, its file, and reading it back ---


def example(home: Path) -> None:
    catalogue = load_any()
    filled, as_of = sample(EXAMPLE, catalogue)
    write_session(home / "example.accesscheck", catalogue, filled, as_of, "benchmark").close()
    seen = view(catalogue, filled, as_of)
    words = load_words("en", resources.compiled("locale"))
    document = compose(seen, words, encode(exported(seen)))
    (home / "example.json").write_text(json.dumps(described(document)), "utf-8")
    show([cold(home), size(home), reading(home / "example.pdf")])


def cold(home: Path) -> Row:
    """From nothing to a written file, as a new process."""
    session, target = str(home / "example.accesscheck"), str(home / "example.pdf")
    commands: dict[str, list[str]] = {
        "plain": [str(HERE / "plain_pages.py"), str(home / "example.json"), str(home), str(home / "plain.pdf")],
        "product": ["-c", PROGRAM, "export", session, target, "--force", "--language", "en"],
    }
    times: dict[str, list[float]] = {"plain": [], "product": []}
    for turn in range(COLD_ROUNDS + 1):
        for kind, command in commands.items():
            taken = seconds(
                partial(subprocess.run, [sys.executable, *command], check=True, capture_output=True, env=ENVIRONMENT)
            )
            times[kind].extend([taken] if turn else [])  # the first turn compiles what is kept
    return "Example exported by a new process", milliseconds(times["plain"]), milliseconds(times["product"]), "1.3"


def size(home: Path) -> Row:
    taken = (home / "example.pdf").stat().st_size / 1000
    return "Size of the example's file", f"{EXAMPLE_KILOBYTES} kB", f"{taken:.1f} kB", "1.0"


def reading(path: Path) -> Row:
    """The file check, against opening the file and validating the assessment in it."""
    steps: dict[str, Callable[[], object]] = {"bare": partial(validated, path), "product": partial(check_report, path)}
    times: dict[str, list[float]] = {"bare": [], "product": []}
    for turn in range(READINGS + 1):
        for kind, step in in_turn(steps, turn):
            taken = seconds(step)
            times[kind].extend([taken] if turn else [])
    return "Example read back and checked", milliseconds(times["bare"]), milliseconds(times["product"]), "2.5"


def validated(path: Path) -> Export:
    with pikepdf.open(path) as pdf:
        return Export.model_validate_json(pdf.attachments[DATA_NAME].get_file().read_bytes())


def run(arguments: list[str]) -> None:
    match arguments:
        case ["warm", sections, home]:
            warm(int(sections), Path(home))
        case ["example", home]:
            example(Path(home))
        case _:
            main()


if __name__ == "__main__":
    run(sys.argv[1:])
