"""Sentences to arrays for the network, and batches of about the same length."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
import torch

from analysis.encoder.inputs import read_words
from analysis.encoder.tags import TAGS, steps_of
from analysis.encoder.wordpieces import vocabulary
from analysis.english.tokens import tokenize

PIECES_A_BATCH = 1600
LENGTHS = (16, 24, 32, 40, 48, 56, 72, 104, 208)
"""Pieces to which sentences are filled up."""
NOTHING = -100
"""A word whose label counts for nothing."""


@dataclass
class Example:
    """A sentence: its pieces with what is added to them, and what is to be learned from it."""

    pieces: list[int]
    cases: list[int]
    hints: list[int]
    targets: list[tuple[int, int, int]] = field(default_factory=list)
    """First piece, piece behind the last, label."""
    score: float | None = None
    tags: list[int] = field(default_factory=list)
    """The tag of each piece, NOTHING for all but the first of a word; empty where no names are known."""

    @property
    def length(self) -> int:
        """Pieces, marks included."""
        return len(self.pieces)


class Batch(NamedTuple):
    """Arrays of several sentences."""

    pieces: torch.Tensor
    cases: torch.Tensor
    hints: torch.Tensor
    owner: torch.Tensor
    target: torch.Tensor
    steps: torch.Tensor
    labels: torch.Tensor
    scored: torch.Tensor
    scores: torch.Tensor
    tags: torch.Tensor


def example(
    text: str,
    targets: Sequence[tuple[int, int, int]] = (),
    score: float | None = None,
    hints: Mapping[str, Sequence[str]] | None = None,
) -> Example | None:
    """
    A sentence with targets as (start, end, label); None where a target has no piece.

    Args: hints: the recogniser's tags of the words of each sentence; None for a sentence read without them.
    """
    tokens = list(tokenize(text))
    row = read_words([token.text for token in tokens], vocabulary())
    found = []
    for start, end, label in targets:
        words = {number for number, token in enumerate(tokens) if token.start < end and token.end > start}
        inside = [at for at, word in enumerate(row.words) if word in words]
        if not inside:
            return None
        found.append((inside[0], inside[-1] + 1, label))
    told = hints.get(text) if hints else None
    marks = [1 + TAGS.index(told[word]) if told and word >= 0 else 0 for word in row.words]
    return Example(row.pieces, row.cases, marks, found, score)


def batch_of(examples: Sequence[Example]) -> Batch:
    """Arrays of these sentences, padded to the longest."""
    n, length = len(examples), padded(max(e.length for e in examples))
    pieces, cases, hints = (np.zeros((n, length), np.int64) for _ in range(3))
    tags = np.full((n, length), NOTHING, np.int64)
    owner, targets, labels = [], [], []
    for at, one in enumerate(examples):
        pieces[at, : one.length], cases[at, : one.length], hints[at, : one.length] = one.pieces, one.cases, one.hints
        tags[at, : len(one.tags)] = one.tags
        for first, stop, label in one.targets:
            owner.append(at)
            targets.append((first, stop))
            labels.append(label)
    mask = np.zeros((len(owner), length), np.float32)
    steps = np.zeros((len(owner), length), np.int64)
    for at, (first, stop) in enumerate(targets):
        mask[at, first:stop] = 1
        steps[at] = steps_of(first, stop, length)
    scored = [at for at, one in enumerate(examples) if one.score is not None]
    return Batch(
        *map(torch.from_numpy, (pieces, cases, hints)),
        torch.tensor(owner, dtype=torch.long),
        torch.from_numpy(mask),
        torch.from_numpy(steps),
        torch.tensor(labels, dtype=torch.long),
        torch.tensor(scored, dtype=torch.long),
        torch.tensor([examples[at].score for at in scored], dtype=torch.float32),
        torch.from_numpy(tags),
    )


def batches(examples: Sequence[Example], draw: np.random.Generator) -> Iterator[list[Example]]:
    """
    Sentences of about the same length in batches of about PIECES_A_BATCH, in a drawn order.

    All batches of a length have as many sentences, the last one filled up with the first's: for each new shape the
    library works out anew how to multiply, which takes longer than the multiplying.
    """
    waiting: dict[int, list[Example]] = {length: [] for length in LENGTHS}
    made = []
    for at in draw.permutation(len(examples)):
        length = padded(examples[at].length)
        waiting[length].append(examples[at])
        if len(waiting[length]) == PIECES_A_BATCH // length:
            made.append(waiting[length])
            waiting[length] = []
    for length, rest in waiting.items():
        if rest:
            made.append((rest * (PIECES_A_BATCH // length))[: PIECES_A_BATCH // length])
    for number in draw.permutation(len(made)):
        yield made[number]


def padded(length: int) -> int:
    """The length to which a sentence of `length` pieces is filled up."""
    return LENGTHS[bisect_left(LENGTHS, length)]
