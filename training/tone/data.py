"""The corpora of tone and the word vectors, read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np

LABELS = {"neg": 0, "neu": 1, "pos": 2}
SIZE = 100
"""Numbers in a word vector of the package."""


def read_rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a file of JSON lines."""
    with path.open(encoding="utf-8") as stream:
        return [json.loads(line) for line in stream]


def document_of(row: dict[str, Any]) -> str:
    """The article that a row is from."""
    if row["id"].startswith("newsmtsc"):
        return "_".join(row["id"].split("_")[:3])
    return row["id"].rsplit("_", 1)[0]


def read_vectors(path: Path) -> dict[str, Any]:
    """Word -> vector, commonest words first."""
    with path.open(encoding="utf-8") as stream:
        vectors = json.load(stream)["vectors"]
    return {word: np.array(row[:SIZE], dtype=np.float32) for word, row in vectors.items()}


def valences() -> dict[str, tuple[float, float]]:
    """Word -> VADER's valence over 3, within -1..1, and Pattern's polarity; words that either lists."""
    from textblob.en import sentiment
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    vader = {w: max(-1.0, min(1.0, v / 3)) for w, v in SentimentIntensityAnalyzer().lexicon.items()}
    sentiment.load()
    pattern = {w: float(entry[None][0]) for w, entry in sentiment.items() if None in entry}
    return {w: (vader.get(w, 0.0), pattern.get(w, 0.0)) for w in vader.keys() | pattern.keys()}
