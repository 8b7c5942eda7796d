"""
The network of names: who is named beside whom, as dots and lines. No streamlit here.

Plotly reports clicks on points only, so each line carries unseen points that stand for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from analysis.show.pair_words import about
from analysis.show.palette import TYPE_LABELS, TYPE_LABELS_ONE, Palette
from analysis.show.sentences import count_of
from views.charts.bars import TYPE_SYMBOLS, laid_out, plain, short
from views.charts.network_layout import Ground
from views.charts.sketch import Sketch

ROW_HEIGHT = 20
"""Pixels between the rows of names: a line of 13 pixels and air."""

LEAST_ROWS = 10
"""Rows that are drawn at least, so that two names alone are no thin strip."""

HANDLES_NAME = "lines"
HANDLES = (0.15, 0.22, 0.29, 0.36, 0.43, 0.5, 0.57, 0.64, 0.71, 0.78, 0.85)
"""Where along a line its unseen points stand; at its ends the names are clicked."""

APART, NEAR = 10, (-1, 0, 1)
"""Pixels between the points of two lines; less, and a finger could not choose. In cells of that size, those around."""

WIDEST, OPEN = 7, 9
"""Pixels of the widest line, each shared sentence adding one, and of the line whose sentences are open."""


def edge_subject(unit: str, a: str, b: str) -> str:
    """The subject of analysis.evidence for a pair."""
    return f"edge:{unit}|{a}|{b}"


def network(
    drawn: pd.DataFrame,
    entities: pd.DataFrame,
    ground: Ground,
    colours: Palette,
    unit: str,
    chosen: Sequence[str] = (),
    opened: str | None = None,
) -> go.Figure:
    """
    The names of the pairs `drawn` (rows of pair_tables.pairs with `verbs`) and a line for each pair.

    `customdata[0]` of a point is what a click opens: "edge:sentence|iran|iraq" or "entity:iran". Names `chosen` in
    the filter have a ring, the pair `opened` has a line in the accent colour.
    """
    ends = set(drawn["a"]) | set(drawn["b"])
    nodes = entities[entities["id"].isin(ends)]
    # Rows above and below all that is drawn are cut off; between the names nothing moves.
    rows = [ground.row[entity] for entity in ends]
    first, last = min(rows), max(rows)
    spare = max(0.0, (LEAST_ROWS - (last - first)) / 2)
    sketch = Sketch(
        [
            *_lines(drawn, ground, colours, unit, opened),
            _handles(drawn, ground, unit),
            *_names(nodes, drawn, ground, colours, chosen),
        ],
        {
            "xaxis": {"visible": False, "fixedrange": True, "range": [-0.03, 1.03]},
            "yaxis": {"visible": False, "fixedrange": True, "range": [last + spare + 0.7, first - spare - 0.7]},
            "legend": {
                "orientation": "h", "x": 0, "y": 0, "yanchor": "top", "itemclick": False, "itemdoubleclick": False
            },
            "hoverdistance": 12,
            "uirevision": "network",
        },
    )  # fmt: skip
    height = round(ROW_HEIGHT * (last - first + 2 * spare + 1.4)) + 50
    return laid_out(sketch, colours, height, showlegend=True)


def _lines(
    drawn: pd.DataFrame, ground: Ground, colours: Palette, unit: str, opened: str | None
) -> Iterator[dict[str, Any]]:
    """One trace a width, since a line of plotly has one width from end to end; the widest last, the open one on top."""
    by_width: dict[int, list[tuple[str, str]]] = {}
    for a, b, count in zip(drawn["a"], drawn["b"], drawn["count"], strict=True):
        width = OPEN if edge_subject(unit, a, b) == opened else min(int(count), WIDEST)
        by_width.setdefault(width, []).append((a, b))
    for width, ends in sorted(by_width.items()):
        is_open = width == OPEN
        yield {
            "type": "scatter",
            "x": [v for a, b in ends for v in (ground.x[a], ground.x[b], None)],
            "y": [v for a, b in ends for v in (ground.row[a], ground.row[b], None)],
            "mode": "lines",
            "line": {"width": width, "color": colours.accent if is_open else colours.neutral},
            "opacity": 0.9 if is_open else min(0.3 + 0.08 * width, 0.7),
            "hoverinfo": "skip",
            "showlegend": False,
        }


def _handles(drawn: pd.DataFrame, ground: Ground, unit: str) -> dict[str, Any]:
    points = [(*place, pair_told(row, unit)) for row, place in handles(drawn, ground)]
    return {
        "type": "scatter",
        "x": [x for x, _, _ in points],
        "y": [y for _, y, _ in points],
        "name": HANDLES_NAME,
        "mode": "markers",
        "marker": {"size": 13, "opacity": 0, "color": "#888"},
        # A click must not bring the unseen points to light.
        "selected": {"marker": {"opacity": 0}},
        "unselected": {"marker": {"opacity": 0}},
        "customdata": [told for _, _, told in points],
        "hovertemplate": "<b>%{customdata[1]}</b><br>%{customdata[2]}<extra></extra>",
        "showlegend": False,
    }


def handles(drawn: pd.DataFrame, ground: Ground) -> Iterator[tuple[Any, tuple[float, float]]]:
    """
    The rows of the pairs with the places at which each can be clicked, at least one a pair.

    Where lines cross, the stronger pair keeps the place: a click there means the line that is seen best.
    """
    taken: set[tuple[int, int]] = set()
    for row in drawn.itertuples(index=False):
        (x0, x1), (y0, y1) = (ground.x[row.a], ground.x[row.b]), (ground.row[row.a], ground.row[row.b])
        places = [(x0 + (x1 - x0) * part, y0 + (y1 - y0) * part) for part in HANDLES]
        cells = [(round(x * SCREEN_WIDTH / APART), round(y * ROW_HEIGHT / APART)) for x, y in places]
        free = [at for at, (i, j) in enumerate(cells) if not taken & {(i + k, j + m) for k in NEAR for m in NEAR}]
        free = free or [len(HANDLES) // 2]
        taken.update(cells[at] for at in free)
        yield from ((row, places[at]) for at in free)


def pair_told(row: Any, unit: str) -> tuple[str, str, str]:
    """What a point of a pair carries: its subject, its names, its number with the verbs."""
    verbs = f"<br>Between them: {plain(row.verbs)}" if row.verbs else ""
    told = f"{count_of(row.count, unit)}; by chance {about(row.expected)}{verbs}"
    return edge_subject(unit, row.a, row.b), f"{plain(row.name_a)} and {plain(row.name_b)}", told


def _names(
    nodes: pd.DataFrame, drawn: pd.DataFrame, ground: Ground, colours: Palette, chosen: Sequence[str]
) -> Iterator[dict[str, Any]]:
    """One trace a type, so that the legend tells shapes and colours."""
    sides = label_sides(nodes, ground)
    n_lines = Counter([*drawn["a"], *drawn["b"]])
    by_type: dict[str, list[Any]] = {}
    for row in nodes.itertuples(index=False):
        by_type.setdefault(str(row.type), []).append(row)
    for kind in (kind for kind in TYPE_LABELS if kind in by_type):
        own = by_type[kind]
        told = [
            (f"entity:{row.id}", plain(row.name), f"{TYPE_LABELS_ONE[kind]}, {count_of(row.count, 'mention')}",
             count_of(n_lines[row.id], "line"))
            for row in own
        ]  # fmt: skip
        yield {
            "type": "scatter",
            "x": [ground.x[row.id] for row in own],
            "y": [ground.row[row.id] for row in own],
            "mode": "markers+text",
            "name": TYPE_LABELS[kind],
            "marker": {
                "symbol": TYPE_SYMBOLS[kind],
                "color": colours.types[kind],
                "opacity": 1,
                "size": [min(8 + 3.2 * row.count**0.5, 26) for row in own],
                "line": {
                    "width": [2.5 if row.id in chosen else 1 for row in own],
                    "color": [colours.ink if row.id in chosen else colours.sea for row in own],
                },
            },
            "text": [short(row.name) if sides[row.id] else "" for row in own],
            "textposition": [f"middle {sides[row.id] or 'right'}" for row in own],
            # A halo in the colour of the page, so that a label can be read where lines pass behind it.
            "textfont": {"size": 13, "color": colours.ink, "shadow": halo(colours.sea)},
            "customdata": np.array(told, dtype=object),
            "hovertemplate": "<b>%{customdata[1]}</b><br>%{customdata[2]}<br>%{customdata[3]} here<extra></extra>",
        }


def halo(colour: str) -> str:
    """A CSS text shadow that outlines letters."""
    return ", ".join(f"{x}px {y}px 2px {colour}" for x in (-1, 0, 1) for y in (-1, 0, 1))


# Which names of the network have a label, and on which side of their mark, so that none covers another.

LABEL_WIDTH, SCREEN_WIDTH = 7.2, 700
"""Pixels of a letter of a label, and of the drawing where the window is small; they tell which labels would collide."""

MARK = 11
"""Pixels from the middle of a mark to its label."""


def label_sides(nodes: pd.DataFrame, ground: Ground) -> dict[str, str]:
    """
    On which side of its dot each label stands, toward the middle if it can; "" where it would cover another.

    The names mentioned most choose first; `nodes` has them in that order.
    """
    dots = {entity: (ground.x[entity] * SCREEN_WIDTH, ground.row[entity]) for entity in nodes["id"]}
    taken: dict[int, list[tuple[float, float]]] = {}
    for at, row in dots.values():
        taken.setdefault(row, []).append((at - MARK + 1, at + MARK - 1))
    sides = {}
    for entity, name in zip(nodes["id"], nodes["name"], strict=True):
        at, row = dots[entity]
        width = len(short(name)) * LABEL_WIDTH
        places = {"right": (at + MARK, at + MARK + width), "left": (at - MARK - width, at - MARK)}
        inward = ["right", "left"] if at < SCREEN_WIDTH / 2 else ["left", "right"]
        sides[entity] = next((side for side in inward if _is_free(places[side], taken[row], side == inward[0])), "")
        if sides[entity]:
            taken[row].append(places[sides[entity]])
    return sides


def _is_free(place: tuple[float, float], taken: Sequence[tuple[float, float]], is_inward: bool) -> bool:
    fits = is_inward or (place[0] > 0 and place[1] < SCREEN_WIDTH)
    return fits and all(place[1] < left or right < place[0] for left, right in taken)
