"""The tone instruments side by side, and tone toward entities: figures and what the page says of them. No streamlit."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go

from analysis.model import INSTRUMENTS, LEAST_SENTENCES, Analysis, EventWord, ParagraphTone, ToneReport, Toward
from analysis.show.palette import Palette
from analysis.show.sentences import count_of, listed, signed
from analysis.tables.article import paragraph_label
from views.charts.bars import laid_out, opening, plain, short
from views.charts.sketch import Sketch

LABELS = {"words": "Word polarity", "vader": "VADER", "events": "Event tone"}
CALM = 0.05
"""A score this close to 0 has no sign."""
MAX_TOWARD = 14
"""Entities on the chart of tone toward them."""
TICKS = 24


def sign(score: float | None) -> int:
    """-1, 0 or 1; 0 too where nothing is known."""
    return 0 if score is None or abs(score) <= CALM else 1 if score > 0 else -1


def disagreements(rows: Sequence[ParagraphTone]) -> list[int]:
    """The paragraphs that one instrument calls positive and another negative."""
    found = []
    for row in rows:
        signs = {sign(getattr(row.all, instrument)) for instrument in INSTRUMENTS}
        if {-1, 1} <= signs:
            found.append(row.index)
    return found


def takeaway(analysis: Analysis, report: ToneReport) -> str:
    """On how many paragraphs the instruments contradict one another."""
    at_odds = disagreements(report.paragraphs)
    n_scored = sum(any(getattr(r.all, i) is not None for i in INSTRUMENTS) for r in report.paragraphs)
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


def strip(analysis: Analysis, report: ToneReport, kept: Collection[int], colours: Palette) -> go.Figure:
    """
    A row an instrument, a column a paragraph; empty where nothing was scored, its sign written in each cell.

    Each cell carries the subject of its paragraph's sentences in `customdata[0]`.
    """
    rows = [row for row in report.paragraphs if row.index in kept]
    labels = [paragraph_label(analysis.document.paragraphs, row.index) for row in rows]
    sketch = Sketch()
    for line, instrument in enumerate(INSTRUMENTS):
        scored = [
            (label, row.index, score)
            for label, row in zip(labels, rows, strict=True)
            if (score := getattr(row.all, instrument)) is not None
        ]
        # Bars that float, since a heat map reports no clicks.
        sketch.add(
            "bar",
            x=[label for label, _, _ in scored],
            y=[0.86] * len(scored),
            base=line - 0.43,
            marker={
                "color": [score for _, _, score in scored],
                "cmin": -1,
                "cmax": 1,
                "colorscale": [[0, colours.negative], [0.5, colours.land], [1, colours.positive]],
                "line": {"width": 0},
            },
            text=[{-1: "−", 0: "0", 1: "+"}[sign(score)] for _, _, score in scored],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            textfont={"size": 13, "color": colours.ink},
            selected={"textfont": {"color": colours.ink}},
            unselected={"textfont": {"color": colours.ink}},
            customdata=[(f"sentences:{index}", signed(score)) for _, index, score in scored],
            hovertemplate=f"{LABELS[instrument]}, paragraph %{{x}}<br>%{{customdata[1]}}<extra></extra>",
        )
    skip = 1 + len(labels) // TICKS
    sketch.update(
        "xaxis",
        type="category",
        categoryorder="array",
        categoryarray=labels,
        range=[-0.6, len(labels) - 0.4],
        tickvals=labels[::skip],
        ticktext=["H" if label == "Headline" else label for label in labels[::skip]],
        tickangle=0,
        fixedrange=True,
        showgrid=False,
    )
    sketch.update(
        "yaxis",
        range=[len(INSTRUMENTS) - 0.5, -0.5],
        tickvals=list(range(len(INSTRUMENTS))),
        ticktext=[LABELS[instrument] for instrument in INSTRUMENTS],
        fixedrange=True,
        showgrid=False,
        zeroline=False,
        ticks="",
    )
    return laid_out(sketch, colours, 210, barmode="overlay", bargap=0.06)


def strip_table(analysis: Analysis, report: ToneReport, kept: Collection[int]) -> pd.DataFrame:
    """One row a paragraph with its score by each instrument, NA where it scored nothing."""
    paragraphs = analysis.document.paragraphs
    rows = [
        (paragraph_label(paragraphs, row.index), *(getattr(row.all, instrument) for instrument in INSTRUMENTS))
        for row in report.paragraphs
        if row.index in kept
    ]
    return pd.DataFrame(rows, columns=["paragraph", *INSTRUMENTS])


def toward_table(report: ToneReport, names: Mapping[str, str]) -> pd.DataFrame:
    """One row an entity with its mean tone, the ends of its interval and the number of its sentences."""
    rows = [
        (one.entity, names[one.entity], one.label, one.mean, *one.interval, len(one.sentences)) for one in report.toward
    ]
    columns = ["entity", "name", "label", "mean", "low", "high", "n_sentences"]
    return pd.DataFrame(rows, columns=columns).sort_values("n_sentences", ascending=False, kind="stable")


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

    Each point carries the subject of its sentences in `customdata[0]`.
    """
    shown = toward_shown(report)
    sketch = Sketch()
    means = [one.mean for one in shown]
    sketch.add(
        "scatter",
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
            (
                f"toward:{o.entity}",
                plain(names[o.entity]),
                o.label,
                count_of(len(o.sentences), "sentence"),
                signed(o.mean),
            )
            for o in shown
        ],
        hovertemplate="<b>%{customdata[1]}</b><br>%{customdata[2]}: %{customdata[4]} in %{customdata[3]}"
        "<extra></extra>",
    )
    sketch.update(
        "yaxis",
        tickvals=list(range(len(shown))),
        ticktext=[f"{short(names[o.entity])} ({len(o.sentences)})" for o in shown],
        range=[len(shown) - 0.4, -0.6],
        fixedrange=True,
        showgrid=True,
        gridcolor=colours.no_evidence,
        zeroline=False,
    )
    sketch.update(
        "xaxis",
        range=[-1.05, 1.05],
        tickvals=[-1, 0, 1],
        ticktext=["negative", "neither", "positive"],
        fixedrange=True,
        zeroline=True,
        zerolinecolor=colours.faint,
        showgrid=False,
    )
    return laid_out(sketch, colours, 30 * len(shown) + 50)


def telling_words(words: Sequence[EventWord], *, is_evaluative: bool) -> pd.DataFrame:
    """The words that moved event tone most, those that judge or those that name what happened."""
    tones: dict[str, list[float]] = {}
    pulls: dict[str, float] = {}
    for word in words:
        if word.is_evaluative == is_evaluative:
            text = word.text.lower()
            tones.setdefault(text, []).append(word.tone)
            pulls[text] = pulls.get(text, 0.0) + abs(word.tone) * word.weight
    ranked = sorted(tones, key=lambda text: (-pulls[text], text))
    rows = [(text, len(tones[text]), sum(tones[text]) / len(tones[text])) for text in ranked]
    return pd.DataFrame(rows, columns=["text", "count", "tone"])


# Columns of tone, one a paragraph. No streamlit here.


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
