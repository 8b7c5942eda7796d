"""
How the time of an analysis grows: `python -m benchmarks.growth [KIND...]`.

For every kind of text, the growth exponent from SIZES[0] to SIZES[-1] characters in the process's own CPU time: 1.0
where twice the text takes twice the time, 2.0 where it takes four times as long. The smallest of several runs counts,
with Python's collector of garbage at rest while one runs. Ends with exit code 1 where a kind is above LIMIT.
"""

from __future__ import annotations

import gc
import math
import sys
import time
from collections.abc import Callable

from analysis import analyze
from benchmarks.growth.kinds import KINDS, make

SIZES = (10_000, 80_000)
"""Characters: a long article, and eight of them."""

LIMIT = 1.15
"""The exponent that is allowed; a sort or a cold cache costs a little more than its share."""

N_RUNS = 4
"""Runs of a kind that is above LIMIT in the first; a kind that is below it needs no more."""


def main(arguments: list[str]) -> int:
    """Measure and print a line a kind; returns how many are above LIMIT."""
    analyze(make("prose", SIZES[0]))
    print(f"{'kind':<38}{'exponent':>9}" + "".join(f"{size // 1000:>7}k s" for size in SIZES))
    found = []
    for kind in arguments or KINDS:
        exponent, times = measure(kind)
        found.append((exponent, kind))
        print(f"{kind:<38}{exponent:>9.2f}" + "".join(f"{time_:>9.3f}" for time_ in times), flush=True)
    above = [kind for exponent, kind in found if exponent > LIMIT]
    steepest, kind = max(found)
    names = ", ".join(above) or "none"
    print(f"{len(found)} kinds; above {LIMIT}: {names}; steepest: {steepest:.2f}, {kind}")
    return len(above)


def measure(kind: str) -> tuple[float, tuple[float, ...]]:
    """The growth exponent of a kind, and the seconds of CPU for each of SIZES."""
    texts = [make(kind, size) for size in SIZES]
    best = [math.inf] * len(SIZES)
    exponent = math.inf
    for _ in range(N_RUNS):
        best = [min(known, seconds(analyze, text)) for known, text in zip(best, texts, strict=True)]
        exponent = math.log(best[-1] / best[0]) / math.log(SIZES[-1] / SIZES[0])
        if exponent <= LIMIT:
            break
    return exponent, tuple(best)


def seconds(work: Callable[[str], object], text: str) -> float:
    """CPU seconds of this process for `work(text)`."""
    gc.collect()
    gc.disable()
    try:
        start = time.process_time()
        work(text)
        return time.process_time() - start
    finally:
        gc.enable()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]) > 0)
