"""A comparison as tidy frames."""

from __future__ import annotations

import pandas as pd

from analysis.compare import Comparison
from analysis.model import INSTRUMENTS, Analysis
from analysis.tables.frame import frame

NAME_COLUMNS = ("name", "type", "count_a", "count_b", "where", "entity_a", "entity_b")
TONE_COLUMNS = ("instrument", "a", "b")
WORD_COLUMNS = ("group", "word", "count_a", "count_b")


def names(comparison: Comparison) -> pd.DataFrame:
    """One row a name; `where` is both, only A or only B; `entity_a` and `entity_b` are ids, NA where there is none."""
    rows = (
        (
            p.name,
            p.type,
            p.count_a,
            p.count_b,
            "both" if p.count_a and p.count_b else "only A" if p.count_a else "only B",
            p.id_a,
            p.id_b,
        )
        for p in comparison.names
    )
    return frame(rows, NAME_COLUMNS)


def tones(a: Analysis, b: Analysis) -> pd.DataFrame:
    """One row an instrument, with the score of either report, NA where it found nothing."""
    rows = [
        (
            instrument,
            getattr(a.tone_report.overall.all, instrument) if a.tone_report else None,
            getattr(b.tone_report.overall.all, instrument) if b.tone_report else None,
        )
        for instrument in INSTRUMENTS
    ]
    return frame(rows, TONE_COLUMNS).astype({"a": "Float64", "b": "Float64"})


def words(comparison: Comparison) -> pd.DataFrame:
    """One row a word of a group, with how often either report uses it."""
    rows = ((use.group, use.word, len(use.in_a), len(use.in_b)) for use in comparison.words)
    return frame(rows, WORD_COLUMNS)
