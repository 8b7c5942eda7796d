"""Scores of tags to the best legal tags of a sentence, and how sure each name is."""

from __future__ import annotations

from functools import cache
from typing import Any

import numpy as np

from analysis.encoder.heads import TAGS

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
