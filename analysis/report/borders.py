"""The borders of the world as rings of degrees, from `resources/borders.json.gz` (see its card)."""

from __future__ import annotations

import gzip
import json
import math
from dataclasses import dataclass
from functools import cache
from string import ascii_uppercase

from analysis.errors import ResourceError
from analysis.gazetteer.lookup import country_iso3
from analysis.resources import FOLDER

RESOURCE = FOLDER / "borders.json.gz"

Point = tuple[float, float]

KM_PER_DEGREE = 111.2


@dataclass(frozen=True, slots=True)
class Ring:
    """A closed line of longitude and latitude without a jump at the date line, and the box around it in degrees."""

    points: tuple[Point, ...]
    west: float
    east: float
    south: float
    north: float

    @property
    def area_km2(self) -> float:
        """The area, roughly: as if it lay flat at its middle latitude."""
        pairs = zip(self.points, (*self.points[1:], self.points[0]), strict=True)
        flat = abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairs)) / 2
        return flat * KM_PER_DEGREE**2 * math.cos(math.radians((self.south + self.north) / 2))


@cache
def borders() -> dict[str, tuple[Ring, ...]]:
    """The rings of each ISO 3166-1 alpha-3 code, the largest first; raises ResourceError for a damaged file."""
    try:
        data = json.loads(gzip.decompress(RESOURCE.read_bytes()))
    except (OSError, EOFError, ValueError) as error:
        raise ResourceError(f"{RESOURCE.name} cannot be opened: {error}") from error
    return {
        code: tuple(sorted((_ring(points) for points in rings), key=lambda ring: -ring.area_km2))
        for code, rings in data.items()
    }


def rings_of(country_code: str) -> tuple[Ring, ...]:
    """The rings of a country by its alpha-2 code; () for one too small for this map, such as Vatican City."""
    return borders().get(country_iso3(country_code) or "", ())


@cache
def alpha2_of() -> dict[str, str]:
    """The alpha-2 code of every alpha-3 code; disputed areas, which have a shape of their own, have none."""
    codes = (first + second for first in ascii_uppercase for second in ascii_uppercase)
    return {long: code for code in codes if (long := country_iso3(code))}


def _ring(points: list[list[float]]) -> Ring:
    """A ring whose longitudes run on beyond 180 degrees where the line crosses the date line."""
    joined: list[Point] = []
    shift = 0.0
    for longitude, latitude in points:
        if joined:
            step = longitude + shift - joined[-1][0]
            shift -= 360 * round(step / 360)
        joined.append((longitude + shift, latitude))
    if abs(joined[-1][0] - joined[0][0]) > 180:  # Around a pole: Antarctica.
        joined += [(joined[-1][0], -90.0), (joined[0][0], -90.0)]
    xs, ys = [x for x, _ in joined], [y for _, y in joined]
    return Ring(tuple(joined), min(xs), max(xs), min(ys), max(ys))
