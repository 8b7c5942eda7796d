"""
From a date of the calendar to its first and last day: 3 January, September 2008, the 1990s, last summer.

A day, month or feast without a year is the latest one not after publication, or the next one where the verb beside it
speaks of what is to come.
"""

from __future__ import annotations

import re
from datetime import MAXYEAR, MINYEAR, date

from analysis.dates.calendar import (
    BEYOND_CALENDAR,
    SEASONS,
    STEPS,
    WITHOUT_PUBLICATION,
    Context,
    Found,
    Interval,
    century,
    choose,
    day,
    decade_year,
    edge,
    holiday,
    month,
    month_number,
    months,
    nearby,
    ordinal,
    written,
    years,
)
from analysis.gazetteer.fold import lowered


def by_day(m: re.Match[str], c: Context) -> Found:
    """3 January 1961, 9 October, 3-5 February, Jan. 3."""
    groups = m.groupdict()
    number = month_number(m["month"])
    first, last = _number(m["day"]), _number(groups.get("day2") or m["day"])
    if m["year"]:
        return _days(int(m["year"]), number, first, last), "Day, month and year are given."
    if c.published is None:
        return None, WITHOUT_PUBLICATION
    found = [i for y in nearby(c) if (i := _days(y, number, first, last))]
    return choose(found, c, f"{m[0]} read as the")


def by_iso(m: re.Match[str], _: Context) -> Found:
    """2023-06-12."""
    return _days(int(m["year"]), int(m["month"]), int(m["day"]), int(m["day"])), "Day, month and year are given."


def by_slashes(m: re.Match[str], _: Context) -> Found:
    """25/11/2020; a day up to 12 could as well be the month."""
    a, b, year = int(m["a"]), int(m["b"]), int(m["year"])
    british, american = _days(year, b, a, a), _days(year, a, b, b)
    if british and american and british != american:
        return None, f"Not resolved: {m[0]} may be {written(british.first)} or {written(american.first)}."
    return british or american, "Day, month and year are given."


def by_month(m: re.Match[str], c: Context) -> Found:
    """September 2008, early April, last November, in May."""
    groups = m.groupdict()
    number, which = month_number(m["month"]), lowered(groups.get("which") or "")
    part = _part(m)
    if groups.get("year"):
        return _edged(month(int(m["year"]), number), part), "Month and year are given."
    if c.published is None:
        return None, WITHOUT_PUBLICATION
    if which == "this":
        return month(c.published.year, number), f"{m[0]} read as the month of the year of publication."
    found = [_edged(month(y, number), part) for y in nearby(c)]
    if which:  # Last May in May is the one of the year before.
        found = [i for i in found if i != month(c.published.year, c.published.month)]
        c = Context(c.published, c.anchor, which == "next")
    return choose(found, c, f"{m[0]} read as the")


def by_months(m: re.Match[str], c: Context) -> Found:
    """From March to May, with or without a year."""
    a, b = month_number(m["a"]), month_number(m["b"])
    n = (b - a) % 12 + 1
    if m["year"]:
        year = int(m["year"]) - (b < a)
        return months(year, a, n, "range"), "Months and year are given."
    if c.published is None:
        return None, WITHOUT_PUBLICATION
    return choose([months(y, a, n, "range") for y in nearby(c)], c, f"{m[0]} read as the")


def by_holiday(m: re.Match[str], c: Context) -> Found:
    """Boxing Day 2004, Christmas."""
    which = lowered(m["which"] or "")
    if m["year"]:
        found = holiday(m["name"], int(m["year"]))
        return (day(found), "The feast of that year.") if found else (None, "Not resolved: its day differs by country.")
    if c.published is None:
        return None, WITHOUT_PUBLICATION
    days = [day(found) for y in nearby(c) if (found := holiday(m["name"], y))]
    if not days:
        return None, "Not resolved: its day differs by country."
    if which in ("last", "next"):
        days = [d for d in days if d.first != c.published]
        c = Context(c.published, c.anchor, which == "next")
    return choose(days, c, f"{m[0]} read as the")


def by_year(m: re.Match[str], _: Context) -> Found:
    """1987, late 2016."""
    return _edged(years(int(m["year"]), int(m["year"])), _part(m)), "The year is given."


def by_years(m: re.Match[str], _: Context) -> Found:
    """From 2004 to 2012, 2018-19."""
    first, second = int(m["year"]), m["year2"]
    last = int(second) if len(second) == 4 else first - first % 100 + int(second)
    return years(first, last, "range"), "Both years are given."


def by_decade(m: re.Match[str], _: Context) -> Found:
    """The early 1970s, the '80s."""
    first = decade_year(m.groupdict().get("word"), m["decade"])
    is_full = len(m["decade"] or "") == 4
    told = "The decade is given." if is_full else f"{m[0]} read as the {first}s."
    return _edged(years(first, first + 9, "decade"), _part(m)), told


def by_century(m: re.Match[str], _: Context) -> Found:
    """The 12th century."""
    nth = ordinal(m["nth"])
    return (_edged(century(nth), _part(m)), "The century is given.") if 1 <= nth <= 30 else (None, "Not resolved.")


def by_quarter(m: re.Match[str], c: Context) -> Found:
    """The third quarter of 2020, Q4 2020, the first half of last year; calendar quarters."""
    groups = m.groupdict()
    if groups.get("year"):
        year = int(m["year"])
    elif c.published is None:
        return None, WITHOUT_PUBLICATION
    else:
        year = c.published.year + STEPS[lowered(m["which"])]
    is_half = bool(groups.get("half")) or lowered(groups.get("unit") or "") == "half"
    size = 6 if is_half else 3
    written_nth = groups.get("half") or m["nth"]
    if written_nth.isdigit():
        nth = int(written_nth)
    else:
        nth = 12 // size if lowered(written_nth) in ("last", "final") else ordinal(written_nth)
    if not 1 <= nth <= 12 // size:
        return None, "Not resolved: a year has no such part."
    if not MINYEAR <= year <= MAXYEAR:
        return None, BEYOND_CALENDAR
    return months(year, 1 + size * (nth - 1), size, "quarter"), "Read as a quarter or half of a calendar year."


def by_season(m: re.Match[str], c: Context) -> Found:
    """The summer of 2020, last winter."""
    name = lowered(m["name"] or m["name2"])
    told = "as in the northern half of the earth."
    if m["year"]:
        return months(int(m["year"]), SEASONS[name], 3, "season"), f"{m[0]} read {told}"
    if c.published is None:
        return None, WITHOUT_PUBLICATION
    found = [months(y, SEASONS[name], 3, "season") for y in nearby(c)]
    which = lowered(m["which"])
    around = [i for i in found if _holds(i, c.published)]
    if which == "this":
        return (around or [months(c.published.year, SEASONS[name], 3, "season")])[0], f"{m[0]} read {told}"
    return choose(
        [i for i in found if i not in around], Context(c.published, None, which == "next"), f"{m[0]} read {told} The"
    )


def _days(year: int, number: int, first: int, last: int) -> Interval | None:
    """The days of a month; None where it has no such days, or they run backwards."""
    if first > last:
        return None
    try:
        return Interval(date(year, number, first), date(year, number, last), "day" if first == last else "range")
    except ValueError:
        return None


def _edged(found: Interval, part: str) -> Interval:
    return edge(found, part) if part else found


def _part(m: re.Match[str]) -> str:
    return lowered(m.groupdict().get("edge") or "").strip(" -")


def _holds(found: Interval, value: date) -> bool:
    return bool(found.first and found.last and found.first <= value <= found.last)


def _number(written_day: str) -> int:
    return int(re.sub(r"\D", "", written_day))
