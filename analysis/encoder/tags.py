"""What goes into the encoder beside the wordpieces, and the sizes of what comes out: shared with its training."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from typing import Any

import numpy as np

LABELS = ("PERSON", "ORG", "PLACE", "NORP", "MISC")
"""The types of names, in the order of the network's scores."""

TAGS = ("O", *(f"{mark}-{label}" for label in LABELS for mark in "BI"))
"""The labels of a word, in the order of the network's scores."""

N_CASES = 7
"""Ways in which a piece's word is written."""

N_HINTS = 1 + len(TAGS)
"""What the recogniser before it makes of a word: nothing known (0), or a tag."""

STEPS = (0, 1, 2, 3, 5, 8, 13, 21, 34, 600)
"""Distances from a target, in pieces, up to which a step reaches."""

N_STEPS = 2 * len(STEPS)


def case_of(word: str) -> int:
    """How a word is written: 1 no letters, 2 small, 3 a capital first, 4 one capital alone, 5 capitals, 6 mixed."""
    if not any(char.isalpha() for char in word):
        return 1
    if word.islower():
        return 2
    if word.isupper():
        return 4 if len(word) == 1 else 5
    return 3 if word[0].isupper() and word[1:].islower() else 6


def steps_of(first: int, stop: int, length: int) -> list[int]:
    """The step of each piece's distance from the target at [first, stop); to the left of it the odd ones."""
    left = [2 * bisect_left(STEPS, first - at) + 1 for at in range(min(first, length))]
    return [*left, *(2 * bisect_left(STEPS, max(0, at - stop + 1)) for at in range(first, length))]


# Scores of tags to the best legal tags of a sentence, and how sure each name is.

FORBIDDEN = -1e4
"""What a step costs that BIO does not know: into the inside of a name that has not begun."""


@cache
def steps() -> tuple[Any, Any]:
    """What it costs to begin with a tag (tags,), and to go from one to another (tags, tags): nothing, or FORBIDDEN."""
    n = len(TAGS)
    first, between = np.zeros(n, np.float32), np.zeros((n, n), np.float32)
    for at, tag in enumerate(TAGS):
        if tag.startswith("I-"):
            first[at] = FORBIDDEN
            for before, other in enumerate(TAGS):
                if other[2:] != tag[2:]:
                    between[before, at] = FORBIDDEN
    return first, between


def best_tags(scores: Any) -> list[str]:
    """The tags with the largest sum of `scores` (words, tags) among those that BIO allows."""
    if not len(scores):
        return []
    first, between = steps()
    total = scores[0] + first
    back = []
    for row in scores[1:]:
        ways = total[:, None] + between
        best = ways.argmax(0)
        total = ways[best, np.arange(len(TAGS))] + row
        back.append(best)
    at = int(total.argmax())
    path = [at]
    for best in reversed(back):
        at = int(best[at])
        path.append(at)
    return [TAGS[at] for at in reversed(path)]
