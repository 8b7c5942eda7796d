"""The controls of the connections page, and which names and pairs they leave to be drawn."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from analysis import Analysis
from analysis.tables.frame import frame
from views.page import options

MOST_LINES, MOST_LINES_PHONE = 120, 20
"""Lines at most; what more would do to a picture is a knot. A phone is 360 pixels wide."""

FEW_LINES = 5
"""So few lines are always drawn, without a slider."""

MOST_NAMES, MOST_NAMES_PHONE = 22, 9
"""Names of the matrix: with 22 its squares of 26 pixels stand clear of one another beside an open sidebar."""


EDGES_LABELS = {"network": "Strongest pairs drawn", "matrix": "Names of so many strongest pairs"}


def sliders(rows: pd.DataFrame, unit: str, view: str, *, is_small: bool) -> tuple[int, int]:
    """
    How many shared units a pair needs, and how many of the strongest pairs are drawn, or give the matrix its names.

    A slider that has nothing to choose is left out. `rows` are those of pair_tables.pairs.
    """
    most = int(rows["count"].max())
    left, right = st.columns(2)
    least = 1
    if most > 1:
        with left:
            least = options.slider(f"At least this many shared {unit}s", "least", 1, most)
    n_strong = int((rows["count"] >= least).sum())
    limit = min(n_strong, MOST_LINES_PHONE if is_small else MOST_LINES)
    if limit <= FEW_LINES:
        return least, limit
    with right if most > 1 else left:
        return least, options.slider(EDGES_LABELS[view], "edges", 1, limit)


def names_of(analysis: Analysis) -> pd.DataFrame:
    """One row a name: `id`, `name`, `type`, `count`, as tables.entities has them but without what takes it long."""
    rows = ((entity.id, entity.name, entity.type, entity.count) for entity in analysis.entities)
    return frame(rows, ("id", "name", "type", "count"))


def strongest_names(drawn: pd.DataFrame, entities: pd.DataFrame, *, is_small: bool) -> pd.DataFrame:
    """The rows of the entities of the strongest pairs, as many as a matrix can show."""
    in_turn = dict.fromkeys(name for pair in zip(drawn["a"], drawn["b"], strict=True) for name in pair)
    kept = list(in_turn)[: MOST_NAMES_PHONE if is_small else MOST_NAMES]
    return entities[entities["id"].isin(kept)]
