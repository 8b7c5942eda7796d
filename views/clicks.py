"""
Charts whose marks can be clicked: a click on an entity or a place goes into the filter at once.

The figure changes with the filter, which also clears plotly's own selection, so that the next click counts again.
"""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from analysis import Analysis
from views import state
from views.atlas import MAP_CONFIG

NO_BAR = {"displayModeBar": False}


def entity_chart(figure: go.Figure, key: str, alt: str) -> None:
    """Draw a chart whose points carry an entity id in `customdata[0]`; a click filters by it, another clears it."""
    st.plotly_chart(
        figure,
        key=key,
        on_select=lambda: _toggle([id_ for point in _points(key) if (id_ := point["customdata"][0])]),
        selection_mode="points",
        config=NO_BAR,
        alt=alt,
    )


def place_map(figure: go.Figure, whole: Analysis, places: pd.DataFrame, key: str, alt: str) -> None:
    """Draw a map of `views.atlas`; a click on a country or a pin filters by the entities that name it."""
    st.plotly_chart(
        figure,
        key=key,
        on_select=lambda: _toggle(
            [entity for point in _points(key) for entity in entities_of(point["customdata"][0], whole, places)]
        ),
        selection_mode="points",
        config=MAP_CONFIG,
        alt=alt,
    )


def entities_of(clicked: str, whole: Analysis, places: pd.DataFrame) -> list[str]:
    """
    The entity ids behind "country:IQ" or "place:12" (a row of `places`).

    A country stands for itself; where the text names only places in it, for those.
    """
    what, _, value = clicked.partition(":")
    if what == "place":
        entity = places.loc[int(value), "entity"]
        return [entity] if isinstance(entity, str) else []
    there = [place for place in whole.places if place.country_code == value and place.entity]
    own = [place.entity for place in there if place.kind == "country" and place.entity]
    return own[:1] or [place.entity for place in there if place.entity]


def _points(key: str) -> list[dict[str, list[str]]]:
    selected = st.session_state[key]["selection"]["points"]
    return [point for point in selected if point.get("customdata")]


def _toggle(entities: list[str]) -> None:
    for entity in dict.fromkeys(entities):
        state.toggle_entity(entity)
