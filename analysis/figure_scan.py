"""Through a text from number to number: where a figure may begin, and what is passed over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from analysis.figure_amounts import amount
from analysis.figure_parts import aged, fraction, multitude, rate
from analysis.figure_patterns import MULTITUDES, NO_FIGURE_RE
from analysis.figure_reading import Reading, hedged
from analysis.model import Document
from analysis.number_words import ONES, TENS, any_of

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
