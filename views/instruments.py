"""The tone instruments side by side, and tone toward entities: figures and what the page says of them. No streamlit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go

from analysis.model import Analysis
from analysis.tables import paragraph_label
from analysis.tone_model import INSTRUMENTS, LEAST_SENTENCES, EventWord, ParagraphTone, ToneReport, Toward
from views.charts import laid_out, plain, short
from views.palette import Palette
from views.tone_charts import tone_colour
from views.words import count_of, listed, signed

LABELS = {"words": "Word polarity", "vader": "VADER", "events": "Event tone"}
VOICE_LABELS = {"all": "All words", "narrator": "The narrator", "quoted": "People quoted"}
CALM = 0.05
"""A score this close to 0 has no sign."""
MAX_TOWARD = 14
"""Entities on the chart of tone toward them."""
TICKS = 24


def sign(score: float | None) -> int:
    """-1, 0 or 1; 0 too where nothing is known."""
    return 0 if score is None or abs(score) <= CALM else 1 if score > 0 else -1


def disagreements(rows: Sequence[ParagraphTone], voice: str) -> list[int]:
    """The paragraphs that one instrument calls positive and another negative."""
    found = []
    for row in rows:
        signs = {sign(getattr(getattr(row, voice), instrument)) for instrument in INSTRUMENTS}
        if {-1, 1} <= signs:
            found.append(row.index)
    return found


def takeaway(analysis: Analysis, report: ToneReport, voice: str) -> str:
    """On how many paragraphs the instruments contradict one another."""
    at_odds = disagreements(report.paragraphs, voice)
    n_scored = sum(any(getattr(getattr(r, voice), i) is not None for i in INSTRUMENTS) for r in report.paragraphs)
    if not n_scored:
        return "No instrument finds anything to score here."
    if not at_odds:
        return f"The instruments contradict one another nowhere in {count_of(n_scored, 'scored paragraph')}."
    labels = [paragraph_label(analysis.document.paragraphs, index) for index in at_odds]
    where = listed(["the headline" if label == "Headline" else label for label in labels[:8]])
    more = f" and {len(labels) - 8} more" if len(labels) > 8 else ""
    return (
        f"In {len(at_odds)} of {count_of(n_scored, 'scored paragraph')} one says positive and another negative: "
        f"{where}{more}. There the answer depends on the method."
    )


def strip(analysis: Analysis, report: ToneReport, voice: str, kept: frozenset[int], colours: Palette) -> go.Figure:
    """A row an instrument, a column a paragraph; empty where nothing was scored, its sign written in each cell."""
    rows = [row for row in report.paragraphs if row.index in kept]
    labels = [paragraph_label(analysis.document.paragraphs, row.index) for row in rows]
    scores = [[getattr(getattr(row, voice), instrument) for row in rows] for instrument in INSTRUMENTS]
    figure = go.Figure()
    figure.add_heatmap(
        z=scores,
        x=labels,
        y=[LABELS[instrument] for instrument in INSTRUMENTS],
        zmin=-1,
        zmax=1,
        colorscale=[[0, colours.negative], [0.5, colours.land], [1, colours.positive]],
        text=[["" if score is None else {-1: "−", 0: "0", 1: "+"}[sign(score)] for score in row] for row in scores],
        texttemplate="%{text}",
        textfont={"size": 13, "color": colours.ink},
        customdata=[["nothing scored" if s is None else signed(s) for s in row] for row in scores],
        hovertemplate="%{y}, paragraph %{x}<br>%{customdata}<extra></extra>",
        hoverongaps=False,
        showscale=False,
        xgap=2,
        ygap=4,
    )
    skip = 1 + len(labels) // TICKS
    figure.update_xaxes(
        type="category",
        tickvals=labels[::skip],
        ticktext=["H" if label == "Headline" else label for label in labels[::skip]],
        tickangle=0,
        fixedrange=True,
        showgrid=False,
    )
    figure.update_yaxes(autorange="reversed", fixedrange=True, showgrid=False, ticks="")
    return laid_out(figure, colours, 190)


def toward_shown(report: ToneReport) -> list[Toward]:
    """The entities that the chart shows: those with most sentences."""
    return sorted(report.toward, key=lambda one: -len(one.sentences))[:MAX_TOWARD]


def toward_takeaway(report: ToneReport, names: Mapping[str, str]) -> str:
    """Toward whom the tone is clear, and how many have too few sentences."""
    shown = toward_shown(report)
    if not shown:
        return "No entity stands in a sentence that could have a tone toward it."
    parts = []
    for label in ("negative", "positive"):
        who = [names[one.entity] for one in shown if one.label == label]
        if who:
            parts.append(f"{label} toward {listed(who)}")
    n_few = sum(one.label == "too few" for one in shown)
    clear = f"Sentences lean {'; '.join(parts)}." if parts else "Toward nobody is the tone clear."
    return f"{clear} {n_few} of {len(shown)} shown have fewer than {LEAST_SENTENCES} sentences and are greyed."


def toward_chart(report: ToneReport, names: Mapping[str, str], colours: Palette) -> go.Figure:
    """
    The mean tone toward each entity with its interval, the most mentioned at the top; thin evidence is greyed.

    Each point carries its entity id in `customdata[0]`.
    """
    shown = toward_shown(report)
    figure = go.Figure()
    means = [one.mean for one in shown]
    figure.add_scatter(
        x=means,
        y=list(range(len(shown))),
        mode="markers",
        marker={
            "size": 12,
            "color": [colours.neutral if o.label == "too few" else tone_colour(o.mean, colours) for o in shown],
            "symbol": ["circle-open" if o.label in ("too few", "unclear") else "circle" for o in shown],
            "line": {"width": 2},
        },
        error_x={
            "type": "data",
            "symmetric": False,
            "array": [o.interval[1] - o.mean for o in shown],
            "arrayminus": [o.mean - o.interval[0] for o in shown],
            "color": colours.neutral,
            "thickness": 1.5,
        },
        customdata=[
            (o.entity, plain(names[o.entity]), o.label, count_of(len(o.sentences), "sentence"), signed(o.mean))
            for o in shown
        ],
        hovertemplate="<b>%{customdata[1]}</b><br>%{customdata[2]}: %{customdata[4]} in %{customdata[3]}"
        "<extra></extra>",
    )
    figure.update_yaxes(
        tickvals=list(range(len(shown))),
        ticktext=[f"{short(names[o.entity])} ({len(o.sentences)})" for o in shown],
        range=[len(shown) - 0.4, -0.6],
        fixedrange=True,
        showgrid=True,
        gridcolor=colours.no_evidence,
        zeroline=False,
    )
    figure.update_xaxes(
        range=[-1.05, 1.05],
        tickvals=[-1, 0, 1],
        ticktext=["negative", "neither", "positive"],
        fixedrange=True,
        zeroline=True,
        zerolinecolor=colours.faint,
        showgrid=False,
    )
    return laid_out(figure, colours, 30 * len(shown) + 50)


def telling_words(words: Sequence[EventWord], *, is_evaluative: bool) -> pd.DataFrame:
    """The words that moved event tone most, those that judge or those that name what happened."""
    rows = pd.DataFrame(
        [(w.text.lower(), w.tone, abs(w.tone) * w.weight) for w in words if w.is_evaluative == is_evaluative],
        columns=["text", "tone", "pull"],
    )
    counted = rows.groupby("text", as_index=False).agg(
        count=("tone", "size"), tone=("tone", "mean"), pull=("pull", "sum")
    )
    return counted.sort_values("pull", ascending=False, kind="stable").drop(columns="pull").reset_index(drop=True)
