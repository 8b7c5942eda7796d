"""
Where a text speaks of a time, and which days it means as seen from the day of publication.

Nothing is guessed in silence: each date carries the assumption that it rests on, and stays open where there is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from analysis.date_context import Context
from analysis.date_intervals import Interval
from analysis.date_judging import is_date
from analysis.date_patterns import scan
from analysis.date_rules import RULES
from analysis.date_tense import is_to_come
from analysis.folding import lowered
from analysis.model import Document

BOUND_RE = re.compile(r"\b(since|until|till)\s$", re.I)
ZONE_RE = re.compile(r"\s\((?P<zone>[A-Z]{2,4}T|GMT|UTC|local\stime)\)")
ABSOLUTE_KINDS = frozenset({"iso", "slashed", "years", "decade", "short_decade", "century", "q", "year", "month_year"})


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


def find_dates(document: Document, published: str | date | None = None) -> tuple[DateMention, ...]:
    """
    Find the dates of a document, in order and without overlaps.

    Args: published: the day of publication, as a date or in ISO form; by default the document's own. Without one
        a date that says its year is resolved all the same, a relative one only if a date before it carries it.

    Raises: ValueError: `published` is no ISO date.
    """
    published = document.published if published is None else published
    today = date.fromisoformat(published) if isinstance(published, str) else published
    found = list(date_spans(document.text))
    mentions = []
    anchor: Interval | None = None
    is_ahead: bool | None = None
    for number, (start, end, kind, match) in enumerate(found):
        sentence = document.sentence_at(start)
        left = max(sentence.start, found[number - 1][1] if number else 0)
        right = min(sentence.end, found[number + 1][0] if number + 1 < len(found) else sentence.end)
        opener = lowered(document.text[start]) if match.start() > start else ""
        same = bool(number) and found[number - 1][0] >= sentence.start
        is_ahead = is_to_come(document.text, left, start, end, right, is_ahead if same else None)
        if is_ahead is None and opener in ("u", "t"):
            is_ahead = True  # "Closed until Monday" looks ahead.
        interval, assumption = RULES[kind](match, Context(today, anchor, is_ahead))
        anchor = interval or anchor
        if opener and interval:
            interval, assumption = _bounded(interval, opener, today, assumption)
        is_relative = kind not in ABSOLUTE_KINDS and not match.groupdict().get("year")
        zone = ZONE_RE.match(document.text, match.end())
        if zone:
            assumption += f" The text counts in {zone['zone']}; no day was moved."
        mentions.append(_mention(document, start, end, interval, assumption, is_relative, zone and zone["zone"]))
    return tuple(mentions)


def _mention(
    document: Document,
    start: int,
    end: int,
    interval: Interval | None,
    assumption: str,
    is_relative: bool,
    zone: str | None,
) -> DateMention:
    sentence = document.sentence_at(start)
    told = " ".join((assumption[:1].upper() + assumption[1:]).split())
    first, last, unit = interval or (None, None, None)
    return DateMention(
        start,
        end,
        document.text[start:end],
        sentence.index,
        sentence.paragraph,
        _iso(first),
        _iso(last),
        unit,
        is_relative,
        told,
        zone,
    )


def date_spans(text: str) -> Iterator[tuple[int, int, str, re.Match[str]]]:
    """Yield the dates of `text` as start, end, form and match; "since" and a time zone belong to the span."""
    for kind, match in scan(text):
        if is_date(text, kind, match):
            bound = BOUND_RE.search(text, max(0, match.start() - 8), match.start())
            zone = ZONE_RE.match(text, match.end())
            yield bound.start() if bound else match.start(), zone.end() if zone else match.end(), kind, match


def amend(mention: DateMention, first: date | None, last: date | None) -> DateMention:
    """The mention with the days that a reader set by hand."""
    unit = "day" if first == last and first else "range"
    return replace(mention, first=_iso(first), last=_iso(last), unit=unit, assumption="Set by hand.")


def _bounded(interval: Interval, opener: str, today: date | None, assumption: str) -> tuple[Interval, str]:
    """Since a time: from its first day to publication, or on where that is later; until a time: up to its last day."""
    if opener == "s":
        if today and interval.first and interval.first > today:
            told = "It begins after the day of publication; its end is open."
            return Interval(interval.first, None, "range"), f"{assumption} {told}"
        told = "It runs to the day of publication." if today else "Its end is open."
        return Interval(interval.first, today, "range"), f"{assumption} {told}"
    return Interval(None, interval.last, "range"), f"{assumption} Its beginning is open."


def _iso(value: date | None) -> str | None:
    return value.isoformat() if value else None
