"""Colours: the contrast that was promised, in every palette, role and group."""

from __future__ import annotations

from dataclasses import asdict

import pytest
from PySide6.QtGui import QColor, QPalette

from accesscheck.ui.theme import SCHEMES, Colours, class_palettes, colours_of, palette_of

EACH = pytest.mark.parametrize("colours", SCHEMES.values(), ids=SCHEMES)
GROUPS = (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def backgrounds(colours: Colours) -> tuple[str, str, str]:
    return colours.window, colours.surface, colours.selection


@EACH
@pytest.mark.parametrize("role", ["text", "quiet", "accent", "met", "partly", "missing", "not_relevant"])
def test_words_have_a_contrast_of_at_least_4_5(colours: Colours, role: str) -> None:
    assert min(contrast(asdict(colours)[role], one) for one in backgrounds(colours)) >= 4.5


@EACH
def test_edges_and_indicators_have_a_contrast_of_at_least_3(colours: Colours) -> None:
    assert min(contrast(colours.border, one) for one in backgrounds(colours)) >= 3


@EACH
def test_words_on_the_accent_have_a_contrast_of_at_least_4_5(colours: Colours) -> None:
    assert contrast(colours.accent, colours.on_accent) >= 4.5


@EACH
def test_every_role_is_set_in_every_group(colours: Colours) -> None:
    known = {one.lower() for one in asdict(colours).values()}
    palette = palette_of(colours)
    roles = [
        role for role in QPalette.ColorRole if role not in (QPalette.ColorRole.NoRole, QPalette.ColorRole.NColorRoles)
    ]
    assert {palette.color(group, role).name() for group in GROUPS for role in roles} <= known


@EACH
def test_a_widget_knows_its_colours_from_its_palette(colours: Colours) -> None:
    assert colours_of(palette_of(colours)) is colours


@EACH
def test_classes_of_their_own_colour_stay_in_their_scheme(colours: Colours) -> None:
    assert {colours_of(palette) for palette in class_palettes(colours).values()} == {colours}


def test_a_palette_of_another_origin_is_read_as_light() -> None:
    assert colours_of(QPalette(QColor("#123456"))) is SCHEMES["light"]
