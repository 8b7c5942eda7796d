"""What part of the world a map shows, and the land and sea under it. No streamlit here."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pandas as pd
import plotly.graph_objects as go

from analysis.gazetteer import country_iso3
from views.palette import Palette

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
    return json.loads((Path(__file__).parent / "shapes.json").read_text(encoding="utf-8"))  # type: ignore[no-any-return]


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
    near = max(
        ([p for p in points if distance_km(middle, p) <= REGION_RADIUS_KM] for middle in points),
        key=lambda group: sum(count for _, _, count, _ in group),
    )
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


def distance_km(a: tuple[float, ...], b: tuple[float, ...]) -> float:
    """The great-circle distance between two points given as latitude and longitude in degrees."""
    lat1, lon1, lat2, lon2 = map(math.radians, (a[0], a[1], b[0], b[1]))
    h = math.sin((lat2 - lat1) / 2) ** 2 + math.cos(lat1) * math.cos(lat2) * math.sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(h))


def draw_base(figure: go.Figure, colours: Palette, window: Window) -> None:
    """Land, sea and borders of the window."""
    figure.update_geos(
        projection={"type": "natural earth" if window.is_world else "mercator"},
        resolution=50,
        lonaxis={"range": [window.west, window.east]},
        lataxis={"range": [window.south, window.north]},
        showland=True,
        landcolor=colours.land,
        showocean=True,
        oceancolor=colours.sea,
        showlakes=False,
        showcountries=True,
        countrycolor=colours.border,
        countrywidth=0.6,
        showcoastlines=True,
        coastlinecolor=colours.border,
        coastlinewidth=0.6,
        showframe=False,
        fitbounds=False,
        bgcolor="rgba(0,0,0,0)",
    )
