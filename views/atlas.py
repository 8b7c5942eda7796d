"""
Places to a map. No streamlit here.

Countries are filled by the number of their mentions, towns and facilities are pins, regions are never a point.
Countries too small to see are ringed. The browser fetches the shapes from static/topo (see `MAP_CONFIG`), so the
map needs no internet.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analysis.gazetteer import country_iso3
from views.charts import plain
from views.palette import Palette
from views.words import count_of

MAP_CONFIG = {
    "topojsonURL": "./app/static/topo/",
    "displaylogo": False,
    "modeBarButtonsToRemove": ["select2d", "lasso2d"],
    "scrollZoom": True,
}
"""What `st.plotly_chart` must pass to the browser; without the URL plotly would ask its own server for shapes."""

BORDER_SOURCE = (
    "Borders: UN Geodata and Natural Earth, as shipped with plotly.js; they imply no opinion on the status of any "
    "territory. Places: GeoNames (CC BY 4.0)."
)

SMALL_COUNTRY_KM2 = 30_000
"""Smaller countries are ringed on the world map: Kuwait (17,000 km²) is 3 pixels wide there."""

TINY_COUNTRY_KM2 = 3_000
"""Smaller ones are ringed on the map of a region too: Bahrain has 700 km²."""

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


def world_map(
    countries: pd.DataFrame, places: pd.DataFrame, colours: Palette, window: Window = WORLD, height: int = 460
) -> go.Figure:
    """
    Draw `tables.countries` as fills and the towns of `tables.places` as pins.

    Every point carries in `customdata[0]` what was clicked: "country:IQ" or "place:12" (the row in `places`).
    """
    figure = go.Figure()
    most = int(countries["count"].max()) if len(countries) else 1
    _fill_countries(figure, countries, colours, most)
    _ring_small_countries(figure, countries, colours, most, window)
    _pin_towns(figure, places, colours, window)
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
    return figure.update_layout(
        height=height,
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        paper_bgcolor="rgba(0,0,0,0)",
        showlegend=False,
        hoverlabel={"align": "left"},
        hoverdistance=1,  # Else a pin draws clicks from the country around it.
        clickmode="event+select",
        dragmode="pan",
        uirevision=str(window),
    )


def _fill_countries(figure: go.Figure, countries: pd.DataFrame, colours: Palette, most: int) -> None:
    drawn = countries[countries["country_code"].map(lambda code: shape_of(code) is not None).astype(bool)]
    figure.add_choropleth(
        locations=drawn["country_code"].map(country_iso3),
        z=drawn["count"],
        zmin=1,
        zmax=max(most, 2),
        colorscale=[[0, colours.fill[0]], [1, colours.fill[1]]],
        marker={"line": {"color": colours.border, "width": 0.8}},
        colorbar=_legend(most, colours),
        showscale=most > 1,
        customdata=[_country_data(row) for row in drawn.itertuples(index=False)],
        hovertemplate="<b>%{customdata[1]}</b><br>%{customdata[2]}<extra></extra>",
    )


def _ring_small_countries(
    figure: go.Figure, countries: pd.DataFrame, colours: Palette, most: int, window: Window
) -> None:
    limit = SMALL_COUNTRY_KM2 if window.is_world else TINY_COUNTRY_KM2
    drawn = [(row, shape_of(row.country_code)) for row in countries.itertuples(index=False)]
    small = [(row, shape) for row, shape in drawn if shape and shape["area_km2"] < limit]
    figure.add_scattergeo(
        lat=[shape["latitude"] for _, shape in small],
        lon=[shape["longitude"] for _, shape in small],
        mode="markers",
        marker={
            "size": 9 if window.is_world else 13,
            "symbol": "circle",
            "color": [row.count for row, _ in small],
            "cmin": 1,
            "cmax": max(most, 2),
            "colorscale": [[0, colours.fill[0]], [1, colours.fill[1]]],
            "line": {"color": colours.ink, "width": 1.2},
        },
        customdata=[_country_data(row) for row, _ in small],
        hovertemplate="<b>%{customdata[1]}</b><br>%{customdata[2]}<extra></extra>",
    )


def _pin_towns(figure: go.Figure, places: pd.DataFrame, colours: Palette, window: Window) -> None:
    pins = places[places["latitude"].notna() & (places["kind"] != "country")]
    figure.add_scattergeo(
        lat=pins["latitude"],
        lon=pins["longitude"],
        mode="markers",
        marker={
            # On the map of the world a large pin would hide the country that it stands in.
            "size": (3.5 if window.is_world else 8)
            + (1 if window.is_world else 3) * pins["count"].clip(upper=10) ** 0.5,
            "symbol": "diamond",
            "color": colours.pin,
            "opacity": 0.95,
            "line": {"color": colours.sea, "width": 1},
        },
        customdata=[
            (
                f"place:{row.Index}",
                plain(row.name),
                f"{row.kind}{', ' + plain(row.country) if isinstance(row.country, str) else ''}<br>"
                f"{count_of(row.count, 'mention')} · confidence {row.confidence:.0%}",
            )
            for row in pins.itertuples()
        ],
        hovertemplate="<b>%{customdata[1]}</b><br>%{customdata[2]}<extra></extra>",
    )


def _country_data(row: Any) -> tuple[str, str, str]:
    both = row.n_country and row.n_inside
    split = f"<br>{row.n_country} of the country, {row.n_inside} of places in it" if both else ""
    return f"country:{row.country_code}", plain(row.country), count_of(row.count, "mention") + split


def _legend(most: int, colours: Palette) -> dict[str, Any]:
    ticks = sorted({1, round((1 + most) / 2), most}) if most > 2 else list(range(1, most + 1))
    return {
        "title": {"text": "mentions", "side": "top", "font": {"size": 12, "color": colours.ink}},
        "orientation": "h",
        "tickvals": ticks,
        "tickfont": {"size": 12, "color": colours.ink},
        "thickness": 10,
        "len": 0.3,
        "x": 0.01,
        "xanchor": "left",
        "y": 0.02,
        "yanchor": "bottom",
        "outlinewidth": 0,
    }
