"""
The network in training: BERT's layers over wordpieces, read from public weights, with an added embedding for case.

all-MiniLM-L6-v2 (Apache-2.0) knows no capitals. A small embedding of how a piece is written, and one of what the
recogniser before it made of the word, are added to its input; both begin at zero, so that training begins with the
network as it was published.
"""

from __future__ import annotations

import math
from pathlib import Path

import torch
from torch import nn
from torch.nn import functional

from analysis.encoder.tags import LABELS, N_CASES, N_HINTS, N_STEPS

WIDTH, N_HEADS, N_LAYERS, INNER, N_PIECES, N_PLACES = 384, 12, 6, 1536, 30522, 512
QUERY = 192
"""Width of what a target asks its sentence."""
QUERY_HEADS = 6
N_LABELS = 2 * len(LABELS) + 1


class Layer(nn.Module):
    """One layer of BERT: attention, then a wider layer, each added to what came in and normed."""

    def __init__(self) -> None:
        """Weights are read later."""
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.norm1, self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12), nn.LayerNorm(WIDTH, eps=1e-12)
        self.wide, self.narrow = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)

    def forward(self, x: torch.Tensor, bias: torch.Tensor, drop: float) -> torch.Tensor:
        """`x` (n, length, width); `bias` (n, 1, 1, length): 0 for a piece, very small for padding."""
        n, length = x.shape[0], x.shape[1]

        def heads(y: torch.Tensor) -> torch.Tensor:
            return y.view(n, length, N_HEADS, WIDTH // N_HEADS).transpose(1, 2)

        scores = torch.matmul(heads(self.query(x)), heads(self.key(x)).transpose(-1, -2))
        weights = torch.softmax(scores / math.sqrt(WIDTH // N_HEADS) + bias, dim=-1)
        weights = functional.dropout(weights, drop, self.training)
        mixed = torch.matmul(weights, heads(self.value(x))).transpose(1, 2).reshape(n, length, WIDTH)
        x = self.norm1(x + functional.dropout(self.out(mixed), drop, self.training))
        return self.norm2(x + functional.dropout(self.narrow(functional.gelu(self.wide(x))), drop, self.training))


class Body(nn.Module):
    """Wordpieces to a vector each."""

    def __init__(self, layers: tuple[int, ...] = tuple(range(N_LAYERS))) -> None:
        """`layers`: those of the published layers that are kept."""
        super().__init__()
        self.kept = layers
        self.pieces, self.places = nn.Embedding(N_PIECES, WIDTH), nn.Embedding(N_PLACES, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.case, self.hint = nn.Embedding(N_CASES, WIDTH), nn.Embedding(N_HINTS, WIDTH)
        nn.init.zeros_(self.case.weight)
        nn.init.zeros_(self.hint.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer() for _ in layers)
        self.drop = 0.1

    def forward(self, pieces: torch.Tensor, cases: torch.Tensor, hints: torch.Tensor) -> torch.Tensor:
        """All (n, length); a piece of 0 is padding."""
        places = self.places(torch.arange(pieces.shape[1]))
        x = self.pieces(pieces) + self.case(cases) + self.hint(hints) + places + self.kind
        x = functional.dropout(self.norm(x), self.drop, self.training)
        bias = ((pieces == 0).float() * -10000.0)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, bias, self.drop)
        return x

    def read(self, path: Path) -> None:
        """Read the published weights; safetensors holds arrays only."""
        from safetensors.torch import load_file

        found = load_file(path)
        found = {name.removeprefix("bert.").removeprefix("0.auto_model."): array for name, array in found.items()}

        def put(mine: nn.Module, theirs: str) -> None:
            with torch.no_grad():
                mine.weight.copy_(found[f"{theirs}.weight"])
                if hasattr(mine, "bias") and mine.bias is not None:
                    mine.bias.copy_(found[f"{theirs}.bias"])

        put(self.pieces, "embeddings.word_embeddings")
        put(self.places, "embeddings.position_embeddings")
        put(self.norm, "embeddings.LayerNorm")
        with torch.no_grad():
            self.kind.copy_(found["embeddings.token_type_embeddings.weight"][0])
        for number, layer in zip(self.kept, self.layers, strict=True):
            name = f"encoder.layer.{number}"
            for mine, theirs in (
                ("query", "attention.self.query"), ("key", "attention.self.key"), ("value", "attention.self.value"),
                ("out", "attention.output.dense"), ("norm1", "attention.output.LayerNorm"),
                ("wide", "intermediate.dense"), ("narrow", "output.dense"), ("norm2", "output.LayerNorm"),
            ):  # fmt: skip
                put(getattr(layer, mine), f"{name}.{theirs}")


class TargetHead(nn.Module):
    """
    Tone toward targets, read off the vectors of their sentence, so that any number of targets costs one pass.

    The mean of a target's pieces asks every piece of the sentence; how far a piece stands from the target is added
    to the answer's weight.
    """

    def __init__(self) -> None:
        """A fresh head."""
        super().__init__()
        self.key, self.value, self.ask = (nn.Linear(WIDTH, QUERY) for _ in range(3))
        self.distance = nn.Embedding(N_STEPS, QUERY_HEADS)
        nn.init.zeros_(self.distance.weight)
        self.wide, self.out = nn.Linear(2 * WIDTH + QUERY, QUERY), nn.Linear(QUERY, 3)
        self.drop = 0.2

    def forward(
        self, x: torch.Tensor, mask: torch.Tensor, owner: torch.Tensor, target: torch.Tensor, steps: torch.Tensor
    ) -> torch.Tensor:
        """
        Logits of negative, neutral and positive.

        Args: x: (n, length, width), sentences; mask: (n, length), 1 for a piece; owner: (targets,), the sentence of
            each; target: (targets, length), 1 for a piece of it; steps: (targets, length), each piece's distance.
        """
        n, length = x.shape[0], x.shape[1]
        count = len(owner)
        here = torch.matmul((target / target.sum(1, keepdim=True))[:, None, :], x[owner])[:, 0]
        mean = ((x * mask[:, :, None]).sum(1) / mask.sum(1, keepdim=True))[owner]
        ask = self.ask(here).view(count, QUERY_HEADS, 1, QUERY // QUERY_HEADS)
        key = self.key(x).view(n, length, QUERY_HEADS, -1).permute(0, 2, 3, 1)[owner]
        value = self.value(x).view(n, length, QUERY_HEADS, -1).transpose(1, 2)[owner]
        scores = torch.matmul(ask, key) / math.sqrt(QUERY // QUERY_HEADS)
        scores = scores + self.distance(steps).permute(0, 2, 1)[:, :, None, :] + (1 - mask[owner])[:, None, None] * -1e4
        answer = torch.matmul(torch.softmax(scores, -1), value).reshape(count, QUERY)
        seen = functional.dropout(torch.cat([here, mean, answer], 1), self.drop, self.training)
        return self.out(functional.dropout(functional.gelu(self.wide(seen)), self.drop, self.training))


class SentenceHead(nn.Module):
    """The tone of a sentence, -1..1, from the mean of its pieces."""

    def __init__(self) -> None:
        """A fresh head."""
        super().__init__()
        self.wide, self.out = nn.Linear(WIDTH, QUERY), nn.Linear(QUERY, 1)

    def forward(self, x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """(n,) scores of sentences (n, length, width)."""
        mean = (x * mask[:, :, None]).sum(1) / mask.sum(1, keepdim=True)
        mean = functional.dropout(mean, 0.1, self.training)
        return torch.tanh(self.out(torch.tanh(self.wide(mean)))[:, 0])


class NamesHead(nn.Module):
    """The scores of the tags of each piece; what the recogniser says of its word goes straight into them too."""

    def __init__(self) -> None:
        """A fresh head."""
        super().__init__()
        self.out, self.told = nn.Linear(WIDTH, N_LABELS), nn.Embedding(N_HINTS, N_LABELS)
        nn.init.zeros_(self.told.weight)

    def forward(self, x: torch.Tensor, hints: torch.Tensor) -> torch.Tensor:
        """(n, length, tags) scores of pieces (n, length, width)."""
        scores: torch.Tensor = self.out(x) + self.told(hints)
        return scores


class Encoder(nn.Module):
    """The body and its three heads."""

    def __init__(self, layers: tuple[int, ...]) -> None:
        """`layers`: those of the published layers that are kept."""
        super().__init__()
        self.body = Body(layers)
        self.toward, self.sentence = TargetHead(), SentenceHead()
        self.names = NamesHead()
