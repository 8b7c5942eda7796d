"""Quotes and reported speech as tidy frames: one row a quote, a speaker, a verb, a name that is spoken of."""

from __future__ import annotations

from collections import Counter

import pandas as pd

from analysis.model import Analysis
from analysis.tables.frame import frame

QUOTE_COLUMNS = (
    "speaker", "speaker_text", "source_kind", "cue", "text", "n_words", "paragraph", "start", "end", "rule",
    "confidence", "entity",
)  # fmt: skip
REPORT_COLUMNS = ("source", "source_text", "source_kind", "cue", "text", "paragraph", "start", "end", "entity")
SPEAKER_COLUMNS = ("speaker", "source_kind", "n_quotes", "n_words", "cues", "entity")
CUE_COLUMNS = ("cue", "count", "speakers")
ABOUT_COLUMNS = ("name", "type", "count", "speakers", "entity")

UNKNOWN = "Speaker unknown"


def quotes(analysis: Analysis) -> pd.DataFrame:
    """One row a quote, in the order of the text; `speaker` is a name, or NA where nobody is named."""
    names = {entity.id: entity.name for entity in analysis.entities}
    rows = (
        (
            names.get(quote.speaker or ""),
            quote.speaker_text,
            quote.source_kind,
            quote.cue,
            quote.text,
            len(quote.text.split()),
            quote.paragraph,
            quote.start,
            quote.end,
            quote.rule,
            quote.confidence,
            quote.speaker,
        )
        for quote in analysis.quotes
    )
    return frame(rows, QUOTE_COLUMNS)


def reports(analysis: Analysis) -> pd.DataFrame:
    """One row a clause of reported speech, in the order of the text."""
    names = {entity.id: entity.name for entity in analysis.entities}
    rows = (
        (
            names.get(report.source or ""),
            report.source_text,
            report.source_kind,
            report.cue,
            report.text,
            report.paragraph,
            report.start,
            report.end,
            report.source,
        )
        for report in analysis.reports
    )
    return frame(rows, REPORT_COLUMNS)


def speaker_name(quotes: pd.DataFrame) -> pd.Series[str]:
    """What a reader calls the speaker of each quote: the name, else the words of the text, else UNKNOWN."""
    return quotes["speaker"].fillna(quotes["speaker_text"]).fillna(UNKNOWN)


def speakers(quotes: pd.DataFrame) -> pd.DataFrame:
    """One row a speaker, the one with most words first; unknown speakers are one row, the last."""
    if quotes.empty:
        return frame((), SPEAKER_COLUMNS)
    grouped = quotes.assign(speaker=speaker_name(quotes)).groupby("speaker", sort=False)
    rows = [
        (
            name,
            group["source_kind"].iloc[0],
            len(group),
            int(group["n_words"].sum()),
            ", ".join(group["cue"].dropna().unique()),
            group["entity"].iloc[0],
        )
        for name, group in grouped
    ]
    return frame(sorted(rows, key=lambda row: (row[0] == UNKNOWN, -row[3])), SPEAKER_COLUMNS)


def cues(quotes: pd.DataFrame) -> pd.DataFrame:
    """One row a verb or phrase that ties a quote to its speaker, the most frequent first."""
    named = quotes.assign(speaker=speaker_name(quotes)).dropna(subset=["cue"])
    rows = [(cue, len(group), ", ".join(group["speaker"].unique())) for cue, group in named.groupby("cue", sort=False)]
    return frame(sorted(rows, key=lambda row: -row[1]), CUE_COLUMNS)


def about(analysis: Analysis) -> pd.DataFrame:
    """One row a name that stands inside quotes, with the number of its mentions there and who speaks of it."""
    spoken_by = quotes(analysis)
    labels = dict(zip(spoken_by["start"], speaker_name(spoken_by), strict=True))
    rows = []
    for entity in analysis.entities:
        spoken = [
            quote.start for m in entity.mentions for quote in analysis.quotes if quote.start <= m.start < quote.end
        ]
        if spoken:
            by = Counter(labels[start] for start in spoken)
            rows.append((entity.name, entity.type, len(spoken), ", ".join(by), entity.id))
    return frame(sorted(rows, key=lambda row: -row[2]), ABOUT_COLUMNS)
