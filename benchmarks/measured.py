"""
The accuracy on the project's own annotated texts, in one file: `python -m benchmarks.measured` writes measured.json.

The tests read it: none of these figures may fall by more than MARGIN. It is written anew when a change is meant, and
its diff says what the change did. Of texts that nobody was to look at only the figures are written, never the faults.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from analysis import VERSION
from benchmarks.facts.__main__ import HALVES
from benchmarks.facts.__main__ import score as score_facts
from benchmarks.quotes import own
from training.entities.corpora import is_prose_test, read_prose
from training.entities.score import score as score_names

FILE = Path(__file__).parent / "measured.json"
COMMAND = "python -m benchmarks.measured"

MARGIN = 0.01
"""How far a figure may fall before a test fails: of 130 annotated figures one that is lost stays unseen, two do not."""


def dates() -> dict[str, float]:
    """F of the annotated dates: exact span and days."""
    return {half: score_facts("dates", half)["F"] for half in HALVES}


def figures() -> dict[str, float]:
    """F of the annotated figures: exact span, value and noun."""
    return {half: score_facts("figures", half)["F"] for half in HALVES}


def speakers() -> dict[str, float]:
    """The share of the annotated quotes whose speaker is right, for named speakers and for described ones."""
    shares = {}
    for half in ("build", "unseen"):
        counts, _ = own.score(half)
        for kind in ("named", "described"):
            shares[f"{half}, {kind}"] = counts[f"{kind} right"] / counts[f"{kind} gold"]
    return shares


def names() -> dict[str, float]:
    """F of the names in the held-out tenth of the project's prose, by type and over all: exact spans."""
    scores = score_names([document for document in read_prose() if is_prose_test(document)])
    return {key: value / 100 for key, value in scores.items()}


SETS: dict[str, Callable[[], dict[str, float]]] = {
    "dates": dates,
    "figures": figures,
    "speakers": speakers,
    "names": names,
}
"""What is measured; each gives its figures, 0..1, by part."""


def read() -> dict[str, dict[str, float]]:
    """The figures that were written last."""
    return json.loads(FILE.read_text(encoding="utf-8"))["sets"]


def main() -> None:
    """Measure, write and print."""
    found = {name: {part: round(value, 4) for part, value in measure().items()} for name, measure in SETS.items()}
    whole = {"command": COMMAND, "version": VERSION, "on": datetime.now(UTC).date().isoformat(), "sets": found}
    FILE.write_text(json.dumps(whole, indent=2) + "\n", encoding="utf-8")
    print(FILE.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
