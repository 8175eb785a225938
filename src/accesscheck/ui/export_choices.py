"""What was chosen for the last export, kept as a small file of settings."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from accesscheck.errors import AccessCheckError
from accesscheck.language.words import LANGUAGES
from accesscheck.operations.exporting import Audience, Choice, choose
from accesscheck.operations.leaving_out import LeftOut
from accesscheck.operations.rendering import RENDERERS

REPORT = ".pdf"
DATA = ".json"
_FILE = "export.json"
_MAX_BYTES = 10_000


@dataclass(frozen=True, slots=True)
class ExportChoices:
    """Whom the file is for, its ending, its language (empty: the window's), and what goes into it."""

    audience: str = Audience.SECRETARIAT.value
    ending: str = REPORT
    language: str = ""
    names: bool = True
    notes: bool = True
    proof: bool = True
    files: bool = False

    @property
    def choice(self) -> Choice:
        """What the export is told; notes and proof can be left out of data alone, files go into a report alone."""
        data = self.ending == DATA
        said = {LeftOut.NAMES: self.names, LeftOut.NOTES: self.notes or not data, LeftOut.PROOF: self.proof or not data}
        left_out = frozenset(one for one, kept in said.items() if not kept)
        return choose(Audience(self.audience), left_out, self.files and self.ending == REPORT)


def load_choices(folder: Path) -> ExportChoices:
    """What was chosen last; what is missing or makes no sense is as by default."""
    try:
        with (folder / _FILE).open("rb") as source:
            raw = json.loads(source.read(_MAX_BYTES))
    except (OSError, ValueError, RecursionError):
        return ExportChoices()
    held = raw if isinstance(raw, dict) else {}
    return ExportChoices(**{one.name: held[one.name] for one in fields(ExportChoices) if _fits(one.name, held)})


def save_choices(folder: Path, chosen: ExportChoices) -> None:
    """Keep them; where that cannot be done the next export begins as by default."""
    from accesscheck.storage.files import write_whole

    with suppress(OSError, AccessCheckError):
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(folder / _FILE, json.dumps(asdict(chosen), indent=1).encode(), replace=True)


def _fits(name: str, held: dict[str, object]) -> bool:
    allowed = {"audience": tuple(Audience), "ending": tuple(RENDERERS), "language": LANGUAGES}
    value = held.get(name)
    return isinstance(value, str) and value in allowed[name] if name in allowed else isinstance(value, bool)
