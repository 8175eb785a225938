"""Finds text that did not come through the words of a language: what stands outside the brackets of the pseudo one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from babel import Locale

from accesscheck.model.catalogue import Catalogue
from accesscheck.model.condition import OPERATORS
from accesscheck.model.profile import FACTS

_INNERMOST = re.compile("⟦[^⟦⟧]*⟧")
_WORD = re.compile(r"[^\W\d_]{2,}")
_BRITISH = Locale.parse("en_GB")


def bare(text: str, allowed: Iterable[str] = ()) -> list[str]:
    """The words outside all brackets that are not allowed there."""
    for one in sorted({*allowed}, key=len, reverse=True):
        text = text.replace(one, " ") if one else text
    while _INNERMOST.search(text):
        text = _INNERMOST.sub(" ", text)
    return _WORD.findall(text)


def dates() -> set[str]:
    """What Babel writes itself: months, "and" in lists, UTC; no message of ours."""
    return {*_BRITISH.months["format"]["wide"].values(), " and ", "UTC"}


def languages(*tags: str) -> set[str]:
    """Names of languages, which Babel knows too."""
    return {str(_BRITISH.languages[tag]) for tag in tags}


def ids(catalogue: Catalogue) -> set[str]:
    """Every id that a person types: items, facts, choices, kinds of facts."""
    facts = {name for spec in FACTS for name in (spec.id, *spec.choices, str(spec.kind))}
    return {*facts, *(item.id for item in catalogue.items), *OPERATORS}


def names(catalogue: Catalogue) -> set[str]:
    """Titles, publishers, editions and clauses of sources, as printed there, and of the catalogue."""
    sources = [source for item in catalogue.items for source in item.sources]
    fields = [field for one in sources for field in (one.title, one.publisher, one.edition, one.clause) if field]
    return {*fields, catalogue.id, catalogue.hash}
