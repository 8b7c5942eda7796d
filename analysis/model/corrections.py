"""The records of what a reader changed, and of what came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

KINDS: Mapping[str, tuple[str, ...]] = {
    "merge": ("entity", "into"),
    "split": ("entity", "name", "mentions"),
    "rename": ("entity", "name"),
    "retype": ("entity", "type"),
    "hide": ("entity",),
    "place": ("place", "was", "geonames_id"),
    "speaker": ("quote", "entity"),
}
"""What a correction does, and the fields that it has beside `do`."""


@dataclass(frozen=True, slots=True)
class Correction:
    """
    One correction; `do` is a key of KINDS and says which of the other fields count.

    `entity` and `into` are entity ids; for "speaker", an `entity` of None means that nobody is known. `mentions` are
    the spans to split off, `quote` is the span of a quote. `place` and `was` are the name and the GeoNames number of
    a place as it was put, `geonames_id` is where it belongs; None stands for nowhere on the map.
    """

    do: str
    entity: str | None = None
    into: str | None = None
    name: str | None = None
    type: str | None = None
    mentions: tuple[tuple[int, int], ...] = ()
    place: str | None = None
    was: int | None = None
    geonames_id: int | None = None
    quote: tuple[int, int] | None = None

    def to_dict(self) -> dict[str, Any]:
        """The correction as plain values, with the fields of its kind alone."""
        values: dict[str, Any] = {"do": self.do}
        for field in KINDS[self.do]:
            value = getattr(self, field)
            values[field] = (
                [list(v) if isinstance(v, tuple) else v for v in value] if isinstance(value, tuple) else value
            )
        return values


@dataclass(frozen=True, slots=True)
class Outcome:
    """A correction with what came of it: `problem` is None where it was applied, else why it no longer fits."""

    correction: Correction
    problem: str | None

    def to_dict(self) -> dict[str, Any]:
        """The correction as plain values, with its problem."""
        return self.correction.to_dict() | {"problem": self.problem}
