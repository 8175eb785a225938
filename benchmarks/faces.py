"""The report's Latin faces as static files, which every engine can read."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import uharfbuzz as hb

_VARIABLE = "files/NotoSans[wdth,wght].ttf"


def write_faces(folder: Path) -> None:
    """Write the regular and the bold face, with all their glyphs."""
    face = hb.Face(hb.Blob.from_file_path(str(files("fontpkg_noto_sans") / _VARIABLE)))
    for style, weight in (("Regular", 400), ("Bold", 700)):
        wanted = hb.SubsetInput()
        wanted.keep_everything()
        wanted.pin_axis_location(face, "wght", weight)
        wanted.pin_axis_location(face, "wdth", 100)
        (folder / f"NotoSans-{style}.ttf").write_bytes(hb.subset(face, wanted).blob.data)
