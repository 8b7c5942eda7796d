"""What a finder of evidence gives back: what a subject is called, what is counted, and the spans of each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

Marks = tuple[tuple[int, int], ...]

MENTION, SENTENCE, QUOTE, WORD = "mention", "sentence", "quote", "scored word"


@dataclass(frozen=True, slots=True)
class Found:
    """What a subject is called, what is counted, and for each the marked spans with a note."""

    title: str
    unit: str
    spans: tuple[tuple[Marks, str], ...]


def found(title: str, unit: str, spans: Iterable[tuple[Marks, str]]) -> Found:
    """The same, with the spans in the order of the text."""
    return Found(title, unit, tuple(sorted(spans, key=lambda span: span[0])))


def one(start: int, end: int, note: str = "") -> tuple[Marks, str]:
    """A line with a single mark."""
    return ((start, end),), note
