"""
The figures of a text: how many of what, how surely, and in whose words.

A figure is an amount of money, a share, a measure, an age, a score or a count; years, times, ordinals, addresses and
numbers in names are none. What a number counts is the noun behind it, where one stands there.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from analysis.dates.find import date_spans
from analysis.english.numbers import ONES, TENS, any_of
from analysis.figures.amounts import amount
from analysis.figures.forms import MULTITUDES, NO_FIGURE_RE
from analysis.figures.readings import Reading, aged, fraction, hedged, multitude, rate
from analysis.model import DateMention, Document, Figure, Quote


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


# Through a text from number to number: where a figure may begin, and what is passed over.

SCALES_AFTER_A = r"an?\s(?:dozen|hundred|thousand|million|billion|trillion|half|third|quarter|fifth|sixth|tenth)"
# Where a figure may begin; the form is read from here.
TRIGGER_RE = re.compile(rf"\d|\b(?:{any_of([*ONES, *TENS, 'half', SCALES_AFTER_A, *MULTITUDES])})\b")
GOAL_RE = re.compile(r"(?<=\bon\s)\d{1,3}\sminutes\b")


def read_all(document: Document, taken: Sequence[tuple[int, int]]) -> Iterator[Reading]:
    """Yield the figures of a document, none inside the spans of `taken`, which are in order."""
    text, at, number = document.text, 0, 0
    while found := TRIGGER_RE.search(text, at):
        start = found.start()
        while number < len(taken) and taken[number][1] <= start:
            number += 1
        if number < len(taken) and taken[number][0] <= start:
            at = taken[number][1]
            continue
        none = no_figure(text, start)
        if none:
            at = none
            continue
        sentence = document.sentence_at(start)
        limit = min(sentence.end, taken[number][0] if number < len(taken) else sentence.end)
        end, reading = read(text, start, max(at, sentence.start), limit)
        if reading:
            yield reading
        at = max(end, start + 1)


def no_figure(text: str, start: int) -> int | None:
    """The end of the time, address, phone number or minute of a goal at `start`; None if none stands there."""
    found = NO_FIGURE_RE.match(text, start - text.startswith("+", start - 1)) or GOAL_RE.match(text, start)
    return found.end() if found else None


def read(text: str, start: int, floor: int, limit: int) -> tuple[int, Reading | None]:
    """Read the number at `start`: where to go on, and its figure, or None if it is none."""
    for reader in (multitude, rate, fraction, aged):
        reading = reader(text, start, floor, limit)
        if reading:
            return reading.end, hedged(text, reading, floor)
    return amount(text, start, floor, limit)
