"""
Hostile texts: `python -m benchmarks.hostile [--count N] [--seed N]`.

Analyses COUNT short texts and prints, by place in the code or by promise, what went wrong: any exception but the
package's own, and any promise of the contract that a result breaks (`promises`). Ends with exit code 1 where
anything did. The same seed gives the same texts.
"""

from __future__ import annotations

import sys
import time
import traceback
from collections import Counter
from pathlib import Path
from random import Random

import click

from analysis import DatelineError, analyze
from benchmarks.hostile.promises import broken
from benchmarks.hostile.texts import MAKERS, arguments

COUNT = 30_000
N_SHOWN = 3
"""Texts that are shown for each thing that went wrong."""


@click.command()
@click.option("--count", default=COUNT, show_default=True, help="Texts that are analysed.")
@click.option("--seed", default=1, show_default=True)
def main(count: int, seed: int) -> None:
    """Analyse hostile texts and print what went wrong."""
    start = time.process_time()
    wrong: Counter[str] = Counter()
    shown: dict[str, list[str]] = {}
    n_refused = slowest = 0.0
    for number in range(count):
        chance = Random(f"{seed} {number}")
        text = chance.choice(MAKERS)(chance)
        given = arguments(chance, text)
        began = time.process_time()
        found = outcome(text, given)
        slowest = max(slowest, time.process_time() - began)
        n_refused += found == ["refused"]
        for name in found if found != ["refused"] else []:
            wrong[name] += 1
            if len(shown.setdefault(name, [])) < N_SHOWN:
                shown[name].append(f"number {number}: {text[:200]!r} {given}")
    for name, n in wrong.most_common():
        print(f"{n} x {name}")
        print(*(f"    {line}" for line in shown[name]), sep="\n")
    print(
        f"{count:,} texts, seed {seed}: {n_refused:.0f} refused, {sum(wrong.values())} faults in {len(wrong)} places; "
        f"slowest {slowest:.2f} s, all {time.process_time() - start:.0f} s of CPU"
    )
    sys.exit(bool(wrong))


def outcome(text: str, given: dict[str, object]) -> list[str]:
    """What is wrong with the analysis of a text: names of places or promises, ["refused"], or nothing."""
    try:
        return list(broken(analyze(text, **given)))  # type: ignore[arg-type]
    except DatelineError:
        return ["refused"]
    except Exception as error:  # Whatever it is, it is what this command looks for.
        frame = traceback.extract_tb(error.__traceback__)[-1]
        return [f"{type(error).__name__} at {Path(frame.filename).name}:{frame.lineno}"]


if __name__ == "__main__":
    main()
