"""The records of how many and when: figures and dates."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

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


@dataclass(frozen=True, slots=True)
class DateMention:
    """
    A date in the text and the days it means.

    `first` and `last` are ISO dates, both included; either is None where that end is open, both where the date was
    not resolved. `unit` is how exact it is (day, week, weekend, month, quarter, season, year, decade, century,
    range). `is_relative` says that it rests on the day of publication or on a date before it, `assumption` how, in a
    sentence. `zone` is the time zone as written, which moves no day.
    """

    start: int
    end: int
    text: str
    sentence: int
    paragraph: int
    first: str | None
    last: str | None
    unit: str | None
    is_relative: bool
    assumption: str
    zone: str | None = None

    @property
    def is_resolved(self) -> bool:
        """Whether at least one end is known."""
        return self.first is not None or self.last is not None

    def to_dict(self) -> dict[str, Any]:
        """The record as plain values."""
        return asdict(self)
