"""
Tone toward an entity: does the sentence speak well or ill of it, or neither?

A small network over the words around the target: gated convolutions, then attention, in plain arrays. It answers
what the sentence does to its target, not whether its news is good: "Bad news about X" is not "negative toward X",
though it too mixes the two at times. Data, figures and limits: resources/tone.md.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from analysis.errors import ResourceError
from analysis.model import Document, Entity, Toward, TowardSentence
from analysis.resources import FOLDER

if TYPE_CHECKING:
    from analysis.encoder.reader import Reader
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

# What the classifier of tone toward a target sees: the words around it, their places, and what lexicons say.

WORD_RE = re.compile(r"\w+(?:'\w+)*|[^\w\s]")
NEGATIONS = frozenset("not no never without nor neither hardly cannot none nobody nothing".split())
CLAUSE_MARKS = frozenset((",", ";", ":", "—", "–", "but", "although", "though", "while", "whereas"))

REACH = 40
"""Words kept on either side of the target."""
LENGTH = 2 * REACH + 1
STEPS = (1, 2, 3, 5, 8, 13, 100)
"""Distances from the target at which a new step begins."""

PADDING, UNKNOWN, TARGET = 0, 1, 2
"""Rows of the embedding that stand for no word."""
N_EXTRAS = 6


class Window(NamedTuple):
    """The words around a target, in small letters; the target itself is one place, at `target`."""

    words: tuple[str, ...]
    target: int


def window(sentence: str, start: int, end: int) -> Window:
    """Cut `sentence` around the target at [start, end)."""
    text = sentence.replace("’", "'").replace("“", '"').replace("”", '"')
    left = [word.lower() for word in WORD_RE.findall(text[:start])][-REACH:]
    right = [word.lower() for word in WORD_RE.findall(text[end:])][:REACH]
    return Window((*left, "", *right), len(left))


def is_negation(word: str) -> bool:
    """Whether a word turns what follows round: "never", "isn't"."""
    return word in NEGATIONS or word.endswith("n't")


@lru_cache(maxsize=2 * LENGTH)
def step(distance: int) -> int:
    """The step of a signed distance from the target, from 1; 0 is kept for padding."""
    if distance == 0:
        return 1
    size = next(at for at, limit in enumerate(STEPS) if abs(distance) <= limit)
    return 2 + size + (len(STEPS) if distance > 0 else 0)


def clause(words: Sequence[str], target: int) -> tuple[int, int]:
    """The first and the last word of the clause around the target."""
    first = last = target
    while first > 0 and words[first - 1] not in CLAUSE_MARKS:
        first -= 1
    while last < len(words) - 1 and words[last + 1] not in CLAUSE_MARKS:
        last += 1
    return first, last


def encode(
    windows: Sequence[Window], ids: Mapping[str, int], valence: Mapping[str, tuple[float, float]]
) -> tuple[Any, Any, Any]:
    """
    Windows to arrays.

    Args: valence: word -> VADER's valence over 3 and Pattern's polarity.
    Returns: word ids (n, LENGTH) int64, extras (n, LENGTH, N_EXTRAS) float32, steps (n, LENGTH) int64.
    """
    n = len(windows)
    rows = np.zeros((n, LENGTH), np.int64)
    extras = np.zeros((n, LENGTH, N_EXTRAS), np.float32)
    steps = np.zeros((n, LENGTH), np.int64)
    for i, (words, target) in enumerate(windows):
        first, last = clause(words, target)
        is_quoted = False
        negated_until = -1
        for j, word in enumerate(words):
            rows[i, j] = TARGET if j == target else ids.get(word, UNKNOWN)
            steps[i, j] = step(j - target)
            is_quoted ^= word == '"'
            vader, pattern = valence.get(word, (0.0, 0.0))
            extras[i, j] = (
                -0.7 * vader if j <= negated_until else vader,
                pattern,
                is_negation(word),
                first <= j <= last,
                is_quoted,
                vader != 0,
            )
            if is_negation(word):
                negated_until = j + 3
    return rows, extras, steps


RESOURCE = FOLDER / "toward.npz"
BATCH = 128
TYPES = ("PERSON", "ORG", "GPE", "NORP")
"""Types of entity toward which a writer can have a tone."""


class Network:
    """The arrays of the network and its forward pass."""

    def __init__(self, path: Path = RESOURCE) -> None:
        """Load the arrays; raises ResourceError where they are missing or damaged."""
        try:
            with np.load(path, allow_pickle=False) as arrays:
                self.arrays = {name: arrays[name] for name in arrays.files}
        except (OSError, ValueError) as error:
            raise ResourceError(f"{path.name} cannot be opened: {error}") from error
        words = bytes(self.arrays["words"]).decode("utf-8").split("\n")
        self.ids = {word: at + 3 for at, word in enumerate(words)}
        table = self.arrays["valence"].astype(np.float32) / 127
        self.valence = {word: (float(row[0]), float(row[1])) for word, row in zip(words, table, strict=True)}
        scale = self.arrays["scale"].astype(np.float32)
        self.embedding = self.arrays["embedding"].astype(np.float32) * scale[:, None]
        self.steps = self.arrays["steps"].astype(np.float32)
        self.weights = {k: v.astype(np.float32) for k, v in self.arrays.items() if k[0] in "cao" and k[1:2].isdigit()}
        self.temperature = float(self.arrays["temperature"])

    def probabilities(self, windows: Sequence[Window]) -> Any:
        """Negative, neutral and positive probability of each window, (n, 3), calibrated."""
        out = np.zeros((len(windows), 3), np.float32)
        order = sorted(range(len(windows)), key=lambda at: len(windows[at].words))
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            rows, extras, steps = encode([windows[at] for at in batch], self.ids, self.valence)
            length = min(LENGTH, max(len(windows[at].words) for at in batch))
            out[batch] = self.forward(rows[:, :length], extras[:, :length], steps[:, :length])
        return out

    def forward(self, rows: Any, extras: Any, steps: Any) -> Any:
        """The forward pass on one batch; arrays as `target_features.encode` gives them."""
        w = self.weights
        mask = (rows > 0).astype(np.float32)[:, :, None]
        places = self.steps[steps]
        x = np.concatenate([self.embedding[rows], places, extras], axis=2)
        x = gated(x, w["c1w"], w["c1b"], 1) * mask
        x = (x + gated(x, w["c2w"], w["c2b"], 1)) * mask
        x = (x + gated(x, w["c3w"], w["c3b"], 2)) * mask
        attention = (np.concatenate([x, places], axis=2) @ w["a1w"] + w["a1b"])[:, :, 0]
        attention = np.where(rows == 0, -1e9, attention)
        attention = np.exp(attention - attention.max(axis=1, keepdims=True))
        attention /= attention.sum(axis=1, keepdims=True)
        mean = (x * attention[:, :, None]).sum(axis=1)
        most = (x + (mask - 1) * 9).max(axis=1)
        here = x[np.arange(len(rows)), (rows == 2).argmax(axis=1)]
        logits = np.concatenate([mean, most, here], axis=1) @ w["o1w"] + w["o1b"]
        logits = logits / self.temperature
        logits = np.exp(logits - logits.max(axis=1, keepdims=True))
        return logits / logits.sum(axis=1, keepdims=True)


def gated(x: Any, weight: Any, bias: Any, dilation: int) -> Any:
    """A convolution of width 3 over (n, length, in) with `weight` (3, in, 2 out), gated: tanh times sigmoid."""
    padded = np.pad(x, ((0, 0), (dilation, dilation), (0, 0)))
    length = x.shape[1]
    total = sum(padded[:, k * dilation : k * dilation + length] @ weight[k] for k in range(3)) + bias
    half = total.shape[2] // 2
    return np.tanh(total[:, :, :half]) / (1 + np.exp(-total[:, :, half:]))


@cache
def network() -> Network:
    """The network, loaded once a process."""
    return Network()


def toward_entities(document: Document, entities: Sequence[Entity], reader: Reader | None = None) -> tuple[Toward, ...]:
    """
    The tone toward each entity that can have one, in the order of `entities`.

    Each sentence counts once, by the first mention in it; nationalities do not count as their country. The encoder
    reads it where a `reader` is given, else the small network here.
    """
    places = []
    for entity in entities:
        seen: set[int] = set()
        for mention in entity.mentions if entity.type in TYPES else ():
            sentence = document.sentence_at(mention.start)
            if mention.kind == "name" and sentence.index not in seen:
                seen.add(sentence.index)
                places.append((entity.id, mention, sentence))
    if not places:
        return ()
    if reader is not None:
        rows = reader.toward([(m.start, m.end) for _, m, _ in places])
    else:
        text = document.text
        windows = [window(text[s.start : s.end], m.start - s.start, m.end - s.start) for _, m, s in places]
        rows = network().probabilities(windows)
    found: dict[str, list[TowardSentence]] = {}
    for (entity_id, m, _), row in zip(places, rows, strict=True):
        one = TowardSentence(m.start, m.end, m.paragraph, *(round(float(p), 3) for p in row))
        found.setdefault(entity_id, []).append(one)
    return tuple(Toward(entity_id, tuple(sentences)) for entity_id, sentences in found.items())
