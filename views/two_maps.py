"""Places of two reports on one map, told by colour and by shape. No streamlit here."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from analysis.evidence import place_key
from analysis.gazetteer import country_iso3
from views.charts import plain
from views.map_window import Window, draw_base, shape_of
from views.palette import Palette
from views.sketch import Sketch

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
