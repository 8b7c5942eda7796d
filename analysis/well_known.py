"""Organisations that a newspaper reader knows, so that "Al Jazeera reported" needs no explanation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from analysis import fame
from analysis.gazetteer import candidates, flags_of
from analysis.model import Span
from analysis.tokens import Token, tokenize

RESOURCE = Path(__file__).parent / "resources" / "bodies.txt"
"""About 900 names, written for this project (CC0). They are a hint to the recogniser, which may overrule it."""

SHORTEST = 3
"""Letters of a name of one word that is found without the recogniser; "IS" and "AP" are left to it."""


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
    last = 0
    for at, word in enumerate(words):
        if at < last or word not in known:
            continue
        name = next((name for name in known[word] if tuple(words[at : at + len(name)]) == name), ())
        for inner in range(at, at + len(name)):
            marks[inner] = "O.I" if inner > at else "O.B" if len(name) > 1 else "O.S"
        last = at + len(name)
    return marks


def is_well_known(name: str) -> bool:
    """Whether a name of several words is, as it is written, a well-known organisation's."""
    words = tuple(token.text for token in tokenize(name))
    return len(words) > 1 and words in known_bodies().get(words[0], ())


def missed_bodies(sentences: Sequence[Sequence[Token]], spans: Sequence[Span]) -> Iterator[Span]:
    """Yield the well-known names that no span touches and that can hardly mean anything else."""
    taken = {at for span in spans for at in range(span.start, span.end)}
    for tokens in sentences:
        marks = listed_bodies([token.text for token in tokens])
        for at, mark in enumerate(marks):
            if mark not in ("O.B", "O.S"):
                continue
            stop = at + 1
            while stop < len(marks) and marks[stop] == "O.I":
                stop += 1
            start, end = tokens[at].start, tokens[stop - 1].end
            stands_alone = stop == len(tokens) or not tokens[stop].text[:1].isupper()
            if stands_alone and taken.isdisjoint(range(start, end)) and (mark == "O.B" or is_plain(tokens[at].text)):
                yield Span(start, end, "ORG")


@cache
def is_plain(name: str) -> bool:
    """Whether a name of one word is no ordinary word, no person's and no place's: "Hamas", not "Apple" or "Ford"."""
    places = candidates(name)
    is_town = bool(places) and places[0].is_own_name and places[0].fame >= fame.VILLAGE
    return len(name) >= SHORTEST and not flags_of(name) and not is_town
