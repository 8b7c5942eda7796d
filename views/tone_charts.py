"""Columns of tone, one a paragraph. No streamlit here."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from views.charts import laid_out, opening, plain
from views.palette import Palette
from views.sketch import Sketch
from views.words import signed


def tone_columns(paragraphs: pd.DataFrame, colours: Palette, measure: str = "polarity") -> go.Figure:
    """
    One column a paragraph, in reading order; `measure` is "polarity" or "subjectivity".

    A paragraph without a scored word has no column but a cross on the axis: nothing is known of it. A score of
    exactly zero is a dot. Each point carries the subject of its scored words in
    `customdata[0]`, "" where there are none.
    """
    scored = paragraphs[paragraphs[measure].notna()]
    silent = paragraphs[paragraphs[measure].isna()]
    values = scored[measure].astype(float)
    sketch = Sketch()
    shades = [tone_colour(v, colours) for v in values] if measure == "polarity" else colours.accent
    sketch.add(
        "bar",
        x=scored["label"],
        y=values,
        marker={"color": shades, "line": {"width": 0}},
        customdata=[
            (f"paragraph:{index}", plain(opening(text)), signed(value), n_scored)
            for index, text, value, n_scored in zip(
                scored["index"], scored["text"], values, scored["n_scored"], strict=True
            )
        ],
        hovertemplate="%{customdata[2]} from %{customdata[3]} scored words<br>%{customdata[1]}<extra></extra>",
    )
    zero = scored[values == 0]
    _mark_on_axis(sketch, zero, "circle", "exactly zero", colours)
    _mark_on_axis(sketch, silent, "x-thin-open", "no scored word", colours)
    top = max(0.3, min(1.0, float(values.abs().max()) * 1.15)) if len(values) else 0.3
    step = 0.1 if top <= 0.35 else 0.2 if top <= 0.7 else 0.5
    ticks = [round(step * n, 1) for n in range(-int(top / step), int(top / step) + 1)]
    is_signed = measure == "polarity"
    sketch.update(
        "yaxis",
        range=[-top, top] if is_signed else [-0.04, 1.04],
        tickvals=ticks if is_signed else [0, 0.5, 1],
        ticktext=[signed(tick) if tick else "0" for tick in ticks] if is_signed else ["0", "0.5", "1"],
        fixedrange=True,
        zeroline=True,
        zerolinecolor=colours.faint,
        gridcolor=colours.no_evidence,
    )
    sketch.update(
        "xaxis",
        type="category",
        categoryorder="array",
        categoryarray=list(paragraphs["label"]),
        fixedrange=True,
        range=[-0.6, len(paragraphs) - 0.4],
        showgrid=False,
        tickangle=0,
        tickvals=list(paragraphs["label"][:: 1 + len(paragraphs) // 24]),
        ticktext=["H" if label == "Headline" else label for label in paragraphs["label"][:: 1 + len(paragraphs) // 24]],
    )
    return laid_out(sketch, colours, height=250, left=44)


def _mark_on_axis(sketch: Sketch, rows: pd.DataFrame, symbol: str, meaning: str, colours: Palette) -> None:
    """Mark paragraphs that have no column, so that zero and unknown do not look alike."""
    sketch.add(
        "scatter",
        x=rows["label"],
        y=[0.0] * len(rows),
        mode="markers",
        cliponaxis=False,
        marker={
            "symbol": symbol,
            "size": 8,
            "color": colours.neutral,
            "line": {"width": 2, "color": colours.neutral},
        },
        customdata=[
            (f"paragraph:{index}" if n_scored else "", meaning, plain(opening(text)))
            for index, text, n_scored in zip(rows["index"], rows["text"], rows["n_scored"], strict=True)
        ],
        hovertemplate="%{customdata[1]}<br>%{customdata[2]}<extra></extra>",
    )


def tone_colour(polarity: float, colours: Palette) -> str:
    """The colour of a polarity: orange below zero, blue above, grey at zero."""
    return colours.negative if polarity < 0 else colours.positive if polarity > 0 else colours.neutral
