"""
Places to a map. No streamlit here.

Countries are filled by the number of their mentions, towns and facilities are pins, regions are never a point.
Countries too small to see are ringed. The browser fetches the shapes from static/topo (see `MAP_CONFIG`), so the
map needs no internet.
"""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analysis.evidence.find import place_key
from analysis.gazetteer.lookup import country_iso3
from analysis.show.palette import Palette
from analysis.show.sentences import count_of
from analysis.show.window import WORLD, Window, half_size_km, region_window, shape_of
from views.charts.bars import plain
from views.charts.sketch import Sketch

MAP_CONFIG = {
    "topojsonURL": "./app/static/topo/",
    "displaylogo": False,
    "toImageButtonOptions": {"format": "svg"},
    "modeBarButtonsToRemove": ["select2d", "lasso2d"],
    "scrollZoom": True,
}
"""What `st.plotly_chart` must pass to the browser; without the URL plotly would ask its own server for shapes."""

BORDER_SOURCE = (
    "Borders: UN Geodata and Natural Earth, as shipped with plotly.js; they imply no opinion on the status of any "
    "territory. Places: GeoNames (CC BY 4.0)."
)

__all__ = ("BORDER_SOURCE", "MAP_CONFIG", "WORLD", "Window", "half_size_km", "region_window", "shape_of", "world_map")

SMALL_COUNTRY_KM2 = 30_000
"""Smaller countries are ringed on the world map: Kuwait (17,000 km²) is 3 pixels wide there."""

TINY_COUNTRY_KM2 = 3_000
"""Smaller ones are ringed on the map of a region too: Bahrain has 700 km²."""


def world_map(
    countries: pd.DataFrame, places: pd.DataFrame, colours: Palette, window: Window = WORLD, height: int = 460
) -> go.Figure:
    """
    Draw `tables.countries` as fills and the towns of `tables.places` as pins.

    Every point carries the subject of its sentences in `customdata[0]`: "country:IQ", "place:99532|Basra".
    """
    sketch = Sketch()
    most = int(countries["count"].max()) if len(countries) else 1
    _fill_countries(sketch, countries, colours, most)
    _ring_small_countries(sketch, countries, colours, most, window)
    _pin_towns(sketch, places, colours, window)
    draw_base(sketch, colours, window)
    return sketch.figure(
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


def _fill_countries(sketch: Sketch, countries: pd.DataFrame, colours: Palette, most: int) -> None:
    drawn = countries[countries["country_code"].map(lambda code: shape_of(code) is not None).astype(bool)]
    sketch.add(
        "choropleth",
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


def _ring_small_countries(sketch: Sketch, countries: pd.DataFrame, colours: Palette, most: int, window: Window) -> None:
    limit = SMALL_COUNTRY_KM2 if window.is_world else TINY_COUNTRY_KM2
    drawn = [(row, shape_of(row.country_code)) for row in countries.itertuples(index=False)]
    small = [(row, shape) for row, shape in drawn if shape and shape["area_km2"] < limit]
    sketch.add(
        "scattergeo",
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


def _pin_towns(sketch: Sketch, places: pd.DataFrame, colours: Palette, window: Window) -> None:
    pins = places[places["latitude"].notna() & (places["kind"] != "country")]
    sketch.add(
        "scattergeo",
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
                f"place:{place_key(row.name, row.geonames_id)}",
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


def draw_base(sketch: Sketch, colours: Palette, window: Window) -> None:
    """Land, sea and borders of the window."""
    sketch.update(
        "geo",
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


# Places of two reports on one map, told by colour and by shape. No streamlit here.

WHERE = ("only A", "both", "only B")
HOVER = "<b>%{customdata[1]}</b>, %{customdata[2]}<br>A %{customdata[3]}, B %{customdata[4]}<extra></extra>"
SYMBOLS = {"only A": "circle", "both": "diamond", "only B": "square"}


def joined(a: pd.DataFrame, b: pd.DataFrame, key: str) -> pd.DataFrame:
    """Two frames of places or countries as one, with `where` and the counts of both; what both have stands once."""
    counts = [dict(zip(frame[key], frame["count"], strict=True)) for frame in (a, b)]
    both = pd.concat([a, b[~b[key].isin(a[key])]], ignore_index=True).drop(columns="count")
    both["count_a"], both["count_b"] = ([int(own.get(value, 0)) for value in both[key]] for own in counts)
    both["where"] = [
        "both" if x and y else "only A" if x else "only B"
        for x, y in zip(both["count_a"], both["count_b"], strict=True)
    ]
    return both


def _side(where: str) -> str:
    """The report whose sentences a click opens: A's where both name the place."""
    return "b" if where == "only B" else "a"


def two_reports(countries: pd.DataFrame, places: pd.DataFrame, colours: Palette, window: Window) -> go.Figure:
    """
    Countries filled and towns marked by the report that names them; frames as `joined` makes them.

    Every point carries in `customdata[0]` the report and the subject of its sentences: "b~country:IQ".
    """
    shades = {"only A": colours.positive, "both": colours.accent, "only B": colours.negative}
    sketch = Sketch()
    drawn = countries[countries["country_code"].map(lambda code: shape_of(code) is not None).astype(bool)]
    for number, where in enumerate(WHERE):
        rows = drawn[drawn["where"] == where]
        sketch.add(
            "choropleth",
            locations=rows["country_code"].map(country_iso3),
            z=[number] * len(rows),
            zmin=0,
            zmax=2,
            colorscale=[[0, shades[where]], [1, shades[where]]],
            showscale=False,
            marker={"line": {"color": colours.border, "width": 0.8}, "opacity": 0.55},
            customdata=[
                (f"{_side(where)}~country:{r.country_code}", plain(r.country), where, r.count_a, r.count_b)
                for r in rows.itertuples()
            ],
            hovertemplate=HOVER,
        )
        spots = places[(places["where"] == where) & places["latitude"].notna() & (places["kind"] != "country")]
        sketch.add(
            "scattergeo",
            lat=spots["latitude"],
            lon=spots["longitude"],
            mode="markers",
            name=where,
            marker={
                "symbol": SYMBOLS[where],
                "size": 11,
                "color": shades[where],
                "line": {"width": 1, "color": colours.sea},
            },
            customdata=[
                (f"{_side(where)}~place:{place_key(r.name, r.geonames_id)}", plain(r.name), where, r.count_a, r.count_b)
                for r in spots[["name", "geonames_id", "count_a", "count_b"]].itertuples(index=False)
            ],
            hovertemplate=HOVER,
        )
    draw_base(sketch, colours, window)
    return sketch.figure(
        height=420,
        margin={"l": 0, "r": 0, "t": 0, "b": 0},
        paper_bgcolor="rgba(0,0,0,0)",
        legend={"orientation": "h", "y": 0, "font": {"color": colours.ink}},
        dragmode="pan",
    )
