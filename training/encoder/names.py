"""The corpora of names as sentences for the network, with what the recogniser before it makes of each word."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pycrfsuite

from analysis.encoder.inputs import read_words
from analysis.encoder.tags import TAGS
from analysis.encoder.wordpieces import vocabulary
from analysis.english.tokens import Token
from analysis.names.features import document_features, second_stage
from training.encoder.batches import NOTHING, Example
from training.entities.corpora import Annotated, bucket
from training.entities.train import fit

N_FOLDS = 3
HINT_SHARE = 0.85
"""How often the network is told what the recogniser says; untold it learns to read for itself."""
SMALL_SHARE, CAPITALS_SHARE = 0.08, 0.06
"""Shares of documents that are read all in small letters and all in capitals."""

Labels = list[list[str]]


def recogniser_labels(documents: Sequence[Annotated], folder: Path) -> dict[str, Labels]:
    """
    What both stages of the recogniser say of each document when they were not trained on it.

    Kept in `folder`/hints.json, so that a training that goes on need not do it again.
    """
    kept = folder / "hints.json"
    if kept.exists():
        found: dict[str, Labels] = json.loads(kept.read_text("utf-8"))
        return found
    rows = [document_features(document.sentences) for document in documents]
    fold = [bucket("hints" + document.id, N_FOLDS) for document in documents]
    first = out_of_fold(documents, rows, fold, folder / "first.crf")
    rows = [second_stage(row, d.sentences, tags) for row, d, tags in zip(rows, documents, first, strict=True)]
    second = out_of_fold(documents, rows, fold, folder / "second.crf")
    labels = {document.id: tags for document, tags in zip(documents, second, strict=True)}
    kept.write_text(json.dumps(labels), encoding="utf-8")
    return labels


def out_of_fold(documents: Sequence[Annotated], rows: Sequence[Any], fold: Sequence[int], path: Path) -> list[Labels]:
    """Labels of each document by a field that was trained on the other folds."""
    out: list[Labels] = [[] for _ in documents]
    for number in range(N_FOLDS):
        rest = [at for at, its in enumerate(fold) if its != number]
        fit([documents[at] for at in rest], [rows[at] for at in rest], path)
        tagger = pycrfsuite.Tagger()
        tagger.open(str(path))
        for at, its in enumerate(fold):
            if its == number:
                out[at] = [tagger.tag(row) if row else [] for row in rows[at]]
        tagger.close()
    path.unlink()
    return out


def name_examples(
    documents: Sequence[Annotated], hints: dict[str, Labels], draw: np.random.Generator | None = None
) -> list[Example]:
    """The sentences of documents; with a generator, some in other letters, and some without hints."""
    out = []
    for document in documents:
        chance, is_told = (draw.random(), draw.random() < HINT_SHARE) if draw is not None else (1.0, True)
        is_small, is_loud = chance < SMALL_SHARE, SMALL_SHARE <= chance < SMALL_SHARE + CAPITALS_SHARE
        write = str.lower if is_small else str.upper if is_loud else str
        for tokens, labels, told in zip(document.sentences, document.labels, hints[document.id], strict=True):
            # The recogniser finds nothing without capitals; where all is in capitals the network is never told.
            hint = None if is_loud or not is_told else ["O"] * len(told) if is_small else told
            if tokens:
                out.append(name_example(tokens, labels, hint, write))
    return out


def name_example(
    tokens: Sequence[Token], labels: Sequence[str], hints: Sequence[str] | None, write: Callable[[str], str] = str
) -> Example:
    """A sentence whose pieces carry the label of their word at its first piece."""
    row = read_words([write(token.text) for token in tokens], vocabulary())
    told = [0] * len(row.pieces)
    tags = [NOTHING] * len(row.pieces)
    for at, word in enumerate(row.words):
        if word >= 0:
            told[at] = 1 + TAGS.index(hints[word]) if hints is not None else 0
            if row.is_first[at]:
                tags[at] = TAGS.index(labels[word])
    return Example(row.pieces, row.cases, told, tags=tags)
