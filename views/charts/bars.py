"""
Tidy frames to plotly figures. No streamlit here: frame and palette in, figure out.

Names come from articles, and plotly reads a few HTML tags in its labels, so every name passes `plain`.
"""

from __future__ import annotations

from html import escape
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from analysis.show.palette import TYPE_LABELS_ONE, Palette
from views.charts.sketch import Sketch

MAX_LABEL_CHARS = 26
"""A longer name is cut on an axis; the hover has it whole. "Islamic Revolutionary Guard" has 27."""

FEW, MANY = 15, 60
"""How many rows a chart shows at first, and at most: more than 60 bars are a table."""

ROW_HEIGHT = 30
"""Pixels a bar, with its gap."""

TYPE_SYMBOLS = {
    "PERSON": "circle",
    "ORG": "square",
    "GPE": "diamond",
    "LOC": "triangle-up",
    "FAC": "cross",
    "NORP": "star",
    "MISC": "x",
}
"""The marker of a type: told by shape as well as by colour."""


def plain(text: str) -> str:
    """Text that plotly shows as it is."""
    return escape(text, quote=False)


def short(text: str) -> str:
    """Text cut to fit an axis."""
    return plain(text if len(text) <= MAX_LABEL_CHARS else text[: MAX_LABEL_CHARS - 1].rstrip() + "…")


def with_alpha(colour: str, alpha: float) -> str:
    """A CSS hex colour, let through by `alpha` (0 to 1)."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgba({red},{green},{blue},{alpha:g})"


def ranked_bars(entities: pd.DataFrame, colours: Palette, chosen: tuple[str, ...] = ()) -> go.Figure:
    """
    Entities by number of mentions, the most at the top.

    Each point carries the subject of its sentences in `customdata[0]`. With `chosen`, the other bars stand back.
    """
    sketch = Sketch()
    is_back = [bool(chosen) and entity not in chosen for entity in entities["id"]]
    shades = [
        with_alpha(colours.types[kind], 0.45 if back else 1)
        for kind, back in zip(entities["type"], is_back, strict=True)
    ]
    sketch.add(
        "bar",
        y=list(range(len(entities))),
        x=entities["count"],
        orientation="h",
        marker={
            "color": shades,
            "line": {"width": 0},
        },
        text=entities["count"].astype(str),
        textposition="outside",
        cliponaxis=False,
        # Without these plotly.js stumbles when a bar with a label is selected, and the click is lost.
        selected={"textfont": {"color": colours.ink}},
        unselected={"textfont": {"color": colours.ink}},
        customdata=[
            (f"entity:{entity}", plain(name), TYPE_LABELS_ONE[kind])
            for entity, name, kind in zip(entities["id"], entities["name"], entities["type"], strict=True)
        ],
        hovertemplate="<b>%{customdata[1]}</b> · %{customdata[2]}<br>%{x} mentions<extra></extra>",
    )
    _name_rows(sketch, entities["name"])
    sketch.update("xaxis", visible=False, fixedrange=True, range=[0, max(entities["count"].max() * 1.12, 1)])
    return laid_out(sketch, colours, height=ROW_HEIGHT * len(entities) + 38)


def dispersion(mentions: pd.DataFrame, entities: pd.DataFrame, n_chars: int, colours: Palette) -> go.Figure:
    """
    Where in the article each entity stands: one row an entity, from the first character to the last.

    Each point carries the subject of its entity's sentences in `customdata[0]`.
    """
    sketch = Sketch()
    rows = {entity: row for row, entity in enumerate(entities["id"])}
    shown = mentions[mentions["entity"].isin(rows)]
    sketch.add(
        "scatter",
        x=shown["start"] / max(n_chars, 1),
        y=shown["entity"].map(rows),
        mode="markers",
        marker={
            "color": shown["type"].map(colours.types),
            "symbol": shown["type"].map(TYPE_SYMBOLS),
            "size": 10,
            "opacity": 0.9,
            "line": {"width": 0},
        },
        customdata=[
            (f"entity:{row.entity}", plain(row.name), plain(_around(row.sentence, row.text)))
            for row in shown[["entity", "name", "text", "sentence"]].itertuples(index=False)
        ],
        hovertemplate="<b>%{customdata[1]}</b><br>%{customdata[2]}<extra></extra>",
    )
    _name_rows(sketch, entities["name"])
    sketch.update("yaxis", showgrid=True, gridcolor=colours.border)
    sketch.update(
        "xaxis",
        range=[-0.02, 1.02],
        tickvals=[0, 0.5, 1],
        ticktext=["start", "middle", "end"],
        fixedrange=True,
        zeroline=False,
        showgrid=False,
    )
    return laid_out(sketch, colours, height=ROW_HEIGHT * len(entities) + 68)


SOURCE_PATTERNS = {"person": "", "institution": "/", "anonymous": ".", "unknown": "x"}
"""The filling of a kind of source, so that it is not told by colour alone."""


def speaker_bars(speakers: pd.DataFrame, colours: Palette) -> go.Figure:
    """
    Speakers by the number of words quoted, the most at the top.

    Each point carries the subject of the speaker's quotes in `customdata[0]`.
    """
    shades = {"person": colours.types["PERSON"], "institution": colours.types["ORG"]}
    sketch = Sketch()
    sketch.add(
        "bar",
        y=list(range(len(speakers))),
        x=speakers["n_words"],
        orientation="h",
        marker={
            "color": [shades.get(kind, colours.neutral) for kind in speakers["source_kind"]],
            "pattern": {"shape": [SOURCE_PATTERNS[kind] for kind in speakers["source_kind"]], "solidity": 0.25},
            "line": {"width": 0},
        },
        text=speakers["n_words"].astype(str),
        textposition="outside",
        cliponaxis=False,
        selected={"textfont": {"color": colours.ink}},
        unselected={"textfont": {"color": colours.ink}},
        customdata=[
            (f"speaker:{row.speaker}", plain(row.speaker), row.n_quotes, plain(row.cues))
            for row in speakers[["speaker", "n_quotes", "cues"]].itertuples(index=False)
        ],
        hovertemplate="<b>%{customdata[1]}</b><br>%{x} words, quotes: %{customdata[2]}<br>%{customdata[3]}"
        "<extra></extra>",
    )
    _name_rows(sketch, speakers["speaker"])
    sketch.update("xaxis", visible=False, fixedrange=True, range=[0, max(speakers["n_words"].max() * 1.15, 1)])
    return laid_out(sketch, colours, height=ROW_HEIGHT * len(speakers) + 38)


def _name_rows(sketch: Sketch, names: pd.Series[str]) -> None:
    sketch.update(
        "yaxis",
        tickvals=list(range(len(names))),
        ticktext=[short(name) for name in names],
        range=[len(names) - 0.4, -0.6],
        fixedrange=True,
        showgrid=False,
        zeroline=False,
        ticks="",
    )


def laid_out(sketch: Sketch, colours: Palette, height: int, left: int = 0, **more: Any) -> go.Figure:
    """The look that all charts share; `more` sets further properties of the layout."""
    for axis in ("xaxis", "yaxis"):
        sketch.layout.setdefault(axis, {}).setdefault("tickfont", {"color": colours.faint})
    look: dict[str, Any] = {
        "height": height,
        # Above the marks there is room for the chart's own button, which touch screens show at all times.
        "margin": {"l": left, "r": 8, "t": 26, "b": 8},
        "showlegend": False,
        "bargap": 0.3,
        "plot_bgcolor": "rgba(0,0,0,0)",
        "paper_bgcolor": "rgba(0,0,0,0)",
        "hoverlabel": {"align": "left"},
        "font": {"color": colours.ink},
        "dragmode": "pan",  # Axes are fixed, so nothing moves; without a drag mode plotly drops clicks.
        "clickmode": "event+select",
    }
    return sketch.figure(**look | more)


def opening(text: str, n_chars: int = 80) -> str:
    """The first words of a text, on one line."""
    flat = " ".join(text.split())
    return flat if len(flat) <= n_chars else flat[: n_chars - 1].rstrip() + "…"


def _around(sentence: str, name: str, n_chars: int = 40) -> str:
    """The words on both sides of a name in its sentence."""
    at = max(0, sentence.find(name))
    left, right = max(0, at - n_chars), min(len(sentence), at + len(name) + n_chars)
    return ("…" if left else "") + " ".join(sentence[left:right].split()) + ("…" if right < len(sentence) else "")
