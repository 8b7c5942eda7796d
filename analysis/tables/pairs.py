"""Pairs of entities named together as a tidy frame, one row a pair, with what chance alone would give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import pandas as pd

from analysis.model import Analysis
from analysis.pairs import Pair, Verbs, co_mentions, named_in
from analysis.tables.frame import frame

PAIR_COLUMNS = ("a", "b", "name_a", "name_b", "count", "expected")


def pairs(analysis: Analysis, unit: str, kept: Iterable[int] | None = None) -> pd.DataFrame:
    """
    One row a pair, the one that shares most sentences or paragraphs first; `a` and `b` are entity ids.

    `expected` is in how many units the two would stand together if each were strewn at random over the paragraphs
    `kept` (None: all): n(a) · n(b) / n(units). It is no less than 0 and, in a text of few sentences, seldom far from
    the count.
    """
    return pair_rows(analysis, unit, co_mentions(analysis, unit), kept)


def pair_rows(analysis: Analysis, unit: str, found: Iterable[Pair], kept: Iterable[int] | None = None) -> pd.DataFrame:
    """The frame of `pairs` for pairs that are already found."""
    names = {entity.id: entity.name for entity in analysis.entities}
    n_units = unit_counts(analysis, unit)
    n_all = max(number_of_units(analysis, unit, kept), 1)
    rows = ((p.a, p.b, names[p.a], names[p.b], p.count, n_units[p.a] * n_units[p.b] / n_all) for p in found)
    return frame(rows, PAIR_COLUMNS)


def unit_counts(analysis: Analysis, unit: str) -> Counter[str]:
    """In how many sentences or paragraphs each entity is named, by its id."""
    ids = [entity.id for entity in analysis.entities]
    return Counter(ids[rank] for named in named_in(analysis, unit).values() for rank in named)


def number_of_units(analysis: Analysis, unit: str, kept: Iterable[int] | None = None) -> int:
    """How many sentences or paragraphs the paragraphs `kept` hold, those that name nobody included."""
    document = analysis.document
    indexes = range(len(document.paragraphs)) if kept is None else frozenset(kept)
    if unit == "paragraph":
        return len(indexes)
    return sum(sentence.paragraph in indexes for sentence in document.sentences)


def with_verbs(rows: pd.DataFrame, found: Iterable[Pair], verbs: Verbs) -> pd.DataFrame:
    """The rows of `pairs` with a column `verbs`: what stands between the names, "killed, blamed"; "" for nothing."""
    return rows.assign(verbs=pd.Series([", ".join(verbs.of_pair(pair)) for pair in found], dtype="str"))
