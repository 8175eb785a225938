"""How the windows look and which language they speak: chosen by a person, kept as a small file of settings."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QApplication

from accesscheck.errors import AccessCheckError
from accesscheck.language.words import LANGUAGES
from accesscheck.storage.files import write_whole

from .theme import LIGHT, SCHEMES, class_palettes, palette_of

SIZES = (100, 125, 150, 200)
"""Text sizes in percent."""

_BODY = 10.5
_HEADINGS = {"Heading1": 17.0, "Heading2": 13.0}
"""Points at 100 %."""
_MAX_BYTES = 10_000
_LATIN = ("Noto Sans", "fontpkg_noto_sans", "files/NotoSans[wdth,wght].ttf")
"""Family, package and file: Latin and Cyrillic letters."""
_ARABIC = ("IBM Plex Sans Arabic", "fontpkg_ibm_plex_sans_arabic")
_SCRIPTS = {
    "ar": tuple((*_ARABIC, f"files/IBMPlexSansArabic-{style}.ttf") for style in ("Regular", "SemiBold")),
    "zh": (("Noto Sans SC", "justmytype_intl_cjk", "fonts/ofl/notosanssc/NotoSansSC[wght].ttf"),),
}
"""What a language needs besides."""
_REGULAR, _SEMIBOLD = 400.0, 600.0


@dataclass(frozen=True, slots=True)
class Appearance:
    """`colours` names a palette, `text` is a size in percent, `language` one of ours."""

    colours: str = "light"
    text: int = 100
    language: str = "en"


def load_appearance(folder: Path) -> Appearance:
    """What was chosen last; what is missing or makes no sense is as by default, in the language of the system."""
    try:
        with (folder / "settings.json").open("rb") as source:
            raw = json.loads(source.read(_MAX_BYTES))
    except (OSError, ValueError, RecursionError):
        return Appearance(language=_system_language())
    held = raw if isinstance(raw, dict) else {}
    taken = {one.name: held[one.name] for one in fields(Appearance) if _fits(one.name, held.get(one.name))}
    return Appearance(**{"language": _system_language(), **taken})


def _system_language() -> str:
    """The first of the system's languages that is one of ours; ACCESSCHECK_LANGUAGE decides before."""
    preferred = (os.environ.get("ACCESSCHECK_LANGUAGE", ""), *QLocale.system().uiLanguages())
    return next((name[:2] for name in preferred if name[:2] in LANGUAGES), "en")


def save_appearance(folder: Path, chosen: Appearance) -> None:
    """Keep the choice; the windows look the same until they are closed where it cannot be kept."""
    with suppress(OSError, AccessCheckError):
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(folder / "settings.json", json.dumps(asdict(chosen), indent=1).encode(), replace=True)


def apply_appearance(application: QApplication, chosen: Appearance) -> None:
    """Colour and size every widget there is and will be, and let its language run its own way."""
    right_to_left = chosen.language == "ar"
    way = Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
    application.setLayoutDirection(way)
    colours = SCHEMES.get(chosen.colours, LIGHT)
    application.setPalette(palette_of(colours))
    for name, palette in class_palettes(colours).items():
        application.setPalette(palette, name)  # type: ignore[arg-type]  # the stubs say bytes, only str is taken
    font = QFont(application.font())
    font.setFamilies(_families(application, chosen.language))
    font.setPointSizeF(_BODY * chosen.text / 100)
    font.setVariableAxis(QFont.Tag("wght"), _REGULAR)  # the Chinese file begins with hairlines
    application.setFont(font)
    for name in ("QMenu", "QMenuBar"):
        application.setFont(font, name)  # type: ignore[arg-type]  # the stubs say bytes, only str is taken
    for name, points in _HEADINGS.items():
        font.setPointSizeF(points * chosen.text / 100)
        font.setWeight(QFont.Weight.DemiBold)
        font.setVariableAxis(QFont.Tag("wght"), _SEMIBOLD)  # one file holds all weights, asked for by their axis
        application.setFont(font, name)  # type: ignore[arg-type]  # the stubs say bytes, only str is taken


def _families(application: QApplication, language: str) -> list[str]:
    """The fonts of the report, in the windows too: the same letters on every system."""
    wanted = (_LATIN, *_SCRIPTS.get(language, ()))
    for family, package, path in wanted:
        _load(application, f"{family} {path}", package, path)
    return list(dict.fromkeys(family for family, _, _ in wanted))


def _load(application: QApplication, name: str, package: str, path: str) -> None:
    """Load a font file once; asking Qt which families there are takes as long as all else here."""
    found = None if application.property(name) else find_spec(package)
    if found is not None and found.origin is not None:
        QFontDatabase.addApplicationFont(str(Path(found.origin).parent / path))
        application.setProperty(name, True)


def _fits(name: str, value: object) -> bool:
    allowed: dict[str, tuple[object, ...]] = {"colours": tuple(SCHEMES), "text": SIZES, "language": LANGUAGES}
    return value in allowed[name] and not isinstance(value, bool)
