"""Organisations that a newspaper reader knows, so that "Al Jazeera reported" needs no explanation."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from analysis.tokens import tokenize

RESOURCE = Path(__file__).parent / "resources" / "bodies.txt"
"""About 900 names, written for this project (CC0). They are a hint to the recogniser, which may overrule it."""


@cache
def known_bodies() -> dict[str, tuple[tuple[str, ...], ...]]:
    """First token -> the names that begin with it, as tokens, the longest first."""
    found: dict[str, set[tuple[str, ...]]] = {}
    for line in RESOURCE.read_text("utf-8").splitlines():
        for name in () if line.startswith("#") else line.split(";"):
            words = tuple(token.text for token in tokenize(name.strip()))
            if words:
                found.setdefault(words[0], set()).add(words)
    return {first: tuple(sorted(names, key=lambda name: (-len(name), name))) for first, names in found.items()}


def listed_bodies(words: Sequence[str]) -> list[str]:
    """For each token, whether it opens ("O.B", alone "O.S") or goes on ("O.I") in a well-known name."""
    known = known_bodies()
    marks = [""] * len(words)
    at = 0
    while at < len(words):
        name = next((n for n in known.get(words[at], ()) if tuple(words[at : at + len(n)]) == n), ())
        for inner in range(at, at + len(name)):
            marks[inner] = "O.I" if inner > at else "O.B" if len(name) > 1 else "O.S"
        at += max(len(name), 1)
    return marks
