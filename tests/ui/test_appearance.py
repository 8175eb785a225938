"""How a language looks: letters of its own, and its own way across the window."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QRawFont
from PySide6.QtWidgets import QApplication

from accesscheck.ui.appearance import Appearance, apply_appearance


@pytest.fixture
def application(dressed: QApplication) -> Iterator[QApplication]:
    """Left as it was found."""
    font, direction = QFont(dressed.font()), dressed.layoutDirection()
    yield dressed
    apply_appearance(dressed, Appearance())
    dressed.setFont(font)
    dressed.setLayoutDirection(direction)


@pytest.mark.parametrize(("language", "letters"), [("en", "abé"), ("ru", "жщё"), ("ar", "ضعف"), ("zh", "无障碍")])
def test_each_language_has_its_letters_in_a_font_of_ours(
    application: QApplication, language: str, letters: str
) -> None:
    apply_appearance(application, Appearance(language=language))
    fonts = [QRawFont.fromFont(QFont(family)) for family in application.font().families()]
    assert [letter for letter in letters if not any(font.supportsCharacter(ord(letter)) for font in fonts)] == []


def test_arabic_runs_from_right_to_left_and_back_again(application: QApplication) -> None:
    apply_appearance(application, Appearance(language="ar"))
    arabic = application.layoutDirection()
    apply_appearance(application, Appearance(language="fr"))
    assert (arabic, application.layoutDirection()) == (Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight)


def test_chinese_is_written_in_the_regular_weight(application: QApplication) -> None:
    apply_appearance(application, Appearance(language="zh"))
    assert application.font().variableAxisValue(QFont.Tag("wght")) == 400


def test_headings_are_larger_than_text_in_every_language(application: QApplication) -> None:
    for language in ("en", "ar", "zh"):
        apply_appearance(application, Appearance(language=language))
        heading = QFontMetricsF(QApplication.font("Heading1"))  # type: ignore[call-overload]  # the stubs want a widget
        assert heading.height() > QFontMetricsF(application.font()).height()
