"""
Train the event tone: a lexicon whose words have a tone and a weight, learned from how people judged sentences.

A small network looks at a word's vector and says its tone and its weight; both are then written out word by word, so
that what runs is a list anyone can read.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from analysis.tone.events import NEGATION_REACH, RESOURCE, WORD_RE, words_of
from analysis.tone.toward import is_negation
from training.tone.data import LABELS, SIZE, read_rows, valences

SEED, HIDDEN = 0, 64
LENGTH = 60
LEAST_WEIGHT = 0.2
"""Words that weigh less are left out of the list: they move nothing."""
N_WORDS = 30_000
"""The commonest words that may be listed beside those of the corpora and the lexicons."""
TARGET_SHARE = 0.4
"""How far a sentence that is negative toward its target counts as a negative sentence."""
EVALUATIVE_LEAST = 0.25
"""Pattern's polarity from which on a word judges ("disastrous") and does not only name ("killed")."""


class Lexicon(nn.Module):
    """Tone and weight of a word from its vector and the lexicons, with a correction of its own."""

    def __init__(self, weights: torch.Tensor) -> None:
        """`weights`: the word vectors, a row of zeros first."""
        super().__init__()
        self.embedding = nn.Embedding.from_pretrained(weights, freeze=True, padding_idx=0)
        self.judge = nn.Sequential(nn.Linear(SIZE + 3, HIDDEN), nn.Tanh(), nn.Dropout(0.3), nn.Linear(HIDDEN, 2))
        self.own = nn.Embedding(len(weights), 2)
        nn.init.zeros_(self.own.weight)
        self.turn = nn.Parameter(torch.tensor(-0.5))
        self.calm = nn.Parameter(torch.tensor(1.0))
        self.bias = nn.Parameter(torch.tensor(0.0))

    def words(self, rows: torch.Tensor, listed: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """The tone, -1..1, and the weight, from 0, of each word."""
        vectors = functional.dropout(self.embedding(rows), 0.2, self.training)
        out = self.judge(torch.cat([vectors, listed], -1)) + self.own(rows)
        return torch.tanh(out[..., 0]), functional.softplus(out[..., 1])

    def forward(self, rows: torch.Tensor, listed: torch.Tensor, negated: torch.Tensor) -> torch.Tensor:
        """The score of each sentence."""
        tone, weight = self.words(rows, listed)
        mask = (rows > 0).float()
        if self.training:
            mask = mask * (torch.rand(rows.shape) > 0.1).float()
        tone = tone * (1 + (self.turn - 1) * negated)
        weight = weight * mask
        return (tone * weight).sum(1) / (weight.sum(1) + functional.softplus(self.calm)) + self.bias


class Encoder:
    """Sentences to arrays."""

    def __init__(self, words: list[str]) -> None:
        """`words`: those that have a row."""
        self.ids = {word: at + 1 for at, word in enumerate(words)}
        self.valence = valences()

    def __call__(self, sentences: list[str]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Word rows, lexicon values and which words are negated."""
        rows = np.zeros((len(sentences), LENGTH), np.int64)
        listed = np.zeros((len(sentences), LENGTH, 3), np.float32)
        negated = np.zeros((len(sentences), LENGTH), np.float32)
        for i, sentence in enumerate(sentences):
            until = -1
            for j, (_, _, word) in enumerate(list(words_of(sentence))[:LENGTH]):
                rows[i, j] = self.ids.get(word, 0)
                listed[i, j] = (*self.valence.get(word, (0.0, 0.0)), word in self.valence)
                negated[i, j] = j <= until
                until = j + NEGATION_REACH if is_negation(word) else until
        return torch.tensor(rows), torch.tensor(listed), torch.tensor(negated)


def fit(net: Lexicon, arrays: tuple[torch.Tensor, ...], scores: Any, epochs: int, rate: float) -> Lexicon:
    """Fit the lexicon to sentence scores."""
    target = torch.tensor(np.asarray(scores), dtype=torch.float32)
    others = [p for name, p in net.named_parameters() if name not in ("own.weight", "embedding.weight")]
    groups = [{"params": [net.own.weight], "weight_decay": 0.1}, {"params": others, "weight_decay": 1e-2}]
    optimiser = torch.optim.AdamW(groups, lr=rate)
    for _ in range(epochs):
        net.train()
        for batch in torch.randperm(len(target)).split(64):
            loss = functional.mse_loss(net(*(array[batch] for array in arrays)), target[batch])
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
        for group in optimiser.param_groups:
            group["lr"] *= 0.8
    return net.eval()


def sentence_scores(rows: list[dict[str, Any]]) -> dict[str, float]:
    """Sentences of NewsMTSC -> the mean over their targets, damped."""
    values = defaultdict(list)
    for row in rows:
        values[row["text"]].append((LABELS[row["label"]] - 1) * TARGET_SHARE)
    return {text: float(np.mean(found)) for text, found in values.items()}


def train(folder: Path, vectors: dict[str, Any], left_out: set[str] | None = None) -> tuple[Lexicon, Encoder]:
    """Train on both corpora; rows of the snippets whose id is in `left_out` are not seen."""
    mtsc = sentence_scores(read_rows(folder / "newsmtsc_train.jsonl"))
    snippets = [r for r in read_rows(folder / "nyt_snippets_train.jsonl") if r["id"] not in (left_out or set())]
    seen = {word for text in [*mtsc, *(r["text"] for r in snippets)] for _, _, word in words_of(text)}
    listed = valences().keys()
    words = [w for at, w in enumerate(vectors) if at < N_WORDS or w in seen or w in listed]
    encoder = Encoder(words)
    torch.manual_seed(SEED)
    weights = np.concatenate([np.zeros((1, SIZE), np.float32), np.stack([vectors[w] for w in words])])
    net = fit(Lexicon(torch.tensor(weights)), encoder(list(mtsc)), list(mtsc.values()), 6, 2e-3)
    texts, scores = [r["text"] for r in snippets], [r["score"] for r in snippets]
    return fit(net, encoder(texts), scores, 10, 3e-3), encoder


def make(folder: Path, vectors: dict[str, Any]) -> None:
    """Train on everything and write the list."""
    write(*train(folder, vectors), RESOURCE)


def write(net: Lexicon, encoder: Encoder, path: Path) -> None:
    """Write the list: first the constants, then a word a line with tone, weight and whether it judges."""
    words = list(encoder.ids)
    rows = torch.arange(1, len(words) + 1)
    listed = torch.tensor([(*encoder.valence.get(w, (0.0, 0.0)), float(w in encoder.valence)) for w in words])
    with torch.no_grad():
        tone, weight = (array.numpy() for array in net.words(rows, listed))
    constants = (net.turn.item(), functional.softplus(net.calm).item(), net.bias.item())
    lines = ["# negation, calm, bias; then word, tone, weight, 1 if it judges. Made by training/tone/event.py."]
    lines.append(" ".join(f"{value:.4f}" for value in constants))
    for word, t, w in sorted(zip(words, tone, weight, strict=True)):
        if w >= LEAST_WEIGHT and WORD_RE.fullmatch(word):
            judges = abs(encoder.valence.get(word, (0.0, 0.0))[1]) >= EVALUATIVE_LEAST
            lines.append(f"{word} {t:.2f} {w:.2f}{' 1' if judges else ''}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{path.name}: {path.stat().st_size / 1e6:.2f} MB, {len(lines) - 2} words", flush=True)
