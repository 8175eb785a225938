"""How a language looks: letters of its own, its own way across the window. In a process of its own: no trace stays."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import Any

import pytest

LOOK = """
import json, sys
from accesscheck.ui.app import make_application
from accesscheck.ui.appearance import Appearance, apply_appearance
from PySide6.QtGui import QFont, QFontMetricsF, QRawFont
from PySide6.QtWidgets import QApplication
application = make_application()
apply_appearance(application, Appearance(language="ar"))
apply_appearance(application, Appearance(language=sys.argv[1]))
fonts = [QRawFont.fromFont(QFont(family)) for family in application.font().families()]
print(json.dumps({
    "undrawn": [one for one in sys.argv[2] if not any(font.supportsCharacter(ord(one)) for font in fonts)],
    "direction": application.layoutDirection().name,
    "weight": application.font().variableAxisValue(QFont.Tag("wght")),
    "larger": QFontMetricsF(QApplication.font("Heading1")).height() > QFontMetricsF(application.font()).height(),
}))
"""
LETTERS = {"en": "abé", "ru": "жщё", "ar": "ضعف", "zh": "无障碍"}


@pytest.fixture(scope="module")
def looks() -> dict[str, dict[str, Any]]:
    """What each language looks like after the windows spoke Arabic."""
    found = {}
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    for language, letters in LETTERS.items():
        command = [sys.executable, "-c", LOOK, language, letters]
        said = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=60).stdout
        found[language] = json.loads(said)
    return found


@pytest.mark.parametrize("language", LETTERS)
def test_each_language_has_its_letters_in_a_font_of_ours(language: str, looks: dict[str, dict[str, Any]]) -> None:
    assert looks[language]["undrawn"] == []


def test_arabic_alone_runs_from_right_to_left(looks: dict[str, dict[str, Any]]) -> None:
    others = {look["direction"] for language, look in looks.items() if language != "ar"}
    assert (looks["ar"]["direction"], others) == ("RightToLeft", {"LeftToRight"})


def test_chinese_is_written_in_the_regular_weight(looks: dict[str, dict[str, Any]]) -> None:
    assert looks["zh"]["weight"] == 400


def test_headings_are_larger_than_text_in_every_language(looks: dict[str, dict[str, Any]]) -> None:
    assert [language for language, look in looks.items() if not look["larger"]] == []
