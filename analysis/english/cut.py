"""
Paragraphs and sentences beyond any real one, cut into parts: every step of the analysis then has an end in sight.

A cut is no guess at what the writer meant, so it is said in a note of the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

MAX_PARAGRAPH_CHARS = 10_000
"""Some 1,700 words. The longest paragraphs of newspapers have some 2,000 characters; a whole feature may be pasted
as one paragraph."""

MAX_SENTENCE_CHARS = 2_000
"""Some 330 words. The longest sentences of newspapers, lists of names in most, have some 800 characters."""

SENTENCE_END_RE = re.compile(r"[.!?…。！？][\"'”’»)\]]{0,3}\s")
CLAUSE_END_RE = re.compile(r"[,;:—–)\]”»]\s")
SPACE_RE = re.compile(r"\s")


class Unit(NamedTuple):
    """What is cut: its name, the characters of its longest part, and where a part ends, the best place first."""

    name: str
    limit: int
    cuts: tuple[re.Pattern[str], ...]


PARAGRAPH = Unit("paragraph", MAX_PARAGRAPH_CHARS, (SENTENCE_END_RE, CLAUSE_END_RE, SPACE_RE))
SENTENCE = Unit("sentence", MAX_SENTENCE_CHARS, (CLAUSE_END_RE, SPACE_RE))
"""Where none of the cuts is found, a part ends in mid-word."""


def parts(text: str, start: int, end: int, limit: int, cuts: tuple[re.Pattern[str], ...]) -> Iterator[tuple[int, int]]:
    """
    Cut `text[start:end]` into stretches of at most `limit` characters.

    Yields: their bounds, without white space at either edge. Each ends behind the last of the marks that `cuts` look
        for, in its second half; all characters but white space are in one of them.
    """
    while end - start > limit:
        at = last_place(text, start + limit // 2, start + limit, cuts)
        stop = start + len(text[start:at].rstrip())
        if stop > start:
            yield start, stop
        start = at
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        yield start, end


def last_place(text: str, low: int, high: int, cuts: tuple[re.Pattern[str], ...]) -> int:
    """The last place in `text[low:high]` behind what one of `cuts` finds, the first that finds any; else `high`."""
    for cut in cuts:
        places = [match.end() for match in cut.finditer(text, low, high)]
        if places:
            return places[-1]
    return high
