"""
A figure put together as plain values and handed to plotly once.

Plotly checks a figure anew at every `add_…` and `update_…`, which takes three quarters of the time that a chart
takes. Here the parts are collected first and checked together at the end.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import plotly.graph_objects as go


class Sketch:
    """The traces and the layout of a figure to be, as plotly names them."""

    def __init__(self, traces: Iterable[dict[str, Any]] = (), layout: dict[str, Any] | None = None) -> None:
        """Begin with some traces, each with its "type", and parts of the layout."""
        self.traces = list(traces)
        self.layout: dict[str, Any] = dict(layout or {})

    def add(self, kind: str, **trace: Any) -> None:
        """Add a trace of that kind: "bar", "scatter", "scattergeo", "choropleth"."""
        self.traces.append({"type": kind, **trace})

    def update(self, part: str, **values: Any) -> None:
        """Set properties of a part of the layout: "xaxis", "yaxis", "geo"."""
        self.layout.setdefault(part, {}).update(values)

    def figure(self, **layout: Any) -> go.Figure:
        """The figure, with these further properties of its layout."""
        return go.Figure({"data": [_ready(trace) for trace in self.traces], "layout": {**self.layout, **layout}})


def _ready(trace: dict[str, Any]) -> dict[str, Any]:
    """A trace that a click does not dim, since it opens sentences and chooses nothing."""
    ready = trace | {"unselected": {"marker": {"opacity": 1}} | trace.get("unselected", {})}
    rows = trace.get("customdata")
    if isinstance(rows, list) and rows:
        # Of lists plotly copies every item, of an array the whole.
        array = np.empty((len(rows), len(rows[0])), dtype=object)
        array[:] = rows
        ready["customdata"] = array
    return ready
