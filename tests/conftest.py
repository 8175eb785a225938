"""What many tests begin with: the shipped catalogue, words, and the example."""

from __future__ import annotations

from datetime import datetime

import pytest

from accesscheck import resources
from accesscheck.language.words import PSEUDO, Words, load_words
from accesscheck.model.assessment import Assessment
from accesscheck.model.catalogue import Catalogue
from accesscheck.operations.samples import EXAMPLE, sample
from accesscheck.storage.checklists import load_any


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    """The shipped one."""
    return load_any()


@pytest.fixture(scope="session")
def english() -> Words:
    return load_words("en", resources.compiled("locale"))


@pytest.fixture(scope="session")
def pseudo() -> Words:
    """Every message in brackets."""
    return load_words(PSEUDO, resources.compiled("locale"))


@pytest.fixture(scope="session")
def example(catalogue: Catalogue) -> tuple[Assessment, datetime]:
    """The shipped example and the instant it is looked at."""
    return sample(EXAMPLE, catalogue)
