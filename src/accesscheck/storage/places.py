"""Where documents, settings and logs belong on this computer, and safe names for new files."""

from __future__ import annotations

import re
import unicodedata
from itertools import count
from pathlib import Path

from accesscheck.errors import FolderNotWritable

APP = "AccessCheck"
ENDING = ".accesscheck"

_MAX_CHARACTERS = 80
_MAX_BYTES = 160  # of the 255 a file name may have: endings, a number and SQLite's own files beside it still fit
_JOINERS = "\u200c\u200d"  # invisible, but they change what is read in Persian, Hindi and many other languages
_RESERVED = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?=\.|$)", re.IGNORECASE)


def documents_folder() -> Path:
    """Where new working documents are made."""
    from platformdirs import user_documents_path

    return user_documents_path() / APP


def settings_folder() -> Path:
    from platformdirs import user_config_path

    return user_config_path(APP, appauthor=False)


def log_folder() -> Path:
    from platformdirs import user_log_path

    return user_log_path(APP, appauthor=False)


def made(folder: Path) -> Path:
    """The folder, made where it was missing; raises `FolderNotWritable`."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FolderNotWritable(str(folder), error.strerror or type(error).__name__) from error
    return folder


def unused_name(folder: Path, stem: str, ending: str = ENDING) -> Path:
    """A file in `folder` that does not exist, named after a title of any script."""
    safe = safe_stem(stem)
    names = (safe if number == 1 else f"{safe} {number}" for number in count(1))
    return next(path for path in (folder / (name + ending) for name in names) if not path.exists())


def safe_stem(title: str) -> str:
    """The title as a file name on every system, without its ending; a title of nothing usable gives the app's name."""
    plain = unicodedata.normalize("NFC", "".join(_harmless(one) for one in title))
    short = _cut(" ".join(plain.split()).lstrip(".-_~ " + _JOINERS))
    named = short.rstrip(". " + _JOINERS) or APP
    return f"_{named}" if _RESERVED.match(named) else named


def _harmless(character: str) -> str:
    if character in '<>:"/\\|?*' or character.isspace():
        return " "
    hidden = unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn")
    return "" if hidden and character not in _JOINERS else character


def _cut(text: str) -> str:
    """At most so many characters and bytes, and no letter parted from its marks."""
    end = min(len(text), _MAX_CHARACTERS)
    while len(text[:end].encode()) > _MAX_BYTES:
        end -= 1
    while 0 < end < len(text) and unicodedata.category(text[end]).startswith("M"):
        end -= 1
    return text[:end]
