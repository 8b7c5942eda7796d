"""Figures and dates as tidy frames, one row a figure or a date."""

from __future__ import annotations

import pandas as pd

from analysis.model import Analysis
from analysis.tables.frame import frame

FIGURE_COLUMNS = (
    "text", "value", "low", "high", "unit", "noun", "hedge", "kind", "claimed_by", "sentence", "paragraph", "start",
    "end",
)  # fmt: skip
DATE_COLUMNS = ("text", "first", "last", "unit", "assumption", "sentence", "paragraph", "start", "end")


def figures(analysis: Analysis) -> pd.DataFrame:
    """
    One row a figure, in the order of the text.

    `value` is NA for a range, whose ends are `low` and `high`; `claimed_by` is who speaks it, where it is quoted.
    """
    names = {entity.id: entity.name for entity in analysis.entities}
    rows = []
    for figure in analysis.figures:
        quote = analysis.quotes[figure.quote] if figure.quote is not None else None
        speaker = None if quote is None else names.get(quote.speaker or "") or quote.speaker_text or "somebody quoted"
        rows.append(
            (
                figure.text,
                figure.value,
                figure.low,
                figure.high,
                figure.unit,
                figure.noun,
                figure.hedge,
                figure.kind,
                speaker,
                sentence_of(analysis, figure.start),
                figure.paragraph,
                figure.start,
                figure.end,
            )
        )
    return frame(rows, FIGURE_COLUMNS)


def dates(analysis: Analysis) -> pd.DataFrame:
    """One row a date, in the order of the text; `first` and `last` are days in ISO form, NA where open or unknown."""
    rows = (
        (
            mention.text,
            mention.first,
            mention.last,
            mention.unit,
            mention.assumption,
            sentence_of(analysis, mention.start),
            mention.paragraph,
            mention.start,
            mention.end,
        )
        for mention in analysis.dates
    )
    return frame(rows, DATE_COLUMNS)


def sentence_of(analysis: Analysis, position: int) -> str:
    """The sentence around a character, as text."""
    sentence = analysis.document.sentence_at(position)
    return analysis.document.text[sentence.start : sentence.end]
