"""
The matrix of names: each against each, the number of shared sentences in the cell. No streamlit here.

Squares are points of a scatter, since streamlit reports no click on the cells of a heatmap.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from analysis.show.palette import TYPE_LABELS_ONE, Palette
from analysis.show.sentences import count_of
from views.charts.bars import TYPE_SYMBOLS, laid_out, plain
from views.charts.network import pair_told
from views.charts.network_layout import Ground
from views.charts.sketch import Sketch

CELL = 30
"""Pixels from row to row; the square is a little smaller."""

LABEL_CHARS, LABEL_CHARS_PHONE = 20, 13
"""Letters of a name beside and above the squares; the hover has it whole."""


def matrix(
    rows: pd.DataFrame, entities: pd.DataFrame, ground: Ground, colours: Palette, unit: str, *, is_small: bool = False
) -> go.Figure:
    """
    The names of `entities` against one another; `rows` are the pairs among them, with `verbs`.

    Groups of the layout stand together and are outlined. `customdata[0]` is "edge:…", on the diagonal "entity:…".
    """
    order = sorted(entities["id"], key=lambda entity: ground.order[entity])
    place = {entity: number for number, entity in enumerate(order)}
    shown = entities.set_index("id").loc[order]
    boxes = [
        {
            "type": "rect", "x0": first - 0.5, "x1": last + 0.5, "y0": first - 0.5, "y1": last + 0.5,
            "line": {"color": colours.faint, "width": 1.5},
        }
        for first, last in blocks([ground.group[entity] for entity in order])
    ]  # fmt: skip
    cut = LABEL_CHARS_PHONE if is_small else LABEL_CHARS
    ticks: dict[str, Any] = {
        "tickvals": list(range(len(order))), "ticktext": [_cut(name, cut) for name in shown["name"]], "ticks": "",
        "tickfont": {"color": colours.ink}, "fixedrange": True, "showgrid": True, "gridcolor": colours.land,
        "zeroline": False,
    }  # fmt: skip
    sketch = Sketch(
        [_cells(rows, place, colours, unit, is_small), _diagonal(shown, colours)],
        {
            "xaxis": ticks | {"range": [-0.6, len(order) - 0.4], "side": "top", "tickangle": -90 if is_small else -45},
            "yaxis": ticks | {"range": [len(order) - 0.4, -0.6]},
            "shapes": boxes,
        },
    )
    return laid_out(sketch, colours, height=CELL * len(order) + (110 if is_small else 140))


def _cells(rows: pd.DataFrame, place: dict[str, int], colours: Palette, unit: str, is_small: bool) -> dict[str, Any]:
    most = max(int(rows["count"].max()), 2) if len(rows) else 2
    cells = [(row, *corner) for row in rows.itertuples(index=False) for corner in _corners(row, place)]
    return {
        "type": "scatter",
        "x": [x for _, x, _ in cells],
        "y": [y for _, _, y in cells],
        "mode": "markers+text",
        "marker": {
            "symbol": "square",
            "size": 21 if is_small else 26,
            "color": [row.count for row, _, _ in cells],
            "colorscale": [[0, colours.fill[0]], [1, colours.fill[1]]],
            "cmin": 1,
            "cmax": most,
            "line": {"width": 0},
        },
        "text": [str(row.count) for row, _, _ in cells],
        "textfont": {"size": 12, "color": [_on_fill(row.count, most, colours) for row, _, _ in cells]},
        "customdata": np.array([pair_told(row, unit) for row, _, _ in cells], dtype=object),
        "hovertemplate": "<b>%{customdata[1]}</b><br>%{customdata[2]}<extra></extra>",
    }


def _corners(row: Any, place: dict[str, int]) -> tuple[tuple[int, int], tuple[int, int]]:
    """Both cells of a pair: above and below the diagonal."""
    return (place[row.a], place[row.b]), (place[row.b], place[row.a])


def _on_fill(count: int, most: int, colours: Palette) -> str:
    """The colour of a number: dark on the light end of the scale and light on the dark one, in both themes."""
    is_far = (count - 1) / max(most - 1, 1) > 0.5
    dark, light = "#10151a", "#ffffff"
    is_light_theme = colours.fill[0] > colours.fill[1]
    return (light if is_far else dark) if is_light_theme else (dark if is_far else light)


def _diagonal(shown: pd.DataFrame, colours: Palette) -> dict[str, Any]:
    told = [
        (f"entity:{row.Index}", plain(row.name), f"{TYPE_LABELS_ONE[row.type]}, {count_of(row.count, 'mention')}")
        for row in shown.itertuples()
    ]
    return {
        "type": "scatter",
        "x": list(range(len(shown))),
        "y": list(range(len(shown))),
        "mode": "markers",
        "marker": {
            "symbol": [TYPE_SYMBOLS[kind] for kind in shown["type"]],
            "color": [colours.types[kind] for kind in shown["type"]],
            "size": 11,
            "line": {"width": 0},
        },
        "customdata": np.array(told, dtype=object),
        "hovertemplate": "<b>%{customdata[1]}</b><br>%{customdata[2]}<extra></extra>",
    }


def blocks(groups: Sequence[int]) -> list[tuple[int, int]]:
    """First and last place of each group of two names and more, given the group at each place."""
    runs = [[place for place, _ in run] for _, run in groupby(enumerate(groups), key=lambda pair: pair[1])]
    return [(run[0], run[-1]) for run in runs if len(run) > 1]


def _cut(name: str, n_chars: int) -> str:
    return plain(name if len(name) <= n_chars else name[: n_chars - 1].rstrip() + "…")
