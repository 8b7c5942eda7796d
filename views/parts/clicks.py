"""Charts whose marks can be clicked: a click on a mark opens the sentences that it was counted from."""

from __future__ import annotations

from typing import Any

import plotly.graph_objects as go
import streamlit as st

from views.charts.map import MAP_CONFIG
from views.page import state

CHART_CONFIG: dict[str, Any] = {
    "displaylogo": False,
    "displayModeBar": "hover",
    "modeBarButtons": [["toImage"]],
    "toImageButtonOptions": {"format": "svg"},
}
"""The chart's own button saves it as SVG; it shows where the mouse is."""


def chart(figure: go.Figure, key: str, alt: str, config: dict[str, Any] | None = None) -> None:
    """
    Draw a chart whose points carry in `customdata[0]` the subject of their number, as analysis.evidence knows it.

    A click opens its sentences. A point with an empty subject opens nothing.
    """
    st.plotly_chart(
        figure,
        key=key,
        on_select=lambda: _open(key),
        selection_mode="points",
        config=CHART_CONFIG if config is None else config,
        alt=alt,
    )


def place_map(figure: go.Figure, key: str, alt: str) -> None:
    """Draw a map of `views.charts.map`, as `chart` does."""
    chart(figure, key, alt, MAP_CONFIG)


def _open(key: str) -> None:
    """
    Open the first of the clicked points that has a subject.

    Plotly takes a second click on a mark for the end of its selection and reports no point; to a reader it is a click
    like the first, so the subject is remembered.
    """
    points = st.session_state[key]["selection"]["points"]
    subjects = (point["customdata"][0] for point in points if point.get("customdata"))
    remembered = f"last_clicked_{key}"
    subject = next((subject for subject in subjects if subject), None if points else st.session_state.get(remembered))
    if subject:
        st.session_state[remembered] = subject
        state.show(str(subject))
