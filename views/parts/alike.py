"""
Names that read alike, told apart. No Streamlit here.

Streamlit knows an option of a list by the words that are shown for it. Where two options read alike, a click on the
second would choose the first.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Hashable, Mapping
from typing import TypeVar

from analysis.corrections.file import UNSEEN_RE

K = TypeVar("K", bound=Hashable)


def distinct(labels: Mapping[K, str]) -> dict[K, str]:
    """
    The labels, by id, such that no two read alike: the second “Iran” becomes “Iran · 2”.

    Case, white space, marks that are not seen and forms of one letter (“ﬁ”, full width) make no difference to an eye.
    """
    taken: set[str] = set()
    told: dict[K, str] = {}
    numbers: dict[str, int] = {}
    for key, label in labels.items():
        as_read, shown = _as_read(label), label
        number = numbers.get(as_read, 1)
        while _as_read(shown) in taken:
            number += 1
            shown = f"{label} · {number}"
        numbers[as_read] = number
        taken.add(_as_read(shown))
        told[key] = shown
    return told


def _as_read(label: str) -> str:
    return " ".join(UNSEEN_RE.sub("", unicodedata.normalize("NFKC", label)).casefold().split())
