"""Why an item applies to a session, or does not."""

from __future__ import annotations

from dataclasses import dataclass

from .condition import Comparison
from .terms import Applicability


@dataclass(frozen=True, slots=True)
class Because:
    """The comparisons that decided whether an item applies, each true, false or unknown; `need` where one decided."""

    state: Applicability
    comparisons: tuple[tuple[Comparison, bool | None], ...] = ()
    need: str | None = None
