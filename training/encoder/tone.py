"""The corpora of tone as sentences for the network."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from analysis.english.tokens import tokenize
from analysis.names.recognise import tag
from training.encoder.batches import Example, example
from training.entities.corpora import bucket
from training.tone.data import LABELS, document_of, read_rows

SWAP_SHARE = 0.3
"""How often the names of targets are swapped for others', so that the network learns no tone of a name of its own."""

HINT_SHARE = 0.8
"""How often the network is told what the recogniser makes of the words."""

Sentence = tuple[str, list[tuple[int, int, int]]]


def by_sentence(rows: Sequence[dict[str, Any]]) -> list[Sentence]:
    """Rows of one target each to sentences with all their targets."""
    found: dict[str, list[tuple[int, int, int]]] = defaultdict(list)
    for row in rows:
        found[row["text"]].append((row["from"], row["to"], LABELS[row["label"]]))
    return list(found.items())


def hints_of(texts: Iterable[str]) -> dict[str, list[str]]:
    """What the recogniser says of the words of each sentence, read by itself."""
    return {text: tag([list(tokenize(text))])[0] for text in texts}


def toward_examples(
    sentences: Sequence[Sentence], hints: dict[str, list[str]], draw: np.random.Generator
) -> list[Example]:
    """
    The sentences, in a share of which the names of targets are swapped for names of other sentences.

    Some are read without hints; so are those with swapped names, which the recogniser has not seen.
    """
    pool = [text[a:b] for text, targets in sentences for a, b, _ in targets if is_name(text[a:b])]
    out = []
    for sentence in sentences:
        text, targets = swap(*sentence, pool, draw) if draw.random() < SWAP_SHARE else sentence
        out.append(example(text, targets, None, hints if draw.random() < HINT_SHARE else None))
    return [one for one in out if one is not None]


def is_name(target: str) -> bool:
    """Whether a target is a name of one to three words with capitals."""
    words = target.split()
    return len(words) <= 3 and all(word[0].isupper() for word in words) and target not in PRONOUNS


PRONOUNS = frozenset(("I", "He", "She", "They", "It", "His", "Her", "Their", "We", "You", "My", "Our"))


def swap(text: str, targets: list[tuple[int, int, int]], pool: list[str], draw: np.random.Generator) -> Sentence:
    """Give each named target another name."""
    new, at, out = [], 0, ""
    for start, end, label in sorted(targets):
        if start < at:
            return text, targets  # Targets inside each other stay as they are.
        name = text[start:end]
        name = pool[draw.integers(len(pool))] if is_name(name) else name
        out += text[at:start]
        new.append((len(out), len(out) + len(name), label))
        out += name
        at = end
    return out + text[at:], new


def snippet_examples(rows: Sequence[dict[str, Any]], hints: dict[str, list[str]]) -> list[Example]:
    """Sentences with the raters' mean."""
    made = [example(row["text"], (), row["score"], hints) for row in rows]
    return [one for one in made if one is not None]


def folds(path: Path, number: int, n_folds: int) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The rows of a file, without and with those of a share of its articles; nothing is held where n_folds is 0."""
    rows = read_rows(path)
    if not n_folds:
        return rows, []
    held = [bucket(document_of(row), n_folds) == number for row in rows]
    return [r for r, h in zip(rows, held, strict=True) if not h], [r for r, h in zip(rows, held, strict=True) if h]
