"""
Text to tokens with offsets: the words, numbers and marks that the recogniser labels.

A name stays whole where its signs belong to it ("U.S.", "al-Qaida", "O'Brien", "Jean-Pierre", "F-16") and is parted
from what is only tied to it ("Iranian-backed", "pro-Iranian", "Israel-Hamas", "Iran's").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from analysis.gazetteer.lookup import country_of_demonym, country_of_name

TOKEN_RE = re.compile(
    r"""
    (?:[^\W\d_]\.){2,}                           # dotted letters: U.S., D.C., a.m.
    | (?:Mr|Mrs|Ms|Dr|Jr|Sr|St|Ste|Gen|Sen|Rep|Gov|Lt|Col|Maj|Sgt|Capt|Cpl|Adm|Rev|Prof|Hon|Inc|Co|Corp|Ltd|Bros
         |Mt|Ft|No|Barr|Spc|Pvt)\.               # shortened titles and forms of companies keep their full stop
    | [^\W\d_]\.(?=\s*[^\W\d_]{2})               # an initial before a name: J. Smith
    | \d+(?:[.,:/]\d+)*\w*                       # numbers, times, dates, 2nd
    | \w+(?:['’](?!s\b|S\b)\w+)*(?:[-‐‑]\w+(?:['’](?!s\b|S\b)\w+)*)*   # words, with apostrophes and hyphens inside
    | ['’][sS]\b                                 # the possessive
    | \.{2,} | [^\w\s]                           # any other mark
    """,
    re.VERBOSE,
)

HYPHEN_RE = re.compile(r"[-‐‑]")

ARTICLES = frozenset("al el ul ad as an ar at az ash abu bin bint ibn ould".split())
"""Small words that open a name and are tied to it: al-Qaida, el-Sisi, Al-Shabab."""

LINKS = frozenset("on upon in sur de la le les of the by under am an der und et y do da".split())
"""Small words inside a place's name: Stoke-on-Trent, Rostov-on-Don."""

PREFIXES = frozenset("anti pro non ex pre post mid un pan trans cross inter intra neo self co sub".split())
"""Small words before a name that are not part of it: pro-Iranian, ex-Google."""


class Token(NamedTuple):
    """A token: `text` stands at [start, end) of the document."""

    start: int
    end: int
    text: str


def tokenize(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """Yield the tokens of `text[start:end]` in order; together they hold every character but white space."""
    for match in TOKEN_RE.finditer(text, start, len(text) if end is None else end):
        word, at = match[0], match.start()
        if len(word) > 1 and HYPHEN_RE.search(word) and not word[0].isdigit():
            for left, right in parts(word):
                yield Token(at + left, at + right, word[left:right])
        else:
            yield Token(at, match.end(), word)


@lru_cache(maxsize=20_000)
def parts(word: str) -> tuple[tuple[int, int], ...]:
    """Where a hyphenated word is cut, as bounds of its pieces, hyphens included; one piece if it stays whole."""
    pieces = HYPHEN_RE.split(word)
    if stays_whole(pieces) or country_of_name(word):
        return ((0, len(word)),)
    bounds: list[tuple[int, int]] = []
    at = 0
    for piece in pieces:
        if bounds:
            bounds.append((at - 1, at))
        bounds.append((at, at + len(piece)))
        at += len(piece) + 1
    return tuple(bounds)


def stays_whole(pieces: list[str]) -> bool:
    """Whether the hyphens tie pieces of one name or one ordinary word."""
    first, last = pieces[0], pieces[-1]
    if all(piece.islower() or piece.isdigit() for piece in pieces):
        return True
    if first.lower() in ARTICLES:
        return len(pieces) == 2 or last[:1].isupper()
    if first.lower() in PREFIXES or (last.islower() and last.isalpha()):
        return False  # pro-Iranian, Iranian-backed
    if last.isdigit() or first.isdigit() or len(first) == 1:
        return True  # Covid-19, F-16, T-Mobile
    if any(is_power(piece) for piece in pieces):
        return False  # US-led, Israel-Hamas
    return all(piece[:1].isupper() or piece in LINKS or piece in ARTICLES for piece in pieces)


def is_power(piece: str) -> bool:
    """Whether a piece names a country or a people, so that the hyphen only ties two names."""
    if not piece[:1].isupper():
        return False
    return bool(country_of_name(piece) or country_of_demonym(piece)) or piece in ("EU", "UN", "NATO")
