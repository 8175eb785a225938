"""The two habits every value shares: frozen, and no unknown field."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, StringConstraints


class Value(BaseModel):
    """A frozen value that refuses unknown fields and types that only look right."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, defer_build=True)


def _whole_second_utc(moment: datetime) -> datetime:
    try:
        return moment.astimezone(UTC).replace(microsecond=0)
    except OverflowError:  # the first or last day of the calendar, with an offset that leads beyond it
        raise ValueError("calendar") from None


Instant = Annotated[AwareDatetime, AfterValidator(_whole_second_utc)]
"""A moment, kept in UTC to the second."""

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:[-.][a-z0-9]+)*$", max_length=80)]
Line = Annotated[str, StringConstraints(max_length=500)]
Text = Annotated[str, StringConstraints(max_length=100_000)]
