"""What the facts page says in words and draws: figures that differ, dates on a line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import plotly.graph_objects as go
import streamlit as st

from analysis.figures.conflicts import Conflict
from analysis.model import Analysis, DateMention
from analysis.show.palette import Palette
from analysis.show.sentences import count_of, listed
from analysis.show.words import number_text, value_text
from views.charts.bars import laid_out, plain
from views.charts.sketch import Sketch
from views.page import state

__all__ = ("number_text", "value_text")

FIRST_DAY, LAST_DAY = date(1500, 1, 1), date(2099, 12, 31)
"""What the calendar offers; a day of the link that lies outside is offered too."""

MAX_TIMELINE = 40
"""Dates on the line at once; more would hide one another."""


def publication_day(published: str | None) -> None:
    """The day of publication, to be set or taken out."""
    key = "published_on"
    given = date.fromisoformat(published) if published else None
    st.session_state[key] = given
    st.date_input(
        "Day of publication",
        key=key,
        format="YYYY-MM-DD",
        min_value=min(FIRST_DAY, given or FIRST_DAY),
        max_value=max(LAST_DAY, given or LAST_DAY),
        on_change=lambda: state.publish_on(st.session_state[key]),
        width=220,
        help="“Friday” and “last week” can only be resolved from this day. It is kept in the link.",
    )


def figures_takeaway(analysis: Analysis, clashes: Sequence[Conflict]) -> str:
    """How many figures there are, how many are hedged, and whether some differ."""
    figures = analysis.figures
    if not figures:
        return "No figure was found."
    n_hedged = sum(figure.hedge is not None for figure in figures)
    sentence = f"{count_of(len(figures), 'figure')}, {n_hedged} of them hedged (“about”, “at least”)"
    return f"{sentence}; {count_of(len(clashes), 'noun')} counted differently." if clashes else f"{sentence}."


def conflict_sentence(conflict: Conflict) -> str:
    """The figures for one noun that differ."""
    counted = " ".join(part for part in (conflict.unit, conflict.noun) if part)
    return f"{counted[:1].upper()}{counted[1:]}: {listed([f'“{figure.text}”' for figure in conflict.figures])}."


def dates_takeaway(dates: Sequence[DateMention]) -> str:
    """How many dates there are and how many of them stand for known days."""
    if not dates:
        return "No date was found."
    n_known = sum(mention.is_resolved for mention in dates)
    return f"{count_of(len(dates), 'date')}, {n_known} of them resolved to days."


def timeline(dates: Sequence[DateMention], published: str | None, colours: Palette) -> go.Figure:
    """
    The resolved dates on a line, each from its first day to its last.

    Each point carries the subject of its sentence in `customdata[0]`.
    """
    known = [mention for mention in dates if mention.is_resolved][:MAX_TIMELINE]
    sketch = Sketch()
    for row, mention in enumerate(known):
        first = mention.first or mention.last
        last = mention.last or mention.first
        is_open = mention.first is None or mention.last is None
        sketch.add(
            "scatter",
            x=[first, last],
            y=[row, row],
            mode="lines+markers",
            line={"color": colours.accent, "width": 5, "dash": "dot" if is_open else "solid"},
            marker={"size": 9, "color": colours.accent},
            customdata=[[f"date:{mention.start}", plain(mention.text), plain(mention.assumption)]] * 2,
            hovertemplate="<b>%{customdata[1]}</b><br>%{x|%d %b %Y}<br>%{customdata[2]}<extra></extra>",
        )
    if published:
        day = {"type": "line", "x0": published, "x1": published, "y0": 0, "y1": 1, "yref": "paper"}
        sketch.layout["shapes"] = [day | {"line": {"color": colours.negative, "dash": "dash"}}]
    sketch.update(
        "yaxis",
        tickvals=list(range(len(known))),
        ticktext=[plain(mention.text[:28]) for mention in known],
        range=[len(known) - 0.4, -0.6],
        fixedrange=True,
        showgrid=False,
        zeroline=False,
    )
    sketch.update("xaxis", type="date", gridcolor=colours.no_evidence)
    return laid_out(sketch, colours, 28 * len(known) + 60)
