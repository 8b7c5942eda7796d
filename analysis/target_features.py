"""What the classifier of tone toward a target sees: the words around it, their places, and what lexicons say."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np

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
