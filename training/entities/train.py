"""Train the two stages."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

import pycrfsuite

from analysis.names.features import document_features, second_stage
from training.entities.corpora import Annotated, bucket

ITERATIONS = 10
MIN_FREQUENCY = 2
N_FOLDS = 3
"""The second stage learns from what a first stage says of documents that it was not trained on."""


def train_stages(documents: Sequence[Annotated], first: Path, second: Path, n_folds: int = N_FOLDS) -> None:
    """Train both stages on `documents` and write their weights."""
    rows = [document_features(document.sentences) for document in documents]
    fit(documents, rows, first)
    second_rows: list[list[list[list[str]]]] = [[] for _ in documents]
    for fold in range(n_folds):
        held = [i for i, document in enumerate(documents) if bucket(document.id, n_folds) == fold]
        rest = [i for i, document in enumerate(documents) if bucket(document.id, n_folds) != fold]
        path = first.with_suffix(f".fold{fold}")
        fit([documents[i] for i in rest], [rows[i] for i in rest], path)
        tagger = pycrfsuite.Tagger()
        tagger.open(str(path))
        for i in held:
            labels = [tagger.tag(row) if row else [] for row in rows[i]]
            second_rows[i] = second_stage(rows[i], documents[i].sentences, labels)
        tagger.close()
        path.unlink()
    fit(documents, second_rows, second)


def fit(documents: Sequence[Annotated], rows: Sequence[Sequence[Sequence[Sequence[str]]]], path: Path) -> None:
    """Train one field with the averaged perceptron."""
    start = time.perf_counter()
    trainer = pycrfsuite.Trainer(algorithm="ap", verbose=False)
    trainer.set_params({"max_iterations": ITERATIONS, "feature.minfreq": MIN_FREQUENCY})
    for document, sentences in zip(documents, rows, strict=True):
        for features, labels in zip(sentences, document.labels, strict=True):
            if labels:
                trainer.append(features, labels)
    trainer.train(str(path))
    print(f"{path.name}: {path.stat().st_size / 1e6:.1f} MB in {time.perf_counter() - start:.0f} s", flush=True)
