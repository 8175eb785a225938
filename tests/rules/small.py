"""Small catalogues and facts written by hand, for tests of single rules."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from accesscheck.model.catalogue import Catalogue, Item, Measure, ScoringSettings, Source, Standings
from accesscheck.model.profile import Fact, FactValue
from accesscheck.model.terms import Severity, Standing

AT = datetime(2027, 3, 1, 9, 0, tzinfo=UTC)
OSLO = "2027-03-15T10:00+01:00[Europe/Oslo]"
SETTINGS = ScoringSettings(
    version="1",
    weights={Severity.EXCLUDES: 5, Severity.HINDERS: 3, Severity.HELPS: 1},
    rehearsal_hours=72,
    evidence={"word": 0.25, "contact": 0.5, "link": 0.5, "document": 0.75, "tested": 1.0, "confirmed": 1.0},
)
VERIFIED = Source(title="A code", publisher="A publisher", standing=Standings(number=Standing.VERIFIED))
DEFAULT = Source(title="A habit", publisher="AccessCheck", standing=Standings(number=Standing.DEFAULT))
PLACES = Measure(quantity="Wheelchair places", unit="places", formula="wheelchair-places")


def small_catalogue(*items: Item) -> Catalogue:
    return Catalogue(id="small", version="1", hash="0" * 64, scoring=SETTINGS, items=items)


def told(facts: Mapping[str, FactValue], at: datetime = AT) -> dict[str, Fact]:
    return {name: Fact(value=value, changed=at) for name, value in facts.items()}
