"""Where checklists, word catalogues and pictures lie: inside the installed package, or in a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent
_INSTALLED = _PACKAGE / "data"
_CHECKOUT = _PACKAGE.parent.parent


def folder(name: str) -> Path:
    """The data folder `name` ("checklists" or "assets")."""
    installed = _INSTALLED / name
    return installed if installed.is_dir() else _CHECKOUT / name


def compiled(name: str) -> Path:
    """A compiled file or folder: checklists.json, locale."""
    return _PACKAGE / "compiled" / name
