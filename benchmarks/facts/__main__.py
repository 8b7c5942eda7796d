"""
How well figures and dates are found and read: `python -m benchmarks.facts [--half building|unseen] [--faults]`.

The sentences of tests/cases/figures_annotated.json and dates_annotated.json were written and annotated by hand before
the code. A hash of the text puts each into the half for building or into the half whose faults nobody looked at. One
author wrote sentences and rules, so the halves are not wholly independent: raw news is harder than either.
A figure is right with its exact span, its value or range and the lemma of its noun; a date with its exact span and
interval. `--faults` prints what went wrong, and only for the half for building.

How the sentences are annotated: the span of a figure runs from its hedge to its unit or to the head of the noun phrase
it counts, "of the" included; a percentage, money and a measure take a noun only with "of" (money never). Years, times,
ordinals, addresses, phone numbers and numbers in names are no figures. The span of a date has no preposition but
"since" and "until", and holds a time zone in brackets.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from analysis.dates.find import find_dates
from analysis.english.segment import segment
from analysis.figures.find import find_figures

ROOT = Path(__file__).parent.parent.parent
CASES = ROOT / "tests" / "cases"
HALVES = ("building", "unseen")
MIN_WORDS = 50_000
"""The bundled articles are read over and over up to so many words for the speed."""


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.facts", description=__doc__.splitlines()[1])
    parser.add_argument("--half", choices=HALVES, action="append", help="which half to score; both by default")
    parser.add_argument("--faults", action="store_true", help="print the faults of the half for building")
    options = parser.parse_args()
    print(f"{'':10}{'half':10}{'texts':>6}{'gold':>6}{'found':>7}{'P':>7}{'R':>7}{'F':>7}{'span F':>8}   rest")
    for name in FINDERS:
        for half in options.half or HALVES:
            print(row(name, half, score(name, half, options.faults)))
    for name, step in (("figures", find_figures), ("dates", find_dates)):
        print(f"{name}: {speed(step):,.0f} words/s")


def half_of(text: str) -> str:
    """The half that a text belongs to."""
    return HALVES[hashlib.sha256(text.encode()).digest()[0] % 2]


def figures(case: dict[str, Any]) -> list[dict[str, Any]]:
    """The figures found in a case."""
    return [figure.to_dict() for figure in find_figures(segment(case["text"]))]


def dates(case: dict[str, Any]) -> list[dict[str, Any]]:
    """The dates found in a case."""
    return [mention.to_dict() for mention in find_dates(segment(case["text"]), case["published"])]


def is_right(name: str, gold: dict[str, Any], found: dict[str, Any]) -> bool:
    """Whether what was found is what the annotation says, spans apart."""
    if name == "dates":
        return (gold["first"], gold["last"]) == (found["first"], found["last"])
    same = all(is_close(gold[key], found[key]) for key in ("value", "low", "high"))
    return same and gold["noun"] == found["noun"]


def is_close(a: float | None, b: float | None) -> bool:
    """Whether two values are the same up to rounding, or both missing."""
    return a is b or (a is not None and b is not None and abs(a - b) <= 1e-6 * max(1.0, abs(a)))


def score(name: str, half: str, has_faults: bool = False) -> dict[str, float]:
    """
    Precision, recall and F of right finds, F of spans, how often the other fields are right, and the counts.

    With `has_faults` what went wrong is printed, and only for the half for building.
    """
    find = FINDERS[name]
    cases = json.loads((CASES / f"{name}_annotated.json").read_text(encoding="utf-8"))
    cases = [case for case in cases if half_of(case["text"]) == half]
    n_gold = n_found = n_right = n_span = 0
    rest = dict.fromkeys(REST[name], 0)
    for case in cases:
        gold = {(g["start"], g["end"]): g for g in case[name]}
        found = {(f["start"], f["end"]): f for f in find(case)}
        both = gold.keys() & found.keys()
        right = {span for span in both if is_right(name, gold[span], found[span])}
        for key in rest:
            rest[key] += sum(gold[span][key] == found[span][key] for span in both)
        n_gold, n_found, n_right, n_span = (
            n_gold + len(gold), n_found + len(found), n_right + len(right), n_span + len(both),
        )  # fmt: skip
        if has_faults and half == "building" and (len(right) < max(len(gold), len(found))):
            print(case["text"])
            for sign, these in (("-", gold), ("+", found)):
                for span in sorted(these.keys() - right):
                    print("   ", sign, {k: v for k, v in these[span].items() if v is not None and k not in SILENT})
    p, r = n_right / n_found, n_right / n_gold
    shares = {"precision": p, "recall": r, "F": 2 * p * r / (p + r), "span F": 2 * n_span / (n_found + n_gold)}
    shares |= {key: count / max(n_span, 1) for key, count in rest.items()}
    return {"texts": len(cases), "gold": n_gold, "found": n_found, **shares}


def row(name: str, half: str, scores: dict[str, float]) -> str:
    """A row of the printed table."""
    told = ", ".join(f"{key} {scores[key]:.3f}" for key in REST[name])
    counts = f"{scores['texts']:6}{scores['gold']:6}{scores['found']:7}"
    shares = f"{scores['precision']:7.3f}{scores['recall']:7.3f}{scores['F']:7.3f}{scores['span F']:8.3f}"
    return f"{name:10}{half:10}{counts}{shares}   {told}"


FINDERS: dict[str, Callable[[dict[str, Any]], list[dict[str, Any]]]] = {"figures": figures, "dates": dates}
REST = {"figures": ("kind", "unit", "hedge"), "dates": ("zone",)}
"""The fields that do not decide whether a find is right, and are reported beside it."""

SILENT = frozenset({"start", "end", "sentence", "paragraph", "number_start", "number_end", "noun_phrase", "quote"})


def speed(step: Callable[[Any], Any]) -> float:
    """Words a second over the bundled articles, the best of three runs."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    documents = [segment(text, published="2020-01-04") for text in texts]
    n_rounds = 1 + MIN_WORDS // sum(document.n_words for document in documents)
    best = 0.0
    for _ in range(3):
        start = time.perf_counter()
        for _ in range(n_rounds):
            for document in documents:
                step(document)
        best = max(best, n_rounds * sum(d.n_words for d in documents) / (time.perf_counter() - start))
    return best


if __name__ == "__main__":
    main()
