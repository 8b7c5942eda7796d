"""Pairs of entities named together as a tidy frame, one row a pair."""

from __future__ import annotations

import pandas as pd

from analysis.co_mentions import co_mentions
from analysis.frames import frame
from analysis.model import Analysis

PAIR_COLUMNS = ("a", "b", "name_a", "name_b", "count")


def pairs(analysis: Analysis, unit: str) -> pd.DataFrame:
    """One row a pair, the one that shares most sentences or paragraphs first; `a` and `b` are entity ids."""
    names = {entity.id: entity.name for entity in analysis.entities}
    rows = ((p.a, p.b, names[p.a], names[p.b], p.count) for p in co_mentions(analysis, unit))
    return frame(rows, PAIR_COLUMNS)
