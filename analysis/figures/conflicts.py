"""
Figures that count the same thing and cannot both be right.

Only a reader can tell whether two sentences speak of the same soldiers, so a conflict is a pair to look at, no error.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from analysis.model import Figure

TOLERANCE = 0.05
"""How far "about" reaches to either side, as a share: about 3,000 may be 2,850 to 3,150, and not 3,500."""

LEAST_TOLERANCE = 1.0
"""How far "about" reaches at least: about 10 may be 9 to 11."""

NEARLY = 0.1
"""How far "nearly" reaches down and "just over" up, as a share: nearly 800 is 720 to 800."""

SAME_ORDER = 10.0
"""Figures further apart than this factor count different things: two volunteers, more than 1,000 volunteers."""

TOO_GENERAL = frozenset("time thing way reason point step side part case".split())
"""What is counted afresh in each sentence: "three times", "two things"."""

ADDITIONS = frozenset("additional extra more further another other new".split())
PART_RE = re.compile(r"\sof\s")


@dataclass(frozen=True, slots=True)
class Conflict:
    """Figures for the same noun of which each differs from at least one other; in the order of the text."""

    noun: str
    unit: str | None
    figures: tuple[Figure, ...]

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return {"noun": self.noun, "unit": self.unit, "figures": [figure.to_dict() for figure in self.figures]}


def conflicts(figures: Sequence[Figure]) -> tuple[Conflict, ...]:
    """
    Find figures for the same counted noun that differ by more than their hedges allow.

    Compared are counts, and measures of something ("15 tonnes of rice"), of the same lemma. Additional ones are
    compared among themselves only, parts ("three of the soldiers") not at all, and "British soldiers" not with
    "American soldiers". Figures of several documents may be given at once.
    """
    groups: dict[tuple[str, str | None, bool], list[Figure]] = defaultdict(list)
    for figure in figures:
        is_compared = figure.kind in ("count", "measure") and not is_part(figure)
        if is_compared and figure.noun and figure.noun not in TOO_GENERAL:
            groups[figure.noun, figure.unit, figure.is_additional].append(figure)
    found = []
    for (noun, unit, _), group in groups.items():
        opposed = [a for a in group if any(differ(a, b) for b in group)]
        if opposed:
            found.append(Conflict(noun, unit, tuple(opposed)))
    return tuple(found)


def differ(a: Figure, b: Figure) -> bool:
    """Whether no number fits both figures though they are of one order and no words before the noun tell them apart."""
    if modifiers(a) and modifiers(b) and not modifiers(a) & modifiers(b):
        return False
    (low_a, high_a), (low_b, high_b) = bounds(a), bounds(b)
    return 0 < low_b - high_a < (SAME_ORDER - 1) * high_a or 0 < low_a - high_b < (SAME_ORDER - 1) * high_b


def bounds(figure: Figure) -> tuple[float, float]:
    """The least and the greatest number that a figure allows, infinity where it is open."""
    if figure.value is None:
        low = 0.0 if figure.low is None else figure.low
        high = math.inf if figure.high is None else figure.high
    else:
        low = high = figure.value
    around = max(TOLERANCE * low, LEAST_TOLERANCE)
    ranges = {
        "about": (low - around, high + max(TOLERANCE * high, LEAST_TOLERANCE)),
        "at least": (low, math.inf),
        "more than": (low, math.inf),
        "up to": (0.0, high),
        "less than": (0.0, high),
        "nearly": (low * (1 - NEARLY), high),
        "just over": (low, high * (1 + NEARLY)),
    }
    return ranges.get(figure.hedge or "", (low, high))


def modifiers(figure: Figure) -> frozenset[str]:
    """The words before the head of the noun phrase, in lower case, without those that only say "more"."""
    return frozenset((figure.noun_phrase or "").lower().split()[:-1]) - ADDITIONS


def is_part(figure: Figure) -> bool:
    """Whether a figure counts a part of what its noun names: "three of the men", but not "hundreds of men"."""
    behind = figure.text[figure.number_end - figure.start :]
    return figure.kind == "count" and figure.value is not None and bool(PART_RE.match(behind))
