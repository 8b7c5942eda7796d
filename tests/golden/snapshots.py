"""The snapshot files, and how what is found now is held against them."""

from __future__ import annotations

import re
from itertools import zip_longest
from pathlib import Path

from analysis import analyze
from tests.golden.lines import lines_of
from tests.golden.texts import PUBLISHED, Text

FOLDER = Path(__file__).parent / "snapshots"

DECIMAL_RE = re.compile(r"-?\d+\.\d\d\b")
NEAR = 0.011
"""Decimals of the networks may differ by their last place from one processor to another: 0.35 and 0.36 are the same."""


def file_of(text: Text) -> Path:
    """Where a text's snapshot lies."""
    return FOLDER / f"{text.name}.txt"


def lines_now(text: Text) -> list[str]:
    """What is found in a text now, by the engine whose results no processor rounds otherwise."""
    return lines_of(analyze(text.text, published=PUBLISHED, engine="fast"))


def differences(was: list[str], now: list[str]) -> list[str]:
    """The lines that differ, as a diff; decimals that are near are the same."""
    if len(was) == len(now) and all(map(is_same, was, now)):
        return []
    gone = [f"- {line}" for line in was if not any(is_same(line, other) for other in now)]
    new = [f"+ {line}" for line in now if not any(is_same(line, other) for other in was)]
    moved = [f"~ {a}" for a, b in zip_longest(was, now, fillvalue="") if not is_same(a, b)]
    return gone + new or moved  # The same lines in another order are a difference, too.


def is_same(a: str, b: str) -> bool:
    """Whether two lines say the same but for the last place of decimals."""
    if a == b:
        return True
    if DECIMAL_RE.sub("#", a) != DECIMAL_RE.sub("#", b):
        return False
    pairs = zip(DECIMAL_RE.findall(a), DECIMAL_RE.findall(b), strict=True)
    return all(abs(float(x) - float(y)) <= NEAR for x, y in pairs)
