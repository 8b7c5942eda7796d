"""
How the time of an analysis grows: `python -m benchmarks.growth [KIND...] [--all]`.

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

N_RUNS = 5
ENOUGH = 1.05
"""Below this exponent no further run is made."""


def main(arguments: list[str]) -> int:
    """Measure and print, the steepest kind first; returns how many are above LIMIT."""
    kinds = arguments or KINDS
    analyze(make("prose", SIZES[0]))
    rows = sorted((measure(kind) for kind in kinds), reverse=True)
    print(f"{'kind':<38}{'exponent':>9}" + "".join(f"{size // 1000:>7}k s" for size in SIZES))
    for exponent, kind, times in rows:
        print(f"{kind:<38}{exponent:>9.2f}" + "".join(f"{seconds:>9.3f}" for seconds in times))
    n_above = sum(exponent > LIMIT for exponent, _, _ in rows)
    print(f"{len(rows)} kinds; {n_above} above {LIMIT}; steepest {rows[0][0]:.2f}")
    return n_above


def measure(kind: str) -> tuple[float, str, tuple[float, ...]]:
    """The growth exponent of a kind, its name, and the seconds of CPU for each of SIZES."""
    texts = [make(kind, size) for size in SIZES]
    best = [math.inf] * len(SIZES)
    exponent = math.inf
    for _ in range(N_RUNS):
        best = [min(known, seconds(analyze, text)) for known, text in zip(best, texts, strict=True)]
        exponent = math.log(best[-1] / best[0]) / math.log(SIZES[-1] / SIZES[0])
        if exponent <= ENOUGH or best[-1] > 20:
            break
    return exponent, kind, tuple(best)


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
