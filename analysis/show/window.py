"""What part of the world a map shows, and the land and sea under it. No streamlit here."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt
import pandas as pd

from analysis.gazetteer.lookup import country_iso3
from analysis.resources import FOLDER

REGION_RADIUS_KM = 2500
"""How far places may lie from the middle of a region to be shown with it: Baghdad to Cairo is 1,300 km."""

MIN_HEIGHT_DEGREES = 12.0
"""The least height of a regional map: closer, there would be no border in sight to recognise."""

MARGIN = 1.25
"""The height of a regional map against what must be in it."""

EARTH_RADIUS_KM = 6371.0
KM_PER_DEGREE = 111.2


@dataclass(frozen=True, slots=True)
class Window:
    """What part of the world a map shows, in degrees; `is_world` for all of it."""

    west: float
    east: float
    south: float
    north: float
    is_world: bool = False


WORLD = Window(-170, 190, -58, 84, is_world=True)


@cache
def shapes() -> dict[str, dict[str, float]]:
    """Label point and area (km²) of every country shape on the map, by ISO 3166-1 alpha-3 code."""
    return json.loads((FOLDER / "shapes.json").read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def region_window(places: pd.DataFrame, aspect: float = 1.45) -> Window:
    """
    The window around the part of the world where most mentions lie.

    Of all placed points, the one with the most mentions within REGION_RADIUS_KM is the middle; the window holds
    what lies within that distance of it, countries with room for their size. Without a placed point it is the
    world. `aspect` is the width of the drawing over its height.
    """
    placed = places[places["latitude"].notna()]
    points = [
        (row.latitude, row.longitude, row.count, half_size_km(row.country_code) if row.kind == "country" else 50.0)
        for row in placed.itertuples(index=False)
    ]
    if not points:
        return WORLD
    is_near = distances_km(points) <= REGION_RADIUS_KM
    middle = int(np.argmax(is_near @ np.array([count for _, _, count, _ in points])))
    near = [point for point, is_in in zip(points, is_near[middle], strict=True) if is_in]
    if max(p[1] for p in near) - min(p[1] for p in near) > 180:  # The group lies on both sides of the antimeridian.
        near = [(lat, lon % 360, count, size) for lat, lon, count, size in near]
    north = max(min(84.0, lat + size / KM_PER_DEGREE) for lat, _, _, size in near)
    south = min(max(-70.0, lat - size / KM_PER_DEGREE) for lat, _, _, size in near)
    middle_lat = (south + north) / 2
    shrink = math.cos(math.radians(middle_lat))
    east = max(lon + size / KM_PER_DEGREE / shrink for _, lon, _, size in near)
    west = min(lon - size / KM_PER_DEGREE / shrink for _, lon, _, size in near)
    # The Mercator map is stretched away from the equator: a degree of latitude is as long as 1 / cos of longitude.
    tall = MARGIN * max(MIN_HEIGHT_DEGREES, north - south, (east - west) * shrink / aspect)
    wide = min(359.0, tall * aspect / shrink)
    middle_lon = (west + east) / 2
    return Window(
        middle_lon - wide / 2,
        middle_lon + wide / 2,
        max(-80, middle_lat - tall / 2),
        min(84, middle_lat + tall / 2),
    )


def half_size_km(country_code: str) -> float:
    """Half the side of a square as large as the country: how far it reaches from its middle, roughly."""
    shape = shape_of(country_code)
    return math.sqrt(shape["area_km2"]) / 2 if shape else 50.0


def shape_of(country_code: str) -> dict[str, float] | None:
    """Label point and area of a country by ISO 3166-1 alpha-2 code, or None where the map does not draw it."""
    return shapes().get(country_iso3(country_code) or "")


def distances_km(points: Sequence[tuple[float, ...]]) -> npt.NDArray[np.float64]:
    """The great-circle distances between points that begin with latitude and longitude in degrees, each with each."""
    lat, lon = np.radians([point[:2] for point in points]).T
    h = np.sin((lat[:, None] - lat) / 2) ** 2
    h += np.cos(lat[:, None]) * np.cos(lat) * np.sin((lon[:, None] - lon) / 2) ** 2
    distances: npt.NDArray[np.float64] = 2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.clip(h, 0, 1)))
    return distances
