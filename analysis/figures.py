"""
The figures of a text: how many of what, how surely, and in whose words.

A figure is an amount of money, a share, a measure, an age, a score or a count; years, times, ordinals, addresses and
numbers in names are none. What a number counts is the noun behind it, where one stands there.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from analysis.dates import DateMention, date_spans
from analysis.figure_reading import Reading
from analysis.figure_scan import read_all
from analysis.model import Document
from analysis.speech_model import Quote

FIGURE_KINDS = ("count", "money", "share", "measure", "age", "score")


@dataclass(frozen=True, slots=True)
class Figure:
    """
    A figure in the text, from its hedge to its unit or to the noun that it counts.

    `value` is a number, or None for a range, whose ends are `low` and `high`; either end is None where it is open
    ("hundreds of" is 200 and more). A score ("3-1") has no value. `unit` names the measure or the currency; a share
    counts in "per cent" or in "whole" (two-thirds is 0.667). `noun` is the lemma of what is counted, `noun_phrase`
    its words. `hedge` is one of HEDGES. `is_additional` says that it comes on top of something ("3000 additional").
    `quote` is the index, in the quotes given, of the one that holds the figure: the claim is its speaker's.
    """

    start: int
    end: int
    text: str
    number_start: int
    number_end: int
    sentence: int
    paragraph: int
    kind: str
    value: float | None
    low: float | None
    high: float | None
    unit: str | None
    noun: str | None
    noun_phrase: str | None
    hedge: str | None
    is_additional: bool
    quote: int | None = None

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return asdict(self)


def find_figures(
    document: Document, quotes: Sequence[Quote] = (), dates: Sequence[DateMention] | None = None
) -> tuple[Figure, ...]:
    """
    Find the figures of a document, in order and without overlaps.

    Args:
        quotes: the quotes of the document, in order; a figure inside one names it.
        dates: the dates of the document, in order, whose numbers are no figures; looked for if not given.
    """
    if dates is None:
        taken = [(start, end) for start, end, _, _ in date_spans(document.text)]
    else:
        taken = [(mention.start, mention.end) for mention in dates]
    starts = [quote.start for quote in quotes]
    return tuple(
        _figure(document, reading, _quote_at(quotes, starts, reading)) for reading in read_all(document, taken)
    )


def _quote_at(quotes: Sequence[Quote], starts: list[int], reading: Reading) -> int | None:
    number = bisect_right(starts, reading.number_start) - 1
    return number if number >= 0 and reading.number_end <= quotes[number].end else None


def _figure(document: Document, r: Reading, quote: int | None) -> Figure:
    sentence = document.sentence_at(r.number_start)
    phrase = document.text[r.noun.start : r.noun.end] if r.noun else None
    return Figure(
        r.start,
        r.end,
        document.text[r.start : r.end],
        r.number_start,
        r.number_end,
        sentence.index,
        sentence.paragraph,
        r.kind,
        r.value,
        r.low,
        r.high,
        r.unit,
        r.noun.head if r.noun else None,
        phrase,
        r.hedge,
        r.is_additional,
        quote,
    )
