"""
Event tone: how people who read the news judge what a sentence tells, as a lexicon learned from their judgements.

Each word has a tone and a weight; a sentence's tone is the weighted mean, drawn toward nothing where little weighs.
So every score has its words, as TextBlob's has, but "war", "killed" and "crisis" count. Data, figures and limits:
resources/tone.md.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import cache
from typing import NamedTuple

from analysis.errors import ResourceError
from analysis.model import Document, EventWord
from analysis.resources import FOLDER
from analysis.tone.toward import is_negation

RESOURCE = FOLDER / "event_tone.txt"

WORD_RE = re.compile(r"\w+(?:['’]\w+)*")
NEGATION_REACH = 3
"""Words behind a negation that it turns round: "not a very good idea"."""

TELLING = 0.25
"""Weight times tone from which on a word is shown as one that moved a score."""


class Entry(NamedTuple):
    """A word's tone [-1, 1], its weight, and whether it judges rather than names."""

    tone: float
    weight: float
    is_evaluative: bool


class EventLexicon(NamedTuple):
    """The list and its constants."""

    entries: dict[str, Entry]
    negation: float
    calm: float
    bias: float


def words_of(sentence: str) -> Iterator[tuple[int, int, str]]:
    """The words of a sentence in small letters, with their places."""
    for match in WORD_RE.finditer(sentence):
        yield match.start(), match.end(), match[0].lower().replace("’", "'")


@cache
def lexicon() -> EventLexicon:
    """The list, read once a process; raises ResourceError where it is missing or damaged."""
    try:
        lines = RESOURCE.read_text("utf-8").splitlines()
        negation, calm, bias = map(float, lines[1].split())
        rows = (line.split(" ") for line in lines[2:])
        entries = {row[0]: Entry(float(row[1]), float(row[2]), len(row) > 3) for row in rows}
    except (OSError, ValueError, IndexError) as error:
        raise ResourceError(f"{RESOURCE.name} cannot be read: {error}") from error
    return EventLexicon(entries, negation, calm, bias)


def score_events(
    document: Document, start: int, end: int, masks: Container[int]
) -> tuple[float | None, list[EventWord]]:
    """
    The event tone of the sentence or piece at [start, end) and the words that moved it.

    Args: masks: characters of names, whose words do not count: "Great Britain" is no praise.
    Returns: the score in [-1, 1], None where no listed word stands there.
    """
    known = lexicon()
    total = weights = 0.0
    words = []
    negated_until = -1
    paragraph = document.paragraph_at(start).index
    for at, (left, right, word) in enumerate(words_of(document.text[start:end])):
        if is_negation(word):
            negated_until = at + NEGATION_REACH
        entry = known.entries.get(word)
        if entry is None or start + left in masks:
            continue
        tone = entry.tone * (known.negation if at <= negated_until else 1.0)
        total += tone * entry.weight
        weights += entry.weight
        if abs(tone) * entry.weight >= TELLING:
            surface = document.text[start + left : start + right]
            words.append(
                EventWord(
                    start + left, start + right, surface, paragraph, round(tone, 2), entry.weight, entry.is_evaluative
                )
            )
    if not weights:
        return None, words
    return max(-1.0, min(1.0, total / (weights + known.calm) + known.bias)), words
