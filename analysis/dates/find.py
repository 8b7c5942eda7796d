"""
Where a text speaks of a time, and which days it means as seen from the day of publication.

Nothing is guessed in silence: each date carries the assumption that it rests on, and stays open where there is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from analysis.dates.absolute import (
    by_century,
    by_day,
    by_decade,
    by_holiday,
    by_iso,
    by_month,
    by_months,
    by_quarter,
    by_season,
    by_slashes,
    by_year,
    by_years,
)
from analysis.dates.calendar import Context, Found, Interval
from analysis.dates.doubts import is_date, is_to_come
from analysis.dates.forms import scan
from analysis.dates.relative import (
    by_ago,
    by_beside,
    by_later,
    by_near_day,
    by_span,
    by_this,
    by_time,
    by_weekday,
    by_weekdays,
    by_weekend,
)
from analysis.gazetteer.fold import lowered
from analysis.model import DateMention, Document

BOUND_RE = re.compile(r"\b(since|until|till)\s$", re.I)
ZONE_RE = re.compile(r"\s\((?P<zone>[A-Z]{2,4}T|GMT|UTC|local\stime)\)")
ABSOLUTE_KINDS = frozenset({"iso", "slashed", "years", "decade", "short_decade", "century", "q", "year", "month_year"})


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


# Which rule resolves which form of a date.

RULES: dict[str, Callable[[re.Match[str], Context], Found]] = {
    "iso": by_iso,
    "slashed": by_slashes,
    "days": by_day,
    "days_us": by_day,
    "day_month": by_day,
    "month_day": by_day,
    "holiday": by_holiday,
    "month_year": by_month,
    "years": by_years,
    "decade": by_decade,
    "short_decade": by_decade,
    "century": by_century,
    "quarter": by_quarter,
    "q": by_quarter,
    "season": by_season,
    "weekdays": by_weekdays,
    "months": by_months,
    "near_day": by_near_day,
    "weekday": by_weekday,
    "this": by_this,
    "weekend": by_weekend,
    "span": by_span,
    "ago": by_ago,
    "later": by_later,
    "time": by_time,
    "hence": by_time,
    "next_to": by_beside,
    "beside": by_beside,
    "month": by_month,
    "year": by_year,
}
