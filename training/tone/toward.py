"""Train the classifier of tone toward a target and write it as plain arrays."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from analysis.tone.toward import N_EXTRAS, RESOURCE, STEPS, Network, Window, encode, window
from training.tone.data import LABELS, SIZE, read_rows, valences

SEED, EPOCHS, RATE, HIDDEN, PLACE = 0, 6, 2e-3, 64, 10
LEAST_SEEN, MOST_WORDS, MOST_LISTED = 2, 6500, 1500
"""Words of the corpus seen so often; how many at most; and how many more that the lexicons list."""
N_DIMENSIONS = 64
"""Word vectors are cut to their main axes, so that the arrays stay small."""
TEMPERATURE = 0.75
"""Divisor of the logits: label smoothing makes the network too modest. Chosen on the two development files."""


def rows_of(path: Path) -> tuple[list[Window], Any]:
    """Windows and labels of a file of NewsMTSC."""
    rows = read_rows(path)
    return [window(r["text"], r["from"], r["to"]) for r in rows], np.array([LABELS[r["label"]] for r in rows])


def vocabulary(windows: list[Window], vectors: dict[str, Any], listed: set[str]) -> list[str]:
    """The words that get a vector of their own: the corpus's, then the lexicons'."""
    counts = Counter(word for words, _ in windows for word in words if word)
    own = [word for word, n in counts.most_common() if n >= LEAST_SEEN and word in vectors][:MOST_WORDS]
    order = {word: at for at, word in enumerate(vectors)}
    more = sorted((word for word in listed if word in vectors and word not in set(own)), key=order.__getitem__)
    return own + more[:MOST_LISTED]


class Net(nn.Module):
    """The network of analysis.toward, with dropout."""

    def __init__(self, weights: torch.Tensor) -> None:
        """`weights`: the word vectors, three rows of zeros first."""
        super().__init__()
        self.embedding = nn.Embedding.from_pretrained(weights, freeze=False, padding_idx=0)
        self.steps = nn.Embedding(2 + 2 * len(STEPS), PLACE, padding_idx=0)
        self.c1 = nn.Conv1d(weights.shape[1] + PLACE + N_EXTRAS, 2 * HIDDEN, 3, padding=1)
        self.c2 = nn.Conv1d(HIDDEN, 2 * HIDDEN, 3, padding=1)
        self.c3 = nn.Conv1d(HIDDEN, 2 * HIDDEN, 3, padding=2, dilation=2)
        self.attention = nn.Linear(HIDDEN + PLACE, 1)
        self.out = nn.Linear(3 * HIDDEN, 3)

    def forward(self, rows: torch.Tensor, extras: torch.Tensor, steps: torch.Tensor) -> torch.Tensor:
        """Logits of a batch."""
        mask = (rows > 0).float().unsqueeze(1)
        vectors, places = self.embedding(rows), self.steps(steps)
        if self.training:
            vectors = vectors * (torch.rand(rows.shape) > 0.12).float().unsqueeze(2)
        x = torch.cat([functional.dropout(vectors, 0.3, self.training), places, extras], 2).transpose(1, 2)
        x = functional.dropout(gate(self.c1(x)) * mask, 0.3, self.training)
        x = (x + gate(self.c2(x))) * mask
        x = (x + gate(self.c3(x))) * mask
        weights = self.attention(torch.cat([x.transpose(1, 2), places], 2)).squeeze(2)
        weights = weights.masked_fill(rows == 0, -1e9).softmax(1)
        mean = (x * weights.unsqueeze(1)).sum(2)
        most = (x + (mask - 1) * 9).max(2)[0]
        here = x[torch.arange(len(rows)), :, (rows == 2).float().argmax(1)]
        return self.out(functional.dropout(torch.cat([mean, most, here], 1), 0.5, self.training))


def gate(x: torch.Tensor) -> torch.Tensor:
    """Half of the channels as values, half as gates."""
    value, opening = x.chunk(2, 1)
    return torch.tanh(value) * torch.sigmoid(opening)


def train(net: Net, arrays: tuple[Any, Any, Any], labels: Any) -> None:
    """Fit the network."""
    rows, extras, steps = (torch.tensor(array) for array in arrays)
    target = torch.tensor(labels)
    others = [p for name, p in net.named_parameters() if name != "embedding.weight"]
    groups = [{"params": [net.embedding.weight], "lr": RATE * 0.3}, {"params": others}]
    optimiser = torch.optim.AdamW(groups, lr=RATE, weight_decay=1e-2)
    for epoch in range(EPOCHS):
        net.train()
        for group in optimiser.param_groups:
            group["lr"] *= 1 if epoch < EPOCHS // 2 else 0.6
        for batch in torch.randperm(len(target)).split(64):
            length = int((rows[batch] > 0).sum(1).max())
            cut = (array[batch][:, :length] for array in (rows, extras, steps))
            loss = functional.cross_entropy(net(*cut), target[batch], label_smoothing=0.05)
            optimiser.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(net.parameters(), 2)
            optimiser.step()
    net.eval()


def make(folder: Path, vectors: dict[str, Any]) -> None:
    """Train, write the arrays, and score the development files."""
    windows, labels = rows_of(folder / "newsmtsc_train.jsonl")
    valence = valences()
    words = vocabulary(windows, vectors, set(valence))
    ids = {word: at + 3 for at, word in enumerate(words)}
    matrix = np.stack([vectors[word] for word in words])
    axes = np.linalg.svd(matrix - matrix.mean(0), full_matrices=False)[2][:N_DIMENSIONS]
    weights = np.concatenate([np.zeros((3, SIZE), np.float32), matrix]) @ axes.T
    arrays = encode(windows, ids, {word: valence[word] for word in words if word in valence})
    torch.manual_seed(SEED)
    net = Net(torch.tensor(weights))
    train(net, arrays, labels)
    write(net, words, valence)
    for name in ("newsmtsc_rw_dev", "newsmtsc_mt_dev"):
        if (folder / f"{name}.jsonl").exists():
            theirs, gold = rows_of(folder / f"{name}.jsonl")
            found = Network().probabilities(theirs)
            print(name, f"accuracy {(found.argmax(1) == gold).mean():.3f}")


def write(net: Net, words: list[str], valence: dict[str, tuple[float, float]]) -> None:
    """Write the arrays: word vectors as bytes with a scale a row, the rest as half floats."""
    state = {name: array.detach().numpy() for name, array in net.state_dict().items()}
    embedding = state["embedding.weight"]
    scale = np.maximum(np.abs(embedding).max(axis=1), 1e-6) / 127
    table = np.array([valence.get(word, (0.0, 0.0)) for word in words]) * 127
    half = {
        **{f"c{n}w": state[f"c{n}.weight"].transpose(2, 1, 0) for n in (1, 2, 3)},
        **{f"c{n}b": state[f"c{n}.bias"] for n in (1, 2, 3)},
        "a1w": state["attention.weight"].T,
        "a1b": state["attention.bias"],
        "o1w": state["out.weight"].T,
        "o1b": state["out.bias"],
        "steps": state["steps.weight"],
    }
    np.savez_compressed(
        RESOURCE,
        words=np.frombuffer("\n".join(words).encode("utf-8"), dtype=np.uint8),
        valence=table.round().astype(np.int8),
        embedding=(embedding / scale[:, None]).round().astype(np.int8),
        scale=scale.astype(np.float16),
        temperature=np.float32(TEMPERATURE),
        **{name: array.astype(np.float16) for name, array in half.items()},
    )
    print(f"{RESOURCE.name}: {RESOURCE.stat().st_size / 1e6:.2f} MB, {len(words)} words", flush=True)
