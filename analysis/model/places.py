"""The records of where: mentions of places, the places that they were put at, where the paper is at home."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

PLACE_KINDS = ("country", "region", "admin", "city", "facility", "water", "terrain", "unknown")
"""What a place is. A region has neither point nor country code; an unknown place was not resolved."""


ROLES = ("location", "actor", "nationality", "name")
"""How a text uses a place: where something is, who acts ("Iran vowed"), a nationality, part of a name."""


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A span that names a place, alone or inside another name; `role` is one of ROLES."""

    start: int
    end: int
    text: str
    paragraph: int
    role: str = "location"


@dataclass(frozen=True, slots=True)
class Place:
    """
    Where mentions were put. Degrees are WGS 84; `confidence` lies in [0, 1].

    A region has no point and no country code. An unresolved place has kind "unknown" and no point.
    `entity` is the id of the entity with the same name, or None where the place stands only inside other names.
    `is_former` marks a state of the past, which has the point and the code of today's country there.
    """

    name: str
    entity: str | None
    kind: str
    country_code: str | None
    latitude: float | None
    longitude: float | None
    geonames_id: int | None
    confidence: float
    mentions: tuple[PlaceMention, ...]
    is_former: bool = False

    @property
    def count(self) -> int:
        """The number of mentions, in every role."""
        return len(self.mentions)


@dataclass(frozen=True, slots=True)
class CountryWeight:
    """
    How much a text is about a country: `weight` adds up its mentions, `share` lies in [0, 1], the sum over all is 1.

    `mentions` is the number of mentions of places there, in every role; `is_about` marks what the article is about.
    """

    country_code: str
    weight: float
    share: float
    mentions: int
    is_about: bool


HOME_TOLD_BY = ("given", "source", "domain", "dateline", "texts")
"""What tells where a paper is at home."""


@dataclass(frozen=True, slots=True)
class Home:
    """
    Where the paper is at home: a town, a division or a country.

    `told_by` is one of HOME_TOLD_BY, `why` says it in words.

    `record` is its `gazetteer.Record`, of which records know nothing and no program need look at.
    """

    name: str
    country_code: str
    latitude: float | None
    longitude: float | None
    geonames_id: int | None
    told_by: str
    why: str
    record: Any = field(repr=False, compare=False)

    def to_dict(self) -> dict[str, Any]:
        """All but the record."""
        return {
            "name": self.name,
            "country_code": self.country_code,
            "latitude": self.latitude,
            "longitude": self.longitude,
            "geonames_id": self.geonames_id,
            "told_by": self.told_by,
            "why": self.why,
        }


@dataclass(frozen=True, slots=True)
class Toponym:
    """
    A mention of a place on its way to the gazetteer.

    `role` is one of ROLES; `inside_name` tells that it stands in a longer name.

    `name` is what to ask the gazetteer for; `score` says how sure it is that this names a place at all (0.5 is
    the least); `is_demonym` marks "Iranian".
    """

    start: int
    end: int
    role: str
    inside_name: bool
    name: str
    score: float
    is_demonym: bool = False
