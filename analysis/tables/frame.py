"""Rows to a frame whose columns and types are there even without rows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd

WHOLE_NUMBERS = frozenset(
    """
    count n_paragraphs start end paragraph index n_words n_scored n_country n_inside location actor nationality
    in_name n_quotes count_a count_b
    """.split()
)
DTYPES = {
    **dict.fromkeys(WHOLE_NUMBERS, "int64"),
    **dict.fromkeys(("polarity", "subjectivity"), "Float64"),
    **dict.fromkeys(("confidence", "latitude", "longitude"), "float64"),
    **dict.fromkeys(("value", "low", "high"), "Float64"),
    "geonames_id": "Int64",
}
"""The types of the columns that hold numbers, so that an empty frame can be drawn like any other."""


def frame(rows: Iterable[tuple[Any, ...]], columns: tuple[str, ...]) -> pd.DataFrame:
    """A frame of these columns; those of numbers are typed as DTYPES says."""
    made = pd.DataFrame(list(rows), columns=list(columns))
    return made.astype({column: DTYPES[column] for column in columns if column in DTYPES})
