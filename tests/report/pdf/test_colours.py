from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image, ImageCms

from accesscheck.report.pdf.colours import srgb


@pytest.fixture(scope="module")
def profile() -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(BytesIO(srgb()))


def test_the_profile_names_itself(profile: ImageCms.ImageCmsProfile) -> None:
    assert ImageCms.getProfileName(profile).strip() == "sRGB IEC61966-2.1"


@pytest.mark.parametrize(
    "colour", [(0, 0, 0), (255, 255, 255), (27, 31, 36), (11, 92, 173), (179, 38, 30), (1, 9, 200)]
)
def test_colours_are_those_of_another_srgb_profile(
    profile: ImageCms.ImageCmsProfile, colour: tuple[int, int, int]
) -> None:
    change = ImageCms.buildTransform(profile, ImageCms.createProfile("sRGB"), "RGB", "RGB")
    changed = ImageCms.applyTransform(Image.new("RGB", (1, 1), colour), change)
    assert changed is not None
    assert changed.getpixel((0, 0)) == pytest.approx(colour, abs=1)


def test_the_profile_says_its_own_length_and_begins_tags_at_words() -> None:
    data = srgb()
    assert int.from_bytes(data[:4], "big") == len(data)
    assert len(data) % 4 == 0
